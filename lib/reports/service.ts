import { z } from 'zod';
import { refLettersSchema } from './ref.ts';

/** `HH:MM` in China. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When the office is open on working days, in China's time. */
export const hoursSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine(({ from, to }) => from < to, { error: 'to must be later than from' });
export type Hours = z.infer<typeof hoursSchema>;

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
export type ReportService = Pick<Service, 'hours' | 'limits' | 'deliveryCutOff' | 'onlineReports'>;
