import { TIME_FIELDS, type TimeField, type TypedTimes } from '#lib/reports/time-fields.ts';
import { readTimes, type TimesFault } from '#lib/reports/typed-times.ts';
import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { forgetDirectory } from '#lib/server/directories.ts';
import { endSessions as endAll, endSession as endOne, replacePassword } from '#lib/server/own-account.ts';
import { passwordProblem } from '#lib/server/passwords.ts';
import type { SignedIn } from '#lib/server/read-session.ts';
import { allowErasure as allow } from '#lib/server/reports/erasures.ts';
import type { Staff } from '#lib/server/session.ts';
import { type Settings, settingsSchema } from '#lib/server/settings.ts';
import { checkPassword } from '#lib/server/sign-in.ts';
import { foldUsername } from '#lib/server/usernames.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { timesWords } from '#lib/wording/desk-reports.ts';
import { signOut } from '../actions.ts';

const words = deskWords.settings;

/** Changes one's own password; every other session of the account ends. */
export async function changePassword({ fields, staff, headers }: Posted<SignedIn>): Promise<Outcome> {
  const desk = await getDesk();
  const typed = { username: staff.username, password: fieldOf(fields, 'password-current') };
  const current = await checkPassword(desk, typed, headers, Date.now());
  if (typeof current === 'number') return refused(deskWords.signIn.tooMany(Math.ceil(current / 60)));
  if (current === 'wrong') return refused(deskWords.linkProblem['password.wrong']);
  const next = fieldOf(fields, 'password');
  if (next !== fieldOf(fields, 'password-again')) return refused(deskWords.linkProblem['password.differs']);
  const problem = passwordProblem(next, foldUsername(staff.username));
  if (problem) return refused(deskWords.linkProblem[problem]);
  await replacePassword(desk, staff.id, next, staff.session);
  return done(words.changed);
}

/** Ends one of one's own sessions. */
export async function endSession({ fields, staff }: Posted<SignedIn>): Promise<Outcome> {
  await endOne(await getDesk(), staff.id, fieldOf(fields, 'of'));
  return done(null);
}

/** Signs out everywhere, here too. */
export async function endSessions(posted: Posted<SignedIn>): Promise<Outcome> {
  await endAll(await getDesk(), posted.staff.id);
  return signOut(posted);
}

/** Lets everything be erased today that is to be erased by its age, and that a day's share holds back. */
export async function allowErasure({ staff }: Posted): Promise<Outcome> {
  const most = await allow((await getDesk()).store, staff.directory, staff.username);
  return most === null ? refused(words.erasure.none) : done(words.erasure.allowed(most));
}

async function save({ directory, username }: Staff, settings: Settings): Promise<Outcome> {
  const { store } = await getDesk();
  await store.settings.write(directory, settings, username, new Date().toISOString());
  forgetDirectory(store, directory);
  return done(words.saved);
}

/** What an admin sets for the directory: who runs it, and whether readers may report. */
export async function setService({ fields, staff }: Posted): Promise<Outcome> {
  const typed = { operator: fieldOf(fields, 'operator').trim() || null, onlineReports: fields.has('onlineReports') };
  const settings = settingsSchema.safeParse(typed);
  return settings.success ? save(staff, settings.data) : refused(words.operatorInvalid);
}

/** Time limits and the delivery cut-off: what readers are promised while somebody is there. */
export async function setTimes({ fields, staff }: Posted): Promise<Outcome> {
  const typed = Object.fromEntries(TIME_FIELDS.map((name) => [name, fieldOf(fields, name)])) as TypedTimes;
  const read = readTimes(typed);
  if (read.ok) return save(staff, read.times);
  const faults = Object.entries(read.faults) as [TimeField, TimesFault][];
  return refused(
    timesWords.wrong(faults.length),
    Object.fromEntries(faults.map(([name, fault]) => [name, timesWords.faults[fault]])),
  );
}
