import type { Metadata } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { type CityHead, listUnpublished } from '#lib/server/made-cities/change-city.ts';
import { listPrefectures } from '#lib/server/made-cities/country-divisions.ts';
import { requirePage } from '#lib/server/session.ts';
import { newCityWords as words } from '#lib/wording/cities.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { SaidOf } from '../../../parts/Outcome.tsx';
import { one } from '../../flags/query.ts';
import { CityForm } from './CityForm.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** 新城市: what a city says of itself. Its first table comes after, by the same import as every later one. */
export default async function NewCityPage({ searchParams }: PageProps<'/desk/cities/new'>) {
  const query = await searchParams;
  const [asked, code] = [one(query.directory), one(query.prefecture)];
  await requirePage(inDirectory(paths.desk.newCity, asked), 'newCity');
  const prefecture = listPrefectures().find((one) => one.code === code) ?? null;
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
        <p>{words.lead}</p>
      </div>
      <SaidOf actions={['change-city', 'remove-city']} />
      <CityForm prefecture={prefecture} cancel={inDirectory(paths.desk.home, asked)} />
      <Unpublished cities={await listUnpublished((await getDesk()).store)} asked={asked} />
    </>
  );
}

/** Those that may still be changed, also where they are another owner's. */
function Unpublished({ cities, asked }: { cities: readonly CityHead[]; asked: string | undefined }) {
  if (cities.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="unpublished">
      <h2 id="unpublished">{words.unpublished.heading}</h2>
      <p className="hint">{words.unpublished.hint}</p>
      <ul>
        {cities.map(({ directory, facts }) => (
          <li key={directory}>
            <Link href={inDirectory(paths.desk.madeCity(directory), asked)}>
              {words.unpublished.open(facts.city, directory)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
