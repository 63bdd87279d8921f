import type { PeopleState } from './actions.ts';

/** What came of a change: a sentence, and the link to hand over where there is one. */
export function Outcome({ state }: { state: PeopleState }) {
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
