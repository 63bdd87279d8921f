'use client';

import { useEffect, useId, useRef } from 'react';
import { deskWords } from '#lib/wording/desk.ts';
import { type FormState, NEW_FORM, notDone } from '../../../parts/form-state.ts';
import { SignInAgain } from '../../../parts/SignInAgain.tsx';
import { useFormAction } from '../../../parts/use-form-action.ts';
import { answerAction } from './actions.ts';

const words = deskWords.form;

/** A changed number that waits for a second person. */
export interface ProposalText {
  id: string;
  text: string;
  reason: string;
  /** Whoever proposed it cannot answer it. */
  isOwn: boolean;
}

interface ProposalsProps {
  directory: string;
  record: string;
  proposals: readonly ProposalText[];
}

/** What waits for a second person; what was said of the last one stays when it is gone, and has the focus. */
export function Proposals({ directory, record, proposals }: ProposalsProps) {
  const { state, form, isSending } = useFormAction(answerAction, NEW_FORM, notDone);
  const done = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.message) done.current?.focus();
  }, [state]);
  return (
    <>
      {state.message && proposals.length === 0 && (
        <p className="saved" role="status" tabIndex={-1} ref={done}>
          {state.message}
        </p>
      )}
      {proposals.map((proposal) => (
        <form key={proposal.id} {...form} className="decision">
          <h2>{words.waiting}</h2>
          <p>
            <b>{proposal.text}</b>
          </p>
          <p>{proposal.reason}</p>
          <input type="hidden" name="directory" value={directory} />
          <input type="hidden" name="record" value={record} />
          <input type="hidden" name="id" value={proposal.id} />
          {proposal.isOwn ? <p className="hint">{words.own}</p> : <Answer state={state} isSending={isSending} />}
        </form>
      ))}
    </>
  );
}

function Answer({ state, isSending }: { state: FormState; isSending: boolean }) {
  const field = useId();
  return (
    <>
      <label htmlFor={field}>{words.reason}</label>
      {state.problem && !state.signedOut && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      <textarea id={field} name="reason" rows={2} />
      {state.signedOut && <SignInAgain problem={state.problem} />}
      <p className="buttons">
        <button className="strong" type="submit" name="answer" value="approve" disabled={isSending}>
          {words.approve}
        </button>
        <button type="submit" name="answer" value="reject" disabled={isSending}>
          {words.reject}
        </button>
      </p>
    </>
  );
}
