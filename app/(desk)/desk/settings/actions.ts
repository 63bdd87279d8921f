'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { foldUsername } from '#lib/server/auth.ts';
import { getDesk } from '#lib/server/desk.ts';
import { forgetDirectory } from '#lib/server/directories.ts';
import { passwordProblem } from '#lib/server/passwords.ts';
import { deskDirectoryId } from '#lib/server/review.ts';
import { requirePageRole } from '#lib/server/session.ts';
import { settingsSchema } from '#lib/server/settings.ts';
import { checkPassword } from '#lib/server/sign-in.ts';
import { endSession, endSessions, ROLES, replacePassword } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { type FormState, notDone, refusedForm, said } from '../../parts/form-state.ts';
import { staffOfForm } from '../../parts/staff-of-form.ts';

const words = deskWords.settings;
const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const [anyRole, ...moreRoles] = ROLES;

/** Changes one's own password; every other session of the account ends. */
export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const staff = await staffOfForm(form, anyRole, ...moreRoles);
  if ('kind' in staff) return refusedForm(staff);
  const desk = await getDesk();
  const current = await checkPassword(desk, staff.username, text(form, 'current'), Date.now());
  if (current === 'too_many') return notDone(deskWords.signIn.tooMany(10));
  if (current === 'wrong') return notDone(deskWords.linkProblem['password.wrong']);
  const next = text(form, 'next');
  if (next !== text(form, 'again')) return notDone(deskWords.linkProblem['password.differs']);
  const problem = passwordProblem(next, foldUsername(staff.username));
  if (problem) return notDone(deskWords.linkProblem[problem]);
  await replacePassword(desk, staff.id, next, staff.session);
  revalidatePath(paths.desk.settings);
  return said(words.changed);
}

/** Ends one of one's own sessions. */
export async function endSessionAction(form: FormData): Promise<void> {
  const staff = await requirePageRole(paths.desk.settings, anyRole, ...moreRoles);
  await endSession(await getDesk(), staff.id, text(form, 'session'));
  revalidatePath(paths.desk.settings);
}

/** Signs out everywhere, here too. */
export async function endAllSessionsAction(): Promise<void> {
  const staff = await requirePageRole(paths.desk.settings, anyRole, ...moreRoles);
  const desk = await getDesk();
  await endSessions(desk, staff.id);
  await desk.auth.api.signOut({ headers: await headers() });
  redirect(paths.desk.home);
}

/** What an admin sets for the directory. */
export async function saveServiceAction(_state: FormState, form: FormData): Promise<FormState> {
  const staff = await staffOfForm(form, 'admin');
  if ('kind' in staff) return refusedForm(staff);
  const id = await deskDirectoryId(text(form, 'directory'));
  if (id === null) return notDone(deskWords.notFound);
  const typed = { operator: text(form, 'operator').trim() || null, onlineReports: form.has('onlineReports') };
  const settings = settingsSchema.safeParse(typed);
  if (!settings.success) return notDone(words.operatorInvalid);
  const { store } = await getDesk();
  await store.settings.write(id, settings.data, staff.username, new Date().toISOString());
  forgetDirectory(store, id);
  revalidatePath(paths.desk.settings);
  return said(words.saved);
}
