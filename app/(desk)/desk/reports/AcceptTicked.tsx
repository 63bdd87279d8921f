'use client';

import { type ReactNode, useActionState, useState } from 'react';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { acceptTickedAction } from './actions.ts';

/** The queue as a form: what is ticked is accepted to the stations that the readers named, in one go. */
export function AcceptTicked({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const [ticked, setTicked] = useState(0);
  const accept = async (before: string | null, form: FormData) => {
    const message = await acceptTickedAction(before, form);
    setTicked(0);
    return message;
  };
  const [message, action, isSending] = useActionState(accept, null);
  return (
    <form
      className="ticks"
      action={action}
      onChange={(event) => setTicked(event.currentTarget.querySelectorAll('input[name=tick]:checked').length)}
    >
      {message && (
        <p className="saved" role="status">
          {message}
        </p>
      )}
      {children}
      {enabled && (
        <p className="together" data-ticked={ticked}>
          <button type="submit" disabled={isSending}>
            {deskReportWords.acceptTicked(ticked)}
          </button>
        </p>
      )}
    </form>
  );
}
