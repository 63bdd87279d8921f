import { carry, FIRST_EDITION } from './carry.ts';
import { asListed, listedCodes } from './city-facts.ts';
import type { Correctable, Decision } from './decision.ts';
import { effectOf } from './flags.ts';
import type { Identities } from './identities.ts';
import { phoneFlag } from './phone-flags.ts';
import {
  type Check,
  type ClosedStation,
  type DirectoryTables,
  type Flag,
  type Phone,
  type Station,
  stationSchema,
} from './records.ts';
import { barrier, flagsByPhone } from './standing.ts';
import { readTel } from './tel.ts';

/** What a decision makes of the flag it is about. */
export const STATUS_AFTER: Partial<Record<Decision['action'], Flag['status']>> = {
  correct: 'corrected',
  confirm: 'confirmed',
  unverifiable: 'unverifiable',
  // The doubt is over: the number it was about is no longer offered.
  out_of_use: 'superseded',
  reopen: 'open',
};

/** The records while decisions are applied, by id, so that each decision touches only what it is about. */
interface Draft {
  stations: Map<string, Station>;
  phones: Map<string, Phone>;
  flags: Map<string, Flag>;
  country: string;
  /** In which editions a number is printed. */
  editionsOf: ReadonlyMap<string, readonly number[]>;
  /** The ids of phones by what they dial now. */
  byTel: Map<string, Set<string>>;
  /** The ids of flags by the phone that they are about. */
  flagsAbout: Map<string, Set<string>>;
}

/** The records as published, and what is no longer among them. */
export interface Publication extends DirectoryTables {
  closed: ClosedStation[];
}

/** An edition as it was read and given its ids, and the country by which a corrected number is read. */
export interface PrintedEdition {
  tables: DirectoryTables;
  country: string;
}

const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));

/** The ids of what has something in common; null is nothing. */
function idsBy<T extends { id: string }>(records: readonly T[], common: (one: T) => string | null) {
  const ids = new Map<string, Set<string>>();
  for (const record of records) addId(ids, common(record), record.id);
  return ids;
}
function addId(ids: Map<string, Set<string>>, key: string | null, id: string): void {
  if (key !== null) ids.set(key, (ids.get(key) ?? new Set()).add(id));
}

/**
 * The directory with every decision applied that holds in this edition (`carry`): what readers see. Pure, and always from
 * the edition's own tables, so that an undo, or an edition put back, gives exactly what was there. Printed values, cells
 * and ids are never touched.
 *
 * @param identities what every edition printed, this one among them
 */
export function publish(
  { tables, country }: PrintedEdition,
  identities: Identities,
  history: readonly Decision[],
): Publication {
  if (history.length === 0) return { ...tables, closed: [] };
  const { decisions, pending } = carry(tables, identities, history);
  const draft: Draft = {
    stations: byId(tables.stations),
    phones: byId(tables.phones),
    flags: byId(tables.flags),
    country,
    editionsOf: new Map(identities.phones.map(({ id, editions }) => [id, editions])),
    byTel: idsBy(tables.phones, ({ tel }) => tel),
    flagsAbout: idsBy(tables.flags, ({ subject }) => subject.phone),
  };
  listShortCodes(draft, new Set(listedCodes(history)));
  for (const decision of decisions) {
    addRecord(draft, decision);
    changeStation(draft, decision);
    settleFlags(draft, decision);
    correctPhone(draft, decision);
    checkPhones(draft, decision);
  }
  for (const { flag: id } of pending) {
    const flag = draft.flags.get(id ?? '');
    if (flag) draft.flags.set(flag.id, { ...flag, status: 'in_verification' });
  }
  const closed = closeStations(draft, decisions);
  endSharing(draft, byId(tables.phones));
  const flags = [...draft.flags.values()];
  return {
    ...tables,
    stations: [...draft.stations.values()],
    phones: withoutCallsUnderErrors([...draft.phones.values()], flags),
    flags,
    closed,
  };
}

