'use client';

import { callingWords as words } from '#lib/wording/calling.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Submit } from '../../parts/fields.tsx';
import { SignInAgain } from '../../parts/Outcome.tsx';

interface UndoCallProps {
  directory: string;
  /** The id of the call's first row. */
  id: string;
  /** The number, for whoever hears the button alone. */
  number: string;
  /** As one of the moves below the number, with its key; else a line in the list. */
  isMove?: boolean;
}

/** Takes back what came of a call, and shows its number again. */
export function UndoCall({ directory, id, number, isMove = false }: UndoCallProps) {
  if (isMove)
    return (
      <DeskForm action="undo-call" of={id} directory={directory} className="move">
        <kbd>u</kbd> <Submit data-key="u">{words.keys.undo}</Submit>
      </DeskForm>
    );
  return (
    <DeskForm action="undo-call" of={id} directory={directory}>
      <SignInAgain />
      <Submit className="plain" aria-label={words.undoLabel(number)}>
        {words.undo}
      </Submit>
    </DeskForm>
  );
}
