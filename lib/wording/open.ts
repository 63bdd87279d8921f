import type { OpeningHours } from '../directory/opening-hours.ts';

/** When a station is open, in words. */

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** Days of the week, those that follow each other as from … to …. */
export function dayWords(days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => DAYS[(day ?? 1) - 1] ?? '';
  return runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}到${name(run.at(-1))}`] : run.map(name))).join('、');
}

export const openWords = {
  heading: '营业时间',
  address: '地址',
  /** Nothing is said of days that stand in no period but that they are none. */
  week: (hours: OpeningHours): string[] => {
    const byDays = Map.groupBy(hours, ({ days }) => dayWords(days));
    return [...byDays].map(([days, periods]) => `${days} ${periods.map(({ from, to }) => `${from}—${to}`).join('，')}`);
  },
} as const;
