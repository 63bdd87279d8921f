import { z } from 'zod';
import { hoursSchema, limitsSchema, type ReportService, timeOfDaySchema } from './service.ts';
import { TIME_FIELDS, type TimeField, type TypedTimes } from './time-fields.ts';

export type TimesFault =
  | 'time'
  | 'end_not_later'
  | 'both_needed'
  | 'all_three_needed'
  | 'service_hours'
  | 'working_days'
  | 'hours_needed';
export type TimesFaults = Partial<Record<TimeField, TimesFault>>;
export type TimesRead =
  | { ok: true; times: Pick<ReportService, 'hours' | 'limits' | 'deliveryCutOff'> }
  | { ok: false; faults: TimesFaults };

const LIMIT_FIELDS = ['accept', 'start', 'resolve'] as const;

/** `8:00` is as good as `08:00`; undefined where it is no time. */
const typedTime = (text: string) => timeOfDaySchema.safeParse(text.padStart(5, '0')).data;
const hoursOf = ({ from, to }: TypedTimes) => hoursSchema.safeParse({ from: typedTime(from), to: typedTime(to) });
const typedNumber = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);

function timeFault(text: string): TimesFault | undefined {
  if (text === '') return 'both_needed';
  return typedTime(text) === undefined ? 'time' : undefined;
}

function limitFault(name: (typeof LIMIT_FIELDS)[number], text: string): TimesFault | undefined {
  if (text === '') return 'all_three_needed';
  if (limitsSchema.shape[name].safeParse(typedNumber.safeParse(text).data).success) return undefined;
  return name === 'resolve' ? 'working_days' : 'service_hours';
}

function faultsOf(text: TypedTimes): TimesFaults {
  const hasHours = text.from !== '' || text.to !== '';
  const hasLimits = LIMIT_FIELDS.some((name) => text[name] !== '');
  const from = hasHours ? timeFault(text.from) : hasLimits ? 'hours_needed' : undefined;
  const to = hasHours ? timeFault(text.to) : undefined;
  const isReversed = hasHours && !from && !to && !hoursOf(text).success;
  const faults: (readonly [TimeField, TimesFault | undefined])[] = [
    ['from', from],
    ['to', isReversed ? 'end_not_later' : to],
    ...LIMIT_FIELDS.map((name) => [name, hasLimits ? limitFault(name, text[name]) : undefined] as const),
    ['deliveryCutOff', text.deliveryCutOff === '' ? undefined : timeFault(text.deliveryCutOff)],
  ];
  return Object.fromEntries(faults.filter(([, fault]) => fault !== undefined));
}

/**
 * Service hours, time limits and delivery cut-off as an admin typed them, in any width; what is left blank is not
 * promised. Every wrong field is named at once.
 */
export function readTimes(typed: TypedTimes): TimesRead {
  const tidy = TIME_FIELDS.map((name) => [name, typed[name].normalize('NFKC').trim()]);
  const text: TypedTimes = Object.fromEntries(tidy);
  const faults = faultsOf(text);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const { accept, start, resolve } = text;
  const limits = accept === '' ? null : { accept: Number(accept), start: Number(start), resolve: Number(resolve) };
  const deliveryCutOff = typedTime(text.deliveryCutOff) ?? null;
  return { ok: true, times: { hours: hoursOf(text).data ?? null, limits, deliveryCutOff } };
}
