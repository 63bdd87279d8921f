import { type Hours, hoursOf, PERIODS_A_DAY, type Period, periodsFault, WEEK } from './hours.ts';
import { periodField } from './office-fields.ts';
import { endOfPeriodSchema, timeOfDaySchema, typedTime } from './time-of-day.ts';

/** Periods as an admin typed them, in any width; a pair that is left blank is none. */

export type PeriodFault = 'time' | 'both_needed' | 'end_not_later' | 'overlap';
/** What is wrong, by the name of the field. */
export type PeriodFaults = Record<string, PeriodFault>;
export type PeriodsRead = { ok: true; periods: Period[] } | { ok: false; faults: PeriodFaults };

/** What stands in a field. */
type Typed = (name: string) => string;

const startOf = (text: string) => timeOfDaySchema.safeParse(typedTime(text)).data;
const endOf = (text: string) => endOfPeriodSchema.safeParse(typedTime(text)).data;

/** The periods of one day, in order. @param of as in `periodField` */
export function readPeriods(of: string | number, typed: Typed): PeriodsRead {
  const faults: PeriodFaults = {};
  const read: { period: Period; at: number }[] = [];
  for (let at = 0; at < PERIODS_A_DAY; at += 1) {
    const names = { from: periodField(of, at, 'from'), to: periodField(of, at, 'to') };
    const text = { from: typed(names.from).trim(), to: typed(names.to).trim() };
    if (text.from === '' && text.to === '') continue;
    const [from, to] = [startOf(text.from), endOf(text.to)];
    if (from === undefined) faults[names.from] = text.from === '' ? 'both_needed' : 'time';
    if (to === undefined) faults[names.to] = text.to === '' ? 'both_needed' : 'time';
    if (from !== undefined && to !== undefined) read.push({ period: { from, to }, at });
  }
  const periods = read.map(({ period }) => period);
  const wrong = periodsFault(periods);
  const at = wrong && read[wrong.at]?.at;
  if (wrong && at !== undefined && at !== null)
    faults[periodField(of, at, 'to')] ??= wrong.fault === 'reversed' ? 'end_not_later' : 'overlap';
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  return { ok: true, periods: periods.toSorted((a, b) => a.from.localeCompare(b.from)) };
}

export type WeekRead = { ok: true; hours: Hours | null } | { ok: false; faults: PeriodFaults };

/**
 * The week; null where no day has a period. Every wrong field is named at once.
 *
 * @param isCopied Monday's periods are meant for Tuesday to Friday too
 */
export function readWeek(typed: Typed, isCopied: boolean): WeekRead {
  const read = WEEK.map((day) => readPeriods(isCopied && day <= 5 ? 1 : day, typed));
  const faults = Object.assign({}, ...read.map((one) => (one.ok ? {} : one.faults)));
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const hours = hoursOf(read.map((one) => (one.ok ? one.periods : [])));
  return { ok: true, hours: hours.length > 0 ? hours : null };
}
