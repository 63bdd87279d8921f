import type { Metadata } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { STATES } from '#lib/reports/words.ts';
import { countQueue, listQueue, OPEN_STATES, searchQueue } from '#lib/server/reports/staff-queue.ts';
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
  const entries = typed === '' ? await listQueue(office, staff, state) : await searchQueue(office, staff, typed);
  const counts = await countQueue(office, staff);
  const open = OPEN_STATES.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const late = entries.filter(({ overdue }) => overdue).length;
  const { hours, limits } = office.directory.service;
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
        <p>
          {typed === '' ? words.summary(open) : words.found(typed, entries.length)}
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
      <div className="rail">
        <StateFilter asked={asked} counts={counts} chosen={state} typed={typed} open={open} />
        <QueueTable
          asked={asked}
          office={office}
          entries={entries}
          mayAccept={staff.role !== 'agent'}
          searched={typed !== ''}
        />
      </div>
    </>
  );
}
