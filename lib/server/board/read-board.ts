import type { PublishedDirectory } from '../../directory/records.ts';
import { copiesIn } from '../../reports/board/copies.ts';
import { addUp, type Figures, NO_FIGURES } from '../../reports/board/figures.ts';
import { addMonths, monthsDown } from '../../reports/board/months.ts';
import { dayOf } from '../../reports/days.ts';
import { KINDS, type Kind } from '../../reports/words.ts';
import type { Cell } from '../../store/outcomes.ts';
import type { ReportOffice } from '../reports/office.ts';
import type { Staff } from '../session.ts';
import { countUp } from './count-up.ts';

/** Months of the line, up to the one that is shown. */
const MONTHS = 12;
/** So many are counted before a page is shown; what happened since the last pass of time is far less. */
const MOST_COUNTED = 2000;

type Office = Pick<ReportOffice, 'store' | 'directory' | 'calendar' | 'now'>;

/** A district or a station on the board. `id` is null for what belongs to none. */
export interface Part {
  id: string | null;
  figures: Figures;
  /** Copies of a day in that month; null where those of a station are not known. */
  copies: number | null;
  /** How many of its stations have none. */
  missing: number;
}

/** All that the board of a month shows. */
export interface Board {
  month: string;
  /** Those that may be chosen, the newest first. */
  months: readonly string[];
  /** The day in China of which it is. */
  today: string;
  /** Something is not counted yet. */
  isBehind: boolean;
  all: Figures;
  /** Month by month up to this one, the oldest first. */
  line: readonly { month: string; figures: Figures }[];
  /** Those of which something was filed, by how much. Nobody is ranked by a rate. */
  districts: readonly Part[];
  stations: readonly Part[];
  kinds: readonly { kind: Kind; figures: Figures }[];
}

/** The stations whose figures somebody may see, or null for all: an agent sees those of their own. */
export const boardStations = ({ role, stations }: Pick<Staff, 'role' | 'stations'>) =>
  role === 'agent' ? stations : null;

/** The months of which a city has figures, the newest first; this month where there are none. */
async function monthsOf({ store, directory }: Office, today: string): Promise<string[]> {
  const now = today.slice(0, 7);
  const first = (await store.outcomes.firstMonth(directory.id)) ?? now;
  return monthsDown(first < now ? first : now, now);
}

/** The months of the line that ends with one. */
const lineOf = (month: string, months: readonly string[]): string[] =>
  months.filter((one) => one <= month && one > addMonths(month, -MONTHS)).toReversed();

/**
 * The board of a month, or of this one where that is none of those with figures.
 *
 * @param stations whose figures they are, null for all
 */
export async function readBoard(
  office: Office,
  stations: readonly string[] | null,
  asked: string | null,
): Promise<Board> {
  const { store, directory, now } = office;
  const isWhole = await countUp(office, MOST_COUNTED);
  const today = dayOf(now);
  const months = await monthsOf(office, today);
  const month = months.find((one) => one === asked) ?? today.slice(0, 7);
  const line = lineOf(month, months);
  const cut = { stations, today, to: month };
  const [cells, byMonth, entries] = await Promise.all([
    store.outcomes.cells(directory.id, { ...cut, from: month }),
    store.outcomes.months(directory.id, { ...cut, from: line[0] ?? month }),
    store.copies.list(directory.id),
  ]);
  return {
    ...{ month, months, today, isBehind: !isWhole },
    all: addUp(cells),
    line: line.map((one) => ({ month: one, figures: byMonth.get(one) ?? NO_FIGURES })),
    ...partsOf(directory, cells, copiesIn(entries, month), stations),
    kinds: KINDS.map((kind) => ({ kind, figures: addUp(cells.filter((cell) => cell.kind === kind)) })),
  };
}

/** The months that the board of a month shows, the oldest first; what is to be counted is counted before. */
export async function readMonths(office: Office, asked: string | null): Promise<string[]> {
  await countUp(office, Number.POSITIVE_INFINITY);
  const months = await monthsOf(office, dayOf(office.now));
  return lineOf(months.find((one) => one === asked) ?? months[0] ?? '', months);
}

/** The district that a station is listed in; null where it is in none, or there is no such station any more. */
export function districtsOfStations({ stations }: PublishedDirectory): ReadonlyMap<string, string | null> {
  return new Map(stations.map(({ id, district }) => [id, district.value]));
}

function partsOf(
  directory: PublishedDirectory,
  cells: readonly Cell[],
  copies: ReadonlyMap<string, number>,
  own: readonly string[] | null,
): Pick<Board, 'districts' | 'stations'> {
  const districtOf = districtsOfStations(directory);
  const seen = directory.stations.filter(({ id }) => own === null || own.includes(id));
  const parts = (idOf: (station: string | null) => string | null): Part[] => {
    const stationsOf = Map.groupBy(seen, ({ id }) => idOf(id));
    const groups = Map.groupBy(cells, ({ station }) => idOf(station));
    return [...groups].map(([id, group]): Part => {
      const members = id === null ? [] : (stationsOf.get(id) ?? []);
      const known = members.flatMap((station) => copies.get(station.id) ?? []);
      const missing = members.length - known.length;
      const whole = members.length > 0 && missing === 0;
      return { id, figures: addUp(group), copies: whole ? known.reduce((sum, one) => sum + one, 0) : null, missing };
    });
  };
  return {
    districts: inOrder(
      parts((station) => (station === null ? null : (districtOf.get(station) ?? null))),
      directory.districts,
    ),
    stations: inOrder(
      parts((station) => station),
      directory.stations,
    ),
  };
}

/** Those with as much in the order in which they are printed, and what belongs to none last. */
function inOrder(parts: readonly Part[], printed: readonly { id: string }[]): Part[] {
  const places = new Map(printed.map(({ id }, index) => [id, index]));
  const place = ({ id }: Part) => (id === null ? Number.POSITIVE_INFINITY : (places.get(id) ?? places.size));
  const compare = (a: Part, b: Part) =>
    Number(a.id === null) - Number(b.id === null) || b.figures.filed - a.figures.filed || place(a) - place(b);
  return parts.toSorted(compare);
}
