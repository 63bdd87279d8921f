import type { Correctable, Decision } from '../review/decision.ts';
import { effectiveDecisions, notPublicFlagId, readerReportedFlagId } from '../review/effective.ts';
import { readTel } from '../review/number.ts';
import { readerMarkEvidence } from '../wording/review.ts';
import type { Check, DirectoryTables, Flag, Phone, Station } from './records.ts';

/** A reader's word about a number: it does not answer, or is not a station's. */
export interface ReaderMark {
  phone: string;
  kind: 'no_answer' | 'not_station';
  at: string;
}

const STATUS_AFTER: Partial<Record<Decision['action'], Flag['status']>> = {
  correct: 'corrected',
  confirm: 'confirmed',
  unverifiable: 'unverifiable',
  // The doubt is over: the number it was about is no longer offered.
  out_of_use: 'superseded',
  reopen: 'open',
};

/**
 * The directory with every decision applied: what readers see. Pure, and always from the edition's own tables, so that
 * an undo gives back exactly what was there. Printed values, cells and ids are never touched.
 *
 * @param country the directory's country, by which a corrected number is read
 */
export function publish(tables: DirectoryTables, history: readonly Decision[], country = 'CN'): DirectoryTables {
  if (history.length === 0) return tables;
  const { decisions, pending } = effectiveDecisions(history);
  let { stations, phones, flags } = tables;
  for (const decision of decisions) {
    stations = stations.map((station) => correctStation(station, decision));
    flags = settleFlags(flags, phones, decision);
    phones = checkPhones(correctPhones(phones, decision, country), decision);
  }
  const waiting = new Set(pending.map(({ flag }) => flag));
  return {
    ...tables,
    stations,
    phones: withoutCallsUnderErrors(phones, flags),
    flags: endSharing(flags, tables.phones, phones).map((flag) =>
      waiting.has(flag.id) ? { ...flag, status: 'in_verification' } : flag,
    ),
  };
}

/** Whether a decision changes this field. `after` null means that nothing is known in its place. */
const corrects = (decision: Decision, field: Correctable): boolean =>
  decision.action === 'correct' && decision.field === field && decision.after !== null;

function correctStation(station: Station, decision: Decision): Station {
  if (decision.record !== station.id) return station;
  if (corrects(decision, 'name')) {
    const former = station.name.value;
    const aliases = former === null ? station.aliases : [...new Set([...station.aliases, former])];
    return { ...station, aliases, name: { ...station.name, value: decision.after, how: 'corrected' } };
  }
  if (corrects(decision, 'district')) {
    return {
      ...station,
      district: { ...station.district, value: decision.after, how: 'corrected' },
      alsoFoundUnder: station.alsoFoundUnder.filter(({ district }) => district !== decision.after),
    };
  }
  return station;
}

function correctPhones(phones: readonly Phone[], decision: Decision, country: string): Phone[] {
  return phones.map((phone) => {
    if (phone.id !== decision.phone || decision.after === null) return phone;
    if (corrects(decision, 'number')) {
      return { ...phone, ...readTel(decision.after, country), areaCodeFrom: null, checked: null };
    }
    if (corrects(decision, 'kind')) return { ...phone, kind: decision.after as Phone['kind'] };
    return phone;
  });
}

/** Dates a number that somebody has checked, and with it the same number at every other station. */
function checkPhones(phones: Phone[], decision: Decision): Phone[] {
  const isCheck = ['correct', 'confirm', 'check'].includes(decision.action);
  const own = phones.find(({ id }) => id === decision.phone);
  if (!isCheck || !own || decision.how === null) return phones;
  const checked: Check = { how: decision.how, at: decision.at };
  return phones.map((phone) =>
    phone.id === own.id || (own.tel !== null && phone.tel === own.tel) ? { ...phone, checked } : phone,
  );
}

