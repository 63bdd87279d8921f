import type { Severity } from '../directory/flags.ts';
import { listedUnder } from '../directory/grouped.ts';
import type { Check, Flag, Phone, PublishedDirectory, Station } from '../directory/records.ts';
import type { Decision } from './decision.ts';

/** Where an entry stands: something to decide, something that waits for a second person, or all of it decided. */
export const ENTRY_STATUSES = ['open', 'in_verification', 'settled'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/** A station, or the edition itself (`station` null), with its errors and warnings: what is reviewed as one. */
export interface Entry {
  station: Station | null;
  /** Worst first. */
  flags: Flag[];
  severity: Severity;
  status: EntryStatus;
  district: string | null;
  row: number | null;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** A number out of use is itself a conclusion: it waits for nobody. */
export function flagStatus({ status, code }: Pick<Flag, 'status' | 'code'>): EntryStatus {
  if (code === 'phone.not_public') return 'settled';
  return status === 'open' || status === 'in_verification' ? status : 'settled';
}

function makeEntry(station: Station | null, found: readonly Flag[], isPending: boolean): Entry {
  const flags = found.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  const statuses = [...flags.map(flagStatus), ...(isPending ? ['in_verification' as const] : [])];
  const status = ENTRY_STATUSES.find((one) => statuses.includes(one)) ?? 'settled';
  const current = flags.filter((flag) => flagStatus(flag) === status);
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
): Entry[] {
  const waiting = new Set(pending.map(({ record }) => record));
  const byRecord = Map.groupBy(
    flags.filter(({ severity, status }) => severity !== 'info' && status !== 'superseded'),
    ({ subject }) => subject.record,
  );
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
  status: EntryStatus;
  severity: Severity | null;
  district: string | null;
  code: string | null;
}

/** A choice of a filter and how many entries it would leave. */
export interface Choice<T> {
  value: T;
  count: number;
}

export interface FilteredQueue {
  entries: Entry[];
  statuses: Choice<EntryStatus>[];
  severities: Choice<Severity>[];
  districts: Choice<string>[];
  codes: Choice<string>[];
}

/** The entries a filter leaves. The counts of the other choices are those within the chosen status. */
export function filterQueue(queue: readonly Entry[], filter: QueueFilter): FilteredQueue {
  const inStatus = queue.filter(({ status }) => status === filter.status);
  const count = <T>(values: readonly T[]): Choice<T>[] =>
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
  const mostFirst = (choices: Choice<string>[]) => choices.toSorted((a, b) => b.count - a.count);
  return {
    entries: inStatus.filter(
      ({ severity, district, flags }) =>
        (filter.severity === null || severity === filter.severity) &&
        (filter.district === null || district === filter.district) &&
        (filter.code === null || flags.some(({ code }) => code === filter.code)),
    ),
    statuses: ENTRY_STATUSES.map((value) => ({ value, count: queue.filter(({ status }) => status === value).length })),
    severities: (['error', 'warning'] as const).map((value) => ({
      value,
      count: inStatus.filter(({ severity }) => severity === value).length,
    })),
    districts: mostFirst(count(inStatus.flatMap(({ district }) => district ?? []))),
    codes: mostFirst(count(inStatus.flatMap(({ flags }) => [...new Set(flags.map(({ code }) => code))]))),
  };
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
    .toSorted((a, b) => (a.checked?.at ?? '').localeCompare(b.checked?.at ?? '') || a.station.row - b.station.row);
}

/** Another entry that asks the same, and its flags that do. */
export interface SameQuestion {
  entry: Entry;
  flags: Flag[];
}

/** Other entries that the same rule doubts first, still open: one question, which may have one answer. Never numbers. */
export function sameQuestion(queue: readonly Entry[], record: string, flags: readonly Flag[]): SameQuestion[] {
  const [first] = flags;
  if (!first || first.subject.phone !== null) return [];
  return queue
    .filter(({ station }) => station !== null && station.id !== record)
    .map((entry) => {
      const open = entry.flags.filter(
        (flag) => flagStatus(flag) === 'open' && flag.subject.field === first.subject.field,
      );
      return { entry, flags: open.some(({ rule }) => rule === first.rule) ? open : [] };
    })
    .filter((one) => one.flags.length > 0)
    .toSorted((a, b) => (a.entry.row ?? 0) - (b.entry.row ?? 0));
}
