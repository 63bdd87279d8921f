'use server';

import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { signInHere } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { safeBack } from '../parts/safe-back.ts';

export interface SignInState {
  problem: string | null;
  username: string;
}

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
