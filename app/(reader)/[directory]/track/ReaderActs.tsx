import { paths } from '#lib/paths.ts';
import { possibleEvents } from '#lib/reports/decide.ts';
import type { Report } from '#lib/reports/fold.ts';
import { STAFF_STATES } from '#lib/reports/lifecycle.ts';
import type { ReportOffice, StoredReport } from '#lib/server/reports/office.ts';
import { escalationOf } from '#lib/server/reports/track.ts';
import { trackWords } from '#lib/wording/report-pages.ts';
import { fieldId } from '../../parts/fields.tsx';

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
  const may = (type: (typeof possible)[number]) => possible.includes(type);
  const sure = (act: string) => `${paths.track(directory.id)}?sure=${act}`;
  const { acts } = trackWords;
  return (
    <form method="post" action={paths.trackSend(directory.id)}>
      <input type="hidden" name="after" value={stored.events.length} />
      <WrittenWords label={labelOf(report, possible)} typed={typed} />
      <div className="acts">
        {may('answered') && <Act name="answered" main />}
        {may('confirmed') && <Act name="confirmed" main />}
        {may('disputed') && <Act name="disputed" />}
      </div>
      <div className="quiets">
        {may('called') && <QuietAct name="called" />}
        {may('escalated') && isUnmarked(office, report) && <QuietAct name="escalated" />}
        {may('withdrawn') && (
          <a className="quiet" href={sure('withdrawn')}>
            <span>{acts.withdrawn}</span>
          </a>
        )}
        <a className="quiet" href={sure('erase')}>
          <span>{acts.erase}</span>
        </a>
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

type ActName = 'answered' | 'confirmed' | 'disputed' | 'called' | 'escalated';

function Act({ name, main = false }: { name: ActName; main?: boolean }) {
  return (
    <button className={main ? 'btn main' : 'btn'} type="submit" name="act" value={name}>
      {trackWords.acts[name]}
    </button>
  );
}

function QuietAct({ name }: { name: ActName }) {
  return (
    <button className="quiet" type="submit" name="act" value={name}>
      <span>{trackWords.acts[name]}</span>
    </button>
  );
}
