import { z } from 'zod';
import { hoursSchema, limitsSchema, type ReportService, timeOfDaySchema } from './service.ts';
import type { TimeField, TypedTimes } from './time-fields.ts';

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

/** What was typed, in any width; `8:00` is as good as `08:00`. */
const tidy = (text: string) => text.normalize('NFKC').trim();
const typedTime = (text: string) => timeOfDaySchema.safeParse(text.padStart(5, '0')).data;
const typedNumber = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number);

function faultsOfHours(from: string, to: string): TimesFaults {
  if (from === '' && to === '') return {};
  const fault = (text: string): TimesFaults[TimeField] =>
    text === '' ? 'both_needed' : typedTime(text) === undefined ? 'time' : undefined;
  const faults = present({ from: fault(from), to: fault(to) });
  if (Object.keys(faults).length > 0) return faults;
  return hoursSchema.safeParse({ from: typedTime(from), to: typedTime(to) }).success ? {} : { to: 'end_not_later' };
}

const LIMIT_FIELDS = ['accept', 'start', 'resolve'] as const;

function faultsOfLimits(typed: Record<(typeof LIMIT_FIELDS)[number], string>): TimesFaults {
  if (LIMIT_FIELDS.every((name) => typed[name] === '')) return {};
  const fault = (name: (typeof LIMIT_FIELDS)[number]): TimesFault | undefined => {
    if (typed[name] === '') return 'all_three_needed';
    if (limitsSchema.shape[name].safeParse(typedNumber.safeParse(typed[name]).data).success) return undefined;
    return name === 'resolve' ? 'working_days' : 'service_hours';
  };
  return present(Object.fromEntries(LIMIT_FIELDS.map((name) => [name, fault(name)])));
}

function present(faults: Partial<Record<TimeField, TimesFault | undefined>>): TimesFaults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined)) as TimesFaults;
}

/**
 * Service hours, time limits and delivery cut-off as an admin typed them; what is left blank is not promised. Every
 * wrong field is named at once.
 */
export function readTimes(typed: TypedTimes): TimesRead {
  const [from, to, cutOff] = [tidy(typed.from), tidy(typed.to), tidy(typed.deliveryCutOff)];
  const limits = { accept: tidy(typed.accept), start: tidy(typed.start), resolve: tidy(typed.resolve) };
  const isLimited = LIMIT_FIELDS.some((name) => limits[name] !== '');
  const faults: TimesFaults = {
    ...faultsOfHours(from, to),
    ...(isLimited && from === '' && to === '' ? { from: 'hours_needed' as const } : {}),
    ...faultsOfLimits(limits),
    ...(cutOff !== '' && typedTime(cutOff) === undefined ? { deliveryCutOff: 'time' as const } : {}),
  };
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const { accept, start, resolve } = limits;
  return {
    ok: true,
    times: {
      hours: from === '' ? null : hoursSchema.parse({ from: typedTime(from), to: typedTime(to) }),
      limits: isLimited ? { accept: Number(accept), start: Number(start), resolve: Number(resolve) } : null,
      deliveryCutOff: typedTime(cutOff) ?? null,
    },
  };
}
