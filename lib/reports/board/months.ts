/** Months as `YYYY-MM`. */
export const MONTH_PATTERN = /^20\d\d-(?:0[1-9]|1[0-2])$/;

/** On this day of a month the one before is published by itself: most limits have passed by then. */
export const AUTO_DAY = 10;

/** The month so many later, or earlier where negative. */
export function addMonths(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** From the one to the other, both included; the newest first. */
export function monthsDown(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = to; month >= from; month = addMonths(month, -1)) months.push(month);
  return months;
}
