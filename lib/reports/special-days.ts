import { z } from 'zod';
import { isDisguised } from '../text/typed-text.ts';
import { addDays } from './days.ts';
import { periodsSchema } from './hours.ts';

/** Days that are not as their week says, entered by hand for any year. */
export const SPECIAL_DAYS = { most: 300, range: 31, note: 30 } as const;

/** `YYYY-MM-DD` that exists, in a year that somebody can mean. */
export const daySchema = z.iso
  .date()
  .refine((day) => day >= '2000' && day < '2200', { error: 'is of no year from 2000 to 2199' });

const isLongEnough = ({ from, to }: { from: string; to: string }) =>
  from <= to && to <= addDays(from, SPECIAL_DAYS.range - 1);

/**
 * A day, or some that follow each other. `off`: nobody works. `usual`: worked like a working day (see `officeCalendar`).
 * Otherwise the periods of each of them.
 */
export const specialDaySchema = z
  .strictObject({
    from: daySchema,
    to: daySchema,
    hours: z.union([z.literal('off'), z.literal('usual'), periodsSchema]),
    /** Whether papers are delivered as on any such day of the week; false: none is. */
    delivery: z.boolean(),
    note: z
      .string()
      .min(1)
      .max(SPECIAL_DAYS.note)
      .refine((note) => !isDisguised(note, false))
      .nullable(),
  })
  .refine(isLongEnough, { error: `to is from or at most ${SPECIAL_DAYS.range - 1} days later` });
export type SpecialDay = z.infer<typeof specialDaySchema>;

/** Those that share a day with another. */
export const sharesDay = (one: Pick<SpecialDay, 'from' | 'to'>, other: Pick<SpecialDay, 'from' | 'to'>): boolean =>
  one.from <= other.to && other.from <= one.to;

/** All of a city, the first first, none about a day of another. */
export const specialDaysSchema = z
  .array(specialDaySchema)
  .max(SPECIAL_DAYS.most)
  .transform((days) => days.toSorted((a, b) => a.from.localeCompare(b.from)))
  .refine((days) => days.every((day, at) => days[at + 1] === undefined || day.to < (days[at + 1]?.from ?? '')), {
    error: 'a day is said twice',
  });

/** Years of which an admin says that every day off and every day worked instead is entered. */
export const wholeYearsSchema = z.array(z.int().min(2000).max(2199)).max(50);
