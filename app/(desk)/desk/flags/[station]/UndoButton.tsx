'use client';

import { useEffect, useRef } from 'react';
import { deskWords } from '#lib/wording/desk.ts';
import { NEW_FORM, notDone } from '../../../parts/form-state.ts';
import { SignInAgain } from '../../../parts/SignInAgain.tsx';
import { useFormAction } from '../../../parts/use-form-action.ts';
import { undoAction } from './actions.ts';

interface UndoButtonProps {
  directory: string;
  record: string;
  id: string;
  label: string;
  /** The line may be undone. Once it has been, what was said stays here. */
  offered: boolean;
}

/** Undoes one line of the history at once; no reason is asked. */
export function UndoButton({ directory, record, id, label, offered }: UndoButtonProps) {
  const { state, form, isSending } = useFormAction(undoAction, NEW_FORM, notDone);
  const done = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.message) done.current?.focus();
  }, [state]);
  if (!offered) {
    return state.message ? (
      <p role="status" tabIndex={-1} ref={done}>
        {state.message}
      </p>
    ) : null;
  }
  return (
    <form {...form}>
      <input type="hidden" name="directory" value={directory} />
      <input type="hidden" name="record" value={record} />
      <input type="hidden" name="id" value={id} />
      {state.problem && !state.signedOut && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      {state.signedOut && <SignInAgain problem={state.problem} />}
      <button type="submit" aria-label={label} disabled={isSending}>
        {deskWords.entry.undo}
      </button>
    </form>
  );
}
