'use client';

import { TIME_FIELDS, type TimeField, type TypedTimes } from '#lib/reports/time-fields.ts';
import type { TimesFault } from '#lib/reports/typed-times.ts';
import { timesWords } from '#lib/wording/desk-reports.ts';
import { NEW_FORM, notDone } from '../../parts/form-state.ts';
import { Outcome } from '../../parts/Outcome.tsx';
import { useFormAction } from '../../parts/use-form-action.ts';
import { saveTimesAction, type TimesState } from './times-actions.ts';

const failed = (problem: string): TimesState => ({ ...notDone(problem), faults: {} });

/** When the office is open, and what readers are promised. Everything may be left blank. */
export function TimesForm({ directory, times }: { directory: string; times: TypedTimes }) {
  const { state, form, isSending } = useFormAction(saveTimesAction, { ...NEW_FORM, faults: {} }, failed);
  return (
    <form {...form} className="stack panel">
      <h2>{timesWords.heading}</h2>
      <p className="hint">{timesWords.hint}</p>
      <Outcome state={state} />
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
