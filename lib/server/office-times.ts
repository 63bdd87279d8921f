import { officeCalendar, unknownYears } from '../reports/calendar.ts';
import { promiseFor } from '../reports/clocks.ts';
import type { Service } from '../reports/service.ts';
import { SPECIAL_DAYS, type SpecialDay, sharesDay } from '../reports/special-days.ts';
import type { SettingBy, SettingChange } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { forgetDirectory } from './directories.ts';
import { findCityHead } from './directory-sources.ts';
import { findService } from './services.ts';
import { applySettings, type Settings } from './settings.ts';

/** What admins set of a city's office hours and special days, and who did so last. */

/** What is changed together: a change of one of them is a change of the form. */
const HOURS_KEYS = ['hours', 'deliveryDays'] as const;
const DAYS_KEYS = ['specialDays'] as const;
const YEARS_KEYS = ['wholeYears'] as const;

export interface OfficeSettings {
  city: string;
  service: Service;
  hours: SettingChange | null;
  days: SettingChange | null;
  years: SettingChange | null;
}

/** Null where no city has that id. */
export async function readOfficeSettings(store: Store, directory: string): Promise<OfficeSettings | null> {
  // Who changed it is asked first: where another change comes in between, a save is refused rather than lost.
  const [hours, days, years] = await Promise.all(
    [HOURS_KEYS, DAYS_KEYS, YEARS_KEYS].map((keys) => store.settings.lastChange(directory, keys)),
  );
  const head = await findCityHead(store, directory);
  if (!head) return null;
  const service = applySettings(head.service, await store.settings.read(directory));
  return { city: head.facts.city, service, hours: hours ?? null, days: days ?? null, years: years ?? null };
}

export type Saved = { saved: true } | { saved: false; last: SettingChange };

async function write(store: Store, who: SettingBy, values: Settings, seen: number): Promise<Saved> {
  const isWritten = await store.settings.writeAfter(who, values, seen);
  forgetDirectory(store, who.directory);
  if (isWritten) return { saved: true };
  const last = await store.settings.lastChange(who.directory, Object.keys(values));
  if (last === null) throw new Error('A setting that nobody changed was newer.');
  return { saved: false, last };
}

/** The hours and the days of delivery. @param seen the last change that its writer knew */
export const saveOfficeHours = (
  store: Store,
  who: SettingBy,
  { hours, deliveryDays }: Required<Pick<Settings, 'hours' | 'deliveryDays'>>,
  seen: number,
): Promise<Saved> => write(store, who, { hours, deliveryDays }, seen);

/** A year all of whose holidays are entered, or not any more. */
export async function saveWholeYear(
  store: Store,
  who: SettingBy,
  { year, isWhole }: { year: number; isWhole: boolean },
  seen: number,
): Promise<Saved> {
  const before = (await findService(store, who.directory))?.wholeYears ?? [];
  const others = before.filter((one) => one !== year);
  return write(store, who, { wholeYears: isWhole ? [...others, year].sort((a, b) => a - b) : others }, seen);
}

/** What cannot be: a day that is on the list already, with which, or a list that is too long. */
export type DaysProblem = { code: 'taken'; at: number; by: SpecialDay } | { code: 'full' } | { code: 'gone' };

export type DaysSaved = Saved | { saved: false; problem: DaysProblem };

/** Adds days to a list, all of them or none. */
function added(list: readonly SpecialDay[], days: readonly SpecialDay[]): SpecialDay[] | DaysProblem {
  for (const [at, day] of days.entries()) {
    const by = list.find((other) => sharesDay(day, other));
    if (by) return { code: 'taken', at, by };
  }
  if (list.length + days.length > SPECIAL_DAYS.most) return { code: 'full' };
  return [...list, ...days].toSorted((a, b) => a.from.localeCompare(b.from));
}

type Change = (list: readonly SpecialDay[]) => SpecialDay[] | DaysProblem;

async function changeDays(store: Store, who: SettingBy, seen: number, change: Change): Promise<DaysSaved> {
  const service = await findService(store, who.directory);
  const next = change(service?.specialDays ?? []);
  if (Array.isArray(next)) return write(store, who, { specialDays: next }, seen);
  const last = await store.settings.lastChange(who.directory, DAYS_KEYS);
  // What a colleague did in between is said rather than what it led to.
  return last && last.seq !== seen ? { saved: false, last } : { saved: false, problem: next };
}

/** How often two who add days at once may meet. */
const TRIES = 20;

/** More special days, all of them or none. Whoever adds needs not have seen what a colleague added at the same time. */
export async function addSpecialDays(store: Store, who: SettingBy, days: readonly SpecialDay[]): Promise<DaysSaved> {
  for (let tries = 1; ; tries += 1) {
    const seen = (await store.settings.lastChange(who.directory, DAYS_KEYS))?.seq ?? 0;
    const saved = await changeDays(store, who, seen, (list) => added(list, days));
    if (saved.saved || 'problem' in saved || tries === TRIES) return saved;
  }
}

const without = (list: readonly SpecialDay[], from: string): SpecialDay[] | null =>
  list.some((day) => day.from === from) ? list.filter((day) => day.from !== from) : null;

/** Another one in the place of the one that begins on a day. */
export const replaceSpecialDay = (
  store: Store,
  who: SettingBy,
  { from, day }: { from: string; day: SpecialDay },
  seen: number,
): Promise<DaysSaved> =>
  changeDays(store, who, seen, (list) => {
    const others = without(list, from);
    return others ? added(others, [day]) : { code: 'gone' };
  });

/** Takes away the one that begins on a day. */
export const removeSpecialDay = (store: Store, who: SettingBy, from: string, seen: number): Promise<DaysSaved> =>
  changeDays(store, who, seen, (list) => without(list, from) ?? { code: 'gone' });

/** What staff should know of a city's times: limits that no working time keeps, and years whose holidays are unknown. */
export function officeDoubts(service: Service, now: string): { hasNoTime: boolean; years: string[] } {
  const isAsked = service.hours !== null && service.limits !== null;
  return {
    hasNoTime: isAsked && promiseFor(now, service, officeCalendar(service)) === null,
    years: unknownYears(now, service.wholeYears),
  };
}
