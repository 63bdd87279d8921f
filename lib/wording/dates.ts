// Costs a slow phone 80 ms: marked so that a bundle that says no such date goes without it.
const chinaDate = /* @__PURE__ */ new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** `2026年8月12日` of an ISO instant or date, as the calendar stands in China. */
export function longDate(iso: string): string {
  const day = iso.length === 10 ? iso : chinaDate.format(new Date(iso));
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `2025年1月` of `2025-01`. */
export function longMonth(yearMonth: string): string {
  const [year, month] = yearMonth.split('-').map(Number);
  return `${year}年${month}月`;
}

/** `2026年8月` of an ISO instant or date, as the calendar stands in China. */
export const monthOf = (iso: string): string => longDate(iso).replace(/\d+日$/, '');

/** `2026年` of the same. */
export const yearOf = (iso: string): string => longDate(iso).replace(/\d+月\d+日$/, '');
