import type { VisibleAccount } from '#lib/server/people.ts';
import { one } from '../flags/query.ts';

/** So many cities have a column each; with more, one is chosen. */
export const MOST_COLUMNS = 6;

/** Whom somebody looks for, where there are many cities. */
export interface Filter {
  /** Null for all of them. */
  city: string | null;
  /** A part of a name; '' for any. */
  name: string;
}

/** @param cities those that somebody administers: another one is none */
export function readFilter(query: Record<string, string | string[] | undefined>, cities: readonly string[]): Filter {
  const city = one(query.city) ?? null;
  return { city: city !== null && cities.includes(city) ? city : null, name: (one(query.name) ?? '').trim() };
}

/** Those who have a role in the city and a name with this in it. */
export function filterPeople(people: readonly VisibleAccount[], { city, name }: Filter): VisibleAccount[] {
  const sought = name.toLowerCase();
  return people.filter(
    ({ username, roles }) => (city === null || Object.hasOwn(roles, city)) && username.toLowerCase().includes(sought),
  );
}

/** The cities that a form names: the chosen one, else some of those where somebody has a role. Others stay as they are. */
export const citiesShown = ({ city }: Filter, person: VisibleAccount | undefined): string[] =>
  city !== null
    ? [city]
    : Object.keys(person?.roles ?? {})
        .sort()
        .slice(0, MOST_COLUMNS);
