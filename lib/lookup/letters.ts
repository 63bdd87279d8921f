import { combinations, MOST_STARTS, type NameIndex, type NameKey, type Sounds } from './keys.ts';
import { HAN, type NameHit, nameHit } from './name-hits.ts';
import { heard, type UnitCutter } from './units.ts';
import { COST, placeCost, type Unit } from './verifier.ts';

/** Longest text that is read as initials and beginnings of syllables. */
const LONGEST_TEXT = 48;
/** Most names that begin with the same letters and are looked at. */
const MOST_SPELT = 400;
/** Fewest letters that may begin at another syllable than the first. */
const SHORTEST_INNER = 3;
/** Fewest syllables in the spelling of local speech that begin a longer name, among many names. */
const SHORTEST_CROWDED_PART = 3;

/** Finds names by typed letters: whole pinyin, a part of it, initials, and characters among letters. */
export class LetterSearch {
  private readonly index: NameIndex;
  private readonly sounds: Sounds;
  private readonly cutter: UnitCutter;

  constructor(index: NameIndex, sounds: Sounds, cutter: UnitCutter) {
    this.index = index;
    this.sounds = sounds;
    this.cutter = cutter;
  }

  /** Names by typed letters, alone or mixed with characters. */
  search(text: string): NameHit[] {
    const plain = text.replace(/ /g, '');
    if (HAN.test(plain)) return this.mixed(plain);
    const whole = this.spelt(plain);
    if (whole.some((hit) => hit.tier === 'pinyin')) return whole;
    // Among many names somebody's initials stand in most pinyin: what may be read as syllables is meant so.
    const mixed = this.index.crowded && this.sounds.isPinyin(plain) ? [] : this.mixed(plain);
    return [...whole, ...this.spoken(plain), ...mixed];
  }

  /** Whether the letters, with a capital only where a syllable begins, may be read as the name from its place `from`. */
  fits(letters: string, name: string, from: number): boolean {
    const key = this.index.keys.find(({ printed }) => printed === name);
    return key !== undefined && this.walk(letters, 0, key, key.places.indexOf(from)) !== null;
  }

  private spelt(text: string): NameHit[] {
    const hits: NameHit[] = [];
    this.index.spelt.startingWith(text, (owner, spelt) => {
      const at = Math.floor(owner / MOST_STARTS);
      const from = owner % MOST_STARTS;
      if (from > 0 && (text.length < SHORTEST_INNER || (this.index.crowded && !this.endsSyllable(at, from, text))))
        return undefined;
      const tier = from === 0 && spelt.length === text.length ? 'pinyin' : 'pinyin-prefix';
      const cost = (from === 0 ? 0 : 1) + (spelt.length - text.length) / 100;
      hits.push(nameHit(at, tier, cost, [from, this.coveredBy(this.key(at), from, text)]));
      return hits.length < MOST_SPELT;
    });
    return hits;
  }

  /** Whether the typed letters, from the name's character `from`, end where a syllable does. */
  private endsSyllable(at: number, from: number, text: string): boolean {
    return combinations(this.key(at).syllables.slice(from)).some((syllables) => {
      let spelt = '';
      return syllables.some((syllable) => {
        spelt += syllable;
        return spelt === text;
      });
    });
  }

  /** The place after the last character of the name that the typed letters reach. */
  private coveredBy(key: NameKey, from: number, text: string): number {
    let left = text.length;
    let at = from;
    while (at < key.syllables.length && left > 0) left -= (key.syllables[at++]?.[0] ?? '').length;
    return at;
  }

  /** Letters in the spellings of local speech, cut into syllables. */
  private spoken(text: string): NameHit[] {
    const units = text.length <= 40 ? this.cutter.units(text) : null;
    if (units === null) return [];
    const shortestPart = this.index.crowded ? SHORTEST_CROWDED_PART : 2;
    const hits: NameHit[] = [];
    for (const codes of heard(units)) {
      const sought = codes.join('');
      for (const at of this.index.byCodes.get(sought)) {
        const cost = this.spokenCost(units, this.key(at));
        if (cost !== null) hits.push(nameHit(at, 'pinyin', cost, [0, units.length]));
      }
      if (hits.length > 0 || units.length < shortestPart) continue;
      for (const at of this.index.byCode.rarest(sought)) {
        const key = this.key(at);
        for (const own of combinations(key.codes)) {
          const from = own.join('').indexOf(sought);
          if (from === 0 || (from > 0 && !this.index.crowded))
            hits.push(nameHit(at, 'pinyin-prefix', 0.2 + from, [from, from + codes.length]));
        }
      }
    }
    return hits;
  }

