'use client';

import { useActionState } from 'react';
import { TIME_FIELDS, type TimeField, type TypedTimes } from '#lib/reports/time-fields.ts';
import type { TimesFault } from '#lib/reports/typed-times.ts';
import { timesWords } from '#lib/wording/desk-reports.ts';
import { keepTyped } from '../../parts/keep-typed.ts';
import { saveTimesAction } from './times-actions.ts';

/** When the office is open, and what readers are promised. Everything may be left blank. */
export function TimesForm({ directory, times }: { directory: string; times: TypedTimes }) {
  const [state, action, isSending] = useActionState(saveTimesAction, { message: null, problem: null, faults: {} });
  return (
    <form action={action} onSubmit={keepTyped(action)} className="stack panel">
      <h2>{timesWords.heading}</h2>
      <p className="hint">{timesWords.hint}</p>
      {state.problem && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      {state.message && (
        <p className="saved" role="status">
          {state.message}
        </p>
      )}
      <input type="hidden" name="directory" value={directory} />
      {TIME_FIELDS.map((name) => (
        <TimeInput key={name} name={name} value={times[name]} fault={state.faults[name]} />
      ))}
      <button className="main" type="submit" disabled={isSending}>
        {timesWords.save}
      </button>
    </form>
  );
}

function TimeInput({ name, value, fault }: { name: TimeField; value: string; fault: TimesFault | undefined }) {
  return (
    <div>
      <label htmlFor={name}>{timesWords.fields[name]}</label>
      {fault && (
        <p className="problem" id={`${name}-fault`}>
          {timesWords.faults[fault]}
        </p>
      )}
      <input
        id={name}
        name={name}
        defaultValue={value}
        key={value}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={fault && `${name}-fault`}
      />
    </div>
  );
}
