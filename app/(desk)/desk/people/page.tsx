import type { Metadata } from 'next';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { requirePageRole } from '#lib/server/session.ts';
import { listStaff } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { AddPerson } from './AddPerson.tsx';
import { Person } from './Person.tsx';

const words = deskWords.people;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** Everybody with an account, and a form for one more. */
export default async function PeoplePage() {
  await requirePageRole(paths.desk.people, 'admin');
  const staff = await listStaff(await getDesk());
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
      </div>
      <Scroll label={words.heading}>
        <table className="people">
          <thead>
            <tr>
              {(['name', 'role', 'state', 'actions'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {staff.map(({ id, username, role, disabled, stations }) => (
              <Person
                key={id}
                username={username}
                role={role}
                disabled={disabled}
                stations={stations.map(({ station }) => station).join(' ')}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <AddPerson />
    </>
  );
}
