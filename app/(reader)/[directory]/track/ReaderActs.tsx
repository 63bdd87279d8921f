import { paths } from '#lib/paths.ts';
import { possibleEvents } from '#lib/reports/decide.ts';
import type { Report } from '#lib/reports/fold.ts';
import { STAFF_STATES } from '#lib/reports/lifecycle.ts';
import type { ReportOffice, StoredReport } from '#lib/server/reports/office.ts';
import { escalationOf } from '#lib/server/reports/track.ts';
import { trackWords } from '#lib/wording/report-pages.ts';
import { fieldId } from '../../parts/fields.tsx';

const { acts } = trackWords;
const ANSWERS = ['answered', 'confirmed', 'disputed'] as const;
const REMARKS = ['called', 'escalated'] as const;

interface ReaderActsProps {
  office: ReportOffice;
  stored: StoredReport;
  report: Report;
  typed: string;
}

/** What the reader may say now: the answers first, what is seldom wanted quiet below. */
export function ReaderActs({ office, stored, report, typed }: ReaderActsProps) {
  const { directory, now } = office;
  const possible = possibleEvents(report, { role: 'reader' }, now);
  const may = (name: Exclude<keyof typeof acts, 'erase'>) =>
    possible.includes(name) && (name !== 'escalated' || isUnmarked(office, report));
  return (
    <form method="post" action={paths.trackSend(directory.id)}>
      <input type="hidden" name="after" value={stored.events.length} />
      <WrittenWords label={labelOf(report, possible)} typed={typed} />
      <div className="acts">
        {ANSWERS.filter(may).map((name) => (
          <button key={name} className={name === 'disputed' ? 'btn' : 'btn main'} type="submit" name="act" value={name}>
            {acts[name]}
          </button>
        ))}
      </div>
      <div className="quiets">
        {REMARKS.filter(may).map((name) => (
          <button key={name} className="quiet" type="submit" name="act" value={name}>
            <span>{acts[name]}</span>
          </button>
        ))}
        {may('withdrawn') && (
          <a className="quiet" href={`${paths.track(directory.id)}?sure=withdrawn`}>
            <span>{acts.withdrawn}</span>
          </a>
        )}
      </div>
    </form>
  );
}

/** While staff have the next step, a reader may say once that nothing has come of it; the city line is named then. */
function isUnmarked(office: ReportOffice, report: Report): boolean {
  const waits = STAFF_STATES.some((state) => state === report.state);
  return waits && !report.escalations.includes(escalationOf(office, report));
}

/** What the reader may write now, or null where no words are asked for. */
function labelOf({ state }: Report, possible: ReturnType<typeof possibleEvents>): string | null {
  if (possible.includes('answered')) return trackWords.answerLabel;
  return state === 'closed' && possible.includes('disputed') ? trackWords.disputeLabel : null;
}

/** Where words are asked for, the field; where they no longer are, what was written and did not go out. */
function WrittenWords({ label, typed }: { label: string | null; typed: string }) {
  if (label === null && typed === '') return null;
  return (
    <div className="group">
      {label === null ? (
        <>
          <h2>{trackWords.notSent}</h2>
          <p className="typed">{typed}</p>
        </>
      ) : (
        <>
          <label htmlFor={fieldId('text')}>{label}</label>
          <textarea id={fieldId('text')} name="text" rows={3} defaultValue={typed} />
        </>
      )}
    </div>
  );
}
