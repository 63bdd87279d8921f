import type { Calendar } from './calendar.ts';
import { addDays, dayOf, instantOf } from './days.ts';
import type { Hours } from './service.ts';

/** A moment or a day on working time, and whether a day on the way was only assumed to be worked or not. */
export interface Reached {
  at: string;
  assumed: boolean;
}

/** Longest run of days looked through; a calendar without a working day in a year is broken. */
const FARTHEST = 400;

const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;
const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

/**
 * The moment at which so many minutes of service time have passed since `from`.
 *
 * @param from ISO instant
 * @throws where no day is worked in more than a year
 */
export function addServiceMinutes(from: string, minutes: number, hours: Hours, calendar: Calendar): Reached {
  let left = minutes;
  let assumed = false;
  for (let day = dayOf(from), n = 0; n < FARTHEST; day = addDays(day, 1), n += 1) {
    const { working, assumed: guessed } = calendar.dayOf(day);
    assumed ||= guessed;
    if (!working) continue;
    const opens = later(from, instantOf(day, hours.from));
    const closes = instantOf(day, hours.to);
    const here = Math.max(0, minutesBetween(opens, closes));
    // A clock that runs out exactly at closing has run out then, not the next morning.
    if (here > 0 && left <= here) return { at: new Date(Date.parse(opens) + left * 60_000).toISOString(), assumed };
    left -= here;
  }
  throw new Error(`No working time within ${FARTHEST} days after ${from}`);
}

/** Minutes of service time between two instants; 0 where the second is not later. */
export function serviceMinutes(from: string, to: string, hours: Hours, calendar: Calendar): number {
  let minutes = 0;
  for (let day = dayOf(from); instantOf(day, '00:00') < to; day = addDays(day, 1)) {
    if (!calendar.dayOf(day).working) continue;
    const opens = later(from, instantOf(day, hours.from));
    const closes = earlier(to, instantOf(day, hours.to));
    minutes += Math.max(0, minutesBetween(opens, closes));
  }
  return minutes;
}

/** The working day that follows so many after `day`, which is not counted itself. */
export function addWorkingDays(day: string, days: number, calendar: Calendar): Reached {
  let left = days;
  let assumed = false;
  let reached = day;
  for (let n = 0; left > 0; n += 1) {
    if (n === FARTHEST) throw new Error(`No working day within ${FARTHEST} days after ${day}`);
    reached = addDays(reached, 1);
    const { working, assumed: guessed } = calendar.dayOf(reached);
    assumed ||= guessed;
    if (working) left -= 1;
  }
  return { at: reached, assumed };
}

/** How many working days there are after `from`, up to and with `to`. */
export function countWorkingDays(from: string, to: string, calendar: Calendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.dayOf(day).working) count += 1;
  return count;
}
