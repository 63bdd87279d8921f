import type { FieldFault, FieldName } from '#lib/reports/form.ts';
import type { FormDraft, TypedForm } from '#lib/reports/typed-form.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { FIELD_LABEL } from '#lib/wording/reports.ts';
import { Box, Choices, Field } from '../../parts/fields.tsx';

/** What every question of the form is given. */
export interface PartProps {
  form: FormDraft;
  faultOf: (name: FieldName) => FieldFault | undefined;
}

interface RadiosProps<Value extends string> extends PartProps {
  name: Exclude<keyof TypedForm, 'dates'>;
  values: readonly Value[];
  words: Readonly<Record<Value, string>>;
  /** The parts of words that do not fit on one line. */
  parts?: Partial<Record<Value, readonly string[]>>;
  /** Two beside one another where there is room. */
  paired?: boolean;
}

/** One question with one answer among several. */
export function Radios<Value extends string>(props: RadiosProps<Value>) {
  const { name, values, words, parts, form, faultOf, paired } = props;
  return (
    <Choices name={name} label={FIELD_LABEL[name]} fault={faultOf(name)}>
      <div className={paired ? 'boxes' : 'boxes one'}>
        {values.map((value, index) => (
          <Box
            key={value}
            type="radio"
            name={name}
            value={value}
            checked={form.typed[name] === value}
            first={index === 0}
          >
            <span>
              {(parts?.[value] ?? [words[value]]).map((part) => (
                <span key={part} className="nb">
                  {part}
                </span>
              ))}
            </span>
          </Box>
        ))}
      </div>
    </Choices>
  );
}

/** Where the paper belongs; what it may be needed for is said where it may be. */
export function Place({ office, form, faultOf }: PartProps & { office: ReportOffice }) {
  const { place, placeRedelivery, placeUnknown, door } = formWords.hints;
  const hint = [
    place,
    ...(office.attendance === 'attended' ? [placeRedelivery] : []),
    ...(form.typed.station === '' ? [placeUnknown] : []),
    door,
  ];
  return (
    <Field name="place" label={FIELD_LABEL.place} hint={hint} fault={faultOf('place')}>
      {(ties) => <input type="text" autoComplete="off" defaultValue={form.typed.place} {...ties} />}
    </Field>
  );
}
