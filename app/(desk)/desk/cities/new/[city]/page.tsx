import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findUnpublished, type MadeCity } from '#lib/server/made-cities/change-city.ts';
import { listPrefectures } from '#lib/server/made-cities/country-divisions.ts';
import { requirePage } from '#lib/server/session.ts';
import { newCityWords as words } from '#lib/wording/cities.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm } from '../../../../parts/DeskForm.tsx';
import { Choice, Fault, Submit } from '../../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../../parts/Outcome.tsx';
import { one } from '../../../flags/query.ts';
import { CityForm } from '../CityForm.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** A city that readers have not seen yet: all of it but its id may still be otherwise, or it may go. */
export default async function MadeCityPage({ params, searchParams }: PageProps<'/desk/cities/new/[city]'>) {
  const [{ city: id }, query] = await Promise.all([params, searchParams]);
  await requirePage(paths.desk.madeCity(id), 'newCity');
  const made = (await findUnpublished((await getDesk()).store, id)) ?? notFound();
  const code = one(query.prefecture) ?? made.counties[0]?.slice(0, 4);
  const prefecture = listPrefectures().find((one) => one.code === code) ?? null;
  return (
    <>
      <div className="head">
        <h1>{words.change.heading(made.facts.city)}</h1>
        <p>{words.change.lead(id)}</p>
      </div>
      <CityForm prefecture={prefecture} cancel={paths.desk.newCity} made={made} />
      <Remove made={made} />
    </>
  );
}

/** It cannot be undone, so that one press is not enough. */
function Remove({ made: { directory, seq, facts } }: { made: MadeCity }) {
  return (
    <DeskForm action="remove-city" of={directory} className="stack panel">
      <h2>{words.remove.heading}</h2>
      <Notice />
      <SignInAgain />
      <p>{words.remove.lead}</p>
      <input type="hidden" name="after" value={seq} />
      <Fault name="sure" />
      <Choice type="checkbox" name="sure" text={words.remove.sure(facts.city)} />
      <p className="buttons">
        <Submit className="away">{words.remove.submit}</Submit>
      </p>
    </DeskForm>
  );
}
