import { z } from 'zod';
import { fold } from '#lib/reports/fold.ts';
import { staffStepSchema } from '#lib/reports/staff-step.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { safeBack } from '#lib/server/desk/safe-back.ts';
import { openReportOffice, type ReportOffice } from '#lib/server/reports/office.ts';
import { stepByStaff, unmaskPhone } from '#lib/server/reports/staff-step.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { STATE_FOR_STAFF } from '#lib/wording/reports.ts';
import { followerOf, listFrom } from './followers.ts';
import { problemWords } from './problem-words.ts';
import { queueAddress, readQueueQuery, reportAddress } from './query.ts';

const words = deskReportWords;
const refusedFor = (problem: string) => refused(problemWords(problem));

/** What is typed with a step: without script the sentences that are ticked follow it. */
const textOf = (fields: URLSearchParams) =>
  [fieldOf(fields, 'text').trim(), ...fields.getAll('phrase')].filter((part) => part !== '').join('，');

/** Where somebody goes on after a step: to the next report of the list they came from, or back to that list. */
async function goOn({ fields, staff }: Posted, office: ReportOffice, ref: string): Promise<Outcome> {
  const search = Object.fromEntries(new URLSearchParams(fieldOf(fields, 'list')));
  const query = readQueueQuery({ ...search, directory: fields.get('asked') ?? undefined });
  const at = z.iso.datetime().safeParse(fields.get('at')).data ?? office.now;
  const next = followerOf(await listFrom(office, staff, query, at), ref);
  if (next === null) return done(words.savedLast(ref), { to: queueAddress({ ...query, before: null }) });
  return done(words.savedNext(ref), { to: reportAddress(next, query, at) });
}

/** One step with one report. Two at once: the second sees how it stands now and keeps the text. */
export async function step(posted: Posted): Promise<Outcome> {
  const { fields, staff } = posted;
  const read = staffStepSchema.safeParse({ ...Object.fromEntries(fields), text: textOf(fields) });
  if (!read.success) throw new MalformedForm();
  const ref = fieldOf(fields, 'of');
  const office = await openReportOffice(staff.directory);
  const result = office && (await stepByStaff(office, staff, ref, read.data));
  if (!result) return refusedFor('unknown_report');
  if (result.ok) return fields.get('go') === 'next' ? goOn(posted, office, result.stored.ref) : done(words.saved);
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
