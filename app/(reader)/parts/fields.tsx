import type { ReactNode } from 'react';
import type { FieldFault } from '#lib/reports/form.ts';
import { FAULT } from '#lib/wording/reports.ts';
import { Phrases } from './Phrases.tsx';

/** The id by which the summary of what is wrong leads to a field. */
export const fieldId = (name: string) => `f-${name}`;
const faultId = (name: string) => `e-${name}`;

interface GroupProps {
  name: string;
  label: string;
  hint?: readonly string[] | undefined;
  fault?: FieldFault | undefined;
  children: ReactNode;
}

function Said({ name, hint, fault }: Pick<GroupProps, 'name' | 'hint' | 'fault'>) {
  return (
    <>
      {hint && (
        <p className="note">
          <Phrases parts={hint} />
        </p>
      )}
      {fault && (
        <p className="fault" id={faultId(name)}>
          {FAULT[fault]}
        </p>
      )}
    </>
  );
}

/** Several boxes under one question. */
export function Choices({ name, label, hint, fault, children }: GroupProps) {
  return (
    <fieldset className={fault ? 'group wrong' : 'group'} aria-describedby={fault && faultId(name)}>
      <legend>{label}</legend>
      <Said name={name} hint={hint} fault={fault} />
      {children}
    </fieldset>
  );
}

interface BoxProps {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  /** The first box of a question, to which the summary leads. */
  first?: boolean;
  /** Takes a line of its own. */
  whole?: boolean;
  children: ReactNode;
}

export function Box({ type, name, value, checked, first, whole, children }: BoxProps) {
  return (
    <label className={whole ? 'box whole' : 'box'}>
      <input type={type} name={name} value={value} defaultChecked={checked} id={first ? fieldId(name) : undefined} />
      <span>{children}</span>
    </label>
  );
}

/** One field with its question as the label. `children` is given what ties the two together. */
export function Field({
  name,
  label,
  hint,
  fault,
  children,
}: Omit<GroupProps, 'children'> & { children: (ties: FieldTies) => ReactNode }) {
  return (
    <div className={fault ? 'group wrong' : 'group'}>
      <label htmlFor={fieldId(name)}>{label}</label>
      <Said name={name} hint={hint} fault={fault} />
      {children(tiesOf(name, fault))}
    </div>
  );
}

export interface FieldTies {
  id: string;
  name: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

export function tiesOf(name: string, fault: FieldFault | undefined): FieldTies {
  return {
    id: fieldId(name),
    name,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': fault && faultId(name),
  };
}
