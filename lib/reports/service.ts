import { z } from 'zod';
import { deliveryDaysSchema, hoursSchema } from './hours.ts';
import { refLettersSchema } from './ref.ts';
import { specialDaysSchema, wholeYearsSchema } from './special-days.ts';
import { timeOfDaySchema } from './time-of-day.ts';

/** Time limits: `accept` and `start` in service hours, `resolve` in working days. */
export const limitsSchema = z.strictObject({
  accept: z.number().positive().max(200),
  start: z.number().positive().max(200),
  resolve: z.int().min(1).max(60),
});
export type Limits = z.infer<typeof limitsSchema>;

/** What belongs to the city's service and not to the print: `data/<city>/service.json`. */
export const serviceSchema = z.object({
  operator: z.string().nullable(),
  hours: hoursSchema.nullable(),
  /** The days of the week on which papers are delivered; where it is absent or null, those that the office works. */
  deliveryDays: deliveryDaysSchema.nullable().optional(),
  specialDays: specialDaysSchema.optional(),
  wholeYears: wholeYearsSchema.optional(),
  limits: limitsSchema.nullable(),
  /** Until then, on the day, a paper may still be on its way. */
  deliveryCutOff: timeOfDaySchema.nullable(),
  onlineReports: z.boolean(),
  /** What its report numbers begin with; where it is absent, letters of the city's id. */
  refLetters: refLettersSchema.optional(),
  /** Short codes that may be called as they are printed, such as a postal hotline. */
  shortCodes: z.array(z.string().regex(/^\d{3,6}$/)),
});
export type Service = z.infer<typeof serviceSchema>;

/** What of it reports ask for; limits without hours mean nothing, since hours are what they count. */
export type ReportService = Pick<
  Service,
  'hours' | 'deliveryDays' | 'specialDays' | 'wholeYears' | 'limits' | 'deliveryCutOff' | 'onlineReports'
>;
