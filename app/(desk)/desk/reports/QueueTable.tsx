import Link from 'next/link';
import { isReturned, whoIsOn } from '#lib/reports/fold.ts';
import { isSettled } from '#lib/reports/lifecycle.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords, LOUD_STATES } from '#lib/wording/desk-reports.ts';
import { dayList, KIND_FOR_STAFF, STATE_FOR_STAFF, WISH } from '#lib/wording/reports.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Choice } from '../../parts/fields.tsx';
import { KeyLine } from '../../parts/KeyLine.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import { deadlineWords } from './deadline-words.ts';
import { isSearch, type QueueQuery, reportAddress } from './query.ts';
import { stationOptions, stationText } from './station-text.ts';
import { TickedBar } from './TickedBar.tsx';

const words = deskReportWords;
const [tick, ...columns] = words.columns;

interface QueueTableProps {
  query: QueueQuery;
  office: ReportOffice;
  entries: readonly QueueEntry[];
  mayAccept: boolean;
}

/** The reports as a table; those that are open can be ticked, and worked on together. */
export function QueueTable({ query, office, entries, mayAccept }: QueueTableProps) {
  const open = entries.filter(({ report }) => !isSettled(report.state));
  return (
    <DeskForm action="step-ticked" also="print-orders" directory={office.directory.id} className="ticks" clears>
      <Notice />
      <SignInAgain />
      {open.length > 0 && (
        <TickedBar
          states={open.map(({ report }) => (isReturned(report) ? 'returned' : report.state))}
          mayAccept={mayAccept}
          stations={stationOptions(office.directory)}
        />
      )}
      <table className="queue reports">
        <ColumnHeads hidden={tick} texts={columns} />
        <tbody>
          {entries.map((entry, index) => (
            <EntryRow query={query} key={entry.stored.ref} office={office} entry={entry} first={index === 0} />
          ))}
        </tbody>
      </table>
      {entries.length === 0 && <p className="empty">{isSearch(query) ? words.none : words.empty}</p>}
      <KeyLine keys={words.keySheet} />
    </DeskForm>
  );
}

interface EntryRowProps {
  query: QueueQuery;
  office: ReportOffice;
  entry: QueueEntry;
  first: boolean;
}

function EntryRow({ query, office, entry, first }: EntryRowProps) {
  const { stored, report } = entry;
  const { text, late, more } = deadlineWords(entry, office.now);
  const loud = LOUD_STATES.includes(report.state);
  return (
    <tr data-row="" data-cursor={first ? '' : undefined}>
      <td className="tick">
        {!isSettled(report.state) && (
          <Choice
            type="checkbox"
            name="tick"
            value={`${stored.ref} ${report.seq}`}
            aria-label={words.tick(stored.ref)}
            data-state={isReturned(report) ? 'returned' : report.state}
          />
        )}
      </td>
      <th scope="row" className="number">
        <Link href={reportAddress(stored.ref, query, office.now)} prefetch={false}>
          {stored.ref}
        </Link>
      </th>
      <td>{stationText(office, report.station)}</td>
      <td>{KIND_FOR_STAFF[report.kind]}</td>
      <td>{dayList(report.dates)}</td>
      <td>
        <span className={loud ? 'tag warning' : 'tag'}>{STATE_FOR_STAFF[report.state]}</span>
        {isReturned(report) && <small>{words.returned}</small>}
      </td>
      <td>{WISH[report.wanted]}</td>
      <td>{report.settledAt === null && (whoIsOn(report) ?? words.nobody)}</td>
      <td className="what">
        <b className={late ? 'error' : undefined}>{text}</b>
        {more.map((line) => (
          <small key={line}>{line}</small>
        ))}
      </td>
    </tr>
  );
}
