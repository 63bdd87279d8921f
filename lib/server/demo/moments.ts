import type { Calendar } from '../../reports/calendar.ts';
import { addDays, dayOf, instantOf } from '../../reports/days.ts';

const MINUTE = 60_000;
/** Longest run of days looked through; a calendar without a working day in a year is broken. */
const FARTHEST = 400;

/**
 * The moment after which so many minutes of service time have passed until `now`: what happened then is as late as it
 * looks, whatever weekends and holidays lie between.
 *
 * @param now ISO instant
 * @throws where no day is worked in more than a year
 */
export function serviceTimeBefore(now: string, minutes: number, calendar: Calendar): string {
  let left = minutes * MINUTE;
  for (let day = dayOf(now), n = 0; n < FARTHEST; day = addDays(day, -1), n += 1) {
    for (const { from, to } of calendar.dayOf(day).periods.toReversed()) {
      const closes = Math.min(Date.parse(instantOf(day, to)), Date.parse(now));
      const here = Math.max(0, closes - Date.parse(instantOf(day, from)));
      if (here > 0 && left <= here) return new Date(closes - left).toISOString();
      left -= here;
    }
  }
  throw new Error(`No working time within ${FARTHEST} days before ${now}`);
}
