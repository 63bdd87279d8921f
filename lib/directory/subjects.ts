import type { Correctable, Decision } from './decision.ts';
import { groupedRecords } from './grouped.ts';
import { inOfferedOrder } from './offered-order.ts';
import type { Flag, PublishedDirectory, Station } from './records.ts';
import { allowedActions, allowedPhoneActions, correctableField, type FormAction } from './rules.ts';
import { isReviewed, reviewStatus } from './standing.ts';

/**
 * What the form of an entry is about at one time: a number, the name or the district. All open flags about it are
 * settled together, each by a row of its own.
 */
export interface Subject {
  /** `name`, `district`, `other`, a phone's id, or `number:` and a phone's id for the number as such. */
  key: string;
  phone: string | null;
  field: Correctable | null;
  flags: Flag[];
  actions: FormAction[];
}

function flagSubject(key: string, flags: Flag[]): Subject {
  const open = flags.filter((flag) => reviewStatus(flag) === 'open');
  const about = open.length > 0 ? open : flags;
  const [first] = about;
  const common = about.map(allowedActions);
  return {
    key,
    phone: first?.subject.phone ?? null,
    field: first ? correctableField(first) : null,
    flags: about,
    actions: (common[0] ?? []).filter((action) => common.every((one) => one.includes(action))),
  };
}

/** Numbers as such: those without an error or warning, and those of which all of that is settled. */
function phoneSubjects(
  directory: PublishedDirectory,
  own: readonly Flag[],
  station: Station,
  pending: readonly Decision[],
): Subject[] {
  return inOfferedOrder(groupedRecords(directory).phones.get(station.id) ?? []).flatMap((phone) => {
    const flags = own.filter(({ subject }) => subject.phone === phone.id);
    if (flags.some((flag) => isReviewed(flag) && reviewStatus(flag) !== 'settled')) return [];
    const isPending = pending.some((proposal) => proposal.phone === phone.id);
    const actions = allowedPhoneActions(flags, isPending);
    return [{ key: `number:${phone.id}`, phone: phone.id, field: 'number' as const, flags: [], actions }];
  });
}

/** The things that may be decided about a station, or about the edition (`station` null), doubtful ones first, in the order of their severity. */
export function subjectsOf(
  directory: PublishedDirectory,
  station: Station | null,
  pending: readonly Decision[],
): Subject[] {
  const own = groupedRecords(directory).flags.get(station?.id ?? null) ?? [];
  const keyOf = ({ subject }: Flag) =>
    subject.phone ?? (subject.field === 'name' || subject.field === 'district' ? subject.field : 'other');
  const flagged = [...Map.groupBy(own.filter(isReviewed), keyOf)].map(([key, flags]) => flagSubject(key, flags));
  const isOfferedByFlag = (number: Subject) =>
    number.actions.length > 0 &&
    flagged.some(
      ({ phone, actions }) => phone === number.phone && number.actions.every((one) => actions.includes(one)),
    );
  const numbers =
    station === null ? [] : phoneSubjects(directory, own, station, pending).filter((n) => !isOfferedByFlag(n));
  const waits = new Set(pending.map(({ phone }) => phone));
  const rank = ({ flags, phone, key }: Subject) => {
    if (key.startsWith('number:')) return phone !== null && waits.has(phone) ? 1 : 3;
    if (flags.every((flag) => reviewStatus(flag) === 'settled')) return 2;
    return flags.some(({ severity }) => severity === 'error') ? 0 : 1;
  };
  return [...flagged, ...numbers].toSorted((a, b) => rank(a) - rank(b));
}
