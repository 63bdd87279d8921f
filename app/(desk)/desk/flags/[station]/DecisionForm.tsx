'use client';

import type { Route } from 'next';
import { useEffect, useRef, useState } from 'react';
import type { Correctable } from '#lib/directory/decision.ts';
import { LIMITS } from '#lib/directory/decision-limits.ts';
import type { FormAction } from '#lib/directory/rules.ts';
import { deskWords, problemText } from '#lib/wording/desk.ts';
import { SignInAgain } from '../../../parts/SignInAgain.tsx';
import { useFormAction } from '../../../parts/use-form-action.ts';
import { decideAction } from './actions.ts';
import { Choices } from './Choices.tsx';
import { Conflict } from './Conflict.tsx';
import { DECISION_FORM, type DecisionState, type FieldName, type TypedText } from './state.ts';
import { ValueField } from './ValueField.tsx';

const words = deskWords.form;

/** What the form is about, put together on the server. */
export interface DecisionSubject {
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
  options: { value: string; text: string }[];
  together: { id: string; text: string; ticked: boolean }[];
  seen: string;
  twoEditors: boolean;
  isError: boolean;
}

const EMPTY: TypedText = { action: '', how: '', value: '', reason: '', shared: false, together: [] };

const failed = (text: string): DecisionState => ({ kind: 'failed', text, typed: EMPTY, at: Date.now() });

/** What is too long to send at all; everything else is the server's to say. */
function refuse(form: FormData): DecisionState | null {
  if (String(form.get('reason') ?? '').length <= LIMITS.reason) return null;
  const text = problemText({ field: 'reason', code: 'reason.too_long' });
  return { kind: 'problems', problems: [{ field: 'reason', text }], typed: EMPTY, at: Date.now() };
}

/** The one form of an entry. Its fields are kept here, so that no answer of the server empties them. */
export function DecisionForm({ subject }: { subject: DecisionSubject }) {
  const { state, form, isSending } = useFormAction<DecisionState>(decideAction, { kind: 'new' }, failed, refuse);
  // Where no script runs, what was typed comes back with the page.
  const [before] = useState(() => ('typed' in state ? state.typed : EMPTY));
  const [asked, setAsked] = useState<string>(before.action);
  const chosen = subject.actions.find((action) => action === asked) ?? subject.actions[0] ?? '';
  const [how, setHow] = useState(before.how);
  const [value, setValue] = useState(before.value);
  const [reason, setReason] = useState(before.reason);
  const [shared, setShared] = useState(before.shared);
  const [dropped, setDropped] = useState(0);
  const notice = useRef<HTMLDivElement>(null);
  const at = state.kind === 'new' ? 0 : state.at;
  useEffect(() => {
    if (at > 0) notice.current?.focus();
  }, [at]);
  useEffect(() => {
    if (state.kind !== 'saved') return;
    setHow('');
    setValue('');
    setReason('');
    setShared(false);
  }, [state]);
  const problemOf = (field: FieldName) =>
    state.kind === 'problems' ? state.problems.find((problem) => problem.field === field)?.text : undefined;
  const isConflict = state.kind === 'conflict' && dropped !== state.at;
  return (
    <form id={DECISION_FORM} {...form} className="decision">
      <h2>{words.heading}</h2>
      {!isConflict && <Notice state={state} ref={notice} />}
      <Hidden subject={subject} seen={state.kind === 'conflict' ? state.seen : subject.seen} />
      {isConflict && (
        <Conflict
          state={state}
          opened={subject.opened}
          address={subject.address}
          onGoOn={() => setDropped(state.at)}
          ref={notice}
        />
      )}
      <Choices
        name="action"
        legend={words.heading}
        hideLegend
        values={subject.actions}
        textOf={(one) => deskWords.action[one]}
        chosen={chosen}
        onChoose={setAsked}
        problem={problemOf('action')}
      />
      {subject.isError && !subject.actions.includes('confirm') && <p className="hint">{words.noConfirm}</p>}
      {subject.actions.includes('correct') && subject.field && (
        <ValueField
          field={subject.field}
          options={subject.options}
          value={value}
          onChange={setValue}
          problem={problemOf('value') ?? problemOf('shared')}
        />
      )}
      {problemOf('shared') && (
        <label className="check correct-only">
          <input type="checkbox" name="shared" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {words.shared}
        </label>
      )}
      <div className="not-reopen">
        <Choices
          name="how"
          legend={words.how}
          values={['called', 'official', 'station'] as const}
          textOf={(one) => deskWords.how[one]}
          chosen={how}
          onChoose={setHow}
          problem={problemOf('how')}
        />
      </div>
      <label htmlFor="reason">{words.reason}</label>
      {problemOf('reason') && (
        <p className="problem" id="reason-problem">
          {problemOf('reason')}
        </p>
      )}
      <textarea
        id="reason"
        name="reason"
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        aria-invalid={problemOf('reason') !== undefined}
        aria-describedby={problemOf('reason') ? 'reason-problem' : undefined}
      />
      <Together subject={subject} ticked={before.together} />
      {state.kind === 'signed_out' && <SignInAgain problem={state.problem} />}
      <p className="hint">
        {isConflict
          ? deskWords.conflict.textBelow(state.by)
          : `${subject.twoEditors && subject.field === 'number' ? words.twoEditors : ''}${words.soon}`}
      </p>
      <button className="main" type="submit" disabled={isSending}>
        {isSending ? words.saving : state.kind === 'conflict' ? words.saveAfter(state.by) : words.save}
      </button>
    </form>
  );
}

function Notice({ state, ref }: { state: DecisionState; ref: React.RefObject<HTMLDivElement | null> }) {
  if (state.kind === 'saved') {
    return (
      <div className="saved" role="status" tabIndex={-1} ref={ref}>
        {state.message}
      </div>
    );
  }
  if (state.kind === 'problems' || state.kind === 'failed') {
    return (
      <div className="problem summary" role="alert" tabIndex={-1} ref={ref}>
        {state.kind === 'failed' ? state.text : words.errors}
      </div>
    );
  }
  return null;
}

function Hidden({ subject, seen }: { subject: DecisionSubject; seen: string }) {
  return (
    <>
      <input type="hidden" name="directory" value={subject.directory} />
      <input type="hidden" name="record" value={subject.record} />
      <input type="hidden" name="phone" value={subject.phone ?? ''} />
      <input type="hidden" name="seen" value={seen} />
      {subject.flags.map((flag) => (
        <input key={flag} type="hidden" name="flag" value={flag} />
      ))}
    </>
  );
}

/** Entries that ask the same: one answer and one reason for all that are ticked. */
function Together({ subject, ticked: before }: { subject: DecisionSubject; ticked: readonly string[] }) {
  if (subject.together.length === 0) return null;
  return (
    <fieldset className="together">
      <legend>{words.together}</legend>
      {subject.together.map(({ id, text, ticked }) => (
        <label className="check" key={id}>
          <input type="checkbox" name="with" value={id} defaultChecked={ticked || before.includes(id)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
