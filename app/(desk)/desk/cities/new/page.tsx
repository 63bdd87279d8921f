import type { Metadata } from 'next';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { listPrefectures } from '#lib/server/made-cities/country-divisions.ts';
import { requirePage } from '#lib/server/session.ts';
import { newCityWords as words } from '#lib/wording/cities.ts';
import { deskWords } from '#lib/wording/desk.ts';
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
      <CityForm prefecture={prefecture} cancel={inDirectory(paths.desk.home, asked)} />
    </>
  );
}
