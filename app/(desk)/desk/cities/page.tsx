import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { deskFacts } from '#lib/server/review.ts';
import { groupCities, searchCities } from '#lib/server/search-cities.ts';
import { requirePage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { CitySearch } from '../../parts/CitySwitch.tsx';
import { SECTIONS } from '../../parts/sections.ts';
import { one } from '../flags/query.ts';

const words = deskWords.citySearch;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** Of many cities the one to work in: the only one that is found opens at once. */
export default async function CitiesPage({ searchParams }: PageProps<'/desk/cities'>) {
  const query = await searchParams;
  const [asked, typed] = [one(query.directory), one(query.q) ?? ''];
  const person = await requirePage(inDirectory(paths.desk.cities, asked), 'cities');
  const parts = SECTIONS.flatMap(({ path, also = [] }) => [path].concat(also));
  const to = parts.find((path) => path === one(query.to)) ?? paths.desk.home;
  const found = searchCities(await deskFacts(Object.keys(person.roles)), typed);
  const [only, ...others] = found;
  if (only && others.length === 0) redirect(inDirectory(to, only.id));
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
      </div>
      <CitySearch to={to} asked={asked} query={typed} />
      {found.length === 0 && <p role="status">{words.none}</p>}
      {[...groupCities(found)].map(([letter, own]) => (
        <section key={letter} className="city-group">
          {letter !== '' && <h2>{letter}</h2>}
          <ul>
            {own.map(({ id, facts }) => (
              <li key={id}>
                <Link href={inDirectory(to, id)} aria-current={id === asked ? 'true' : undefined}>
                  {facts.city}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
