import { groupSecret } from '#lib/reports/secret.ts';
import { toReport, typedFormSchema } from '#lib/reports/typed-form.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { fileReport, IDEMPOTENCY_KEY } from '#lib/server/reports/file.ts';
import { openReportOffice } from '#lib/server/reports/office.ts';
import { doerOf } from '#lib/server/reports/staff-queue.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { FAULT } from '#lib/wording/reports.ts';

const words = deskReportWords.fileForm;

/** Files for a caller; number and code are shown once, to be read out. */
export async function file({ fields, staff }: Posted): Promise<Outcome> {
  const office = await openReportOffice(staff.directory);
  const key = fieldOf(fields, 'key');
  if (!office || !IDEMPOTENCY_KEY.test(key)) throw new MalformedForm();
  const typed = typedFormSchema.parse({ ...Object.fromEntries(fields), dates: fields.getAll('dates') });
  const { role, name } = doerOf(staff, office.directory.id);
  const result = await fileReport(office, toReport(typed), key, { by: { role, name }, address: null });
  if (result.ok) {
    const { ref, secret } = result.receipt;
    return done(null, { shown: { filed: { ref, code: groupSecret(secret) } } });
  }
  if (result.reason === 'faults') {
    const faults = Object.fromEntries(result.faults.map(({ field, code }) => [field, FAULT[code]]));
    return refused(words.faults + Object.values(faults).join('；'), faults);
  }
  return refused(words.keyReused);
}
