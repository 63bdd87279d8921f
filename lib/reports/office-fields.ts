/** The names of the fields of the page of office hours and holidays; apart from their rules, so that a browser needs no zod. */

/** A period in a form: `of` is which day of the week it is of, or `own`; `at` counts from 0. */
export const periodField = (of: string | number, at: number, end: 'from' | 'to'): string => `period-${of}-${at}-${end}`;

/** How a special day is worked, as its form sends it. */
export const DAY_HOURS = ['off', 'usual', 'own'] as const;
export type DayHours = (typeof DAY_HOURS)[number];

/** The periods of a special day in its form. */
export const OWN = 'own';
