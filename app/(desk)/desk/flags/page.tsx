import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { isId } from '#lib/server/api/parameters.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { type DeskDirectory, findDeskDirectory } from '#lib/server/review.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { Consent } from './Consent.tsx';
import { Numbers } from './Numbers.tsx';
import { Queue } from './Queue.tsx';
import { all, one, type Query, withQuery } from './query.ts';
import { Tabs } from './Tabs.tsx';

const words = deskWords.queue;
export const metadata: Metadata = { title: deskWords.title(deskWords.sections.flags) };

/** The queue of entries, and every number by how long ago it was checked. */
export default async function FlagsPage({ searchParams }: PageProps<'/desk/flags'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requireCityPage(withQuery(query, { directory: null }), 'flags', { directory: asked });
  const [first, ...others] = all(query.tick).filter(isId);
  if (query.together !== undefined && first) {
    const together = new URLSearchParams(others.map((id) => ['with', id])).toString();
    redirect(inDirectory(together ? `${paths.desk.flag(first)}?${together}` : paths.desk.flag(first), asked));
  }
  const state = (await findDeskDirectory(await getDesk(), staff.directory)) ?? notFound();
  const { directory, queue } = state;
  const onNumbers = one(query.tab) === 'numbers';
  const now = new Date();
  return (
    <>
      <Head state={state} query={query} onNumbers={onNumbers} now={now} />
      <Consent state={state} staff={staff} asked={asked} />
      {onNumbers ? (
        <Numbers directory={directory} query={query} />
      ) : (
        <Queue directory={directory} queue={queue} query={query} now={now} />
      )}
    </>
  );
}

interface HeadProps {
  state: DeskDirectory;
  query: Query;
  onNumbers: boolean;
  now: Date;
}

/** Counts, the tabs, and the history to take along. */
function Head({ state, query, onNumbers, now }: HeadProps) {
  const { directory, summary } = state;
  const asked = one(query.directory);
  const { phones } = directory;
  const checked = phones.filter((phone) => phone.checked !== null).length;
  return (
    <div className="head">
      <h1>{onNumbers ? words.tabs.numbers : deskWords.sections.flags}</h1>
      <p>
        {onNumbers
          ? deskWords.numbers.summary(checked, phones.length)
          : words.summary(summary.entries, summary.errors, summary.warnings)}
      </p>
      <Tabs state={state} current={onNumbers ? 'numbers' : 'flags'} asked={asked} now={now} />
      <p className="exports">
        <a className="button" href={inDirectory(paths.desk.flagsCsv, asked)} download>
          {words.csv}
        </a>
        <a className="button" href={inDirectory(paths.desk.flagsJson, asked)} download>
          {words.json}
        </a>
      </p>
    </div>
  );
}
