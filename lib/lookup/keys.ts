import { COUNTY_END } from '../wording/place-names.ts';
import { normaliseText, parsePairs } from './normalise.ts';
import { unpackCharacters } from './packed.ts';
import { parseReadings, parseRuns } from './pinyin.ts';
import { Postings } from './postings.ts';
import { Speech } from './speech.ts';
import type { LookupTables } from './tables.ts';

/** First of the private-use code points that stand for sound classes. */
const FIRST_CODE = 0xe000;
/** Stands for a sound that no name of this directory has; equal to no class. */
export const FOREIGN_CODE = '\uf8ff';
/** Places of a name from which its letters are searched; an owner in `spelt` is `key * MOST_STARTS + place`. */
export const MOST_STARTS = 32;
/** As in zhuang. */
const LONGEST_SYLLABLE = 6;
/** With more names than this, a weak match is mostly chance. */
const CROWDED_FROM = 400;
/** Readings of one name that are followed: 堡 alone has three. */
const MOST_READINGS = 8;

/** A name or alias of a station, or a district's label that is none, ready to be compared. */
export type NameKey = {
  /** Its place in the list of stations; -1 for a district's. */
  station: number;
  /** Its place in the list of districts; -1 for a station's. */
  district: number;
  /** In the form that queries are brought into, without spaces. */
  text: string;
  printed: string;
  /** For each place of `text`, and for its end, the place in `printed`. */
  places: readonly number[];
  alias: boolean;
  /** For each character its syllables and their sound classes. */
  syllables: readonly (readonly string[])[];
  codes: readonly (readonly string[])[];
};

type SoundTables = Pick<
  LookupTables,
  'commonReadings' | 'readings' | 'rareReadings' | 'traditional' | 'lookAlikes' | 'alike'
>;

/** What is known of single characters and syllables in this directory. */
export class Sounds {
  readonly speech: Speech;
  readonly simplify: ReadonlyMap<string, string>;
  private readonly syllables: Map<string, readonly string[]>;
  private readonly codes = new Map<string, string[]>();
  private readonly allSyllables = new Set<string>();
  private readonly codeOfClass = new Map<string, string>();
  private readonly looks = new Map<string, Set<string>>();
  private readonly spelt = new Map<string, { text: string; exact: boolean }[]>();

  constructor(tables: SoundTables) {
    this.speech = new Speech(tables.alike);
    const common = parseRuns(tables.commonReadings);
    this.syllables = parseReadings(tables.rareReadings, parseReadings(tables.readings, common));
    this.simplify = parsePairs(tables.traditional);
    for (const group of tables.lookAlikes.split(' ')) {
      if (group !== '') this.looks.set(group[0] as string, new Set(unpackCharacters(group.slice(1))));
    }
  }

  syllablesOf(char: string): readonly string[] {
    return this.syllables.get(char) ?? [];
  }

  /** The sound classes of a character, one private-use code point each. */
  codesOf(char: string): readonly string[] {
    const known = this.codes.get(char);
    if (known !== undefined) return known;
    const codes = [...new Set(this.syllablesOf(char).map((syllable) => this.codeOf(syllable)))];
    this.codes.set(char, codes);
    return codes;
  }

  codeOf(syllable: string): string {
    const sound = this.speech.foldSyllable(syllable);
    let code = this.codeOfClass.get(sound);
    if (code === undefined) {
      code = String.fromCharCode(FIRST_CODE + this.codeOfClass.size);
      this.codeOfClass.set(sound, code);
    }
    return code;
  }

  /** Whether the letters cut into syllables of the standard language. */
  isPinyin(letters: string): boolean {
    if (this.allSyllables.size === 0)
      for (const own of this.syllables.values()) for (const one of own) this.allSyllables.add(one);
    const reached = [true];
    for (let to = 1; to <= letters.length; to++) {
      reached[to] = false;
      for (let from = Math.max(0, to - LONGEST_SYLLABLE); from < to; from++) {
        if (from > 0 && to - from === 1) continue; // a vowel alone stands first, or a slip made it
        if (reached[from] && this.allSyllables.has(letters.slice(from, to))) reached[to] = true;
      }
    }
    return reached[letters.length] === true;
  }

  /** Whether `typed` looks like `printed`, a character of a name. */
  looksLike(typed: string, printed: string): boolean {
    return this.looks.get(printed)?.has(typed) === true;
  }

  /** Characters of names that `typed` looks like. */
  *meantBy(typed: string): Iterable<string> {
    for (const [printed, alike] of this.looks) if (alike.has(typed)) yield printed;
  }

  /** The spellings of a syllable, standard first. */
  spellingsOf(syllable: string): { text: string; exact: boolean }[] {
    let known = this.spelt.get(syllable);
    if (known === undefined) {
      known = this.speech.spellings(syllable).map((text, at) => ({ text, exact: at === 0 }));
      this.spelt.set(syllable, known);
    }
    return known;
  }
}

/** All ways to take one choice a place, at most `most`. */
export function combinations(choices: readonly (readonly string[])[], most = MOST_READINGS): string[][] {
  let rows: string[][] = [[]];
  for (const choice of choices) {
    const next: string[][] = [];
    for (const row of rows) for (const one of choice) if (next.length < most) next.push([...row, one]);
    rows = next;
  }
  return rows;
}

/** A list of texts kept sorted, so that those with a beginning are found by halving. */
class SortedTexts {
  private readonly texts: string[];
  private readonly owners: Uint32Array;

  constructor(entries: readonly (readonly [text: string, owner: number])[]) {
    const sorted = [...entries].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
    this.texts = sorted.map((entry) => entry[0]);
    this.owners = Uint32Array.from(sorted, (entry) => entry[1]);
  }

