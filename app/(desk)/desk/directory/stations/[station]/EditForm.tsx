'use client';

import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { OpeningHours } from '#lib/directory/opening-hours.ts';
import type { FormAction } from '#lib/directory/rules.ts';
import type { ChangedField } from '#lib/directory/station-fields.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { editWords as words } from '#lib/wording/edit.ts';
import { DeskForm, useForm } from '../../../../parts/DeskForm.tsx';
import { Choice, Choices, Fault, Field, type Option, Submit } from '../../../../parts/fields.tsx';
import { Newer } from '../../../../parts/Newer.tsx';
import { Notice, SignInAgain } from '../../../../parts/Outcome.tsx';
import { PERIODS } from './meant.ts';
import { Summary } from './Summary.tsx';

const HOW = (['called', 'official', 'station'] as const).map((value) => ({ value, text: deskWords.how[value] }));
const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** A number of the station as the form shows it. */
export interface PhoneLine {
  id: string;
  kind: string;
  digits: string;
  age: string;
  actions: FormAction[];
}

export interface EditFormProps {
  directory: string;
  station: string;
  /** Where the form stands. */
  address: Route;
  /** The last row of the history that the page shows. */
  seen: number;
  phones: readonly PhoneLine[];
  districts: readonly Option[];
  /** What is known now, as text; empty where nothing is. */
  now: Record<'name' | 'alias' | 'district' | 'address' | 'hours' | 'note', string>;
  /** What the fields hold before anything is typed. */
  values: Record<'name' | 'district' | 'address' | 'hours' | 'note', string>;
  hours: OpeningHours;
  /** A changed number and the end of the station wait for somebody else. */
  hasSecond: boolean;
}

/** 编辑: one line a field, each opened in place with how it was established and why; one button saves all of them. */
export function EditForm({
  directory,
  station,
  address,
  seen,
  phones,
  districts,
  now,
  values,
  hours,
  hasSecond,
}: EditFormProps) {
  return (
    <DeskForm action="edit-station" of={station} directory={directory} back={address} className="edit-lines">
      <Notice isLoud />
      <Newer seen={seen} />
      {Object.entries(values).map(([field, value]) => (
        <Was key={field} field={field} value={value} />
      ))}
      <Line field="name" now={now.name}>
        <Field name="name-value" label={words.labels.name} hint={words.hints.name} value={values.name} />
      </Line>
      <Line field="alias" now={now.alias} isMore>
        <Field name="alias-value" label={words.labels.alias} hint={words.hints.alias} />
      </Line>
      <Line field="district" now={now.district}>
        <Field
          name="district-value"
          label={words.labels.district}
          value={values.district}
          options={[{ value: '', text: words.add.chooseDistrict }, ...districts]}
        />
      </Line>
      {phones.map((phone, at) => (
        <PhoneFields key={phone.id} phone={phone} at={at} />
      ))}
      <Line field="number" now="" isMore>
        <Field name="number-value" label={words.labels.number} hint={words.hints.number} inputMode="tel" />
        <Shared name="number-shared" />
      </Line>
      <Line field="address" now={now.address} isMore={now.address === ''}>
        <Field name="address-value" label={words.labels.address} hint={words.hints.address} value={values.address} />
      </Line>
      <Line field="hours" now={now.hours} isMore={now.hours === ''}>
        <Hours hours={hours} />
      </Line>
      <Line field="note" now={now.note} isMore={now.note === ''}>
        <Field name="note-value" label={words.labels.note} hint={words.hints.note} value={values.note} />
      </Line>
      <Line field="close" now={words.close.hint} opens={words.phone.action.out_of_use}>
        <Choice type="checkbox" name="close-value" text={words.close.box} />
      </Line>
      <SignInAgain />
      <div className="edit-save">
        <Summary kinds={phones.map(({ kind }) => kind)} hasSecond={hasSecond} />
        <Save />
      </div>
    </DeskForm>
  );
}

/** What its field held when the page was drawn that somebody typed in, also where the form comes back to a newer one. */
function Was({ field, value }: { field: string; value: string }) {
  const name = `${field}-was`;
  return <input type="hidden" name={name} value={useForm().outcome?.typed[name]?.[0] ?? value} />;
}

