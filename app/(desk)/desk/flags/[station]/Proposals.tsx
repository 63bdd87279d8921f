'use client';

import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Field, Submit } from '../../../parts/fields.tsx';
import { Notice, Said, SignInAgain } from '../../../parts/Outcome.tsx';
import { useOutcome } from '../../../parts/Outcomes.tsx';

const words = deskWords.form;

/** A changed number, or one to go out of use, that waits for a second person. */
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
  const { outcome } = useOutcome('answer');
  if (proposals.length === 0) return <Said outcome={outcome} isLoud />;
  return proposals.map(({ id, text, reason, isOwn }) => (
    <DeskForm key={id} action="answer" directory={directory} className="decision">
      <h2>{words.waiting}</h2>
      <p>
        <b>{text}</b>
      </p>
      <p>{reason}</p>
      <input type="hidden" name="record" value={record} />
      <input type="hidden" name="proposal" value={id} />
      {isOwn ? <p className="hint">{words.own}</p> : <Answer id={`reason-${id}`} />}
    </DeskForm>
  ));
}

function Answer({ id }: { id: string }) {
  return (
    <>
      <Notice />
      <Field id={id} name="reason" label={words.reason} rows={2} />
      <SignInAgain />
      <p className="buttons">
        <Submit className="strong" name="answer" value="approve">
          {words.approve}
        </Submit>
        <Submit name="answer" value="reject">
          {words.reject}
        </Submit>
      </p>
    </>
  );
}
