import type { Route } from 'next';
import Link from 'next/link';
import { countries, USUAL_COUNTRY } from '#lib/server/made-cities/countries.ts';
import { listPrefectures, type Prefecture } from '#lib/server/made-cities/country-divisions.ts';
import { newCityWords as words } from '#lib/wording/cities.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Choice, Fault, Field, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

const { fields } = words;
const numeric = { inputMode: 'tel' } as const;

interface CityFormProps {
  /** Of which the counties are shown. */
  prefecture: Prefecture | null;
  cancel: Route;
}

/** All of it may be wrong at once: each fault stands at its field, and nothing that was typed is lost. */
export function CityForm({ prefecture, cancel }: CityFormProps) {
  return (
    <DeskForm action="add-city" className="stack panel new-city">
      <Notice isLoud />
      <SignInAgain />
      <Field name="city" {...fields.city} />
      <Field name="id" {...fields.id} autoCapitalize="none" spellCheck={false} />
      <Divisions prefecture={prefecture} />
      <Field name="country" label={fields.country.label} value={USUAL_COUNTRY} options={countries()} />
      <Field name="areaCode" {...fields.areaCode} {...numeric} />
      <Field name="publisher" {...fields.publisher} />
      <Field name="lineLabel" {...fields.lineLabel} />
      <Field name="lineNumber" {...fields.lineNumber} {...numeric} />
      <p className="buttons">
        <Submit className="main">{words.submit}</Submit>
        <Link className="button" href={cancel}>
          {words.cancel}
        </Link>
      </p>
    </DeskForm>
  );
}

/** A whole prefecture with one choice, or some of its counties. */
function Divisions({ prefecture }: { prefecture: Prefecture | null }) {
  const { label, hint, none, some, whole, counties } = words.prefecture;
  const options = listPrefectures().map(({ code, name, province }) => ({
    ...{ value: code, text: whole(province, name), group: province },
  }));
  return (
    <>
      <Field
        name="prefecture"
        {...{ label, hint }}
        value={prefecture?.code ?? ''}
        options={[{ value: '', text: none }, ...options]}
      />
      <p className="buttons">
        <Submit name="say" value="counties">
          {some}
        </Submit>
      </p>
      {prefecture && (
        <fieldset className="counties" aria-describedby="county-problem">
          <legend>{counties(whole(prefecture.province, prefecture.name))}</legend>
          <Fault name="county" />
          <input type="hidden" name="counties-of" value={prefecture.code} />
          <div>
            {prefecture.counties.map(([code, name]) => (
              <Choice key={code} type="checkbox" name="county" value={code} chosen text={name} />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
