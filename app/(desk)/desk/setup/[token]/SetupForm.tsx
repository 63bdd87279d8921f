'use client';

import { deskWords } from '#lib/wording/desk.ts';
import { useFormAction } from '../../../parts/use-form-action.ts';
import { type SetupState, setPasswordAction } from './actions.ts';

const words = deskWords.setup;

const failed = (problem: string): SetupState => ({ problem, username: '' });

/** @param name whose link it is; null where the first admin chooses a name */
export function SetupForm({ token, name }: { token: string; name: string | null }) {
  const { state, form, isSending } = useFormAction(setPasswordAction, { problem: null, username: '' }, failed);
  return (
    <form {...form} className="stack">
      {state.problem && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      <input type="hidden" name="token" value={token} />
      {name === null ? (
        <>
          <label htmlFor="username">{words.username}</label>
          <p className="hint" id="username-hint">
            {words.usernameHint}
          </p>
          <input
            id="username"
            name="username"
            autoComplete="username"
            aria-describedby="username-hint"
            required
            defaultValue={state.username}
          />
        </>
      ) : (
        <input type="hidden" name="username" autoComplete="username" value={name} />
      )}
      <label htmlFor="password">{words.password}</label>
      <p className="hint" id="password-hint">
        {words.passwordHint}
      </p>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="new-password"
        aria-describedby="password-hint"
        required
      />
      <label htmlFor="again">{words.again}</label>
      <input id="again" name="again" type="password" autoComplete="new-password" required />
      <button className="main" type="submit" disabled={isSending}>
        {words.button}
      </button>
    </form>
  );
}
