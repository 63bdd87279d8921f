'use server';

import { revalidatePath } from 'next/cache';
import { paths } from '#lib/paths.ts';
import { groupSecret } from '#lib/reports/secret.ts';
import { toReport, typedFormSchema } from '#lib/reports/typed-form.ts';
import { fileReport, IDEMPOTENCY_KEY } from '#lib/server/reports/file.ts';
import { doerOf } from '#lib/server/reports/staff-queue.ts';
import { mayAct } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { FAULT } from '#lib/wording/reports.ts';
import { deskOffice } from '../desk-office.ts';
import { requireReportStaff, type SignedOut } from '../require-staff.ts';

export type FileState =
  | { kind: 'new' }
  | { kind: 'filed'; ref: string; code: string; at: number }
  | { kind: 'faults'; faults: { field: string; text: string }[]; at: number }
  | { kind: 'problem'; text: string; at: number }
  | SignedOut;

/** Files for a caller; number and code are shown once, to be read out. */
export async function fileForCallerAction(_state: FileState, form: FormData): Promise<FileState> {
  const staff = await requireReportStaff(form);
  if ('kind' in staff) return staff;
  const at = Date.now();
  if (!mayAct(staff.role, ['dispatcher'])) return { kind: 'problem', text: deskWords.notFound, at };
  const office = await deskOffice(String(form.get('directory') ?? ''));
  const typed = typedFormSchema.parse({ ...Object.fromEntries(form), dates: form.getAll('dates') });
  const key = String(form.get('key'));
  if (!IDEMPOTENCY_KEY.test(key)) return { kind: 'problem', text: deskWords.failed, at };
  const { role, name } = doerOf(staff, office.directory.id);
  const result = await fileReport(office, toReport(typed), key, { by: { role, name }, address: null });
  if (result.ok) {
    revalidatePath(paths.desk.home, 'layout');
    return { kind: 'filed', ref: result.receipt.ref, code: groupSecret(result.receipt.secret), at };
  }
  if (result.reason === 'faults') {
    const once = new Map(result.faults.map(({ field, code }) => [field as string, FAULT[code]]));
    return { kind: 'faults', faults: [...once].map(([field, text]) => ({ field, text })), at };
  }
  const text = result.reason === 'too_many' ? deskReportWords.fileForm.tooMany : deskWords.failed;
  return { kind: 'problem', text, at };
}
