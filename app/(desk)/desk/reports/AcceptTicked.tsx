'use client';

import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { useForm } from '../../parts/DeskForm.tsx';
import { useTicked } from '../../parts/Ticked.tsx';

/** Accepts what is ticked to the stations that the readers named, in one go. */
export function AcceptTicked() {
  const { outcome, isSending } = useForm();
  const { button, ticked } = useTicked(outcome);
  return (
    <p className="together">
      <button ref={button} type="submit" disabled={isSending}>
        {deskReportWords.acceptTicked(ticked)}
      </button>
    </p>
  );
}
