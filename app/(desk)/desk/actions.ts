'use server';

import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { signInHere } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';

export interface SignInState {
  problem: string | null;
  username: string;
}

/** A path of the desk, and nothing else: a link from elsewhere must not send anybody away after signing in. */
const safeBack = (back: unknown) =>
  typeof back === 'string' && /^\/desk\/[a-z0-9/?=&%+._-]*$/i.test(back) ? back : paths.desk.home;

export async function signInAction(_state: SignInState, form: FormData): Promise<SignInState> {
  const username = String(form.get('username') ?? '');
  const result = await signInHere({ username, password: String(form.get('password') ?? '') });
  if (!result.ok) {
    const words = deskWords.signIn;
    const problem = result.code === 'too_many' ? words.tooMany(Math.ceil(result.retryAfter / 60)) : words.refused;
    return { problem, username };
  }
  redirect(safeBack(form.get('back')) as Route);
}

export async function signOutAction(): Promise<void> {
  const { auth } = await getDesk();
  await auth.api.signOut({ headers: await headers() });
  redirect(paths.desk.home);
}
