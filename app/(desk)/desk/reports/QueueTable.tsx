import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
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
import { stationText } from './station-text.ts';
import { TickedBar } from './TickedBar.tsx';

const words = deskReportWords;
const [tick, ...columns] = words.columns;

interface QueueTableProps {
  /** The directory the address asks for. */
  asked: string | undefined;
  office: ReportOffice;
  entries: readonly QueueEntry[];
  mayAccept: boolean;
  searched: boolean;
}

const isTickable = ({ report }: QueueEntry) => report.state === 'submitted';

/** The reports as a table; those not yet accepted can be ticked, and accepted to their stations or refused together. */
export function QueueTable({ asked, office, entries, mayAccept, searched }: QueueTableProps) {
  return (
    <DeskForm action="accept-ticked" also="reject-ticked" directory={office.directory.id} className="ticks" clears>
      <Notice />
      <SignInAgain />
      {mayAccept && <TickedBar all={entries.filter(isTickable).length} />}
      <table className="queue reports">
        <ColumnHeads hidden={tick} texts={columns} />
        <tbody>
          {entries.map((entry, index) => (
            <EntryRow
              asked={asked}
              key={entry.stored.ref}
              office={office}
              entry={entry}
              first={index === 0}
              mayAccept={mayAccept}
            />
          ))}
        </tbody>
      </table>
      {entries.length === 0 && <p className="empty">{searched ? words.none : words.empty}</p>}
      <KeyLine />
    </DeskForm>
  );
}

interface EntryRowProps {
  asked: string | undefined;
  office: ReportOffice;
  entry: QueueEntry;
  first: boolean;
  mayAccept: boolean;
}

function EntryRow({ asked, office, entry, first, mayAccept }: EntryRowProps) {
  const { stored, report } = entry;
  const { text, late, more } = deadlineWords(entry, office.now);
  const loud = LOUD_STATES.includes(report.state);
  return (
    <tr data-row="" data-cursor={first ? '' : undefined}>
      <td className="tick">
        {mayAccept && isTickable(entry) && (
          <Choice
            type="checkbox"
            name="tick"
            value={`${stored.ref} ${report.seq}`}
            aria-label={words.tick(stored.ref)}
          />
        )}
      </td>
      <th scope="row" className="number">
        <Link href={inDirectory(paths.desk.report(stored.ref), asked)}>{stored.ref}</Link>
      </th>
      <td>{stationText(office, report.station)}</td>
      <td>{KIND_FOR_STAFF[report.kind]}</td>
      <td>{dayList(report.dates)}</td>
      <td>
        <span className={loud ? 'tag warning' : 'tag'}>{STATE_FOR_STAFF[report.state]}</span>
      </td>
      <td>{WISH[report.wanted]}</td>
      <td className="what">
        <b className={late ? 'error' : undefined}>{text}</b>
        {more.map((line) => (
          <small key={line}>{line}</small>
        ))}
      </td>
    </tr>
  );
}
