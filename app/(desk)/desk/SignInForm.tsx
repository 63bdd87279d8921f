'use client';

import { useActionState } from 'react';
import { deskWords } from '#lib/wording/desk.ts';
import { keepTyped } from '../parts/keep-typed.ts';
import { signInAction } from './actions.ts';

const words = deskWords.signIn;

export function SignInForm({ back }: { back: string }) {
  const [state, action, isSending] = useActionState(signInAction, { problem: null, username: '' });
  return (
    <form action={action} onSubmit={keepTyped(action)} className="stack">
      {state.problem && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      <input type="hidden" name="back" value={back} />
      <label htmlFor="username">{words.username}</label>
      <input
        id="username"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        key={state.username}
        defaultValue={state.username}
      />
      <label htmlFor="password">{words.password}</label>
      <input id="password" name="password" type="password" autoComplete="current-password" required />
      <button className="main" type="submit" disabled={isSending}>
        {words.button}
      </button>
    </form>
  );
}