  /**
   * What it costs to read the typed syllables as the whole name: by how many are spelt otherwise. Null among many names
   * where one is spelt shorter and another longer: who speaks so drops letters or adds them.
   */
  private spokenCost(units: readonly Unit[], { syllables }: NameKey): number | null {
    const differences = units.map(({ char }, at) => {
      const own = syllables[at] ?? [];
      return own.includes(char) ? 0 : char.length - (own[0] ?? '').length || 0.5;
    });
    const isMixed = differences.some((by) => by < 0) && differences.some((by) => by >= 1);
    return isMixed && this.index.crowded ? null : differences.filter((by) => by !== 0).length / 5;
  }

  /** Characters, syllables, beginnings of syllables and initials in any mixture, from the first character of a name. */
  private mixed(text: string): NameHit[] {
    if (text.length > LONGEST_TEXT) return [];
    const hits: NameHit[] = [];
    const first = text[0] ?? '';
    const candidates = /[a-z]/.test(first) ? this.index.byFirstLetter.get(first) : this.bySound(first);
    for (const at of candidates) {
      const key = this.key(at);
      const found = this.walk(text, 0, key, 0);
      if (found === null || this.isChance(text, key, found.to)) continue;
      const tier = /^[a-z]+$/.test(text) && text.length === found.to ? 'initials' : 'mixed';
      hits.push(nameHit(at, tier, found.cost + (key.text.length - found.to) / 50, [0, found.to]));
    }
    return hits;
  }

  /** Letters that cut the first syllable short and reach only a part of the name: short words of any language do that. */
  private isChance(text: string, key: NameKey, to: number): boolean {
    if (HAN.test(text) || to === key.text.length || text.replace(/([zcs])h/g, '$1').length === to) return false;
    const spellings = (key.syllables[0] ?? []).flatMap((syllable) => this.sounds.spellingsOf(syllable));
    return !spellings.some((spelling) => text.startsWith(spelling.text));
  }

  private bySound(char: string): Iterable<number> {
    const found = new Set(this.index.byChar.get(char));
    for (const code of this.sounds.codesOf(char)) for (const at of this.index.byCode.get(code)) found.add(at);
    return found;
  }

  private walk(text: string, from: number, key: NameKey, at: number): { cost: number; to: number } | null {
    if (from === text.length) return { cost: 0, to: at };
    if (at === key.text.length) return null;
    const typed = text[from] as string;
    if (!/[a-z]/i.test(typed)) {
      const cost = placeCost(this.cutter.character(typed), key, at, this.sounds);
      if (cost > COST.spoken) return null;
      return added(this.walk(text, from + 1, key, at + 1), cost);
    }
    let best: { cost: number; to: number } | null = null;
    for (const [length, cost] of this.bites(text, from, key, at)) {
      const rest = added(this.walk(text, from + length, key, at + 1), cost);
      if (rest !== null && (best === null || rest.cost < best.cost)) best = rest;
    }
    return best;
  }

  /**
   * How many letters from `from` the name's character `at` may take: a whole spelling, or a beginning of it; among many
   * names letters alone have to be the standard ones.
   */
  private bites(text: string, from: number, key: NameKey, at: number): Map<number, number> {
    const bites = new Map<number, number>();
    const initial = text[from]?.toLowerCase();
    const standard = this.index.crowded && !HAN.test(text);
    for (const syllable of key.syllables[at] ?? []) {
      for (const { text: spelling, exact } of this.sounds.spellingsOf(syllable)) {
        if (standard && !exact) continue;
        let length = 0;
        // A capital only begins a syllable, so it never fits behind the first letter of a spelling.
        while (length < spelling.length && (length === 0 ? initial : text[from + length]) === spelling[length]) {
          length++;
          const begun = length === 1 || (length === 2 && spelling[1] === 'h') || from + length === text.length;
          if (length < spelling.length && !begun) continue;
          const cost = (length === spelling.length ? 0 : 0.1) + (exact ? 0 : COST.spoken);
          bites.set(length, Math.min(bites.get(length) ?? 9, cost));
        }
      }
    }
    return bites;
  }

  private key(at: number): NameKey {
    return this.index.keys[at] as NameKey;
  }
}

function added(found: { cost: number; to: number } | null, cost: number): { cost: number; to: number } | null {
  return found === null ? null : { cost: found.cost + cost, to: found.to };
}
