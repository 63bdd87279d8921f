import type { Report } from '#lib/reports/fold.ts';
import { maskPhone } from '#lib/reports/mask.ts';
import type { StoredReport } from '#lib/server/reports/office.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { checkWords } from '#lib/wording/report-pages.ts';
import { CALLED, KIND_FOR_STAFF, WISH, weekDay } from '#lib/wording/reports.ts';
import { Unmask } from './Unmask.tsx';

const words = deskReportWords;

interface FactsProps {
  stored: StoredReport;
  report: Report;
  mayUnmask: boolean;
  /** Something was written that this person is not given. */
  withheld: boolean;
}

function factsOf({
  stored: { private: part },
  report,
  withheld,
}: Omit<FactsProps, 'mayUnmask'>): [string, string | null | undefined][] {
  const { rows } = words;
  const filedBy = report.filedBy === 'reader' ? words.filedBy.reader : words.filedBy.staff;
  return [
    [rows.kind, KIND_FOR_STAFF[report.kind]],
    [rows.dates, report.dates.map(weekDay).join('、')],
    [rows.papers, checkWords.papers(part?.papers ?? '', report.copies ? String(report.copies) : '')],
    [rows.wanted, WISH[report.wanted]],
    [rows.place, part ? part.place : words.gone],
    [rows.text, part ? (withheld ? words.withheld : part.text) : words.gone],
    [rows.called, report.calledAlready && CALLED[report.calledAlready]],
    [rows.filed, `${shortTime(report.submittedAt)} ${filedBy}`],
  ];
}

/** What the reader told. Text is text: nothing in it is a link. The phone is masked until somebody says why. */
export function Facts({ stored, report, mayUnmask, withheld }: FactsProps) {
  const phone = stored.private?.phone;
  return (
    <section>
      <h2>{words.told}</h2>
      <table>
        <tbody>
          {factsOf({ stored, report, withheld })
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="typed">{value}</td>
              </tr>
            ))}
          {phone && (
            <tr>
              <th scope="row">{words.rows.phone}</th>
              <td>
                {mayUnmask ? (
                  <Unmask report={stored.ref} directory={stored.directory} masked={maskPhone(phone)} />
                ) : (
                  maskPhone(phone)
                )}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
