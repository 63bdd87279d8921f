import type { ReportDraft } from '#lib/reports/typed-form.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { FAULT } from '#lib/wording/reports.ts';
import { fieldId } from '../../parts/fields.tsx';

type Form = NonNullable<ReportDraft['form']>;

/** What is wrong, above the heading: the address leads here (#check), and each line to its field. */
export function FaultSummary({ faults, notice }: Pick<Form, 'faults' | 'notice'>) {
  if (faults.length === 0 && notice === null) return null;
  const byField = new Map(faults.map((fault) => [fault.field, fault.code]));
  return (
    <div className="faults" id="check" role="alert" tabIndex={-1}>
      <h2>{faults.length > 0 ? formWords.faults(byField.size) : formWords.notices[notice ?? 'again']}</h2>
      {faults.length > 0 && (
        <ul>
          {[...byField].map(([field, code]) => (
            <li key={field}>
              <a href={`#${fieldId(field)}`}>{FAULT[code]}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
