'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { DAY_HOURS, type DayHours, OWN, periodField } from '#lib/reports/office-fields.ts';
import { officeWords as words } from '#lib/wording/office-forms.ts';
import { DeskForm, useForm } from '../../../parts/DeskForm.tsx';
import { Choice, Choices, Fault, Field, Submit } from '../../../parts/fields.tsx';
import { Newer } from '../../../parts/Newer.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

export interface TypedPeriod {
  from: string;
  to: string;
}

interface PairProps {
  of: string | number;
  at: number;
  period: TypedPeriod | undefined;
  /** What each of its fields is called. */
  label: (at: number, end: 'from' | 'to') => string;
}

/** When a period begins and when it ends. */
function Pair({ of, at, period, label }: PairProps) {
  const { outcome } = useForm();
  const names = { from: periodField(of, at, 'from'), to: periodField(of, at, 'to') };
  const field = (end: 'from' | 'to') => (
    <input
      key={period?.[end]}
      name={names[end]}
      defaultValue={outcome?.typed[names[end]]?.[0] ?? period?.[end] ?? ''}
      aria-label={label(at, end)}
      aria-invalid={outcome?.faults[names[end]] !== undefined}
      aria-describedby={outcome?.faults[names[end]] && `${names[end]}-problem`}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
    />
  );
  return (
    <div className="period">
      {field('from')} <span>{words.week.to}</span> {field('to')}
      <Fault name={names.from} />
      <Fault name={names.to} />
    </div>
  );
}

const isTyped = (typed: Record<string, string[]>, of: string | number, at: number) =>
  (['from', 'to'] as const).some((end) => (typed[periodField(of, at, end)]?.[0] ?? '') !== '');

interface PeriodsProps extends Pick<PairProps, 'of' | 'label'> {
  periods: readonly TypedPeriod[];
  most: number;
  /** How many pairs stand there at the least. */
  least: number;
  /** What the rest opens by. */
  add: string;
}

/** The periods of a day, and behind a press as many as may still be added. */
function Periods({ of, label, periods, most, least, add }: PeriodsProps) {
  const typed = useForm().outcome?.typed ?? {};
  const all = Array.from({ length: most }, (_, at) => at);
  const shown = Math.max(least, periods.length);
  const pair = (at: number) => <Pair key={at} of={of} at={at} period={periods[at]} label={label} />;
  return (
    <>
      <div className="period-list">
        {all.slice(0, shown).map(pair)}
        {shown === 0 && <span className="rest">{words.week.rest}</span>}
      </div>
      {shown < most && (
        <details key={shown} open={all.slice(shown).some((at) => isTyped(typed, of, at))}>
          <summary aria-label={add}>{words.week.add}</summary>
          <div className="period-list">{all.slice(shown).map(pair)}</div>
        </details>
      )}
    </>
  );
}

interface WeekFormProps {
  directory: string;
  seen: number;
  week: readonly (readonly TypedPeriod[])[];
  most: number;
  deliveryDays: readonly number[];
  /** How much a week is, in words. */
  sum: string;
  changed: string | null;
}

/** 上班时间: the periods of each day of the week, and on which days papers are delivered. */
export function WeekForm({ directory, seen, week, most, deliveryDays, sum, changed }: WeekFormProps) {
  return (
    <DeskForm action="set-hours" directory={directory} className="office-week">
      <Notice isLoud />
      <Newer seen={seen} />
      <SignInAgain />
      {words.week.days.map((name, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of a form, not a group with a legend over it
        <div key={name} className="office-day" role="group" aria-label={name}>
          <span className="day-name">{name}</span>
          <Periods
            of={index + 1}
            periods={week[index] ?? []}
            most={most}
            least={0}
            add={words.week.addTo(name)}
            label={(at, end) => words.week.field(name, at, end)}
          />
        </div>
      ))}
      <p className="hint">
        {words.week.hint}
        {sum}
      </p>
      <p className="hint">{words.week.makeUp}</p>
      <fieldset className="delivery">
        <legend>{words.week.delivery}</legend>
        <p className="hint">{words.week.deliveryHint}</p>
        <div>
          {words.week.days.map((name, index) => (
            <Choice
              key={name}
              type="checkbox"
              name="delivery"
              value={String(index + 1)}
              chosen={deliveryDays.includes(index + 1)}
              text={name}
            />
          ))}
        </div>
      </fieldset>
      <p className="buttons">
        <Submit className="strong">{words.week.save}</Submit>
        <Submit name="copy" value="on">
          {words.week.copy}
        </Submit>
      </p>
      {changed && <p className="hint">{changed}</p>}
    </DeskForm>
  );
}

