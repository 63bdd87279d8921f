import { promiseFor } from '../../reports/clocks.ts';
import { dayOf, daysLater } from '../../reports/days.ts';
import type { Author, Happening, ReportEvent } from '../../reports/events.ts';
import { fold } from '../../reports/fold.ts';
import { checkReport, type Fault, type ReportInput } from '../../reports/form.ts';
import { type NextStep, nextStep } from '../../reports/next.ts';
import { buildingOf, REPEATS } from '../../reports/repeats.ts';
import { fingerprint, keyHash, makeSecret, secretHash } from '../../reports/secret.ts';
import type { State } from '../../reports/words.ts';
import type { Filed, Filing, StoredReport } from '../../store/reports.ts';
import { countFiled } from '../metrics/tallies.ts';
import { lettersOf } from '../ref-letters.ts';
import { callerKey } from './callers.ts';
import { countFiling, type FilingRefusal } from './limits.ts';
import { type ReportOffice, surroundingsOf } from './office.ts';

/** What the reader is told: the number, the code, and what happens next. */
export interface Receipt {
  ref: string;
  secret: string;
  status: State;
  next: NextStep;
}

export type FilingResult =
  | { ok: true; receipt: Receipt; again: boolean }
  | { ok: false; reason: 'closed' | 'key_reused' }
  | { ok: false; reason: 'faults'; faults: Fault[] }
  | ({ ok: false; reason: 'too_many' } & FilingRefusal);

/** Who sends it: `address` is the client's, null for a clerk who files for a caller. */
export interface Sender {
  by: Author;
  address: string | null;
}

/** `16–64 of [A-Za-z0-9_-]`: made when the form is opened, so that a double submit is one report. */
export const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{16,64}$/;

/** The same text for the same report, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Stands for the building that was typed, or null where none is named. */
function buildingKey({ hmac, directory }: ReportOffice, place: string | undefined): string | null {
  const building = buildingOf(place ?? '');
  return building === null ? null : fingerprint(hmac, 'building', `${directory.id}\n${building}`);
}

/** What was reported about the same building of a station within 30 days, without what turned out to be nothing. */
export async function findRepeats(
  office: ReportOffice,
  { station, building }: { station: string | null; building: string | null },
): Promise<StoredReport[]> {
  if (building === null) return [];
  const since = daysLater(office.now, -REPEATS.days);
  const found = await office.store.reportQueues.ofBuilding(office.directory.id, station, building, since);
  return found.filter(({ events }) => !['duplicate', 'withdrawn'].includes(fold(events).state));
}

/** How many others have the same station, kind, building and a day in common: all that a reader is told about them. */
export async function countSame(office: ReportOffice, report: ReportInput): Promise<number> {
  const building = buildingKey(office, report.place);
  const repeats = await findRepeats(office, { station: report.station, building });
  return repeats.filter(({ events }) => {
    const { kind, dates } = fold(events);
    return kind === report.kind && dates.some((date) => report.dates.includes(date));
  }).length;
}

const TIME: Author = { role: 'time', name: null };

/** The first events of a report: that it was filed, that somebody has called, that it is the third of its building. */
function firstEvents(report: ReportInput, by: Author, at: string, isRepeat: boolean): ReportEvent[] {
  const { station, kind, dates, wanted, copies = null, calledAlready = null } = report;
  const happenings: [Happening, Author][] = [
    [{ type: 'submitted', facts: { station, kind, dates, wanted, copies, calledAlready } }, by],
  ];
  if (calledAlready !== null && calledAlready !== 'no')
    happenings.push([{ type: 'called', facts: { outcome: calledAlready } }, by]);
  if (isRepeat) happenings.push([{ type: 'escalated', facts: { reason: 'repeat' } }, TIME]);
  return happenings.map(([happening, author], index) => ({ ...happening, seq: index + 1, by: author, at }));
}

