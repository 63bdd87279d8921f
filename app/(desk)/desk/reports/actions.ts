'use server';

import { revalidatePath } from 'next/cache';
import { paths } from '#lib/paths.ts';
import { fold } from '#lib/reports/fold.ts';
import type { StaffProblem } from '#lib/reports/staff-step.ts';
import { staffStepSchema } from '#lib/reports/staff-step.ts';
import { findForStaff } from '#lib/server/reports/staff-queue.ts';
import { stepByStaff, unmaskPhone } from '#lib/server/reports/staff-step.ts';
import { DeskRefusal, requireRole } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { FAULT, REFUSAL, STATE_FOR_STAFF } from '#lib/wording/reports.ts';
import { officeOf } from './desk-office.ts';
import { requireReportStaff, type SignedOut } from './require-staff.ts';

const words = deskReportWords;
const PROBLEMS: Readonly<Record<string, string>> = { ...FAULT, ...REFUSAL, ...words.problems };

/** What came of a step. What was typed stays in the form whatever came of it. */
export type StepState =
  | { kind: 'new' }
  | { kind: 'saved'; at: number }
  | { kind: 'problem'; text: string; at: number }
  | { kind: 'conflict'; text: string; after: number; at: number }
  | SignedOut;

/** One step with one report. Two at once: the second sees how it stands now and keeps the text. */
export async function stepAction(_state: StepState, form: FormData): Promise<StepState> {
  const staff = await requireReportStaff(form);
  if ('kind' in staff) return staff;
  const at = Date.now();
  const step = staffStepSchema.safeParse(Object.fromEntries(form));
  if (!step.success) return { kind: 'problem', text: FAULT.not_text, at };
  const ref = String(form.get('report'));
  const result = await stepByStaff(await officeOf(ref), staff, ref, step.data);
  revalidatePath(paths.desk.home, 'layout');
  if (result.ok) return { kind: 'saved', at };
  if (result.reason === 'stale') {
    const report = fold(result.stored.events);
    return { kind: 'conflict', text: words.conflict(STATE_FOR_STAFF[report.state]), after: report.seq, at };
  }
  return { kind: 'problem', text: PROBLEMS[result.reason] ?? deskWords.failed, at };
}

export interface UnmaskState {
  phone: string | null;
  problem: string | null;
}

/** Shows a phone and logs who looked and why. */
export async function unmaskAction(_state: UnmaskState, form: FormData): Promise<UnmaskState> {
  try {
    const staff = await requireRole('agent', 'dispatcher');
    const ref = String(form.get('report'));
    const shown = await unmaskPhone(await officeOf(ref), staff, ref, String(form.get('why') ?? ''));
    revalidatePath(paths.desk.home, 'layout');
    if ('phone' in shown) return { phone: shown.phone ?? words.gone, problem: null };
    const problem: StaffProblem | 'needs_text' | 'final' | 'stale' = shown.problem;
    return { phone: null, problem: PROBLEMS[problem] ?? deskWords.failed };
  } catch (error) {
    if (!(error instanceof DeskRefusal)) throw error;
    return { phone: null, problem: error.code === 'signed_out' ? deskWords.signIn.again : deskWords.notFound };
  }
}

/** Accepts every ticked report to the station its reader named; says which could not be. */
export async function acceptTickedAction(_message: string | null, form: FormData): Promise<string | null> {
  try {
    const staff = await requireRole('dispatcher');
    let done = 0;
    const left: string[] = [];
    for (const tick of form.getAll('tick')) {
      const [ref = '', after] = String(tick).split(' ');
      const office = await officeOf(ref);
      const station = (await findForStaff(office, staff, ref))?.report.station;
      const step = staffStepSchema.safeParse({ event: 'accepted', after, station: station ?? '' });
      const result = step.success ? await stepByStaff(office, staff, ref, step.data) : null;
      if (result?.ok) done += 1;
      else left.push(ref);
    }
    revalidatePath(paths.desk.home, 'layout');
    return words.accepted(done, left);
  } catch (error) {
    if (!(error instanceof DeskRefusal)) throw error;
    return error.code === 'signed_out' ? deskWords.signIn.again : deskWords.notFound;
  }
}
