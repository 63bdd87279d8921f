/** Days and hours as they stand in China: UTC+8 all year round since 1991. Days are `YYYY-MM-DD`. */
const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;

/** The day in China of an instant. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 10);
}

/** The instant of a time of day (`HH:MM`) on a day in China. */
export function instantOf(day: string, time: string): string {
  return new Date(Date.parse(`${day}T${time}:00Z`) - OFFSET).toISOString();
}

/** `HH:MM` in China of an instant. */
export function timeOf(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET).toISOString().slice(11, 16);
}

/** `YYYY-MM-DD HH:MM` in China of an instant, as a spreadsheet reads it. */
export const localMinute = (instant: string): string => `${dayOf(instant)} ${timeOf(instant)}`;

/** A day so many days later, or earlier where negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** An instant so many times 24 hours later, or earlier where negative. */
export function daysLater(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY).toISOString();
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
