import type { Route } from 'next';
import Link from 'next/link';
import type { MadeCity } from '#lib/server/made-cities/change-city.ts';
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
  /** The one that is said anew; its id stays. */
  made?: MadeCity;
}

/** All of it may be wrong at once: each fault stands at its field, and nothing that was typed is lost. */
export function CityForm({ prefecture, cancel, made }: CityFormProps) {
  const { city, country, areaCode, publisher, cityLine } = made?.facts ?? {};
  return (
    <DeskForm
      action={made ? 'change-city' : 'add-city'}
      className="stack panel new-city"
      {...(made && { of: made.directory })}
    >
      <Notice isLoud />
      <SignInAgain />
      {made && <input type="hidden" name="after" value={made.seq} />}
      <Field name="city" {...fields.city} value={city ?? ''} />
      {!made && <Field name="id" {...fields.id} autoCapitalize="none" spellCheck={false} />}
      <Divisions prefecture={prefecture} chosen={made?.counties ?? []} />
      <Field name="country" label={fields.country.label} value={country ?? USUAL_COUNTRY} options={countries()} />
      <Field name="areaCode" {...fields.areaCode} {...numeric} value={areaCode ?? ''} />
      <Field name="publisher" {...fields.publisher} value={publisher ?? ''} />
      <Field name="lineLabel" {...fields.lineLabel} value={cityLine?.label ?? ''} />
      <Field name="lineNumber" {...fields.lineNumber} {...numeric} value={cityLine?.printed ?? ''} />
      {made && <Field name="letters" {...words.change.letters} value={made.service.refLetters ?? ''} />}
      <p className="buttons">
        <Submit className="main">{made ? words.change.submit : words.submit}</Submit>
        <Link className="button" href={cancel}>
          {made ? words.change.back : words.cancel}
        </Link>
      </p>
    </DeskForm>
  );
}

interface DivisionsProps {
  prefecture: Prefecture | null;
  /** The codes of the counties that the city has; of a prefecture of which it has none, all are ticked. */
  chosen: readonly string[];
}

/** A whole prefecture with one choice, or some of its counties. */
function Divisions({ prefecture, chosen }: DivisionsProps) {
  const { label, hint, none, some, whole, counties } = words.prefecture;
  const options = listPrefectures().map(({ code, name, province }) => ({
    ...{ value: code, text: whole(province, name), group: province },
  }));
  const own = prefecture?.counties.filter(([code]) => chosen.includes(code)) ?? [];
  const isTicked = (code: string) => own.length === 0 || chosen.includes(code);
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
              <Choice key={code} type="checkbox" name="county" value={code} chosen={isTicked(code)} text={name} />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
