import { CHANGED, type ChangedField } from '#lib/directory/station-fields.ts';
import { trimTyped } from '#lib/text/typed-text.ts';

/** What somebody means to change, as the form stands: asked by the server, and by the page while they type. */

/** How many periods of opening hours the form has lines for. */
export const PERIODS = 4;
const MOST_PHONES = 40;

const textOf = (fields: URLSearchParams, name: string): string => fields.get(name) ?? '';

/** What a field of the station would become; hours as JSON. */
export function typedValue(fields: URLSearchParams, field: ChangedField): string {
  if (field !== 'hours') return textOf(fields, `${field}-value`);
  const periods = Array.from({ length: PERIODS }, (_, at) => ({
    days: fields.getAll(`hours-days-${at}`).map(Number),
    from: textOf(fields, `hours-from-${at}`),
    to: textOf(fields, `hours-to-${at}`),
  })).filter(({ days, from, to }) => days.length > 0 || from !== '' || to !== '');
  return periods.length === 0 ? '' : JSON.stringify(periods);
}

/** Whether a field was changed, or somebody began to say how or why. */
export function isMeant(fields: URLSearchParams, field: ChangedField): boolean {
  const value = typedValue(fields, field);
  if (field === 'close') return value !== '';
  const isExplained = textOf(fields, `${field}-how`) !== '' || textOf(fields, `${field}-reason`) !== '';
  return isExplained || trimTyped(value) !== textOf(fields, `${field}-was`);
}

/** The numbers that something is said of, by their place in the form. */
export function phonesMeant(fields: URLSearchParams): { at: number; action: string }[] {
  const meant: { at: number; action: string }[] = [];
  for (let at = 0; at < MOST_PHONES && fields.has(`phone-${at}`); at += 1) {
    const [action = '', value = '', ...said] = ['action', 'value', 'how', 'reason'].map((name) =>
      textOf(fields, `phone-${at}-${name}`),
    );
    if ([action, value, ...said].every((text) => text === '')) continue;
    // Whoever typed a number means to correct it.
    meant.push({ at, action: action || (value === '' ? 'check' : 'correct') });
  }
  return meant;
}

/** A line of the form that is meant to be saved: a field, or a number by its place. */
export interface MeantLine {
  line: ChangedField | number;
  /** Whether it takes effect only once a second person has agreed, where there is one. */
  needsSecond: boolean;
}

export function linesMeant(fields: URLSearchParams): MeantLine[] {
  const changed = CHANGED.filter((field) => isMeant(fields, field));
  return [
    ...changed.map((line) => ({ line, needsSecond: line === 'number' || line === 'close' })),
    ...phonesMeant(fields).map(({ at, action }) => ({ line: at, needsSecond: action === 'correct' })),
  ];
}
