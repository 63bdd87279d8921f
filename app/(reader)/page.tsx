import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { groupCities, MOST_UNSEARCHED, searchCities } from '#lib/server/search-cities.ts';
import { shownCities } from '#lib/server/shown-cities.ts';
import { onlyDirectory } from '#lib/server/site.ts';
import { words } from '#lib/wording/reader.ts';
import { DirectoryHome } from './parts/DirectoryHome.tsx';
import { Masthead } from './parts/Masthead.tsx';
import { MyStation } from './parts/MyStation.tsx';
import { queryOf } from './parts/query.ts';

type Cities = Awaited<ReturnType<typeof shownCities>>;

/** `/`: the only directory's home, or the list of directories. */
export default async function Home({ searchParams }: PageProps<'/'>) {
  const only = await onlyDirectory();
  const query = await queryOf(searchParams);
  if (only) return <DirectoryHome directory={only} query={query} />;
  const cities = await shownCities();
  if (cities.length === 0) notFound();
  return (
    <div className="page">
      <title>{words.cities.title}</title>
      <Masthead city="" home={paths.home} back={paths.home} />
      <main className="find">
        <MyStation others="#cities" />
        <h1>{words.cities.heading}</h1>
        {cities.length > MOST_UNSEARCHED && <CitySearch query={query} />}
        <CityList cities={searchCities(cities, query)} />
        {query !== '' && (
          <a className="quiet" href={paths.home}>
            <span>{words.cities.all}</span>
          </a>
        )}
      </main>
    </div>
  );
}

function CitySearch({ query }: { query: string }) {
  return (
    <search>
      <form action={paths.home} method="get">
        <label htmlFor="city">{words.cities.label}</label>
        <input
          id="city"
          name="q"
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={query}
        />
        <button className="btn" type="submit">
          {words.search.button}
        </button>
      </form>
    </search>
  );
}

function CityList({ cities }: { cities: Cities }) {
  if (cities.length === 0) return <p className="note">{words.cities.none}</p>;
  return (
    <div id="cities">
      {[...groupCities(cities)].map(([letter, own]) => (
        <section key={letter}>
          {letter !== '' && <h2>{letter}</h2>}
          <ul className="cells">
            {own.map(({ id, facts }) => (
              <li key={id}>
                <a href={paths.directory(id)}>{facts.city}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
