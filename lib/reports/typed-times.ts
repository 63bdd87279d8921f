import { hoursSchema, limitsSchema, type ReportService, timeOfDaySchema } from './service.ts';
import type { TypedTimes } from './time-fields.ts';

export type TimesFault = 'hours' | 'limits' | 'limits_without_hours' | 'delivery_cut_off';
export type TimesRead =
  | { ok: true; times: Pick<ReportService, 'hours' | 'limits' | 'deliveryCutOff'> }
  | { ok: false; fault: TimesFault };

const blank = (...texts: string[]) => texts.every((text) => text.trim() === '');

/** Service hours, time limits and delivery cut-off as an admin typed them; what is left blank is not promised. */
export function readTimes({ from, to, accept, start, resolve, deliveryCutOff }: TypedTimes): TimesRead {
  const hours = blank(from, to) ? null : hoursSchema.safeParse({ from, to }).data;
  if (hours === undefined) return { ok: false, fault: 'hours' };
  const typed = { accept: Number(accept), start: Number(start), resolve: Number(resolve) };
  const limits = blank(accept, start, resolve) ? null : limitsSchema.safeParse(typed).data;
  if (limits === undefined) return { ok: false, fault: 'limits' };
  if (limits !== null && hours === null) return { ok: false, fault: 'limits_without_hours' };
  const cutOff = blank(deliveryCutOff) ? null : timeOfDaySchema.safeParse(deliveryCutOff).data;
  if (cutOff === undefined) return { ok: false, fault: 'delivery_cut_off' };
  return { ok: true, times: { hours, limits, deliveryCutOff: cutOff } };
}