/** What was read before its short code was listed is as it would be read now: everything else is decided upon that. */
function listShortCodes({ phones, flags, byTel }: Draft, codes: ReadonlySet<string>): void {
  if (codes.size === 0) return;
  for (const flag of [...flags.values()]) {
    const phone = phones.get(flag.subject.phone ?? '');
    const listed = phone && asListed(phone, flag, codes);
    if (!listed) continue;
    phones.set(phone.id, listed.phone);
    flags.set(flag.id, listed.flag);
    addId(byTel, listed.phone.tel, phone.id);
  }
}

/** In which column a table would print it. */
const roleOf = (kind: Phone['kind']): Phone['role'] => (kind === 'mobile' || kind === 'unknown' ? 'mobile' : 'office');

const nothingPrinted = (value: string | null): Station['name'] => ({ printed: null, value, cells: [], how: 'added' });

/** Puts a station or a number beside those that are printed. */
function addRecord({ stations, phones, byTel, country }: Draft, decision: Decision): void {
  const { action, directory, record, phone, after, how, at } = decision;
  if (record === null || after === null || how === null) return;
  if (action === 'add_station' && !stations.has(record)) {
    const nothing = { aliases: [], adminCandidates: [], alsoFoundUnder: [], otherCells: [] };
    const fields = { name: nothingPrinted(after), district: nothingPrinted(null) };
    stations.set(record, { directory, id: record, row: 0, ...fields, ...nothing, added: { how, at } });
  }
  if (action !== 'add_phone' || phone === null || phones.has(phone) || !stations.has(record)) return;
  const number = readTel(after, country);
  phones.set(phone, {
    ...{ directory, id: phone, station: record, role: roleOf(number.kind), printed: '' },
    ...{ cells: [], ...number, areaCodeFrom: null, checked: { how, at }, added: { how, at } },
  });
  addId(byTel, number.tel, phone);
}

/** Takes out whole stations, with all that is about them; what was said of them stays in the history. */
function closeStations({ stations, phones, flags }: Draft, decisions: readonly Decision[]): ClosedStation[] {
  const closes = ({ action, flag, phone }: Decision) => action === 'out_of_use' && flag === null && phone === null;
  const closed = decisions.filter(closes).flatMap(({ record, at }): ClosedStation[] => {
    const station = stations.get(record ?? '');
    return station ? [{ id: station.id, name: station.name.value, at, since: station.added?.at ?? null }] : [];
  });
  const gone = new Set(closed.map(({ id }) => id));
  for (const id of gone) stations.delete(id);
  for (const { id, station } of phones.values()) if (gone.has(station)) phones.delete(id);
  for (const { id, subject } of flags.values()) if (gone.has(subject.record ?? '')) flags.delete(id);
  return closed;
}

/** Whether a decision changes this field. `after` null means that nothing is known in its place. */
const corrects = (decision: Decision, field: Correctable): boolean =>
  decision.action === 'correct' && decision.field === field && decision.after !== null;

function changeStation({ stations }: Draft, decision: Decision): void {
  const station = stations.get(decision.record ?? '');
  if (!station) return;
  if (corrects(decision, 'name')) {
    const former = station.name.value;
    const aliases = former === null ? station.aliases : [...new Set([...station.aliases, former])];
    const name: Station['name'] = { ...station.name, value: decision.after, how: 'corrected' };
    stations.set(station.id, { ...station, aliases, name });
  }
  if (decision.action === 'set') stations.set(station.id, withSaid(station, decision));
  if (decision.action === 'add_alias' && decision.after !== null)
    stations.set(station.id, { ...station, aliases: [...new Set([...station.aliases, decision.after])] });
  if (corrects(decision, 'district')) {
    const district: Station['district'] = { ...station.district, value: decision.after, how: 'corrected' };
    const alsoFoundUnder = station.alsoFoundUnder.filter((other) => other.district !== decision.after);
    stations.set(station.id, { ...station, district, alsoFoundUnder });
  }
}

