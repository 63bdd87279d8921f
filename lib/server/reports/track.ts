import { timingSafeEqual } from 'node:crypto';
import { deadlineOf, isOverdue } from '../../reports/clocks.ts';
import { type Actor, decide, type StepRefusal } from '../../reports/decide.ts';
import type { Author, Happening, ReportEvent } from '../../reports/events.ts';
import { apply, fold, type Report } from '../../reports/fold.ts';
import { possibleRefs } from '../../reports/ref.ts';
import { fingerprint, type Hmac, secretHash } from '../../reports/secret.ts';
import { parseSecret } from '../../reports/typed-secret.ts';
import type { Escalation } from '../../reports/words.ts';
import type { StoredReport } from '../../store/reports.ts';
import type { Store } from '../../store/store.ts';
import { countGuess } from './limits.ts';
import type { ReportOffice } from './office.ts';

export type FoundReport =
  | { found: true; stored: StoredReport }
  | { found: false; reason: 'unknown' }
  | { found: false; reason: 'too_many'; retryAfter: number };

const sameHash = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Stands for the code of a report that is none, or has none any more. */
const NO_HASH = '0'.repeat(64);

/**
 * The report of a number and its code. A right one is always found, however many wrong ones came. Wrong, unknown,
 * malformed and erased are looked up, counted and answered alike.
 *
 * @param typed `address` is the client's; `letters` those of the city whose page it is, meant where none were typed
 */
export async function findByCode(
  { store, hmac }: { store: Store; hmac: Hmac },
  typed: { ref: string; code: string; address: string | null; letters?: string },
  now: string,
): Promise<FoundReport> {
  const refs = possibleRefs(typed.ref, typed.letters ?? null);
  const hash = secretHash(hmac, parseSecret(typed.code) ?? '');
  for (const ref of refs.length > 0 ? refs : ['']) {
    const kept = await store.reports.codeHash(ref);
    const stored = sameHash(kept ?? NO_HASH, hash) ? await store.reports.find(ref) : null;
    if (stored) return { found: true, stored };
  }
  const about = refs[0] ?? fingerprint(hmac, 'typed', typed.ref);
  const retryAfter = await countGuess({ attempts: store.attempts, hmac }, { ref: about, address: typed.address }, now);
  return retryAfter === null ? { found: false, reason: 'unknown' } : { found: false, reason: 'too_many', retryAfter };
}

/** What somebody wants to do; `after` is the last event they have seen. */
export interface Step {
  happening: Happening;
  /** What they typed with it. */
  text?: string | undefined;
  after: number;
}

export type Stepped =
  | { ok: true; stored: StoredReport }
  /** Somebody was quicker: `stored` is how it stands now. */
  | { ok: false; reason: 'stale'; stored: StoredReport }
  | { ok: false; reason: StepRefusal; stored: StoredReport };

export interface Doer extends Actor {
  name: string | null;
}

/** Does one step with a report, or says why not. Two at once: the second gets how it stands now. */
export async function stepReport(
  { store, now }: Pick<ReportOffice, 'store' | 'now'>,
  stored: StoredReport,
  step: Step,
  doer: Doer,
): Promise<Stepped> {
  const report = fold(stored.events);
  if (report.seq !== step.after) return { ok: false, reason: 'stale', stored };
  const verdict = decide(report, { ...step.happening, text: step.text, at: now }, doer);
  if (!verdict.allowed) return { ok: false, reason: verdict.reason, stored };
  const by: Author = { role: doer.role, name: doer.name };
  const event: ReportEvent = { ...step.happening, seq: report.seq + 1, by, at: now };
  const text = step.text?.trim();
  const added = await store.reports.append({
    ref: stored.ref,
    after: report.seq,
    events: [event],
    report: apply(report, event),
    words: text ? { [event.seq]: text } : {},
    ...(event.type === 'erased' ? { erase: { why: 'reader', at: now } } : {}),
  });
  const newest = (await store.reports.find(stored.ref)) ?? stored;
  return added ? { ok: true, stored: newest } : { ok: false, reason: 'stale', stored: newest };
}

/** Why a reader who asks for help is told to call: a clock that ran out, or their own word. */
export function escalationOf({ directory, calendar, now }: ReportOffice, report: Report): Escalation {
  return isOverdue(deadlineOf(report, directory.service, calendar), now) ? 'overdue' : 'unsolved';
}

/** Erases all that a reader typed and the code with it; an open report ends as withdrawn. Tried again where others write. */
export async function eraseReport(office: ReportOffice, stored: StoredReport): Promise<void> {
  let newest = stored;
  for (let tries = 0; tries < 5; tries += 1) {
    const step: Step = { happening: { type: 'erased', facts: {} }, after: newest.events.length };
    const stepped = await stepReport(office, newest, step, { role: 'reader', name: null });
    if (stepped.ok) return;
    if (stepped.reason !== 'stale') throw new Error(`A report cannot be erased: ${stepped.reason}`);
    newest = stepped.stored;
    if (newest.secretHash === null) return; // erased meanwhile
  }
  throw new Error('A report is written to without a pause and could not be erased.');
}
