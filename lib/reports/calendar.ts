// The tables alone: the package's own functions, and the tables they read, come out a day early west of Greenwich.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, dayOf, weekday } from './days.ts';
import { type Hours, type Period, WEEK, weekOf } from './hours.ts';
import type { ReportService } from './service.ts';
import type { SpecialDay } from './special-days.ts';

/** A day of an office. */
export interface OfficeDay {
  /** When it is open, in order. */
  periods: readonly Period[];
  /** Whether it is open at all. */
  working: boolean;
  /** Whether papers are delivered. */
  delivers: boolean;
  /** Nobody has published that year's holidays yet, nor entered this day by hand. */
  assumed: boolean;
}

/** What each day is. */
export interface Calendar {
  dayOf(day: string): OfficeDay;
}

/** What of a service makes its calendar. */
export type OfficeTimes = Pick<ReportService, 'hours' | 'deliveryDays' | 'specialDays' | 'wholeYears'>;

/** Holidays of every year by law (全国年节及纪念日放假办法), whatever is published: those that fall on fixed days. */
const LAW = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
const HOLIDAYS = new Set(Object.keys(published.holidays));
/** Saturdays and Sundays that make up for them. */
const MAKE_UPS = new Set(Object.keys(published.workdays));
const YEARS = new Set(Object.keys(published.holidays).map((day) => day.slice(0, 4)));

/** Of an office that has not said its hours: days count, hours do not. */
const UNSAID: Hours = [{ days: [1, 2, 3, 4, 5], from: '00:00', to: '24:00' }];
const NEVER: readonly Period[] = [];

const yearOf = (day: string) => day.slice(0, 4);

/** 1 Monday to 7 Sunday. */
const dayOfWeek = (day: string) => weekday(day) || 7;

/** What everybody knows of a day: a holiday, a day that makes up for one, or neither. */
function publicDay(day: string): 'off' | 'usual' | null {
  if (!YEARS.has(yearOf(day))) return LAW.has(day.slice(5)) ? 'off' : null;
  if (MAKE_UPS.has(day)) return 'usual';
  return HOLIDAYS.has(day) ? 'off' : null;
}

/** Whether every holiday of a year is known: published, or entered by hand as a whole. */
export const isYearKnown = (year: string, wholeYears: OfficeTimes['wholeYears']): boolean =>
  YEARS.has(year) || (wholeYears ?? []).includes(Number(year));

/**
 * The days of an office. What was entered by hand goes before holidays and make-up days as the State Council published
 * them, these before what is law in any year, and that before the week.
 *
 * A day worked out of turn (a make-up day, or 照常上班 by hand) has the periods of its own weekday from Monday to Friday. A
 * Saturday or Sunday worked out of turn is a whole working day, also where the office has half a Saturday: it has those of
 * Monday. Where that day has none, the first day of the week that has some.
 */
export function officeCalendar({ hours, deliveryDays, specialDays, wholeYears }: OfficeTimes): Calendar {
  const week = weekOf(hours ?? UNSAID);
  const ofWeekday = (day: string) => week[dayOfWeek(day) - 1] ?? NEVER;
  const first = WEEK.map((day) => week[day - 1] ?? NEVER).find((periods) => periods.length > 0) ?? NEVER;
  const usual = (day: string) => {
    const own = dayOfWeek(day) > 5 ? (week[0] ?? NEVER) : ofWeekday(day);
    return own.length > 0 ? own : first;
  };
  const periodsOf = (day: string, special: SpecialDay | undefined) => {
    const said = special?.hours ?? publicDay(day);
    if (said === null) return ofWeekday(day);
    if (said === 'off') return NEVER;
    return said === 'usual' ? usual(day) : said;
  };
  const ask = (day: string): OfficeDay => {
    const special = specialDays?.find(({ from, to }) => from <= day && day <= to);
    const periods = periodsOf(day, special);
    const working = periods.length > 0;
    const isDeliveryDay = deliveryDays?.includes(dayOfWeek(day)) ?? working;
    const delivers = special?.delivery === false ? false : isDeliveryDay;
    return { periods, working, delivers, assumed: !special && !isYearKnown(yearOf(day), wholeYears) };
  };
  // A pass over a thousand reports asks for the same days again and again.
  const asked = new Map<string, OfficeDay>();
  return {
    dayOf(day) {
      const known = asked.get(day) ?? ask(day);
      asked.set(day, known);
      return known;
    },
  };
}

/** How many days ahead staff are asked about. */
const AHEAD = 120;

/** The years, within some months from now, whose holidays nobody knows yet. */
export function unknownYears(now: string, wholeYears: OfficeTimes['wholeYears']): string[] {
  const days = [dayOf(now), addDays(dayOf(now), AHEAD)];
  return [...new Set(days.map(yearOf))].filter((year) => !isYearKnown(year, wholeYears));
}
