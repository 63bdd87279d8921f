import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { shownCities } from '#lib/server/shown-cities.ts';
import { onlyDirectory } from '#lib/server/site.ts';
import { words } from '#lib/wording/reader.ts';
import { DirectoryHome } from './parts/DirectoryHome.tsx';
import { Masthead } from './parts/Masthead.tsx';
import { MyStation } from './parts/MyStation.tsx';
import { queryOf } from './parts/query.ts';

/** `/`: the only directory's home, or the list of directories. */
export default async function Home({ searchParams }: PageProps<'/'>) {
  const only = await onlyDirectory();
  if (only) return <DirectoryHome directory={only} query={await queryOf(searchParams)} />;
  const cities = await shownCities();
  if (cities.length === 0) notFound();
  return (
    <div className="page">
      <title>{words.cities.title}</title>
      <Masthead city="" home={paths.home} back={paths.home} />
      <main className="find">
        <MyStation others="#cities" />
        <h1>{words.cities.heading}</h1>
        <ul className="cells" id="cities">
          {cities.map(({ id, facts }) => (
            <li key={id}>
              <a href={paths.directory(id)}>{facts.city}</a>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
