import { EMPTY_FORM, type TypedForm, typedFormSchema } from '../../reports/typed-form.ts';

/** What was typed into the form of a report, as it was sent; what is missing is empty. */
export function readTypedForm(fields: FormData): TypedForm {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return typedFormSchema.parse({
    ...Object.fromEntries(Object.keys(EMPTY_FORM).map((name) => [name, text(name)])),
    dates: fields.getAll('dates').filter((date) => typeof date === 'string'),
  });
}
