import type { PublishedDirectory } from '#lib/directory/records.ts';
import type { ReportInput } from '#lib/reports/form.ts';
import { maskPhone } from '#lib/reports/mask.ts';
import { shownName } from '#lib/shown/phone-words.ts';
import { viewStation } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';
import { checkWords, formWords } from '#lib/wording/report-pages.ts';
import { CALLED, KIND_FOR_READERS, WISH, weekDay } from '#lib/wording/reports.ts';

function stationText(directory: PublishedDirectory, id: string | null): string {
  const station = directory.stations.find((one) => one.id === id);
  if (!station) return formWords.unknownStation;
  const view = viewStation(directory, station);
  return view.district ? words.inCounty(shownName(view), view.district.label) : shownName(view);
}

/** What the reader typed, in words, the phone already masked. */
export function CheckedFacts({ directory, report }: { directory: PublishedDirectory; report: ReportInput }) {
  const { station, kind, dates, papers = '', copies, place, wanted, phone, text, calledAlready } = report;
  const rows: [string, string | undefined][] = [
    [checkWords.rows.station, stationText(directory, station)],
    [checkWords.rows.kind, KIND_FOR_READERS[kind]],
    [checkWords.rows.dates, dates.map(weekDay).join('、')],
    [checkWords.rows.papers, checkWords.papers(papers, copies ? String(copies) : '')],
    [checkWords.rows.place, place],
    [checkWords.rows.wanted, WISH[wanted]],
    [checkWords.rows.phone, phone && maskPhone(phone)],
    [checkWords.rows.text, text],
    [checkWords.rows.calledAlready, calledAlready && CALLED[calledAlready]],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="typed">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
