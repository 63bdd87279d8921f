import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { findStaffSession, mayAct, type Staff } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { Wordmark } from '../../(reader)/parts/Wordmark.tsx';
import { signOutAction } from '../desk/actions.ts';
import { SectionLink } from './SectionLink.tsx';
import { SECTIONS } from './sections.ts';

/** The bar at the top: only what the role may open. Hiding a link protects nothing; every page asks by itself. */
export async function Bar() {
  const staff = await findStaffSession();
  return (
    <header className="bar">
      <Link className="brand" href={paths.desk.home}>
        <Wordmark />
        <span>{deskWords.desk}</span>
      </Link>
      {staff && <Sections staff={staff} />}
      {staff && (
        <form className="who" action={signOutAction}>
          <span>{staff.username}</span>
          <button className="plain" type="submit">
            {deskWords.signOut}
          </button>
        </form>
      )}
    </header>
  );
}

async function Sections({ staff }: { staff: Staff }) {
  const open = SECTIONS.filter(({ roles }) => mayAct(staff.role, roles));
  const counts = await Promise.all(open.map(({ count }) => count?.(staff)));
  return (
    <nav aria-label={deskWords.navigation}>
      {open.map(({ path, label }, index) => (
        <SectionLink key={path} path={path} label={label} count={counts[index]} />
      ))}
    </nav>
  );
}
