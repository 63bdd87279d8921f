'use client';

import { useEffect, useId, useRef } from 'react';
import type { Outcome } from '#lib/server/desk/outcome.ts';
import type { DeskAction } from '#lib/server/desk/roles.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { CODE_FIELD } from './code-field.ts';
import { useForm } from './DeskForm.tsx';
import { useLastOutcome } from './Outcomes.tsx';

const words = deskWords.signIn;

interface SaidProps {
  outcome: Outcome | undefined;
  /** Takes the focus and has a frame, where the form is long. */
  isLoud?: boolean;
}

/** What came of a form: what is wrong, or what was done. */
export function Said({ outcome, isLoud = false }: SaidProps) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome && isLoud) said.current?.focus();
  }, [outcome, isLoud]);
  if (!outcome?.message || outcome.kind === 'signed_out') return null;
  const isDone = outcome.kind === 'done';
  return (
    <div
      className={isDone ? 'saved' : isLoud ? 'problem summary' : 'problem'}
      role={isDone ? 'status' : 'alert'}
      tabIndex={-1}
      ref={said}
    >
      {outcome.message}
      {outcome.shown.link && <code>{outcome.shown.link}</code>}
    </div>
  );
}

/** The same within the form. */
export const Notice = ({ isLoud = false }: { isLoud?: boolean }) => (
  <Said outcome={useForm().outcome} isLoud={isLoud} />
);

interface SaidOfProps {
  actions: readonly DeskAction[];
  /** What the form of this page is about, which says it itself. */
  not?: string;
}

/** The same of the last form that is not on this page, or no longer: it has led here. */
export const SaidOf = ({ actions, not }: SaidOfProps) => <Said outcome={useLastOutcome(actions, not)} isLoud />;

/** The session has run out: sign in inside the form, and the same press of the button saves. */
export function SignInAgain() {
  const { outcome } = useForm();
  const id = useId();
  if (outcome?.kind !== 'signed_out') return null;
  return (
    <fieldset className="again">
      <legend>{words.again}</legend>
      {outcome.message && (
        <p className="problem" role="alert">
          {outcome.message}
        </p>
      )}
      <label htmlFor={`${id}-username`}>{words.username}</label>
      <input id={`${id}-username`} name="again-username" autoComplete="username" required />
      <label htmlFor={`${id}-password`}>{words.password}</label>
      <input id={`${id}-password`} name="again-password" type="password" autoComplete="current-password" required />
      <label htmlFor={`${id}-code`}>{words.code}</label>
      <input id={`${id}-code`} name="again-password-code" {...CODE_FIELD} />
    </fieldset>
  );
}
