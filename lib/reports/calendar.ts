import chineseDays from 'chinese-days';
import { weekday } from './days.ts';

/** Which days are worked; `assumed` where nobody has published that year's holidays yet. */
export interface Calendar {
  dayOf(day: string): { working: boolean; assumed: boolean };
}

const isWeekday = (day: string) => weekday(day) >= 1 && weekday(day) <= 5;

/** Monday to Friday, holidays unknown. */
export const assumedCalendar: Calendar = { dayOf: (day) => ({ working: isWeekday(day), assumed: true }) };

const coverage = new Map<string, boolean>();

/** Whether the table of holidays has the year: each that it has contains the first of October. */
function covers(year: string): boolean {
  let covered = coverage.get(year);
  if (covered === undefined) {
    covered = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
    coverage.set(year, covered);
  }
  return covered;
}

/** Chinese holidays and make-up days as the State Council published them; beyond those years Monday to Friday. */
export const chineseCalendar: Calendar = {
  dayOf: (day) =>
    covers(day.slice(0, 4)) ? { working: chineseDays.isWorkday(day), assumed: false } : assumedCalendar.dayOf(day),
};
