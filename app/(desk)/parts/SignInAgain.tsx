import { useId } from 'react';
import { deskWords } from '#lib/wording/desk.ts';

const words = deskWords.signIn;

/** The session has run out: sign in inside the form, and the same press of the button saves. */
export function SignInAgain({ problem }: { problem: string | null }) {
  const id = useId();
  return (
    <fieldset className="again">
      <legend>{words.again}</legend>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <label htmlFor={`${id}-username`}>{words.username}</label>
      <input id={`${id}-username`} name="again-username" autoComplete="username" required />
      <label htmlFor={`${id}-password`}>{words.password}</label>
      <input id={`${id}-password`} name="again-password" type="password" autoComplete="current-password" required />
    </fieldset>
  );
}
