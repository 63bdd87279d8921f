import { copiesIn } from '../../reports/board/copies.ts';
import { isKept } from '../../reports/board/outcome.ts';
import { dayOf, timeOf } from '../../reports/days.ts';
import { csvLines, formatCsv } from '../../shown/csv.ts';
import type { CountedReport } from '../../store/outcomes.ts';
import { boardCsvWords as words } from '../../wording/board.ts';
import { KIND_FOR_STAFF, STATE_FOR_STAFF } from '../../wording/reports.ts';
import type { ReportOffice } from '../reports/office.ts';
import { districtsOfStations } from './read-board.ts';

/** What the figures of a board are made of, as tables to take along. Nothing in them says who a reader is. */

type Office = Pick<ReportOffice, 'store' | 'directory' | 'names'>;

/** What is asked for: months, the oldest first; stations, null for all; the day in China of which it is. */
export interface CsvCut {
  line: readonly string[];
  stations: readonly string[] | null;
  today: string;
}

/** Reports that are read at once. */
const BATCH = 1000;

const yesNo = (said: boolean) => (said ? words.yes : words.no);
const moment = (at: string) => `${dayOf(at)} ${timeOf(at)}`;

/** A station's number, name and district, as the cells of a row. */
function placesOf({ directory, names }: Office) {
  const districts = districtsOfStations(directory);
  const labels = new Map(directory.districts.map(({ id, label }) => [id, label]));
  return (station: string | null): string[] => {
    const district = station === null ? null : (districts.get(station) ?? null);
    const name = station === null ? null : names.get(station);
    return [station ?? '', name ?? '', district === null ? '' : (labels.get(district) ?? district)];
  };
}

function rowOf(report: CountedReport, places: ReturnType<typeof placesOf>, today: string): string[] {
  const { ref, month, submittedAt, station, kind, state, due, doneAt, said, reopened } = report;
  const isDue = due !== null && due < today;
  return [
    ...[ref, month, moment(submittedAt), ...places(station), KIND_FOR_STAFF[kind], STATE_FOR_STAFF[state]],
    ...[due ?? '', yesNo(isDue), doneAt === null ? '' : moment(doneAt), isDue ? yesNo(isKept(report)) : ''],
    ...[said === null ? '' : words.said[said], yesNo(reopened), today],
  ];
}

/** A row for each report that was filed in those months, in parts, so that none has to stand in memory whole. */
export async function* reportsCsv(office: Office, { line, stations, today }: CsvCut): AsyncGenerator<string> {
  const { store, directory } = office;
  const places = placesOf(office);
  yield formatCsv([words.reports]);
  for (const month of line) {
    for (let after = ''; ; ) {
      const found = await store.outcomes.list(directory.id, { month, stations, after, limit: BATCH });
      if (found.length > 0) yield csvLines(found.map((report) => rowOf(report, places, today)));
      const last = found.at(-1);
      if (!last || found.length < BATCH) break;
      after = last.ref;
    }
  }
}

/** The copies of each station in each of those months; blank where they are not known. */
export async function* copiesCsv(office: Office, { line, stations }: CsvCut): AsyncGenerator<string> {
  const { store, directory } = office;
  const places = placesOf(office);
  const entries = await store.copies.list(directory.id);
  const own = directory.stations.filter(({ id }) => stations === null || stations.includes(id));
  const rows = line.flatMap((month) => {
    const copies = copiesIn(entries, month);
    return own.map(({ id }) => [month, ...places(id), String(copies.get(id) ?? '')]);
  });
  yield formatCsv([words.copies, ...rows]);
}
