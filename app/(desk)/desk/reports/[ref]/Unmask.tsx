'use client';

import { useActionState } from 'react';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { keepTyped } from '../../../parts/keep-typed.ts';
import { unmaskAction } from '../actions.ts';

const words = deskReportWords.unmask;

/** The masked phone, and the whole one for whoever says why; that they looked stands in the history. */
export function Unmask({ report, masked }: { report: string; masked: string }) {
  const [state, action, isSending] = useActionState(unmaskAction, { phone: null, problem: null });
  if (state.phone !== null) return <b role="status">{state.phone}</b>;
  return (
    <details className="unmask">
      <summary>
        {masked} <span>{words.show}</span>
        <small>{words.hint}</small>
      </summary>
      <form action={action} onSubmit={keepTyped(action)}>
        <input type="hidden" name="report" value={report} />
        <label htmlFor="why">{words.why}</label>
        <input id="why" name="why" autoComplete="off" />
        <button type="submit" disabled={isSending}>
          {words.button}
        </button>
        {state.problem && (
          <p className="problem" role="alert">
            {state.problem}
          </p>
        )}
      </form>
    </details>
  );
}
