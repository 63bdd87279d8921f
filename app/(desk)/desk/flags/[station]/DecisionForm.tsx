'use client';

import type { Route } from 'next';
import type { Correctable } from '#lib/directory/decision.ts';
import type { FormAction } from '#lib/directory/rules.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm, useForm } from '../../../parts/DeskForm.tsx';
import { Choice, Choices, Field, type Option, Submit } from '../../../parts/fields.tsx';
import { Notice, Said, SignInAgain } from '../../../parts/Outcome.tsx';
import { useOutcome } from '../../../parts/Outcomes.tsx';

/** For the button of a conflict, which stands above. */
export const DECISION_FORM = 'decision-form';

const words = deskWords.form;
const HOW = (['called', 'official', 'station'] as const).map((value) => ({ value, text: deskWords.how[value] }));

/** What the form is about, put together on the server. */
export interface DecisionSubject {
  /** The number, or what else is in hand: what was typed stays with it when a number's own flags come and go. */
  of: string;
  directory: string;
  record: string;
  /** When the page was made, by the clock in China. */
  opened: string;
  /** Where the form stands. */
  address: Route;
  flags: string[];
  phone: string | null;
  field: Correctable | null;
  actions: FormAction[];
  options: Option[];
  together: { id: string; text: string; ticked: boolean }[];
  seen: string;
  twoEditors: boolean;
  isError: boolean;
}

interface SubjectProps {
  subject: DecisionSubject;
}

/** The one form of an entry. It stays where nothing may be done any more, while what was typed could not be saved. */
export function DecisionForm({ subject }: SubjectProps) {
  const { of, directory, address, actions } = subject;
  const { outcome } = useOutcome('decide', of);
  if (actions.length === 0 && (!outcome || outcome.kind === 'done')) return <Said outcome={outcome} isLoud />;
  const conflict = outcome?.kind === 'conflict' && outcome.shown.conflict;
  return (
    <DeskForm
      id={DECISION_FORM}
      action="decide"
      of={of}
      directory={directory}
      back={address}
      className="decision"
      clears
    >
      <h2>{words.heading}</h2>
      <Notice isLoud />
      <Hidden subject={subject} />
      <Conclusion subject={subject} />
      <div className="not-reopen">
        <Choices name="how" legend={words.how} options={HOW} />
      </div>
      <Field name="reason" label={words.reason} rows={3} />
      <Together subject={subject} />
      <SignInAgain />
      <p className="hint">
        {conflict
          ? deskWords.conflict.textBelow(conflict.by)
          : `${subject.twoEditors && subject.field === 'number' ? words.twoEditors : ''}${words.soon}`}
      </p>
      <SaveButton />
    </DeskForm>
  );
}

function SaveButton() {
  const { outcome, isSending } = useForm();
  const conflict = outcome?.shown.conflict;
  return (
    <Submit className="main">{isSending ? words.saving : conflict ? words.saveAfter(conflict.by) : words.save}</Submit>
  );
}

function Hidden({ subject: { record, phone, seen, opened, flags } }: SubjectProps) {
  const conflict = useForm().outcome?.shown.conflict;
  return (
    <>
      <input type="hidden" name="record" value={record} />
      <input type="hidden" name="phone" value={phone ?? ''} />
      <input type="hidden" name="seen" value={conflict?.seen ?? seen} />
      <input type="hidden" name="opened" value={opened} />
      {flags.map((flag) => (
        <input key={flag} type="hidden" name="flag" value={flag} />
      ))}
    </>
  );
}

/** What is concluded, and, of a correction, what is right instead. */
function Conclusion({ subject: { actions, field, options, isError } }: SubjectProps) {
  const faults = useForm().outcome?.faults;
  return (
    <>
      <Choices
        name="action"
        legend={words.heading}
        hideLegend
        options={actions.map((value) => ({ value, text: deskWords.action[value] }))}
        chosen={actions[0]}
      />
      {isError && !actions.includes('confirm') && <p className="hint">{words.noConfirm}</p>}
      {actions.includes('correct') && field && (
        <div className="correct-only">
          <Field
            name="value"
            label={words.value[field]}
            hint={words.valueHint[field]}
            {...(options.length > 0 && { options: [{ value: '', text: words.choose }, ...options] })}
          />
        </div>
      )}
      {faults?.shared && <Choice type="checkbox" name="shared" className="check correct-only" text={words.shared} />}
    </>
  );
}

/** Entries that ask the same: one answer and one reason for all that are ticked. */
function Together({ subject: { together } }: SubjectProps) {
  if (together.length === 0) return null;
  return (
    <fieldset className="together">
      <legend>{words.together}</legend>
      {together.map(({ id, text, ticked }) => (
        <Choice key={id} type="checkbox" name="with" value={id} chosen={ticked} text={text} />
      ))}
    </fieldset>
  );
}
