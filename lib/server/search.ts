import Fuse from 'fuse.js';
import { pinyin } from 'pinyin-pro';
import type { PublishedDirectory, Station } from '../directory/records.ts';
import { flagsByPhone, isWithheld } from '../directory/standing.ts';

/** How a station was found, the surest first. */
export type MatchedBy = 'number' | 'name' | 'pinyin' | 'initials' | 'district' | 'longer' | 'similar';
export interface StationMatch {
  station: Station;
  by: MatchedBy;
}

interface Entry {
  station: Station;
  names: string[];
  /** Toneless pinyin of each name, one syllable a character. */
  syllables: string[][];
  /** Labels of the districts it is found under and of the divisions they may be. */
  places: string[];
  /** Digits of its numbers, as printed and with country and area code; none of a number out of use. */
  numbers: string[];
}

const LONGEST_QUERY = 100;
const LEAST_DIGITS = 3;
/** Words around a name that say nothing about which station is meant. */
const STOP_WORDS = /发行站|投递站|的?电话|号码/g;

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');
const syllablesOf = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true });

function buildEntries(directory: PublishedDirectory): Entry[] {
  const flagsOf = flagsByPhone(directory.flags);
  const shown = directory.phones.filter((phone) => !isWithheld(flagsOf(phone)));
  const phones = Map.groupBy(shown, (phone) => phone.station);
  const places = new Map(
    directory.districts.map((district) => [
      district.id,
      [district.label, ...district.adminCandidates.map(({ name }) => name)].map(fold),
    ]),
  );
  return directory.stations.map((station) => {
    const names = [station.name.value ?? '', ...station.aliases].map(fold).filter((name) => name !== '');
    const districts = [station.district.value ?? '', ...station.alsoFoundUnder.map(({ district }) => district)];
    return {
      station,
      names,
      syllables: names.map(syllablesOf),
      places: districts.flatMap((district) => places.get(district) ?? []),
      numbers: (phones.get(station.id) ?? []).flatMap(({ printed, e164 }) => [digitsOf(printed), digitsOf(e164 ?? '')]),
    };
  });
}

const startsAtSyllable = (syllables: readonly string[], letters: string) =>
  syllables.some((_, first) => syllables.slice(first).join('').startsWith(letters));

const initialsOf = (syllables: readonly string[]) => syllables.map((syllable) => syllable.at(0)).join('');

/** Sure ways to match, the surest first. `letters` is the query's own pinyin, so that a homophone finds too. */
const TIERS: readonly [MatchedBy, (entry: Entry, text: string, letters: string) => boolean][] = [
  ['name', ({ names }, text) => names.includes(text)],
  ['name', ({ names }, text) => names.some((name) => name.startsWith(text))],
  ['name', ({ names }, text) => names.some((name) => name.includes(text))],
  ['pinyin', ({ syllables }, _, letters) => syllables.some((all) => all.join('') === letters)],
  [
    'pinyin',
    ({ syllables }, _, letters) => letters.length > 1 && syllables.some((all) => startsAtSyllable(all, letters)),
  ],
  ['initials', ({ syllables }, text) => text.length > 1 && syllables.some((all) => initialsOf(all).startsWith(text))],
  ['district', ({ places }, text) => places.some((place) => place.startsWith(text))],
  ['district', ({ places }, _, letters) => places.some((place) => syllablesOf(place).join('').startsWith(letters))],
  ['longer', ({ names }, text) => names.some((name) => [...name].length > 1 && text.includes(name))],
];

function matchByTiers(entries: readonly Entry[], text: string): StationMatch[] {
  const letters = syllablesOf(text).join('').replaceAll(' ', '');
  const found = TIERS.map(([by]): { by: MatchedBy; stations: Station[] } => ({ by, stations: [] }));
  for (const entry of entries) {
    const tier = TIERS.findIndex(([, matches]) => matches(entry, text, letters));
    found[tier]?.stations.push(entry.station);
  }
  return found.flatMap(({ by, stations }) => stations.map((station) => ({ station, by })));
}

/** Every word must match, as in a district and a station; the station's place in the list is that of its best word. */
function matchWords(entries: readonly Entry[], words: readonly string[]): StationMatch[] {
  const matches = words.map((word) => matchByTiers(entries, word));
  const inAll = ({ station }: StationMatch) => matches.every((some) => some.some((other) => other.station === station));
  const best = matches.flat().toSorted((a, b) => rankOf(a) - rankOf(b));
  return best.filter(
    (match, index) => inAll(match) && best.findIndex((one) => one.station === match.station) === index,
  );
}

const rankOf = ({ by }: StationMatch) => TIERS.findIndex(([tier]) => tier === by);

/** Numbers that end like this first: people remember the last four. Leading zeros are no part of an international one. */
function matchNumber(entries: readonly Entry[], digits: string): StationMatch[] {
  const holding = (part: string) => entries.filter(({ numbers }) => numbers.some((number) => number.includes(part)));
  const international = digits.replace(/^0+/, '');
  const found = holding(digits);
  const all = found.length > 0 || international.length < LEAST_DIGITS ? found : holding(international);
  const endsLikeThis = ({ numbers }: Entry) => numbers.some((number) => number.endsWith(digits));
  const sorted = all.toSorted((a, b) => Number(endsLikeThis(b)) - Number(endsLikeThis(a)));
  return sorted.map(({ station }) => ({ station, by: 'number' }));
}

interface Index {
  entries: Entry[];
  fuse: Fuse<Entry>;
}
const indexes = new WeakMap<PublishedDirectory, Index>();

function indexOf(directory: PublishedDirectory): Index {
  const kept = indexes.get(directory);
  if (kept) return kept;
  const entries = buildEntries(directory);
  const keys = ['names', { name: 'pinyin', getFn: ({ syllables }: Entry) => syllables.map((all) => all.join('')) }];
  const fuse = new Fuse(entries, { keys, threshold: 0.34, ignoreLocation: true, ignoreFieldNorm: true });
  const index = { entries, fuse };
  indexes.set(directory, index);
  return index;
}

const NUMBER = /^[\d\s+()·.\-‐-―]+$/;

/**
 * The stations a reader may mean by what was typed: a name, its pinyin or initials, a district, a number or a part of
 * it; where none is sure, names that differ by a little. Nothing for a query that is blank or says nothing.
 *
 * @param query as typed, of any length and content; what follows the first 100 characters is not looked at
 * @returns the best first, each station once
 */
export function searchStations(directory: PublishedDirectory, query: string): StationMatch[] {
  const text = fold([...query].slice(0, LONGEST_QUERY).join(''));
  const { entries, fuse } = indexOf(directory);
  if (NUMBER.test(text)) {
    const digits = digitsOf(text);
    return digits.length < LEAST_DIGITS ? [] : matchNumber(entries, digits);
  }
  const name = text.replace(STOP_WORDS, '').trim() || text;
  if (name === '') return [];
  const sure = matchByTiers(entries, name.replaceAll(' ', ''));
  if (sure.length > 0) return sure;
  const words = matchWords(entries, name.split(' '));
  if (words.length > 0) return words;
  return fuse.search(name).map(({ item }) => ({ station: item.station, by: 'similar' }));
}
