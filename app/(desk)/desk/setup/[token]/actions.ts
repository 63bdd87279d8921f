'use server';

import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { signInHere } from '#lib/server/session.ts';
import { redeemLink, StaffError } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';

export interface SetupState {
  problem: string | null;
  username: string;
}

/** Open to strangers: the link itself is the permission, and works once. */
export async function setPasswordAction(_state: SetupState, form: FormData): Promise<SetupState> {
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = { username: text('username'), password: text('password'), again: text('again') };
  const failed = (code: keyof typeof deskWords.linkProblem): SetupState => ({
    problem: deskWords.linkProblem[code],
    username: typed.username,
  });
  try {
    const result = await redeemLink(await getDesk(), text('token'), typed, new Date());
    if (!result.ok) return failed(result.code);
    await signInHere({ username: result.username, password: typed.password });
  } catch (error) {
    if (error instanceof StaffError) return failed(error.code);
    throw error;
  }
  redirect(paths.desk.home);
}
