'use client';

import { useActionState, useId } from 'react';
import { deskWords } from '#lib/wording/desk.ts';
import { keepTyped } from '../../../parts/keep-typed.ts';
import { answerAction } from './actions.ts';

const words = deskWords.form;

interface ProposalProps {
  directory: string;
  record: string;
  id: string;
  text: string;
  reason: string;
  /** Whoever proposed it cannot answer it. */
  isOwn: boolean;
}

/** A changed number that waits for a second person. */
export function Proposal({ directory, record, id, text, reason, isOwn }: ProposalProps) {
  const [state, action, isSending] = useActionState(answerAction, { message: null, problem: null });
  const field = useId();
  return (
    <form action={action} onSubmit={keepTyped(action)} className="decision">
      <h2>{words.waiting}</h2>
      <p>
        <b>{text}</b>
      </p>
      <p>{reason}</p>
      <input type="hidden" name="directory" value={directory} />
      <input type="hidden" name="record" value={record} />
      <input type="hidden" name="id" value={id} />
      {isOwn ? (
        <p className="hint">{words.own}</p>
      ) : (
        <>
          <label htmlFor={field}>{words.reason}</label>
          {state.problem && (
            <p className="problem" role="alert">
              {state.problem}
            </p>
          )}
          <textarea id={field} name="reason" rows={2} />
          <p className="buttons">
            <button className="strong" type="submit" name="answer" value="approve" disabled={isSending}>
              {words.approve}
            </button>
            <button type="submit" name="answer" value="reject" disabled={isSending}>
              {words.reject}
            </button>
          </p>
        </>
      )}
    </form>
  );
}
