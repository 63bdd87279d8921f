import { TIME_FIELDS, type TimeField, type TypedTimes } from '#lib/reports/time-fields.ts';
import { readTimes, type TimesFault } from '#lib/reports/typed-times.ts';
import { foldUsername } from '#lib/server/auth.ts';
import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { forgetDirectory } from '#lib/server/directories.ts';
import { passwordProblem } from '#lib/server/passwords.ts';
import { allowErasure as allow } from '#lib/server/reports/erasures.ts';
import { deskDirectoryId } from '#lib/server/review.ts';
import { type Settings, settingsSchema } from '#lib/server/settings.ts';
import { checkPassword } from '#lib/server/sign-in.ts';
import { endSessions as endAll, endSession as endOne, replacePassword } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { timesWords } from '#lib/wording/desk-reports.ts';
import { signOut } from '../actions.ts';

const words = deskWords.settings;

/** Changes one's own password; every other session of the account ends. */
export async function changePassword({ fields, staff }: Posted): Promise<Outcome> {
  const desk = await getDesk();
  const current = await checkPassword(desk, staff.username, fieldOf(fields, 'password-current'), Date.now());
  if (current === 'too_many') return refused(deskWords.signIn.tooMany(10));
  if (current === 'wrong') return refused(deskWords.linkProblem['password.wrong']);
  const next = fieldOf(fields, 'password');
  if (next !== fieldOf(fields, 'password-again')) return refused(deskWords.linkProblem['password.differs']);
  const problem = passwordProblem(next, foldUsername(staff.username));
  if (problem) return refused(deskWords.linkProblem[problem]);
  await replacePassword(desk, staff.id, next, staff.session);
  return done(words.changed);
}

/** Ends one of one's own sessions. */
export async function endSession({ fields, staff }: Posted): Promise<Outcome> {
  await endOne(await getDesk(), staff.id, fieldOf(fields, 'of'));
  return done(null);
}

/** Signs out everywhere, here too. */
export async function endSessions(posted: Posted): Promise<Outcome> {
  await endAll(await getDesk(), posted.staff.id);
  return signOut(posted);
}

/** Lets everything be erased today that is to be erased by its age, and that a day's share holds back. */
export async function allowErasure({ fields, staff }: Posted): Promise<Outcome> {
  const id = await deskDirectoryId(fieldOf(fields, 'directory'));
  if (id === null) return refused(deskWords.notFound);
  const most = await allow((await getDesk()).store, id, staff.username);
  return most === null ? refused(words.erasure.none) : done(words.erasure.allowed(most));
}

async function save({ fields, staff }: Posted, settings: Settings): Promise<Outcome> {
  const id = await deskDirectoryId(fieldOf(fields, 'directory'));
  if (id === null) return refused(deskWords.notFound);
  const { store } = await getDesk();
  await store.settings.write(id, settings, staff.username, new Date().toISOString());
  forgetDirectory(store, id);
  return done(words.saved);
}

/** What an admin sets for the directory: who runs it, and whether readers may report. */
export async function setService(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const typed = { operator: fieldOf(fields, 'operator').trim() || null, onlineReports: fields.has('onlineReports') };
  const settings = settingsSchema.safeParse(typed);
  return settings.success ? save(posted, settings.data) : refused(words.operatorInvalid);
}

/** Service hours, time limits and the delivery cut-off: what readers are promised while somebody is there. */
export async function setTimes(posted: Posted): Promise<Outcome> {
  const typed = Object.fromEntries(TIME_FIELDS.map((name) => [name, fieldOf(posted.fields, name)])) as TypedTimes;
  const read = readTimes(typed);
  if (read.ok) return save(posted, read.times);
  const faults = Object.entries(read.faults) as [TimeField, TimesFault][];
  return refused(
    timesWords.wrong(faults.length),
    Object.fromEntries(faults.map(([name, fault]) => [name, timesWords.faults[fault]])),
  );
}
