import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { lastSeen } from '#lib/directory/decide.ts';
import { isOfCity } from '#lib/directory/decision.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { type DeskDirectory, findDeskDirectory } from '#lib/server/review.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { cityLineAge } from '#lib/shown/age.ts';
import { spacedDigits } from '#lib/shown/spaced-digits.ts';
import { ageSentence } from '#lib/wording/age.ts';
import { cityFactsWords as words } from '#lib/wording/city-facts.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { SaidOf } from '../../../parts/Outcome.tsx';
import { History } from '../../flags/[station]/History.tsx';
import { Waiting } from '../../flags/[station]/Waiting.tsx';
import { one } from '../../flags/query.ts';
import { CodesForm, FactsForm, LineForm } from './forms.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** 客服电话和登报信息: what only an admin changes of a city and of its notice, what waits, and what was changed. */
export default async function CityFactsPage({ searchParams }: PageProps<'/desk/directory/facts'>) {
  const asked = one((await searchParams).directory);
  const staff = await requireCityPage(paths.desk.cityFacts, 'cityFacts', { directory: asked });
  const state = (await findDeskDirectory(await getDesk(), staff.directory)) ?? notFound();
  const { directory, history, lapsed } = state;
  const rows = history.filter(isOfCity);
  return (
    <>
      <p className="position">
        <Link href={inDirectory(paths.desk.directory, asked)}>{deskWords.sections.directory}</Link>
      </p>
      <div className="head">
        <h1>{words.heading}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <SaidOf actions={['undo-city', 'answer']} />
      <div className="entry edit">
        <Forms state={state} />
        <div className="side">
          <Waiting {...{ state, staff }} record={null} />
          {rows.length > 0 && (
            <History {...{ directory, history, lapsed, rows }} role={staff.role} flags={[]} isPrinted={false} />
          )}
        </div>
      </div>
    </>
  );
}

/** Anew with every row of the history: what a field holds is what it would change. */
function Forms({ state: { directory, history, pending, printedFacts } }: { state: DeskDirectory }) {
  const { id, facts, service } = directory;
  const seen = lastSeen(history, null);
  const form = { directory: id, seen };
  return (
    <div key={seen}>
      <LineForm
        {...form}
        digits={spacedDigits(facts.cityLine.e164, facts.country)}
        age={ageSentence(cityLineAge(directory))}
        label={facts.cityLine.label}
        printed={`${printedFacts.cityLine.label} ${printedFacts.cityLine.printed}`}
        isWaiting={pending.some(({ field }) => field === 'city_line')}
      />
      <FactsForm {...form} title={facts.title} publisher={facts.publisher} from={facts.effectiveFrom} />
      <CodesForm {...form} codes={service.shortCodes} />
    </div>
  );
}
