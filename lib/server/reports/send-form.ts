import { paths } from '../../paths.ts';
import { checkReport } from '../../reports/form.ts';
import { EMPTY_DRAFT, type ReportDraft, type TypedForm, toReport } from '../../reports/typed-form.ts';
import { typedFacts } from '../../shown/typed-report.ts';
import { giveBack } from '../sent-again.ts';
import { keepDraft, keepDraftAnew, newKey, readDraft, TooManyDrafts } from './drafts.ts';
import { fileReport, IDEMPOTENCY_KEY } from './file.ts';
import { fieldOf, leadTo, looksAutomatic, ownStamp, type Posted } from './form-route.ts';
import type { FilingRefusal } from './limits.ts';
import { openReportOffice, type ReportOffice, surroundingsOf } from './office.ts';
import { readTypedForm } from './typed-fields.ts';

type Form = NonNullable<ReportDraft['form']>;

/** Where nobody is there the form asks for no phone; one that was typed before that is not kept. */
const withoutUnasked = (office: ReportOffice, typed: TypedForm): TypedForm =>
  office.attendance === 'attended' ? typed : { ...typed, phone: '' };

interface Sending {
  office: ReportOffice;
  posted: Posted;
  form: Form;
}

async function keepForm({ office, posted }: Sending, form: Form): Promise<string> {
  const draft = await readDraft(posted.cookie, office.directory.id);
  const opened = form.opened || (draft.form?.opened ?? '');
  return keepDraft(posted, office.directory.id, { ...draft, form: { ...form, opened } });
}

/** The form was filled in: on to its check, or back to it with what is wrong. */
async function toCheck(sending: Sending): Promise<Response> {
  const { office, posted, form } = sending;
  const { id } = office.directory;
  const checked = checkReport(toReport(form.typed), surroundingsOf(office));
  const automatic = looksAutomatic(posted.fields, Date.parse(office.now));
  const faults = checked.valid ? [] : checked.faults;
  const notice = automatic && checked.valid ? 'again' : null;
  const cookie = await keepForm(sending, { ...form, faults, notice });
  return leadTo(faults.length > 0 || notice ? `${paths.report(id)}#check` : paths.reportCheck(id), cookie);
}

/** 不是这个站: the same form, with everything typed, and the list of stations. */
async function toAnyStation(sending: Sending): Promise<Response> {
  const { office, form } = sending;
  const cookie = await keepForm(sending, { ...form, typed: { ...form.typed, station: '' } });
  return leadTo(paths.report(office.directory.id, ''), cookie);
}

/** The check was confirmed: filed once, however often this is sent. */
async function file(sending: Sending): Promise<Response> {
  const { office, posted, form } = sending;
  const { id } = office.directory;
  const sender = { by: { role: 'reader', name: null }, address: posted.address } as const;
  const result = await fileReport(office, toReport(form.typed), form.key, sender);
  if (result.ok) {
    const { ref } = result.receipt;
    const filed = { ...EMPTY_DRAFT, filed: { key: form.key, ref }, tracked: ref };
    return leadTo(paths.reportDone(id), await keepDraftAnew(posted, id, filed));
  }
  if (result.reason === 'faults') {
    const cookie = await keepForm(sending, { ...form, faults: result.faults, notice: null });
    return leadTo(`${paths.report(id)}#check`, cookie);
  }
  if (result.reason === 'too_many') return giveFormBack(sending, result);
  // A key that was used for something else: the same form under a new key.
  const key = result.reason === 'key_reused' ? newKey() : form.key;
  const cookie = await keepForm(sending, { ...form, key, faults: [], notice: result.reason });
  return leadTo(result.reason === 'closed' ? paths.report(id) : paths.reportCheck(id), cookie);
}

/** What the form's and the check's buttons do: `check`, `back` or `send`. Every answer leads to a page. */
export async function sendForm(directory: string, posted: Posted): Promise<Response | null> {
  const office = await openReportOffice(directory);
  if (!office) return null;
  const key = fieldOf(posted.fields, 'key');
  const typed = withoutUnasked(office, readTypedForm(posted.fields));
  const opened = ownStamp(posted.fields);
  const form: Form = { key: IDEMPOTENCY_KEY.test(key) ? key : newKey(), opened, typed, faults: [], notice: null };
  const sending = { office, posted, form };
  try {
    return await answerSent(sending);
  } catch (error) {
    if (error instanceof TooManyDrafts) return giveFormBack(sending, { limit: 'client', retryAfter: error.retryAfter });
    throw error;
  }
}

async function answerSent(sending: Sending): Promise<Response> {
  const { office, posted, form } = sending;
  switch (fieldOf(posted.fields, 'act')) {
    case 'send':
      return file(sending);
    case 'elsewhere':
      return toAnyStation(sending);
    case 'back':
      return leadTo(paths.report(office.directory.id), await keepForm(sending, form));
    default:
      return toCheck(sending);
  }
}

/** A limit is met: the form comes back with all that was typed, and does the same once it is sent again. */
function giveFormBack(
  { office: { directory }, posted, form }: Sending,
  { limit, retryAfter }: FilingRefusal,
): Response {
  const { key, opened, typed } = form;
  const { dates, ...texts } = typed;
  const fields: [string, string][] = [
    ...Object.entries({ key, opened, ...texts, act: fieldOf(posted.fields, 'act') }),
    ...dates.map((date): [string, string] => ['dates', date]),
  ];
  const given = { directory, action: paths.reportSend(directory.id), fields, shown: typedFacts(directory, typed) };
  return giveBack(limit, retryAfter, given, posted.size);
}
