import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { nameAssigned } from '#lib/server/assigned-stations.ts';
import { getDesk } from '#lib/server/desk.ts';
import { deskDirectoryId } from '#lib/server/review.ts';
import { requirePageRole } from '#lib/server/session.ts';
import { listStaff } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { inDirectory } from '../../parts/in-directory.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { one } from '../flags/query.ts';
import { AddPerson } from './AddPerson.tsx';
import { Person } from './Person.tsx';

const words = deskWords.people;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** Everybody with an account, and a form for one more. */
export default async function PeoplePage({ searchParams }: PageProps<'/desk/people'>) {
  const asked = one((await searchParams).directory);
  await requirePageRole(inDirectory(paths.desk.people, asked), 'people');
  const directory = (await deskDirectoryId(asked)) ?? notFound();
  const staff = await Promise.all(
    (await listStaff(await getDesk())).map(async (person) => ({
      ...person,
      stations: await nameAssigned(person.stations, directory),
    })),
  );
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
                directory={directory}
                stations={stations}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <AddPerson directory={directory} />
    </>
  );
}