  /** Calls `visit` with each text that begins with `start` until it answers false. */
  startingWith(start: string, visit: (owner: number, text: string) => boolean | undefined): void {
    let low = 0;
    let high = this.texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.texts[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.texts.length; at++) {
      const text = this.texts[at] as string;
      if (!text.startsWith(start)) return;
      if (visit(this.owners[at] as number, text) === false) return;
    }
  }
}

/** The names of a directory, indexed once; every search reads it. */
export class NameIndex {
  readonly keys: NameKey[] = [];
  readonly exact = new Postings();
  readonly byChar = new Postings();
  readonly byCode = new Postings();
  readonly byCodes = new Postings();
  readonly byInitials = new Postings();
  readonly byFirstLetter = new Postings();
  readonly letters: { text: string; key: number }[] = [];
  readonly codeTexts: { text: string; key: number }[] = [];
  readonly spelt: SortedTexts;
  /** Whole names in letters, forwards and backwards. */
  readonly speltWhole: SortedTexts;
  readonly speltBackwards: SortedTexts;
  /** Spelling → sound classes, for cutting typed letters into syllables. */
  readonly classesOf = new Map<string, Set<string>>();
  longestName = 0;
  /** So many names that a weak match is mostly chance. */
  readonly crowded: boolean;
  private readonly sounds: Sounds;

  constructor(tables: LookupTables, sounds: Sounds) {
    this.sounds = sounds;
    for (const [station, { name, aliases }] of tables.stations.entries()) {
      if (name !== null) this.add({ station, district: -1 }, name, false);
      for (const alias of aliases ?? []) this.add({ station, district: -1 }, alias, true);
    }
    this.addDistricts(tables.districts);
    this.crowded = this.keys.length > CROWDED_FROM;
    const suffixes: [string, number][] = [];
    for (const [at, key] of this.keys.entries()) this.index(at, key, suffixes);
    this.spelt = new SortedTexts(suffixes);
    this.speltWhole = new SortedTexts(this.letters.map(({ text, key }) => [text, key]));
    this.speltBackwards = new SortedTexts(this.letters.map(({ text, key }) => [reverse(text), key]));
  }

  /** What people call a district, so that no layer misses it; where a station has the same name, that one leads to both. */
  private addDistricts(districts: LookupTables['districts']): void {
    const known = new Set(this.keys.map(({ text }) => text));
    for (const [district, { label, aliases }] of districts.entries()) {
      for (const name of [label, ...aliases.filter((alias) => !COUNTY_END.test(alias))]) {
        if (known.has(name)) continue;
        known.add(name);
        this.add({ station: -1, district }, name, name !== label);
      }
    }
  }

  private add(owner: Pick<NameKey, 'station' | 'district'>, printed: string, alias: boolean): void {
    const { text, places } = this.normalise(printed);
    if (text === '') return;
    const orOne = (known: readonly string[], other: string) => (known.length > 0 ? known : [other]);
    const syllables = [...text].map((char) => orOne(this.sounds.syllablesOf(char), char));
    const codes = [...text].map((char) => orOne(this.sounds.codesOf(char), FOREIGN_CODE));
    this.keys.push({ ...owner, text, printed, places, alias, syllables, codes });
  }

  /** Character by character, so that each keeps its place; what queries lose (brackets, spaces) is lost here too. */
  private normalise(printed: string): { text: string; places: number[] } {
    let text = '';
    const places: number[] = [];
    for (const [at, char] of printed.split('').entries()) {
      for (const one of normaliseText(char, this.sounds.simplify)) {
        if (one === ' ') continue;
        text += one;
        places.push(at);
      }
    }
    return { text, places: [...places, places.length > 0 ? (places.at(-1) as number) + 1 : 0] };
  }

  private index(at: number, key: NameKey, suffixes: [string, number][]): void {
    // A district's own name is looked up before all names: `Places.named`.
    if (key.district < 0) this.exact.add(key.text, at);
    this.longestName = Math.max(this.longestName, key.text.length);
    for (const char of key.text) this.byChar.add(char, at);
    for (const codes of combinations(key.codes)) {
      for (const code of codes) this.byCode.add(code, at);
      this.byCodes.add(codes.join(''), at);
      this.codeTexts.push({ text: codes.join(''), key: at });
    }
    for (const syllables of combinations(key.syllables)) {
      this.letters.push({ text: syllables.join(''), key: at });
      this.byInitials.add(syllables.map((syllable) => syllable[0]).join(''), at);
      for (let from = 0; from < syllables.length && from < MOST_STARTS; from++) {
        suffixes.push([syllables.slice(from).join(''), at * MOST_STARTS + from]);
      }
    }
    for (const syllable of key.syllables[0] ?? []) {
      for (const spelling of this.sounds.spellingsOf(syllable)) this.byFirstLetter.add(spelling.text[0] ?? '', at);
    }
    this.byFirstLetter.add(key.text[0] ?? '', at);
    for (const syllable of key.syllables.flat()) this.learn(syllable);
  }

  /** The sound-class texts of one key. */
  codeTextsOf(key: number): { text: string; key: number }[] {
    return combinations(this.keys[key]?.codes ?? []).map((codes) => ({ text: codes.join(''), key }));
  }

  private learn(syllable: string): void {
    for (const { text } of this.sounds.spellingsOf(syllable)) {
      const classes = this.classesOf.get(text);
      if (classes === undefined) this.classesOf.set(text, new Set([this.sounds.codeOf(syllable)]));
      else classes.add(this.sounds.codeOf(syllable));
    }
  }
}

/** The text backwards, by UTF-16 unit. */
export function reverse(text: string): string {
  return text.split('').reverse().join('');
}