/** A special day as its form shows it. */
export interface ShownDay {
  of: string;
  said: string;
  from: string;
  to: string;
  hours: DayHours;
  periods: readonly TypedPeriod[];
  noDelivery: boolean;
  note: string;
}

interface DayFormProps {
  directory: string;
  seen: number;
  most: number;
  here: Route;
  /** The one that is changed; null for a new one. */
  changed: ShownDay | null;
}

const HOURS = DAY_HOURS.map((value) => ({ value, text: words.days.hours[value] }));

/** 加一天或几天, or changes one. */
export function DayForm({ directory, seen, most, here, changed }: DayFormProps) {
  return (
    <DeskForm
      action="save-days"
      of={changed?.of ?? 'new'}
      directory={directory}
      clears={changed === null}
      className="office-form"
      id="day"
    >
      <h3>
        {changed ? words.days.changeHeading(changed.said) : words.days.add}{' '}
        {changed && <Link href={here}>{words.days.stop}</Link>}
      </h3>
      <Notice isLoud />
      <Newer seen={seen} />
      <div className="line">
        <label htmlFor="from">{words.days.which}</label>
        <div className="range">
          <Ends changed={changed} />
        </div>
        <p className="hint">{words.days.untilHint}</p>
      </div>
      <div className="line">
        <Choices name="hours" legend={words.days.how} options={HOURS} chosen={changed?.hours ?? 'off'} />
        <p className="hint">{words.days.usualHint}</p>
      </div>
      <fieldset className="line own">
        <legend>{words.days.own}</legend>
        <div className="periods">
          <Periods
            of={OWN}
            periods={changed?.periods ?? []}
            most={most}
            least={2}
            add={words.week.add}
            label={words.days.ownField}
          />
        </div>
      </fieldset>
      <div className="line">
        <div>
          <Choice
            type="checkbox"
            name="noDelivery"
            chosen={changed?.noDelivery ?? false}
            text={words.days.noDelivery}
          />
        </div>
      </div>
      <div className="line">
        <Field
          name="note"
          label={words.days.note}
          hint={words.days.noteHint}
          value={changed?.note ?? ''}
          maxLength={60}
        />
      </div>
      <SignInAgain />
      <p className="buttons">
        <Submit className="strong">{changed ? words.days.saveChange : words.days.save}</Submit>
      </p>
    </DeskForm>
  );
}

/** The first day and the last. */
function Ends({ changed }: { changed: ShownDay | null }) {
  const { outcome } = useForm();
  const field = (name: 'from' | 'to', label?: string) => (
    <input
      key={changed?.[name]}
      type="date"
      id={name}
      name={name}
      aria-label={label}
      defaultValue={outcome?.typed[name]?.[0] ?? changed?.[name] ?? ''}
      aria-invalid={outcome?.faults[name] !== undefined}
      aria-describedby={outcome?.faults[name] && `${name}-problem`}
    />
  );
  return (
    <>
      {field('from')} <span>{words.week.to}</span> {field('to', words.days.until)}
      <Fault name="from" />
      <Fault name="to" />
    </>
  );
}

/** 一次贴多天. */
export function PasteForm({ directory }: { directory: string }) {
  return (
    <DeskForm action="paste-days" directory={directory} clears>
      <PasteFields />
    </DeskForm>
  );
}

/** Folded until somebody opens it, or something came of it. */
function PasteFields() {
  const { hint } = words.paste;
  return (
    <details className="paste" open={useForm().outcome !== undefined}>
      <summary>{words.paste.open}</summary>
      <div className="office-form">
        <Notice isLoud />
        <SignInAgain />
        <p className="hint">{hint.join('\n')}</p>
        <Field name="lines" label={words.paste.label} rows={8} />
        <p className="buttons">
          <Submit className="strong">{words.paste.save}</Submit>
        </p>
      </div>
    </details>
  );
}

/** Takes a special day away, in its row. */
export function RemoveForm({
  directory,
  seen,
  of,
  label,
}: {
  directory: string;
  seen: number;
  of: string;
  label: string;
}) {
  return (
    <DeskForm action="remove-days" of={of} directory={directory}>
      <Newer seen={seen} />
      <Submit className="plain" aria-label={label}>
        {words.days.remove}
      </Submit>
    </DeskForm>
  );
}

interface YearFormProps {
  directory: string;
  seen: number;
  year: string;
  isWhole: boolean;
}

/** All holidays of a year are entered. */
export function YearForm({ directory, seen, year, isWhole }: YearFormProps) {
  return (
    <DeskForm action="set-whole-year" of={year} directory={directory} className="office-year">
      <Notice />
      <Newer seen={seen} />
      <SignInAgain />
      <Choice type="checkbox" name="whole" chosen={isWhole} text={words.year.whole(year)} />
      <Submit>{words.year.save}</Submit>
    </DeskForm>
  );
}
