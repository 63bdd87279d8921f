'use client';

import type { Route } from 'next';
import { type ReactNode, useActionState } from 'react';
import type { FieldName } from '#lib/reports/form.ts';
import { CALLED_ALREADY, KINDS, WISHES } from '#lib/reports/words.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { CALLED, FILING_LABEL, KIND_FOR_STAFF, WISH } from '#lib/wording/reports.ts';
import { keepTyped } from '../../../parts/keep-typed.ts';
import { SignInAgain } from '../../../parts/SignInAgain.tsx';
import { type FileState, fileForCallerAction } from './actions.ts';

const words = deskReportWords.fileForm;

interface FileFormProps {
  directory: string;
  /** The address of this form, for the next caller. */
  another: Route;
  formKey: string;
  stations: { id: string; text: string }[];
  days: { day: string; text: string }[];
}

async function send(state: FileState, form: FormData): Promise<FileState> {
  try {
    return await fileForCallerAction(state, form);
  } catch (error) {
    console.error(error);
    return { kind: 'problem', text: navigator.onLine ? deskWords.failed : deskWords.offline, at: Date.now() };
  }
}

/** The reader's form for a clerk, with the same fields and rules. */
export function FileForm({ directory, another, formKey, stations, days }: FileFormProps) {
  const [state, action, isSending] = useActionState(send, { kind: 'new' });
  if (state.kind === 'filed') return <Filed reference={state.ref} code={state.code} another={another} />;
  const faultOf = (name: FieldName) =>
    state.kind === 'faults' ? state.faults.find(({ field }) => field === name)?.text : undefined;
  return (
    <form action={action} onSubmit={keepTyped(action)} className="stack panel" aria-busy={isSending}>
      <input type="hidden" name="directory" value={directory} />
      <input type="hidden" name="key" value={formKey} />
      {(state.kind === 'faults' || state.kind === 'problem') && (
        <p className="problem summary" role="alert">
          {state.kind === 'faults' ? words.faults + state.faults.map(({ text }) => text).join('；') : state.text}
        </p>
      )}
      <Labelled name="station" fault={faultOf('station')}>
        <select id="station" name="station" defaultValue="">
          <option value="">{formWords.unknownStation}</option>
          {stations.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </Labelled>
      <Radios name="kind" values={KINDS} texts={KIND_FOR_STAFF} fault={faultOf('kind')} />
      <fieldset>
        <legend>{FILING_LABEL.dates}</legend>
        <Fault text={faultOf('dates')} />
        <div className="buttons">
          {days.map(({ day, text }) => (
            <label className="check" key={day}>
              <input type="checkbox" name="dates" value={day} />
              {text}
            </label>
          ))}
        </div>
      </fieldset>
      {(['papers', 'copies', 'place', 'phone'] as const).map((name) => (
        <Labelled key={name} name={name} fault={faultOf(name)}>
          <input id={name} name={name} autoComplete="off" aria-invalid={faultOf(name) !== undefined} />
        </Labelled>
      ))}
      <Radios name="wanted" values={WISHES} texts={WISH} fault={faultOf('wanted')} />
      <Labelled name="text" fault={faultOf('text')}>
        <textarea id="text" name="text" rows={3} aria-invalid={faultOf('text') !== undefined} />
      </Labelled>
      <Radios name="calledAlready" values={CALLED_ALREADY} texts={CALLED} fault={faultOf('calledAlready')} />
      {state.kind === 'signed_out' && <SignInAgain problem={state.problem} />}
      <button className="main" type="submit" disabled={isSending}>
        {words.key}
      </button>
    </form>
  );
}

function Fault({ text }: { text: string | undefined }) {
  return text ? <p className="problem">{text}</p> : null;
}

function Labelled({ name, fault, children }: { name: FieldName; fault: string | undefined; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={name}>{FILING_LABEL[name]}</label>
      <Fault text={fault} />
      {children}
    </div>
  );
}

interface RadiosProps<T extends string> {
  name: FieldName;
  values: readonly T[];
  texts: Record<T, string>;
  fault: string | undefined;
}

function Radios<T extends string>({ name, values, texts, fault }: RadiosProps<T>) {
  return (
    <fieldset>
      <legend>{FILING_LABEL[name]}</legend>
      <Fault text={fault} />
      <div className="buttons">
        {values.map((value) => (
          <label className="check" key={value}>
            <input type="radio" name={name} value={value} />
            {texts[value]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Filed({ reference, code, another }: { reference: string; code: string; another: Route }) {
  return (
    <div className="panel stack" role="status">
      <p>{words.done}</p>
      <p>
        {words.ref} <b>{reference}</b>
      </p>
      <p>
        {words.code} <b>{code}</b>
      </p>
      <p className="buttons">
        <button type="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <a className="button" href={another}>
          {words.another}
        </a>
      </p>
    </div>
  );
}