function Save() {
  const { isSending } = useForm();
  return (
    <p>
      <Submit className="main">{isSending ? words.saving : words.save}</Submit>
    </p>
  );
}

/** Whether anything in a line was typed and given back, or is wrong: it then stands open. */
function useIsOpen(prefix: string): boolean {
  const { outcome } = useForm();
  const begins = ([name]: [string, unknown]) => name.startsWith(prefix);
  const isTyped = Object.entries(outcome?.typed ?? {}).some(
    (one) => begins(one) && /-(?:how|reason|action)$|^close/.test(one[0]) && one[1].some((value) => value !== ''),
  );
  return isTyped || Object.entries(outcome?.faults ?? {}).some(begins);
}

interface LineProps {
  label: string;
  prefix: string;
  now: ReactNode;
  /** Something is added rather than changed. */
  isMore?: boolean;
  /** What opens it, where that is neither. */
  opens?: string;
  children: ReactNode;
}

function OpenLine({ label, prefix, now, isMore = false, opens, children }: LineProps) {
  return (
    <details className="edit-line" open={useIsOpen(`${prefix}-`)}>
      <summary>
        <span className="edit-label">{label}</span>
        <span className="edit-now">{now || words.none}</span>
        <span className="button">{opens ?? (isMore ? words.give : words.change)}</span>
      </summary>
      <div className="decision">
        {children}
        <Choices name={`${prefix}-how`} legend={words.how} options={HOW} />
        <Field name={`${prefix}-reason`} label={words.reason} rows={2} />
      </div>
    </details>
  );
}

function Line({ field, ...more }: Omit<LineProps, 'label' | 'prefix'> & { field: ChangedField }) {
  return <OpenLine label={words.fields[field]} prefix={field} {...more} />;
}

/** Offered once it was said that another station has the number. */
function Shared({ name }: { name: string }) {
  return useForm().outcome?.faults[name] ? <Choice type="checkbox" name={name} text={words.shared} /> : null;
}

function PhoneFields({ phone: { id, kind, digits, age, actions }, at }: { phone: PhoneLine; at: number }) {
  const prefix = `phone-${at}`;
  const offered = (['check', 'correct', 'out_of_use'] as const).filter((action) => actions.includes(action));
  const now = (
    <>
      <b>{digits}</b> <small>{age}</small>
    </>
  );
  const hidden = <input type="hidden" name={prefix} value={id} />;
  if (offered.length === 0)
    return (
      <div className="edit-line">
        <div className="edit-still">
          <span className="edit-label">{kind}</span>
          <span className="edit-now">
            {now} <small>{words.waiting}</small>
          </span>
        </div>
        {hidden}
      </div>
    );
  return (
    <OpenLine label={kind} prefix={prefix} now={now}>
      {hidden}
      <Choices
        name={`${prefix}-action`}
        legend={words.phone.legend}
        options={offered.map((value) => ({ value, text: words.phone.action[value] }))}
      />
      {offered.includes('correct') && <Field name={`${prefix}-value`} label={words.phone.value} inputMode="tel" />}
      <Shared name={`${prefix}-shared`} />
    </OpenLine>
  );
}

/** Periods of the week: without script as with it. */
function Hours({ hours }: { hours: OpeningHours }) {
  return (
    <div className="edit-hours">
      <p className="hint">{words.hoursHint}</p>
      <Fault name="hours-value" />
      {Array.from({ length: PERIODS }, (_, at) => (
        <fieldset key={words.period(at + 1)}>
          <legend>{words.period(at + 1)}</legend>
          <div className="edit-days">
            {DAYS.map((day) => (
              <Choice
                key={day}
                type="checkbox"
                name={`hours-days-${at}`}
                value={String(day)}
                chosen={hours[at]?.days.includes(day) ?? false}
                text={words.dayLabel(words.days[day - 1] ?? '')}
              />
            ))}
          </div>
          <div className="edit-times">
            <Field name={`hours-from-${at}`} label={words.from} value={hours[at]?.from ?? ''} type="time" />
            <Field name={`hours-to-${at}`} label={words.to} value={hours[at]?.to ?? ''} type="time" />
          </div>
        </fieldset>
      ))}
    </div>
  );
}
