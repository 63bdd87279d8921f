'use client';

import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Field, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';
import { useOutcome } from '../../../parts/Outcomes.tsx';

const words = deskReportWords.unmask;

/** The masked phone, and the whole one for whoever says why; that they looked stands in the history. */
export function Unmask({ report, directory, masked }: { report: string; directory: string; masked: string }) {
  const { outcome } = useOutcome('unmask', report);
  if (outcome?.shown.phone) return <b role="status">{outcome.shown.phone}</b>;
  return (
    <details className="unmask" open={outcome !== undefined}>
      <summary>
        {masked} <span>{words.show}</span>
        <small>{words.hint}</small>
      </summary>
      <DeskForm action="unmask" of={report} directory={directory}>
        <Field name="why" label={words.why} />
        <SignInAgain />
        <Submit>{words.button}</Submit>
        <Notice />
      </DeskForm>
    </details>
  );
}
