import { z } from 'zod';
import { hoursSchema } from '../reports/service.ts';

/** When a station is open in the week, in China's time. What is in no period is closed. */

/** A time of some days of the week, 1 Monday to 7 Sunday. */
const periodSchema = z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: z.string(), to: z.string() });
export type Period = z.infer<typeof periodSchema>;

export const openingHoursSchema = z.array(
  periodSchema.refine(({ from, to }) => hoursSchema.safeParse({ from, to }).success, {
    error: 'to must be later than from',
  }),
);
export type OpeningHours = z.infer<typeof openingHoursSchema>;
