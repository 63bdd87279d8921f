import { fold, type Report } from '#lib/reports/fold.ts';
import { wordsFault } from '#lib/reports/form.ts';
import { type StaffStep, staffStepSchema } from '#lib/reports/staff-step.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { findForStaff, MOST_OPEN } from '#lib/server/reports/staff-queue.ts';
import { stepByStaff, unmaskPhone } from '#lib/server/reports/staff-step.ts';
import type { Staff } from '#lib/server/session.ts';
import { isBlank } from '#lib/text/typed-text.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { FAULT, STATE_FOR_STAFF, STEP_REFUSAL } from '#lib/wording/reports.ts';

const words = deskReportWords;
const PROBLEMS: Readonly<Record<string, string>> = { ...FAULT, ...STEP_REFUSAL, ...words.problems };
const refusedFor = (problem: string) => refused(PROBLEMS[problem] ?? deskWords.failed);

/** One step with one report. Two at once: the second sees how it stands now and keeps the text. */
export async function step({ fields, staff }: Posted): Promise<Outcome> {
  const read = staffStepSchema.safeParse(Object.fromEntries(fields));
  if (!read.success) throw new MalformedForm();
  const ref = fieldOf(fields, 'of');
  const office = await openReportOffice(staff.directory);
  const result = office && (await stepByStaff(office, staff, ref, read.data));
  if (!result) return refusedFor('unknown_report');
  if (result.ok) return done(words.saved);
  if (result.reason !== 'stale') return refusedFor(result.reason);
  // Another step is next: the page is loaded anew.
  const { state } = fold(result.stored.events);
  return conflict(words.conflict(STATE_FOR_STAFF[state]), { to: safeBack(fields.get('back')) });
}

/** Shows a phone and logs who looked and why. */
export async function unmask({ fields, staff }: Posted): Promise<Outcome> {
  const ref = fieldOf(fields, 'of');
  const office = await openReportOffice(staff.directory);
  if (!office) return refusedFor('unknown_report');
  const shown = await unmaskPhone(office, staff, ref, fieldOf(fields, 'why'));
  if ('problem' in shown) return refusedFor(shown.problem);
  return done(null, { shown: { phone: shown.phone ?? words.gone } });
}

type StepOf = (report: Report) => Partial<StaffStep> & Pick<StaffStep, 'event'>;

/** @param tick number and last event, as the page showed them */
async function stepOne(staff: Staff, tick: string, stepOf: StepOf): Promise<boolean> {
  const [ref = '', after = ''] = tick.split(' ');
  const office = await openReportOffice(staff.directory);
  const entry = office && (await findForStaff(office, staff, ref));
  if (!entry) return false;
  const read = staffStepSchema.safeParse({ ...stepOf(entry.report), after });
  return read.success && (await stepByStaff(office, staff, ref, read.data)).ok;
}

/** Does one step with every ticked report of those that this person may see. @returns the ones it was not done with */
async function stepTicked({ fields, staff }: Posted, stepOf: StepOf): Promise<{ done: number; left: string[] }> {
  const ticks = [...new Set(fields.getAll('tick'))].filter((tick) => tick !== '');
  if (ticks.length > MOST_OPEN) throw new MalformedForm();
  const left: string[] = [];
  for (const tick of ticks) {
    if (!(await stepOne(staff, tick, stepOf))) left.push(tick.split(' ', 1)[0] ?? '');
  }
  return { done: ticks.length - left.length, left };
}

/** Accepts every ticked report to the station its reader named; says which could not be. */
export async function acceptTicked(posted: Posted): Promise<Outcome> {
  const result = await stepTicked(posted, ({ station }) => ({ event: 'accepted', station: station ?? '' }));
  return done(words.accepted(result.done, result.left));
}

/** Refuses every ticked report with one reason, which each reader is told; says which have moved on meanwhile. */
export async function rejectTicked(posted: Posted): Promise<Outcome> {
  const text = fieldOf(posted.fields, 'text');
  const fault = isBlank(text) ? 'needs_text' : wordsFault(text);
  if (fault) return refused(null, { text: PROBLEMS[fault] ?? deskWords.failed });
  const result = await stepTicked(posted, () => ({ event: 'rejected', text }));
  return done(words.rejected(result.done, result.left));
}
