'use client';

import { deskWords } from '#lib/wording/desk.ts';
import { useFormAction } from '../parts/use-form-action.ts';
import { type SignInState, signInAction } from './actions.ts';

const words = deskWords.signIn;

const failed = (problem: string): SignInState => ({ problem, username: '' });

export function SignInForm({ back }: { back: string }) {
  const { state, form, isSending } = useFormAction(signInAction, { problem: null, username: '' }, failed);
  return (
    <form {...form} className="stack">
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
