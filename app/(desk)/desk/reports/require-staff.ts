import type { Staff } from '#lib/server/session.ts';
import { type SignedOut, staffOfForm } from '../../parts/staff-of-form.ts';

export type { SignedOut } from '../../parts/staff-of-form.ts';

/** Who handles reports in this request, or whoever signs in with the same form. */
export const requireReportStaff = (form: FormData): Promise<Staff | SignedOut> =>
  staffOfForm(form, 'agent', 'dispatcher');