async function makeFiling(
  office: ReportOffice,
  report: ReportInput,
  by: Author,
  keys: Pick<Filing, 'keyHash' | 'bodyHash' | 'secretHash'>,
): Promise<Filing> {
  const { directory, now, attendance, calendar } = office;
  const building = buildingKey(office, report.place);
  const earlier = await findRepeats(office, { station: report.station, building });
  const events = firstEvents(report, by, now, earlier.length + 1 >= REPEATS.count);
  const folded = fold(events);
  const { phone = null, place = null, papers = null, text = null } = report;
  return {
    directory: directory.id,
    letters: lettersOf(directory),
    day: dayOf(now),
    ...keys,
    events,
    report: folded,
    private: {
      phone,
      caller: phone === null ? null : callerKey(office.hmac, office.directory.id, phone),
      place,
      building,
      papers,
      text,
      words: {},
    },
    receipt: {
      status: folded.state,
      next: nextStep(folded, attendance, directory.service, calendar),
      doneBy: promised(office)?.doneBy ?? null, // for the board: a limit that is set anew later was not told
    },
  };
}

/**
 * Files a report: once for each key, whatever happens in between. The same request again gives the same answer, also
 * when the day or who is there has changed since.
 *
 * @param typed the report as it came, not yet checked
 * @param key an idempotency key of the right shape
 */
export async function fileReport(
  office: ReportOffice,
  typed: unknown,
  key: string,
  sender: Sender,
): Promise<FilingResult> {
  const { hmac, directory, store, attendance } = office;
  const hashes = {
    keyHash: keyHash(hmac, directory.id, key),
    bodyHash: fingerprint(hmac, 'body', canonical(typed)),
    secretHash: secretHash(hmac, makeSecret(hmac, directory.id, key)),
  };
  const before = await store.reports.filedBefore(hashes.keyHash, hashes.bodyHash);
  if (before) return answerFiled(office, before, key);
  if (attendance === 'closed' && sender.by.role === 'reader') return { ok: false, reason: 'closed' };
  const checked = checkReport(typed, surroundingsFor(office, sender));
  if (!checked.valid) return { ok: false, reason: 'faults', faults: checked.faults };
  const refusal = await countSender(office, sender, checked.report.phone);
  if (refusal) return { ok: false, reason: 'too_many', ...refusal };
  const filed = await store.reports.file(await makeFiling(office, checked.report, sender.by, hashes));
  if (filed.filed === 'now') countFiled(directory.id);
  return answerFiled(office, filed, key);
}

/** A clerk who files for a caller is no stranger: nothing that strangers use up keeps a caller's report out. */
function countSender(
  office: ReportOffice,
  { by, address }: Sender,
  phone: string | undefined,
): Promise<FilingRefusal | null> {
  const { store, hmac, directory, now } = office;
  if (by.role !== 'reader') return Promise.resolve(null);
  return countFiling({ attempts: store.attempts, hmac }, { directory: directory.id, address, phone }, now);
}

/** A clerk who files for a caller is there, whatever the desk's sign-ins say. */
function surroundingsFor(office: ReportOffice, { by }: Sender) {
  const surroundings = surroundingsOf(office);
  return by.role === 'reader' ? surroundings : { ...surroundings, attendance: 'attended' as const };
}

function answerFiled({ hmac, directory }: ReportOffice, filed: Filed, key: string): FilingResult {
  if (filed.filed === 'key_reused') return { ok: false, reason: 'key_reused' };
  const { status, next } = filed.receipt as Pick<Receipt, 'status' | 'next'>;
  const receipt = { ref: filed.ref, secret: makeSecret(hmac, directory.id, key), status, next };
  return { ok: true, receipt, again: filed.filed === 'before' };
}

/** By when a report filed now would be accepted and done; null where nobody is there or no limits are set. */
export function promised({ attendance, directory, calendar, now }: ReportOffice) {
  return attendance === 'attended' ? promiseFor(now, directory.service, calendar) : null;
}
