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
  /** A hint that only one choice asks for: shown and hidden by style. */
  more?: readonly string[] | undefined;
  fault?: FieldFault | undefined;
  /** What is wrong, where words of its own say it. */
  problem?: string | undefined;
  className?: string;
  children: ReactNode;
}

function Said({ name, hint, more, fault, problem }: Pick<GroupProps, 'name' | 'hint' | 'more' | 'fault' | 'problem'>) {
  const wrong = problem ?? (fault && FAULT[fault]);
  return (
    <>
      {hint && (
        <p className="note">
          <Phrases parts={hint} />
        </p>
      )}
      {more && (
        <p className="note more-hint">
          <Phrases parts={more} />
        </p>
      )}
      {wrong && (
        <p className="fault" id={faultId(name)}>
          {wrong}
        </p>
      )}
    </>
  );
}

const groupClass = (isWrong: boolean, own = '') => ['group', isWrong && 'wrong', own].filter(Boolean).join(' ');

interface ChoicesProps extends Pick<GroupProps, 'name' | 'label' | 'fault' | 'className' | 'children'> {
  /** Said quietly behind the question. */
  aside?: string;
}

/** Several boxes under one question. */
export function Choices({ name, label, aside, fault, className, children }: ChoicesProps) {
  return (
    <fieldset className={groupClass(fault !== undefined, className)} aria-describedby={fault && faultId(name)}>
      <legend>
        {label}
        {aside && <span className="note">{` ${aside}`}</span>}
      </legend>
      <Said name={name} fault={fault} />
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
  children: ReactNode;
}

export function Box({ type, name, value, checked, first, children }: BoxProps) {
  return (
    <label className="box">
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
  more,
  fault,
  problem,
  className,
  children,
}: Omit<GroupProps, 'children'> & { children: (ties: FieldTies) => ReactNode }) {
  const isWrong = fault !== undefined || problem !== undefined;
  return (
    <div className={groupClass(isWrong, className)}>
      <label htmlFor={fieldId(name)}>{label}</label>
      <Said name={name} hint={hint} more={more} fault={fault} problem={problem} />
      {children(tiesOf(name, isWrong))}
    </div>
  );
}

export interface FieldTies {
  id: string;
  name: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

export function tiesOf(name: string, isWrong: boolean): FieldTies {
  return {
    id: fieldId(name),
    name,
    'aria-invalid': isWrong || undefined,
    'aria-describedby': isWrong ? faultId(name) : undefined,
  };
}
