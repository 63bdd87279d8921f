import { deskWords } from '#lib/wording/desk.ts';

const words = deskWords.signIn;

/** The session has run out: sign in inside the form, and the same press of the button saves. */
export function SignInAgain({ problem }: { problem: string | null }) {
  return (
    <fieldset className="again">
      <legend>{words.again}</legend>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <label htmlFor="again-username">{words.username}</label>
      <input id="again-username" name="username" autoComplete="username" required />
      <label htmlFor="again-password">{words.password}</label>
      <input id="again-password" name="password" type="password" autoComplete="current-password" required />
    </fieldset>
  );
}
