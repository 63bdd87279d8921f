import { z } from 'zod';
import { timeOfDaySchema } from '../reports/time-of-day.ts';

/** When a station is open in the week, in China's time. What is in no period is closed. */

/** A time of some days of the week, 1 Monday to 7 Sunday. */
const periodSchema = z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: z.string(), to: z.string() });
export type Period = z.infer<typeof periodSchema>;

const isTime = (text: string) => timeOfDaySchema.safeParse(text).success;

export const openingHoursSchema = z.array(
  periodSchema.refine(({ from, to }) => isTime(from) && isTime(to) && from < to, {
    error: 'to must be later than from',
  }),
);
export type OpeningHours = z.infer<typeof openingHoursSchema>;
