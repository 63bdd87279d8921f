import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { mayAct } from '#lib/server/desk/roles.ts';
import { type DeskCity, deskCities } from '#lib/server/review.ts';
import { findStaffSession, type Staff } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { Wordmark } from '../../(reader)/parts/Wordmark.tsx';
import { CitySwitch } from './CitySwitch.tsx';
import { SectionLink } from './SectionLink.tsx';
import { SECTIONS } from './sections.ts';

/** The bar at the top: only what the role may open. Hiding a link protects nothing; every page asks by itself. */
export async function Bar() {
  const staff = await findStaffSession();
  const cities = staff ? await deskCities() : [];
  return (
    <header className="bar">
      <Link className="brand" href={paths.desk.home}>
        <Wordmark />
        <span>{deskWords.desk}</span>
      </Link>
      {cities.length > 1 && <CitySwitch cities={cities} sections={SECTIONS.map(({ path }) => path)} />}
      {staff && <Sections staff={staff} cities={cities} />}
      {staff && (
        <form className="who" method="post" action={paths.desk.send('sign-out')}>
          <span>{staff.username}</span>
          <button className="plain" type="submit">
            {deskWords.signOut}
          </button>
        </form>
      )}
    </header>
  );
}

async function Sections({ staff, cities }: { staff: Staff; cities: readonly DeskCity[] }) {
  const open = SECTIONS.filter(({ roles }) => mayAct(staff.role, roles));
  const counts = await Promise.all(
    open.map(({ count }) => Promise.all(count ? cities.map(({ id }) => count(staff, id)) : [])),
  );
  return (
    <nav aria-label={deskWords.navigation}>
      {open.map(({ path, label }, index) => (
        <SectionLink
          key={path}
          path={path}
          label={label}
          counts={(counts[index] ?? []).map((count, city) => [cities[city]?.id ?? '', count])}
        />
      ))}
    </nav>
  );
}
