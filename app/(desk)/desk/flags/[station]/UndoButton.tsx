'use client';

import { useActionState } from 'react';
import { deskWords } from '#lib/wording/desk.ts';
import { undoAction } from './actions.ts';

interface UndoButtonProps {
  directory: string;
  record: string;
  id: string;
  label: string;
}

/** Undoes one line of the history at once; no reason is asked. */
export function UndoButton({ directory, record, id, label }: UndoButtonProps) {
  const [state, action, isSending] = useActionState(undoAction, { message: null, problem: null });
  return (
    <form action={action}>
      <input type="hidden" name="directory" value={directory} />
      <input type="hidden" name="record" value={record} />
      <input type="hidden" name="id" value={id} />
      {state.problem && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      <button type="submit" aria-label={label} disabled={isSending}>
        {deskWords.entry.undo}
      </button>
    </form>
  );
}
