import type { CityFacts } from '../directory/records.ts';
import { slugOf } from '../table/slugs.ts';
import { foldText } from '../text/text.ts';
import { initialsOf } from './made-cities/letters.ts';

/** So many are seen at a glance: below that a field to search them would only be in the way. */
export const MOST_UNSEARCHED = 12;
/** Of more, those of each letter stand together. */
export const MOST_TOGETHER = 40;

interface SearchedCity {
  id: string;
  facts: Pick<CityFacts, 'city' | 'areaCode'>;
}

/** By what somebody may look for a city; made once for each, since a name has to be spelt. */
const known = new WeakMap<SearchedCity['facts'], readonly string[]>();

function wordsOf(city: SearchedCity): readonly string[] {
  const { id, facts } = city;
  const words = known.get(facts) ?? [
    ...[id, slugOf(facts.city), initialsOf(facts.city).toLowerCase()],
    ...[facts.areaCode, facts.areaCode.replace(/^0/, '')],
  ];
  known.set(facts, words);
  return words;
}

/** The cities that are called so, begin so in pinyin or initials, or have this area code. All of them for ''. */
export function searchCities<City extends SearchedCity>(cities: readonly City[], query: string): City[] {
  const typed = foldText(query).replace(/\s/g, '').toLowerCase();
  return cities.filter(
    (city) => city.facts.city.toLowerCase().includes(typed) || wordsOf(city).some((word) => word.startsWith(typed)),
  );
}

/** In the order of their pinyin: by its first letter where there are many, else together under ''. */
export function groupCities<City extends SearchedCity>(cities: readonly City[]): Map<string, City[]> {
  const sorted = cities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Map.groupBy(sorted, ({ id }) => (cities.length > MOST_TOGETHER ? id.slice(0, 1).toUpperCase() : ''));
}
