import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { citiesFor, mayAnywhere, ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';
import type { SignedIn } from '#lib/server/read-session.ts';
import { deskCities } from '#lib/server/review.ts';
import { findSignedIn, inCity } from '#lib/server/session.ts';
import { newCityWords } from '#lib/wording/cities.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { helpWords } from '#lib/wording/help.ts';
import { Wordmark } from '../../(reader)/parts/Wordmark.tsx';
import { CitySwitch } from './CitySwitch.tsx';
import { type CityCounts, SectionLink } from './SectionLink.tsx';
import { SECTIONS, type Section } from './sections.ts';

/** Whoever works in more cities than this is shown no figures: each page would look through all of their records. */
const MOST_COUNTED = 12;

/** The bar at the top: only what somebody may open. Hiding a link protects nothing; every page asks by itself. */
export async function Bar() {
  const person = await findSignedIn();
  const cities = person ? await deskCities(Object.keys(person.roles).sort()) : [];
  return (
    <header className="bar">
      <Link className="brand" href={paths.desk.home}>
        <Wordmark />
        <span>{deskWords.desk}</span>
      </Link>
      {cities.length > 1 && (
        <CitySwitch cities={cities} sections={SECTIONS.flatMap(({ path, also = [] }) => [path].concat(also))} />
      )}
      {person?.isOwner && (
        <Link className="new-city" href={paths.desk.newCity}>
          {newCityWords.link}
        </Link>
      )}
      {person && <Sections person={person} />}
      {person && (
        <form className="who" method="post" action={paths.desk.send('sign-out')}>
          <span>{person.username}</span>
          <SectionLink path={paths.desk.help} also={undefined} label={helpWords.heading} cities={null} />
          <button className="plain" type="submit">
            {deskWords.signOut}
          </button>
        </form>
      )}
    </header>
  );
}

async function Sections({ person }: { person: SignedIn }) {
  const open = SECTIONS.filter(({ page }) => mayAnywhere(person, ROLES_OF_PAGE[page]));
  return (
    <nav aria-label={deskWords.navigation}>
      {
        await Promise.all(
          open.map(async (section) => (
            <SectionLink
              key={section.path}
              path={section.path}
              also={section.also}
              label={section.label}
              cities={await countsOf(person, section)}
            />
          )),
        )
      }
    </nav>
  );
}

/** In which cities somebody may open a part, with how much waits there; null where it is about no city. */
async function countsOf(person: SignedIn, { page, count, waiting }: Section): Promise<CityCounts[] | null> {
  const whose = ROLES_OF_PAGE[page];
  if (typeof whose === 'string') return null;
  const desks = citiesFor(person, whose).flatMap((city) => inCity(person, city) ?? []);
  const isCounted = desks.length <= MOST_COUNTED;
  return Promise.all(
    desks.map(async (staff) => ({
      city: staff.directory,
      count: isCounted && count ? await count(staff) : null,
      waiting: isCounted && waiting ? await waiting(staff) : 0,
    })),
  );
}
