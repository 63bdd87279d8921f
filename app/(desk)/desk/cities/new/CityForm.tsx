import type { Route } from 'next';
import Link from 'next/link';
import { countries, USUAL_COUNTRY } from '#lib/server/made-cities/countries.ts';
import { newCityWords as words } from '#lib/wording/cities.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Field, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

const { fields } = words;
const numeric = { inputMode: 'tel' } as const;

/** All of it may be wrong at once: each fault stands at its field, and nothing that was typed is lost. */
export function CityForm({ cancel }: { cancel: Route }) {
  return (
    <DeskForm action="add-city" className="stack panel new-city">
      <Notice isLoud />
      <SignInAgain />
      <Field name="city" {...fields.city} />
      <Field name="id" {...fields.id} autoCapitalize="none" spellCheck={false} />
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
