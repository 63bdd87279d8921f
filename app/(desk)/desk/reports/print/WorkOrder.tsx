import { isFinal } from '#lib/reports/lifecycle.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import type { QueueEntry } from '#lib/server/reports/staff-queue.ts';
import type { Staff } from '#lib/server/session.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { checkWords } from '#lib/wording/report-pages.ts';
import { KIND_FOR_STAFF, WISH, weekDay } from '#lib/wording/reports.ts';
import { dueMoment } from '../deadline-words.ts';
import { stationText } from '../station-text.ts';

const { orders: words, ...desk } = deskReportWords;

/** Whether somebody has had a report's phone shown, which is logged with a reason, and there is still something to do. */
export const hasLookedAt = ({ stored, report }: QueueEntry, { username }: Staff): boolean =>
  !isFinal(report.state) &&
  Boolean(stored.private?.phone) &&
  stored.events.some(({ type, by }) => type === 'unmasked' && by.name === username);

interface WorkOrderProps {
  office: ReportOffice;
  entry: QueueEntry;
  phone: string | null;
}

/** What who carries the papers needs to know, and three lines to write on. */
export function WorkOrder({ office, entry, phone }: WorkOrderProps) {
  const { stored, report, withheld } = entry;
  const { private: part } = stored;
  const station = stationText(office, report.station);
  const due = dueMoment(entry, office.now);
  const text = part?.text ?? (withheld ? desk.withheld : '');
  const rows: [string, string | null][] = [
    [desk.rows.wanted, WISH[report.wanted]],
    [words.due, due === null ? words.noDue : words.before(due)],
    [desk.rows.papers, checkWords.papers(part?.papers ?? '', report.copies ? String(report.copies) : '')],
    [words.dates, report.dates.map(weekDay).join('、')],
    [desk.rows.place, part ? part.place : desk.gone],
    [words.phone, phone],
    [desk.rows.kind, [KIND_FOR_STAFF[report.kind], text].filter(Boolean).join('：')],
  ];
  return (
    <article aria-label={`${words.heading} ${stored.ref}`}>
      <h1>
        {stored.ref} <span>{report.station === null ? station : desk.station(station)}</span>
      </h1>
      <dl>
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="typed">{value}</dd>
            </div>
          ))}
      </dl>
      <p className="lines">
        {Object.values(words.lines).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
    </article>
  );
}
