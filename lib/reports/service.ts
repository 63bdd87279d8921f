import { z } from 'zod';

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

/** What a city's service says about reports; limits without hours mean nothing, since hours are what they count. */
export interface ReportService {
  hours: Hours | null;
  limits: Limits | null;
  /** `HH:MM`: until then today's paper may still be on its way. */
  deliveryCutOff: string | null;
  onlineReports: boolean;
}
