import type { Decision } from './decision.ts';
import type { Severity } from './flags.ts';
import { listedUnder } from './grouped.ts';
import type { Check, Flag, Phone, PublishedDirectory, Station } from './records.ts';
import { isReviewed, REVIEW_STATUSES, type ReviewStatus, reviewStatus } from './standing.ts';

/** A station, or the edition itself (`station` null), with its errors and warnings: what is reviewed as one. */
export interface ReviewEntry {
  station: Station | null;
  /** Worst first. */
  flags: Flag[];
  severity: Severity;
  status: ReviewStatus;
  district: string | null;
  row: number | null;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function makeEntry(station: Station | null, found: readonly Flag[], isPending: boolean): ReviewEntry {
  const flags = found.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  const statuses = [...flags.map(reviewStatus), ...(isPending ? ['in_verification' as const] : [])];
  const status = REVIEW_STATUSES.find((one) => statuses.includes(one)) ?? 'settled';
  const current = flags.filter((flag) => reviewStatus(flag) === status);
  return {
    station,
    flags,
    severity: current[0]?.severity ?? 'warning',
    status,
    district: station === null ? null : listedUnder(station),
    row: station?.row ?? null,
  };
}

/**
 * Every entry with an error or a warning, worst first: severity, number of flags, printed order.
 *
 * @param pending proposals that wait: their stations stand in the queue too where nothing is flagged
 */
export function reviewQueue(
  { stations, flags }: Pick<PublishedDirectory, 'stations' | 'flags'>,
  pending: readonly Decision[] = [],
): ReviewEntry[] {
  const waiting = new Set(pending.map(({ record }) => record));
  const byRecord = Map.groupBy(flags.filter(isReviewed), ({ subject }) => subject.record);
  const entries = [null, ...stations].flatMap((station) => {
    const record = station?.id ?? null;
    const found = byRecord.get(record) ?? [];
    return found.length > 0 || waiting.has(record) ? [makeEntry(station, found, waiting.has(record))] : [];
  });
  return entries.toSorted(
    (a, b) => RANK[a.severity] - RANK[b.severity] || b.flags.length - a.flags.length || (a.row ?? 0) - (b.row ?? 0),
  );
}

export interface QueueFilter {
  status: ReviewStatus;
  severity: Severity | null;
  district: string | null;
  code: string | null;
}

/** What is still open: how many entries, and their flags that are. */
export interface QueueSummary {
  entries: number;
  errors: number;
  warnings: number;
}

export function summarise(queue: readonly ReviewEntry[]): QueueSummary {
  const open = queue.filter(({ status }) => status === 'open');
  const flags = open.flatMap((entry) => entry.flags.filter((flag) => reviewStatus(flag) === 'open'));
  const errors = flags.filter(({ severity }) => severity === 'error').length;
  return { entries: open.length, errors, warnings: flags.length - errors };
}

/** A choice of a filter and how many entries it would leave. */
export interface Choice<T> {
  value: T;
  count: number;
}

export interface FilteredQueue {
  entries: ReviewEntry[];
  statuses: Choice<ReviewStatus>[];
  severities: Choice<Severity>[];
  districts: Choice<string>[];
  codes: Choice<string>[];
}

/** The entries a filter leaves. The counts of the other choices are those within the chosen status. */
export function filterQueue(queue: readonly ReviewEntry[], filter: QueueFilter): FilteredQueue {
  const inStatus = queue.filter(({ status }) => status === filter.status);
  return {
    entries: inStatus.filter(
      ({ severity, district, flags }) =>
        (filter.severity === null || severity === filter.severity) &&
        (filter.district === null || district === filter.district) &&
        (filter.code === null || flags.some(({ code }) => code === filter.code)),
    ),
    statuses: choicesOf(REVIEW_STATUSES, queue, (entry) => [entry.status]),
    severities: choicesOf(['error', 'warning'], inStatus, (entry) => [entry.severity]),
    districts: mostFirst(choicesOf([], inStatus, ({ district }) => (district === null ? [] : [district]))),
    codes: mostFirst(choicesOf([], inStatus, ({ flags }) => new Set(flags.map(({ code }) => code)))),
  };
}

const mostFirst = (choices: Choice<string>[]) => choices.toSorted((a, b) => b.count - a.count);

/** How many entries have each value; `always` are named also where none has it. */
function choicesOf<T>(
  always: readonly T[],
  entries: readonly ReviewEntry[],
  valuesOf: (entry: ReviewEntry) => Iterable<T>,
) {
  const counts = new Map<T, number>(always.map((value) => [value, 0]));
  for (const entry of entries) for (const value of valuesOf(entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]): Choice<T> => ({ value, count }));
}

/** A number and when it was last checked, for the list of all numbers. */
export interface NumberEntry {
  phone: Phone;
  station: Station;
  checked: Check | null;
}

/** Every number, those that nobody has checked first, then by how long ago somebody has. */
export function numbersByAge({ stations, phones }: Pick<PublishedDirectory, 'stations' | 'phones'>): NumberEntry[] {
  const byId = new Map(stations.map((station) => [station.id, station]));
  return phones
    .flatMap((phone) => {
      const station = byId.get(phone.station);
      return station ? [{ phone, station, checked: phone.checked }] : [];
    })
    .toSorted((a, b) => compareText(a.checked?.at ?? '', b.checked?.at ?? '') || a.station.row - b.station.row);
}

/** ISO instants in their order. */
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Another entry that asks the same, and its flags that do. */
export interface SameQuestion {
  entry: ReviewEntry;
  flags: Flag[];
}

/** Other entries that the same rule doubts first, still open: one question, which may have one answer. Never numbers. */
export function sameQuestion(queue: readonly ReviewEntry[], record: string, flags: readonly Flag[]): SameQuestion[] {
  const [first] = flags;
  if (!first || first.subject.phone !== null) return [];
  return queue
    .filter(({ station }) => station !== null && station.id !== record)
    .map((entry) => {
      const open = entry.flags.filter(
        (flag) => reviewStatus(flag) === 'open' && flag.subject.field === first.subject.field,
      );
      return { entry, flags: open.some(({ rule }) => rule === first.rule) ? open : [] };
    })
    .filter((one) => one.flags.length > 0)
    .toSorted((a, b) => (a.entry.row ?? 0) - (b.entry.row ?? 0));
}
