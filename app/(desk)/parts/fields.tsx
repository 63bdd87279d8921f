'use client';

import type { ButtonHTMLAttributes, InputHTMLAttributes, ReactNode } from 'react';
import { useForm } from './DeskForm.tsx';

/** Fields of a desk's form: each shows what is wrong with it, and comes with what was typed where the page is loaded anew. */

export interface Option {
  value: string;
  text: string;
  /** Over it and its neighbours in a list. */
  group?: string;
}

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue'> {
  name: string;
  label: ReactNode;
  hint?: string;
  /** What stands there before anything is typed. */
  value?: string;
  /** A list to choose from, in place of text. */
  options?: readonly Option[];
  /** Several lines. */
  rows?: number;
}

const describe = (...ids: (string | false | undefined)[]) => ids.filter(Boolean).join(' ') || undefined;

/** A label, what is wrong, and a field to type or to choose in. */
export function Field({ name, label, hint, id = name, value = '', options, rows, ...more }: FieldProps) {
  const { outcome } = useForm();
  const fault = outcome?.faults[name];
  const shared = {
    id,
    name,
    defaultValue: outcome?.typed[name]?.[0] ?? value,
    'aria-invalid': fault !== undefined,
    'aria-describedby': describe(hint && `${id}-hint`, fault && `${id}-problem`),
  };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Fault name={name} id={id} />
      {options ? (
        <select key={value} {...shared}>
          <Options options={options} />
        </select>
      ) : rows ? (
        <textarea key={value} rows={rows} {...shared} />
      ) : (
        <input key={value} autoComplete="off" {...shared} {...more} />
      )}
    </>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return [...Map.groupBy(options, ({ group }) => group)].map(([group, own]) => {
    const shown = own.map(({ value, text }) => (
      <option key={value} value={value}>
        {text}
      </option>
    ));
    if (group === undefined) return shown;
    return (
      <optgroup key={group} label={group}>
        {shown}
      </optgroup>
    );
  });
}

/** What is wrong with a field. */
export function Fault({ name, id = name }: { name: string; id?: string }) {
  const fault = useForm().outcome?.faults[name];
  return fault ? (
    <p className="problem" id={`${id}-problem`}>
      {fault}
    </p>
  ) : null;
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  value?: string;
  chosen?: boolean;
  /** Beside it; or, where nothing stands there, what it is called. */
  text?: string;
  'aria-label'?: string;
  'data-state'?: string;
  className?: string;
}

/** A box to tick, or one of several to choose. */
export function Choice({ name, value = 'on', chosen = false, text, className = 'check', ...more }: ChoiceProps) {
  const typed = useForm().outcome?.typed ?? {};
  // With script nothing is given back: it is still there.
  const isGivenBack = Object.keys(typed).length > 0;
  const isChosen = isGivenBack ? (typed[name]?.includes(value) ?? false) : chosen;
  const box = { name, value, defaultChecked: isChosen, ...more };
  const key = String(chosen);
  if (text === undefined) return <input key={key} {...box} />;
  return (
    <label className={className}>
      <input key={key} {...box} />
      {text}
    </label>
  );
}

interface ChoicesProps {
  name: string;
  legend: string;
  hideLegend?: boolean;
  className?: string;
  options: readonly Option[];
  /** The first, or none. */
  chosen?: string | undefined;
}

/** Radio buttons drawn as one switch. */
export function Choices({ name, legend, hideLegend, className = 'choices', options, chosen }: ChoicesProps) {
  const { outcome } = useForm();
  const typed = outcome?.typed[name]?.[0];
  const first = options.some(({ value }) => value === typed) ? typed : chosen;
  return (
    <fieldset className={className} aria-describedby={outcome?.faults[name] && `${name}-problem`}>
      <legend className={hideLegend ? 'hidden' : undefined}>{legend}</legend>
      <Fault name={name} />
      <div>
        {options.map(({ value, text }) => (
          <label key={value}>
            <input type="radio" name={name} value={value} defaultChecked={value === first} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A button that sends the form, unless it is being sent. */
export function Submit(attributes: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" disabled={useForm().isSending} {...attributes} />;
}
