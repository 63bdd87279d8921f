import type { Happening } from '../../reports/events.ts';
import { wordsFault } from '../../reports/form.ts';
import { isFinal } from '../../reports/lifecycle.ts';
import { parseRef } from '../../reports/ref.ts';
import type { StaffProblem, StaffStep } from '../../reports/staff-step.ts';
import { noteUnmasked } from '../audit.ts';
import type { Staff } from '../session.ts';
import type { ReportOffice } from './office.ts';
import { doerOf, findForStaff } from './staff-queue.ts';
import { type Stepped, stepReport } from './track.ts';

export type StaffStepped = Stepped | { ok: false; reason: StaffProblem };

async function happeningOf(
  office: ReportOffice,
  staff: Staff,
  ref: string,
  step: StaffStep,
): Promise<Happening | StaffProblem> {
  switch (step.event) {
    case 'accepted':
      if (!office.directory.stations.some(({ id }) => id === step.station)) return 'station';
      return { type: 'accepted', facts: { station: step.station } };
    case 'resolved':
      return step.result ? { type: 'resolved', facts: { result: step.result } } : 'result';
    case 'merged': {
      const other = parseRef(step.ref);
      const target = other === null || other === ref ? null : await findForStaff(office, staff, other);
      if (other === null || target === null) return 'ref';
      if (isFinal(target.report.state)) return 'ref_ended';
      return { type: 'merged', facts: { ref: other } };
    }
    case 'called':
      return { type: 'called', facts: { outcome: null } };
    default:
      return { type: step.event, facts: {} };
  }
}

function faultOf(text: string) {
  const fault = wordsFault(text);
  return fault === 'text_too_long' || fault === 'control_characters' ? fault : null;
}

/** Does what somebody at the desk asked for, or says what stands in its way. */
export async function stepByStaff(
  office: ReportOffice,
  staff: Staff,
  ref: string,
  step: StaffStep,
): Promise<StaffStepped> {
  const entry = await findForStaff(office, staff, ref);
  if (!entry) return { ok: false, reason: 'unknown_report' };
  const fault = faultOf(step.text);
  if (fault !== null) return { ok: false, reason: fault };
  const happening = await happeningOf(office, staff, entry.stored.ref, step);
  if (typeof happening === 'string') return { ok: false, reason: happening };
  const { text, after } = step;
  return stepReport(office, entry.stored, { happening, text, after }, doerOf(staff, office.directory.id));
}

/** Shows a report's phone and logs who looked and why; null where none is kept. */
export async function unmaskPhone(
  office: ReportOffice,
  staff: Staff,
  ref: string,
  reason: string,
): Promise<{ phone: string | null } | { problem: StaffProblem | 'needs_text' | 'final' | 'stale' }> {
  const entry = await findForStaff(office, staff, ref);
  if (!entry) return { problem: 'unknown_report' };
  const fault = faultOf(reason);
  if (fault !== null) return { problem: fault };
  const step = { happening: { type: 'unmasked', facts: {} }, text: reason, after: entry.report.seq } as const;
  const stepped = await stepReport(office, entry.stored, step, doerOf(staff, office.directory.id));
  if (stepped.ok) {
    const shown = { ref: stepped.stored.ref, seq: stepped.stored.events.at(-1)?.seq ?? 0 };
    await noteUnmasked(office.store, staff, shown, new Date(office.now));
    return { phone: stepped.stored.private?.phone ?? null };
  }
  return { problem: stepped.reason === 'needs_text' || stepped.reason === 'final' ? stepped.reason : 'stale' };
}
