import type { Metadata } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { isSettled, OPEN_STATES } from '#lib/reports/lifecycle.ts';
import { STATES, type State } from '#lib/reports/words.ts';
import { countQueue, LOOK_THROUGH, listQueue, searchQueue } from '#lib/server/reports/staff-queue.ts';
import { requirePageRole } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { inDirectory } from '../../parts/in-directory.ts';
import { one } from '../flags/query.ts';
import { deskOffice } from './desk-office.ts';
import { QueueTable } from './QueueTable.tsx';
import { StateFilter } from './StateFilter.tsx';

const words = deskReportWords;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

/** The queue of reports: by next deadline, or found by number, station or place. */
export default async function ReportsPage({ searchParams }: PageProps<'/desk/reports'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requirePageRole(inDirectory(paths.desk.reports, asked), 'agent', 'dispatcher');
  const office = await deskOffice(asked);
  const state = STATES.find((known) => known === one(query.state)) ?? null;
  const typed = one(query.q)?.trim() ?? '';
  const before = one(query.before) ?? null;
  const { entries, more } =
    typed === '' ? await listQueue(office, staff, state, before) : await searchQueue(office, staff, typed);
  const counts = await countQueue(office, staff);
  const open = OPEN_STATES.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const late = entries.filter(({ overdue }) => overdue).length;
  const { hours, limits } = office.directory.service;
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
        <p>
          {typed === '' ? words.summary(open) : words.found(typed, entries.length, more)}
          {late > 0 && (
            <>
              ，<b className="problem">{words.overdue(late)}</b>
            </>
          )}
          。{hours && limits ? words.order : words.noLimits}
        </p>
        <p className="exports">
          {staff.role !== 'agent' && (
            <Link className="button" href={inDirectory(paths.desk.fileReport, asked)}>
              {words.file}
            </Link>
          )}
        </p>
      </div>
      {entries.some(({ deadline }) => deadline?.calendar === 'assumed') && <p className="hint">{words.assumed}</p>}
      {typed !== '' && <p className="hint">{words.lookedThrough(LOOK_THROUGH)}</p>}
      <div className="rail">
        <StateFilter asked={asked} counts={counts} chosen={state} typed={typed} open={open} />
        <div>
          <QueueTable
            asked={asked}
            office={office}
            entries={entries}
            mayAccept={staff.role !== 'agent'}
            searched={typed !== ''}
          />
          {typed === '' && more && <More asked={asked} state={state} last={entries.at(-1)?.stored.ref ?? ''} />}
        </div>
      </div>
    </>
  );
}

/** Settled reports go on another page, further back; of the open ones the oldest are shown, and that is said. */
function More({ asked, state, last }: { asked: string | undefined; state: State | null; last: string }) {
  if (state === null || !isSettled(state)) return <p className="hint">{words.onlyOldest}</p>;
  return (
    <nav className="pages" aria-label={deskWords.queue.pages}>
      <Link href={inDirectory(`${paths.desk.reports}?state=${state}&before=${last}`, asked)}>{words.earlier}</Link>
    </nav>
  );
}
