import { z } from 'zod';
import { endOfPeriodSchema, timeOfDaySchema } from './time-of-day.ts';

/** When the office of a city is open in the week, in China's time. */

/** Days of the week: 1 Monday to 7 Sunday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
export const PERIODS_A_DAY = 4;

/** A stretch of one day; `to` may be its end, 24:00. */
export interface Period {
  from: string;
  to: string;
}

/** What is wrong with the periods of a day, or null; `at` is which of them. */
export function periodsFault(
  periods: readonly Period[],
): { fault: 'reversed' | 'overlap' | 'too_many'; at: number } | null {
  if (periods.length > PERIODS_A_DAY) return { fault: 'too_many', at: PERIODS_A_DAY };
  const reversed = periods.findIndex(({ from, to }) => from >= to);
  if (reversed !== -1) return { fault: 'reversed', at: reversed };
  const overlap = periods.findIndex(({ from, to }, at) =>
    periods.slice(0, at).some((other) => from < other.to && other.from < to),
  );
  return overlap === -1 ? null : { fault: 'overlap', at: overlap };
}

const SAID = {
  reversed: 'to must be later than from',
  overlap: 'periods of one day overlap',
  too_many: `a day has at most ${PERIODS_A_DAY} periods`,
} as const;

const inOrder = (periods: readonly Period[]): Period[] => periods.toSorted((a, b) => a.from.localeCompare(b.from));

/** The periods of one day, at least one. */
export const periodsSchema = z
  .array(z.strictObject({ from: timeOfDaySchema, to: endOfPeriodSchema }))
  .min(1)
  .superRefine((periods, context) => {
    const found = periodsFault(periods);
    if (found) context.addIssue({ code: 'custom', path: [found.at], message: SAID[found.fault] });
  })
  .transform(inOrder);

const daySchema = z.int().min(1).max(7);
const rowSchema = z.strictObject({
  days: z.array(daySchema).min(1).max(7),
  from: timeOfDaySchema,
  to: endOfPeriodSchema,
});
/** Each period with its days. */
export type Hours = z.infer<typeof rowSchema>[];
const MOST_ROWS = WEEK.length * PERIODS_A_DAY;

/** One pair is how every city said it once: Monday to Friday. */
const isPair = (said: unknown): said is object => typeof said === 'object' && said !== null && !Array.isArray(said);
const asRows = (said: unknown): unknown => (isPair(said) ? [{ days: [1, 2, 3, 4, 5], ...said }] : said);

/**
 * The week of an office: its periods, each with its days, such as `[{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }]`;
 * `{ from, to }` is read as Monday to Friday. Comes out in one order, days that are alike together.
 */
export const hoursSchema = z.preprocess(
  asRows,
  z
    .array(rowSchema)
    .min(1, 'without hours it is null')
    .max(MOST_ROWS)
    .superRefine((rows, context) => {
      for (const periods of rowsByDay(rows)) {
        const found = periodsFault(periods);
        if (found) context.addIssue({ code: 'custom', message: SAID[found.fault] });
      }
    })
    .transform((rows) => hoursOf(weekOf(rows))),
);

/** The days on which papers are delivered. */
export const deliveryDaysSchema = z.array(daySchema).min(1).max(7);

const rowsByDay = (rows: Hours): Period[][] =>
  WEEK.map((day) => rows.filter(({ days }) => days.includes(day)).map(({ from, to }) => ({ from, to })));

/** The periods of each day of the week, Monday first, those of a day in order. */
export const weekOf = (hours: Hours): Period[][] => rowsByDay(hours).map(inOrder);

const written = (periods: readonly Period[]) => periods.map(({ from, to }) => `${from}-${to}`).join();

/** The days that have the same periods, with these, the first day first; days without any are left out. */
export function alikeDays(week: readonly (readonly Period[])[]): { days: number[]; periods: readonly Period[] }[] {
  const days = WEEK.map((day) => ({ day, periods: week[day - 1] ?? [] })).filter(({ periods }) => periods.length > 0);
  const alike = Map.groupBy(days, ({ periods }) => written(periods));
  return [...alike.values()].map((own) => ({ days: own.map(({ day }) => day), periods: own[0]?.periods ?? [] }));
}

/** The same as rows; none where no day has a period. */
export const hoursOf = (week: readonly (readonly Period[])[]): Hours =>
  alikeDays(week).flatMap(({ days, periods }) => periods.map(({ from, to }) => ({ days, from, to })));

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** How many minutes a week has. */
export const minutesAWeek = (hours: Hours): number =>
  hours.reduce((sum, { days, from, to }) => sum + new Set(days).size * (minutesOf(to) - minutesOf(from)), 0);
