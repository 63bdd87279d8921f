import { z } from 'zod';
import { limitsSchema, type ReportService } from './service.ts';
import { TIME_FIELDS, type TimeField, type TypedTimes } from './time-fields.ts';
import { timeOfDaySchema, typedTime } from './time-of-day.ts';

export type TimesFault = 'time' | 'all_three_needed' | 'service_hours' | 'working_days';
export type TimesFaults = Partial<Record<TimeField, TimesFault>>;
export type TimesRead =
  | { ok: true; times: Pick<ReportService, 'limits' | 'deliveryCutOff'> }
  | { ok: false; faults: TimesFaults };

const LIMIT_FIELDS = ['accept', 'start', 'resolve'] as const;

const timeOf = (text: string) => timeOfDaySchema.safeParse(typedTime(text)).data;
const typedNumber = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);

function limitFault(name: (typeof LIMIT_FIELDS)[number], text: string): TimesFault | undefined {
  if (text === '') return 'all_three_needed';
  if (limitsSchema.shape[name].safeParse(typedNumber.safeParse(text).data).success) return undefined;
  return name === 'resolve' ? 'working_days' : 'service_hours';
}

function faultsOf(text: TypedTimes): TimesFaults {
  const hasLimits = LIMIT_FIELDS.some((name) => text[name] !== '');
  const isTime = text.deliveryCutOff === '' || timeOf(text.deliveryCutOff) !== undefined;
  const faults: (readonly [TimeField, TimesFault | undefined])[] = [
    ...LIMIT_FIELDS.map((name) => [name, hasLimits ? limitFault(name, text[name]) : undefined] as const),
    ['deliveryCutOff', isTime ? undefined : 'time'],
  ];
  return Object.fromEntries(faults.filter(([, fault]) => fault !== undefined));
}

/**
 * Time limits and delivery cut-off as an admin typed them, in any width; what is left blank is not promised. Every wrong
 * field is named at once.
 */
export function readTimes(typed: TypedTimes): TimesRead {
  const tidy = TIME_FIELDS.map((name) => [name, typed[name].normalize('NFKC').trim()]);
  const text: TypedTimes = Object.fromEntries(tidy);
  const faults = faultsOf(text);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const { accept, start, resolve } = text;
  const limits = accept === '' ? null : { accept: Number(accept), start: Number(start), resolve: Number(resolve) };
  return { ok: true, times: { limits, deliveryCutOff: timeOf(text.deliveryCutOff) ?? null } };
}
