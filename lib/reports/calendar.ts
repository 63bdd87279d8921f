// The tables alone: the package's own functions, and the tables they read, come out a day early west of Greenwich.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { weekday } from './days.ts';

/** Which days are worked; `assumed` where nobody has published that year's holidays yet. */
export interface Calendar {
  dayOf(day: string): { working: boolean; assumed: boolean };
}

const isWeekday = (day: string) => weekday(day) >= 1 && weekday(day) <= 5;

/** Holidays of every year by law (全国年节及纪念日放假办法), whatever is published: those that fall on fixed days. */
const LAW = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** Monday to Friday without what is law in any year; other holidays unknown. */
export const assumedCalendar: Calendar = {
  dayOf: (day) => ({ working: isWeekday(day) && !LAW.has(day.slice(5)), assumed: true }),
};

const HOLIDAYS = new Set(Object.keys(published.holidays));
/** Saturdays and Sundays that make up for them. */
const MAKE_UPS = new Set(Object.keys(published.workdays));
const YEARS = new Set(Object.keys(published.holidays).map((day) => day.slice(0, 4)));

/** Chinese holidays and make-up days as the State Council published them; beyond those years what is law alone. */
export const chineseCalendar: Calendar = {
  dayOf(day) {
    if (!YEARS.has(day.slice(0, 4))) return assumedCalendar.dayOf(day);
    return { working: MAKE_UPS.has(day) || (isWeekday(day) && !HOLIDAYS.has(day)), assumed: false };
  },
};
