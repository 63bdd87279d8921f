import type { FormState } from './form-state.ts';
import { SignInAgain } from './SignInAgain.tsx';

/** What came of a form: what is wrong, what was done, or that one has to sign in again. */
export function Outcome({ state }: { state: FormState }) {
  if (state.signedOut) return <SignInAgain problem={state.problem} />;
  return (
    <>
      {state.problem && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      {state.message && (
        <div className="saved" role="status">
          <p>{state.message}</p>
          {state.link && <code>{state.link}</code>}
        </div>
      )}
    </>
  );
}
