'use client';

import type { Route } from 'next';
import type { FieldName } from '#lib/reports/form.ts';
import { CALLED_ALREADY, KINDS, WISHES } from '#lib/reports/words.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { CALLED, FILING_LABEL, KIND_FOR_STAFF, WISH } from '#lib/wording/reports.ts';
import { DeskForm, useForm } from '../../../parts/DeskForm.tsx';
import { Choice, Fault, Field, type Option, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';
import { useOutcome } from '../../../parts/Outcomes.tsx';

const words = deskReportWords.fileForm;
const optionsOf = <T extends string>(values: readonly T[], texts: Record<T, string>): Option[] =>
  values.map((value) => ({ value, text: texts[value] }));

interface FileFormProps {
  directory: string;
  /** The address of this form, for the next caller. */
  another: Route;
  formKey: string;
  stations: Option[];
  days: Option[];
}

/** The reader's form for a clerk, with the same fields and rules. */
export function FileForm({ directory, another, formKey, stations, days }: FileFormProps) {
  const { outcome } = useOutcome('file');
  if (outcome?.shown.filed) return <Filed filed={outcome.shown.filed} another={another} />;
  return (
    <DeskForm action="file" directory={directory} className="stack panel">
      <Key made={formKey} />
      <Notice isLoud />
      <div>
        <Field
          name="station"
          label={FILING_LABEL.station}
          options={[{ value: '', text: formWords.unknownStation }, ...stations]}
        />
      </div>
      <Group type="radio" name="kind" options={optionsOf(KINDS, KIND_FOR_STAFF)} />
      <Group type="checkbox" name="dates" options={days} />
      {(['papers', 'copies', 'place', 'phone'] as const).map((name) => (
        <div key={name}>
          <Field name={name} label={FILING_LABEL[name]} />
        </div>
      ))}
      <Group type="radio" name="wanted" options={optionsOf(WISHES, WISH)} />
      <div>
        <Field name="text" label={FILING_LABEL.text} rows={3} />
      </div>
      <Group type="radio" name="calledAlready" options={optionsOf(CALLED_ALREADY, CALLED)} />
      <SignInAgain />
      <Submit className="main">{words.key}</Submit>
    </DeskForm>
  );
}

/** Stays the same while the form is mended, so that a double submit is one report. */
const Key = ({ made }: { made: string }) => (
  <input type="hidden" name="key" value={useForm().outcome?.typed.key?.[0] ?? made} />
);

function Group({ type, name, options }: { type: 'radio' | 'checkbox'; name: FieldName; options: readonly Option[] }) {
  return (
    <fieldset data-asks={name}>
      <legend>{FILING_LABEL[name]}</legend>
      <Fault name={name} />
      <div className="buttons">
        {options.map(({ value, text }) => (
          <Choice key={value} {...{ type, name, value, text }} />
        ))}
      </div>
    </fieldset>
  );
}

interface FiledProps {
  filed: { ref: string; code: string };
  another: Route;
}

function Filed({ filed: { ref, code }, another }: FiledProps) {
  return (
    <div className="panel stack" role="status">
      <p>{words.done}</p>
      <p>
        {words.ref} <b>{ref}</b>
      </p>
      <p>
        {words.code} <b>{code}</b>
      </p>
      <p className="buttons">
        <button className="by-script" type="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <a className="button" href={another}>
          {words.another}
        </a>
      </p>
    </div>
  );
}
