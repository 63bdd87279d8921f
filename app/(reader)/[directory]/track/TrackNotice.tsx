import type { ReportDraft } from '#lib/reports/typed-form.ts';
import { trackWords } from '#lib/wording/report-pages.ts';
import { FAULT, REFUSAL } from '#lib/wording/reports.ts';

const SENTENCES: Readonly<Record<string, string>> = { ...FAULT, ...REFUSAL, ...trackWords.notices };

/** What went wrong last; the address leads here (#check). */
export function TrackNotice({ notice }: { notice: NonNullable<ReportDraft['trackNotice']> }) {
  return (
    <div className="faults" id="check" role="alert" tabIndex={-1}>
      <p>{SENTENCES[notice.code] ?? trackWords.notices.unknown}</p>
    </div>
  );
}
