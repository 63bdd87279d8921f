import { alikeDays, type Hours, minutesAWeek, type Period, weekOf } from '../reports/hours.ts';
import type { SpecialDay } from '../reports/special-days.ts';
import type { LineWords } from '../reports/typed-days.ts';
import { longDate } from './dates.ts';
import { NO_DELIVERY, officeWords } from './office-forms.ts';
import { dayWords } from './open.ts';
import { shortDay, weekDayName } from './reports.ts';

/** 时间和节假日: when the office of a city is open. */

const short = (time: string) => time.replace(/^0/, '');

/** `8:30–11:30、13:30–17:00`. */
export const periodsText = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `${short(from)}–${short(to)}`).join('、');

/** `周一到周五 8:30–11:30、13:30–17:00，周六 8:30–12:00`. */
export const hoursText = (hours: Hours): string =>
  alikeDays(weekOf(hours))
    .map(({ days, periods }) => `${dayWords(days)} ${periodsText(periods)}`)
    .join('，');

/** In which hours the limits that a reader is told run, each group of days in a part of its own. */
export const countedHours = (hours: Hours): string[] => [
  '时限只算上班时间：',
  ...`${hoursText(hours)}。`.split(/(?<=，)/),
];

const dayText = (day: string) => `${longDate(day)}${weekDayName(day)}`;

/** `2027年2月5日周五`, or from … to …. */
export function daysText({ from, to }: Pick<SpecialDay, 'from' | 'to'>): string {
  if (from === to) return dayText(from);
  const end = from.slice(0, 4) === to.slice(0, 4) ? shortDay(to) : longDate(to);
  return `${dayText(from)}到${end}${weekDayName(to)}`;
}

/** How a special day is worked. @param periods what it comes to; null where the days of a range differ */
export function dayHoursText({ hours, delivery }: SpecialDay, periods: readonly Period[] | null): string {
  const said = typeof hours === 'string' ? officeWords.days.hours[hours] : periodsText(hours);
  const usual = hours === 'usual' && periods && periods.length > 0 ? ` ${periodsText(periods)}` : '';
  return `${said}${usual}${delivery ? '' : `，${NO_DELIVERY}`}`;
}

/** What somebody who pastes days may write. */
export const LINE_WORDS: LineWords = {
  off: ['休息', '休', '放假'],
  usual: ['照常上班', '上班', '照常'],
  noDelivery: [NO_DELIVERY],
  to: ['到', '至'],
};

const hoursOfMinutes = (minutes: number) => `${Math.round(minutes / 6) / 10}小时`;

/** How much a week is. */
export const sumText = (hours: Hours | null): string =>
  hours === null ? '：现在没填，不向读者许时限。' : `：上面是每周${hoursOfMinutes(minutesAWeek(hours))}。`;

/** How the week stands by now, where a colleague changed it. */
export const weekNow = (hours: Hours | null): string =>
  `现在是：${hours === null ? '没填' : hoursText(hours)}。再按一次保存，就换成您填的。`;