/** A station with its address, opening hours or note as it is now; without it where nothing is known in its place. */
function withSaid(station: Station, { field, how, at, after }: Decision): Station {
  const { address, hours, note, ...rest } = station;
  const said = { address, hours, note, [field ?? '']: undefined };
  if (after !== null && how !== null)
    Object.assign(said, { [field ?? '']: { how, at, value: field === 'hours' ? JSON.parse(after) : after } });
  return stationSchema.parse({ ...rest, ...said });
}

function correctPhone({ phones, country, byTel }: Draft, decision: Decision): void {
  const phone = phones.get(decision.phone ?? '');
  if (!phone || decision.after === null) return;
  if (corrects(decision, 'number')) {
    const corrected = decision.how === null ? undefined : { how: decision.how, at: decision.at };
    const number = { ...readTel(decision.after, country), areaCodeFrom: null, checked: null };
    byTel.get(phone.tel ?? '')?.delete(phone.id);
    addId(byTel, number.tel, phone.id);
    phones.set(phone.id, { ...phone, ...number, ...(corrected && { corrected }) });
  }
  if (corrects(decision, 'kind')) phones.set(phone.id, { ...phone, kind: decision.after as Phone['kind'] });
}

/** Dates a number that somebody has checked, and with it the same number at every other station. */
function checkPhones({ phones, editionsOf, byTel }: Draft, { action, phone, how, at, edition }: Decision): void {
  const own = phones.get(phone ?? '');
  if (!own || how === null || !['correct', 'confirm', 'check'].includes(action)) return;
  const checked: Check = { how, at };
  for (const id of new Set([own.id, ...(byTel.get(own.tel ?? '') ?? [])])) {
    const other = phones.get(id);
    // Where the same number was printed only later nobody has asked whether it is that station's too.
    const wasPrinted = id === own.id || editionsOf.get(id)?.includes(edition ?? FIRST_EDITION);
    if (other && wasPrinted) phones.set(id, { ...other, checked });
  }
}

function settleFlags({ flags, phones, flagsAbout }: Draft, decision: Decision): void {
  const status = STATUS_AFTER[decision.action];
  if (status === undefined) return;
  const phone = phones.get(decision.phone ?? '');
  // A new number answers everything that was said about the old one.
  if (phone && corrects(decision, 'number')) {
    for (const id of flagsAbout.get(phone.id) ?? []) {
      const flag = flags.get(id);
      if (flag) flags.set(id, { ...flag, status: 'superseded' });
    }
  }
  const flag = flags.get(decision.flag ?? '');
  if (flag) flags.set(flag.id, { ...flag, status });
  if (phone && decision.action === 'out_of_use') {
    const outOfUse = phoneFlag('out_of_use', phone, { evidence: [], suggestion: null, status: 'open' });
    flags.set(outOfUse.id, outOfUse);
    addId(flagsAbout, phone.id, outOfUse.id);
  }
}

/** An error flag that stands leaves nothing to call, whatever else was decided. */
function withoutCallsUnderErrors(phones: readonly Phone[], flags: readonly Flag[]): Phone[] {
  const flagsOf = flagsByPhone(flags);
  return phones.map((phone) => (barrier(flagsOf(phone)) === null ? phone : { ...phone, e164: null, tel: null }));
}

/** Two stations that shared a number no longer do when one of them was corrected. */
function endSharing({ flags, phones }: Draft, printed: ReadonlyMap<string, Phone>): void {
  const byTel = Map.groupBy(phones.values(), ({ tel }) => tel);
  const shared = [...flags.values()].filter(({ code }) => effectOf(code).endsWithSameness);
  for (const flag of shared) {
    const tel = printed.get(flag.subject.phone ?? '')?.tel ?? null;
    if (tel !== null && (byTel.get(tel)?.length ?? 0) < 2) flags.set(flag.id, { ...flag, status: 'superseded' });
  }
}
