import type { FieldName } from '#lib/reports/form.ts';
import { CALLED_ALREADY } from '#lib/reports/words.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { CALLED, FIELD_LABEL } from '#lib/wording/reports.ts';
import { Choices, Field, tiesOf } from '../../parts/fields.tsx';
import { EarlierDays, earlierDays } from './Days.tsx';
import { type PartProps, Place, Radios } from './parts.tsx';

interface MoreProps extends PartProps {
  office: ReportOffice;
  today: string;
  /** Nobody needs to say where, so that it stands here. */
  isPlaceFolded: boolean;
}

/**
 * 补充几句: what nobody has to fill in. It is open where something in it is wrong or filled in. The text stands behind it
 * and is hidden with it by style alone, so that it is there where the kind asks for it, and in old browsers always.
 */
export function More(props: MoreProps) {
  const { office, form, faultOf, today, isPlaceFolded } = props;
  const part = { form, faultOf };
  return (
    <>
      <details className="more fold" open={isOpen(props)}>
        <summary>
          <span>
            <b>{formWords.more}</b>
            <span className="nb">{formWords.moreHint}</span>
          </span>
        </summary>
        <EarlierDays form={form} today={today} />
        {isPlaceFolded && <Place office={office} {...part} />}
        <Papers {...part} />
        <Radios name="calledAlready" values={CALLED_ALREADY} words={CALLED} {...part} />
      </details>
      <Told {...part} />
    </>
  );
}

function isOpen({ form: { typed }, faultOf, today, isPlaceFolded }: MoreProps): boolean {
  const folded: readonly Exclude<FieldName, 'dates' | 'station'>[] = ['papers', 'copies', 'calledAlready', 'text'];
  const names = isPlaceFolded ? [...folded, 'place' as const] : folded;
  const earlier = earlierDays(today);
  return (
    names.some((name) => typed[name].trim() !== '' || faultOf(name) !== undefined) ||
    typed.dates.some((day) => earlier.includes(day))
  );
}

function Papers({ form, faultOf }: PartProps) {
  const wrong = faultOf('papers') ?? faultOf('copies');
  const wrongField = faultOf('papers') ? 'papers' : 'copies';
  return (
    <Choices name={wrongField} label={formWords.papersHeading} fault={wrong}>
      <div className="pair">
        {(['papers', 'copies'] as const).map((name) => (
          <div key={name}>
            <label htmlFor={`f-${name}`}>{FIELD_LABEL[name]}</label>
            <input
              type="text"
              autoComplete="off"
              inputMode={name === 'copies' ? 'numeric' : undefined}
              defaultValue={form.typed[name]}
              {...tiesOf(name, faultOf(name) !== undefined)}
            />
          </div>
        ))}
      </div>
    </Choices>
  );
}

function Told({ form, faultOf }: PartProps) {
  const { text, wayIn } = formWords.hints;
  return (
    <Field name="text" label={FIELD_LABEL.text} hint={[text]} more={wayIn} fault={faultOf('text')} className="told">
      {(ties) => <textarea rows={4} defaultValue={form.typed.text} {...ties} />}
    </Field>
  );
}