function settleFlags(flags: readonly Flag[], phones: readonly Phone[], decision: Decision): Flag[] {
  const status = STATUS_AFTER[decision.action];
  if (status === undefined) return [...flags];
  const settled = flags.map((flag): Flag => {
    if (flag.id === decision.flag) return { ...flag, status };
    // A new number answers everything that was said about the old one.
    const isAnswered = corrects(decision, 'number') && flag.subject.phone === decision.phone;
    return isAnswered ? { ...flag, status: 'superseded' } : flag;
  });
  const phone = phones.find(({ id }) => id === decision.phone);
  if (decision.action !== 'out_of_use' || !phone) return settled;
  return [...settled.filter(({ id }) => id !== notPublicFlagId(phone.id)), notPublic(phone, decision, flags)];
}

function notPublic(phone: Phone, decision: Decision, flags: readonly Flag[]): Flag {
  return {
    id: notPublicFlagId(phone.id),
    code: 'phone.not_public',
    dimension: 'validity',
    severity: 'error',
    subject: { record: phone.station, phone: phone.id, field: phone.role },
    row: phone.cells[0]?.row ?? flags.find(({ id }) => id === decision.flag)?.row ?? null,
    cells: phone.cells,
    printed: phone.printed,
    evidence: [],
    suggestion: null,
    rule: 'phone.not_public',
    status: 'open',
  };
}

/** An error flag that stands leaves nothing to call, whatever else was decided. */
function withoutCallsUnderErrors(phones: readonly Phone[], flags: readonly Flag[]): Phone[] {
  const barred = new Set(
    flags
      .filter(({ severity, status }) => severity === 'error' && status !== 'corrected' && status !== 'superseded')
      .map(({ subject }) => subject.phone),
  );
  return phones.map((phone) => (barred.has(phone.id) ? { ...phone, e164: null, tel: null } : phone));
}

/** Two stations that shared a number no longer do when one of them was corrected. */
function endSharing(flags: readonly Flag[], before: readonly Phone[], after: readonly Phone[]): Flag[] {
  const telOf = (phones: readonly Phone[], id: string | null) => phones.find((phone) => phone.id === id)?.tel ?? null;
  return flags.map((flag) => {
    if (flag.code !== 'phone.shared') return flag;
    const tel = telOf(before, flag.subject.phone);
    const stillShared = after.filter((phone) => phone.tel !== null && phone.tel === tel).length > 1;
    return tel === null || stillShared ? flag : { ...flag, status: 'superseded' };
  });
}

/**
 * Adds what readers reported, folded to one flag a number, for the desk. Readers do not see it: nobody has checked it.
 * A mark that came after the last decision about the flag opens it again.
 */
export function withReaderMarks(
  tables: DirectoryTables,
  marks: readonly ReaderMark[],
  history: readonly Decision[],
): DirectoryTables {
  const { decisions } = effectiveDecisions(history);
  const flags = tables.phones.flatMap((phone): Flag[] => {
    const own = marks.filter((mark) => mark.phone === phone.id);
    if (own.length === 0) return [];
    const id = readerReportedFlagId(phone.id);
    const last = decisions.findLast((decision) => decision.flag === id);
    const fresh = own.filter(({ at }) => last === undefined || at > last.at);
    const status = fresh.length > 0 ? 'open' : (STATUS_AFTER[last?.action ?? 'reopen'] ?? 'open');
    return [readerReported(phone, id, fresh.length > 0 ? fresh : own, status)];
  });
  return flags.length === 0 ? tables : { ...tables, flags: [...tables.flags, ...flags] };
}

function readerReported(phone: Phone, id: string, marks: readonly ReaderMark[], status: Flag['status']): Flag {
  const count = (kind: ReaderMark['kind']) => marks.filter((mark) => mark.kind === kind).length;
  return {
    id,
    code: 'phone.reader_reported',
    dimension: 'validity',
    severity: 'warning',
    subject: { record: phone.station, phone: phone.id, field: phone.role },
    row: phone.cells[0]?.row ?? null,
    cells: phone.cells,
    printed: phone.printed,
    evidence: readerMarkEvidence(count('no_answer'), count('not_station')),
    suggestion: { action: 'ask_station', confidence: 'low' },
    rule: 'phone.reader_reported',
    status,
  };
}
