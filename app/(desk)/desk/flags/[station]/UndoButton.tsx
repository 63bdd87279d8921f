'use client';

import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Submit } from '../../../parts/fields.tsx';
import { Notice, Said, SignInAgain } from '../../../parts/Outcome.tsx';
import { useOutcome } from '../../../parts/Outcomes.tsx';

interface UndoButtonProps {
  directory: string;
  record: string;
  id: string;
  label: string;
  /** The line may be undone. Once it has been, what was said stays here. */
  offered: boolean;
  /** What only an admin decides. */
  isOfCity?: boolean;
}

/** Undoes one line of the history at once; no reason is asked. */
export function UndoButton({ directory, record, id, label, offered, isOfCity = false }: UndoButtonProps) {
  const action = isOfCity ? 'undo-city' : 'undo';
  const { outcome } = useOutcome(action, id);
  if (!offered) return <Said outcome={outcome} isLoud />;
  return (
    <DeskForm action={action} of={id} directory={directory}>
      <input type="hidden" name="record" value={record} />
      <Notice />
      <SignInAgain />
      <Submit aria-label={label}>{deskWords.entry.undo}</Submit>
    </DeskForm>
  );
}
