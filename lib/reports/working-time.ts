import type { Calendar } from './calendar.ts';
import { addDays, dayOf, instantOf } from './days.ts';

/** A moment or a day on working time, and whether a day on the way was only assumed to be worked or not. */
export interface Reached {
  at: string;
  assumed: boolean;
}

/** Longest run of days looked through: what is not reached in more than a year is no time to tell anybody. */
export const FARTHEST = 400;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const startOf = (day: string) => Date.parse(instantOf(day, '00:00'));
/** Since the day began, in milliseconds. */
const sinceStart = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;

/**
 * The moment at which the office was open for so many minutes since `from`; null where that is not within 400 days.
 *
 * @param from ISO instant
 */
export function addServiceMinutes(from: string, minutes: number, calendar: Calendar): Reached | null {
  const begin = Date.parse(from);
  let left = minutes * MINUTE;
  let assumed = false;
  let day = dayOf(from);
  let start = startOf(day);
  for (let n = 0; n < FARTHEST; n += 1) {
    const { periods, assumed: guessed } = calendar.dayOf(day);
    assumed ||= guessed;
    for (const period of periods) {
      const opens = Math.max(begin, start + sinceStart(period.from));
      const here = Math.max(0, start + sinceStart(period.to) - opens);
      // A clock that runs out exactly at closing has run out then, not when the office opens again.
      if (here > 0 && left <= here) return { at: new Date(opens + left).toISOString(), assumed };
      left -= here;
    }
    day = addDays(day, 1);
    start += DAY; // no hour is left out or doubled in China
  }
  return null;
}

/** Minutes for which the office was open between two instants; 0 where the second is not later. */
export function serviceMinutes(from: string, to: string, calendar: Calendar): number {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  let open = 0;
  let day = dayOf(from);
  for (let start = startOf(day); start < end; start += DAY) {
    for (const period of calendar.dayOf(day).periods) {
      const opens = Math.max(begin, start + sinceStart(period.from));
      open += Math.max(0, Math.min(end, start + sinceStart(period.to)) - opens);
    }
    day = addDays(day, 1);
  }
  return open / MINUTE;
}

function addDaysThat(day: string, days: number, calendar: Calendar, is: 'working' | 'delivers'): Reached | null {
  let left = days;
  let assumed = false;
  let reached = day;
  for (let n = 0; left > 0; n += 1) {
    if (n === FARTHEST) return null;
    reached = addDays(reached, 1);
    const found = calendar.dayOf(reached);
    assumed ||= found.assumed;
    if (found[is]) left -= 1;
  }
  return { at: reached, assumed };
}

/** How many working days there are after `from`, up to and with `to`. */
export function countWorkingDays(from: string, to: string, calendar: Calendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.dayOf(day).working) count += 1;
  return count;
}
/** The working day that follows so many after `day`, which is not counted itself; null where 400 days have too few. */
export const addWorkingDays = (day: string, days: number, calendar: Calendar): Reached | null =>
  addDaysThat(day, days, calendar, 'working');

/** The first day after `day` on which papers are delivered; null where 400 days have none. */
export const nextDeliveryDay = (day: string, calendar: Calendar): Reached | null =>
  addDaysThat(day, 1, calendar, 'delivers');
