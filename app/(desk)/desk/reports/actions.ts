import { fold } from '#lib/reports/fold.ts';
import { staffStepSchema } from '#lib/reports/staff-step.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { findForStaff, MOST_OPEN } from '#lib/server/reports/staff-queue.ts';
import { stepByStaff, unmaskPhone } from '#lib/server/reports/staff-step.ts';
import type { Staff } from '#lib/server/session.ts';
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

/** Accepts every ticked report to the station its reader named; says which could not be. */
export async function acceptTicked({ fields, staff }: Posted): Promise<Outcome> {
  const left: string[] = [];
  const ticks = [...new Set(fields.getAll('tick'))];
  if (ticks.length > MOST_OPEN) throw new MalformedForm();
  for (const tick of ticks) {
    const [ref = '', after = ''] = tick.split(' ');
    if (!(await accept(staff, ref, after))) left.push(ref);
  }
  return done(words.accepted(ticks.length - left.length, left));
}

async function accept(staff: Staff, ref: string, after: string): Promise<boolean> {
  const office = await openReportOffice(staff.directory);
  const station = office && (await findForStaff(office, staff, ref))?.report.station;
  const read = staffStepSchema.safeParse({ event: 'accepted', after, station });
  return Boolean(office && station && read.success && (await stepByStaff(office, staff, ref, read.data)).ok);
}
