import { combinations, FOREIGN_CODE, MOST_STARTS, type NameIndex, type NameKey, type Sounds } from './keys.ts';
import { TypoLayer } from './typo.ts';
import { type Alignment, align, COST, isMatch, isNearMiss, placeCost, type Unit } from './verifier.ts';

/** How a name was found, surest first; a tier's place is its rank. */
export const NAME_TIERS = [
  'exact',
  'prefix',
  'substring',
  'inside',
  'pinyin',
  'pinyin-prefix',
  'initials',
  'mixed',
  'sound',
  'sound-part',
  'sound-inside',
  'typo',
  'pinyin-typo',
] as const;
export type NameTier = (typeof NAME_TIERS)[number];

/** A name that fits. `span` is the matched part of the name, `differing` the places in it that were typed otherwise. */
export type NameHit = { key: number; tier: NameTier; cost: number; span: [number, number]; differing: number[] };

/** Shortest name that may be found by its sound inside a longer text. */
const SHORTEST_INSIDE = 3;
/** Most names that begin with the same letters and are looked at. */
const MOST_SPELT = 400;
/** Fewest letters that may begin at another syllable than the first. */
const SHORTEST_INNER = 3;
/** With more names than this, weak matches are mostly chance. */
const CROWDED_FROM = 400;
/** Most units of a query that the layers behind the sure tiers look at. */
const MOST_UNITS = 24;
const HAN = /[\u3007\u3400-\u9fff]/;

/** Which layers behind the sure tiers work: both, but where one is measured by leaving it out. */
export type Layers = { fuse: boolean; verifier: boolean };
export const ALL_LAYERS: Layers = { fuse: true, verifier: true };

/** Finds names by text, letters and sound; knows nothing of districts, numbers or divisions. */
export class NameSearch {
  readonly index: NameIndex;
  private readonly sounds: Sounds;
  private readonly typoLayer: TypoLayer;
  private readonly crowded: boolean;
  private readonly layers: Layers;

  constructor(index: NameIndex, sounds: Sounds, layers: Layers) {
    this.index = index;
    this.layers = layers;
    this.sounds = sounds;
    this.crowded = index.keys.length > CROWDED_FROM;
    this.typoLayer = new TypoLayer(index, sounds);
  }

  exact(text: string): NameHit[] {
    return this.index.exact.get(text).map((key) => this.hit(key, 'exact', 0, [0, text.length]));
  }

  /** Names that begin with, or hold, the whole text. */
  part(text: string): NameHit[] {
    const hits: NameHit[] = [];
    for (const at of this.index.byChar.rarest(text)) {
      const name = this.key(at).text;
      const from = name.indexOf(text);
      if (from < 0 || name === text) continue;
      const missing = (name.length - text.length) / 100;
      hits.push(this.hit(at, from === 0 ? 'prefix' : 'substring', missing + from / 10, [from, from + text.length]));
    }
    return hits;
  }

  /** Names of two characters or more that stand in the text, the longest first, then those further to the front. */
  inside(text: string): (NameHit & { at: number; length: number })[] {
    const hits = [];
    for (let length = Math.min(this.index.longestName, text.length - 1); length >= 2; length--) {
      for (let at = 0; at + length <= text.length; at++) {
        for (const key of this.index.exact.get(text.slice(at, at + length))) {
          hits.push({ ...this.hit(key, 'inside', at / 100 - length / 10, [0, length]), at, length });
        }
      }
    }
    return hits;
  }

  /** Names by typed letters, alone or mixed with characters. */
  letters(text: string): NameHit[] {
    const plain = text.replace(/ /g, '');
    const whole = HAN.test(plain) ? [] : this.spelt(plain);
    if (whole.some((hit) => hit.tier === 'pinyin')) return whole;
    const spoken = HAN.test(plain) ? [] : this.spoken(plain);
    const mixed = this.mixed(plain);
    return [...whole, ...spoken, ...mixed];
  }

  /** Names that sound like the text: all of it, a part of it, or standing in it. */
  sound(text: string): NameHit[] {
    const units = this.units(text);
    if (units === null || units.length < 2) return [];
    const hits: NameHit[] = [];
    for (const codes of combinations(units.map((unit) => unit.codes))) {
      for (const at of this.index.byCodes.get(codes.join(''))) hits.push(...this.sounding(units, at));
    }
    if (hits.length > 0) return hits;
    for (const codes of combinations(
      units.map((unit) => unit.codes),
      4,
    ))
      hits.push(...this.soundPart(units, codes));
    return hits.length > 0 ? hits : this.soundInside(units);
  }

  /** Names that a slip turns into the text: what the typo layer recalls and the verifier lets pass. */
  typos(text: string): NameHit[] {
    if (!this.layers.fuse) return [];
    if (!HAN.test(text)) return this.letterTypos(text.replace(/ /g, ''));
    const { verifier } = this.layers;
    const hits = this.aligned(text, (found, name) => !verifier || isMatch(found, name, this.crowded));
    return hits.length > 0 ? hits : this.shuffled(text);
  }

  /** Names to ask about where nothing was found. */
  near(text: string): NameHit[] {
    return this.crowded || !HAN.test(text) ? [] : this.aligned(text, isNearMiss);
  }

  private aligned(text: string, accepts: (found: Alignment, name: number) => boolean): NameHit[] {
    const units = this.units(text);
    if (units === null || units.length < 2 || units.length > MOST_UNITS) return [];
    const hits: NameHit[] = [];
    for (const at of this.typoLayer.recall(units)) {
      const key = this.key(at);
      const found = align(units, key, this.sounds);
      if (!accepts(found, key.text.length)) continue;
      hits.push(this.hit(at, 'typo', found.cost, [0, key.text.length], found.differing));
    }
    return hits;
  }

  /** Names of exactly the typed characters in another order. */
  private shuffled(text: string): NameHit[] {
    const sorted = [...text].sort().join('');
    return this.index.byChar.rarest(text).flatMap((at) => {
      const name = this.key(at).text;
      const same =
        name.length === text.length && text.length >= SHORTEST_INSIDE && [...name].sort().join('') === sorted;
      return same
        ? [
            this.hit(
              at,
              'typo',
              2,
              [0, name.length],
              [...name].map((_, place) => place),
            ),
          ]
        : [];
    });
  }

  /** The typed units: Han characters and syllables in letters; null where letters do not cut into known syllables. */
  units(text: string): Unit[] | null {
    const units: Unit[] = [];
    for (const [run] of text.matchAll(/[a-z]+|[0-9]+|[^a-z0-9 ]/g)) {
      if (!/^[a-z]/.test(run)) {
        units.push({ char: run, syllables: this.sounds.syllablesOf(run), codes: this.codes(run), latin: false });
        continue;
      }
      const cut = this.cut(run);
      if (cut === null) return null;
      for (const spelling of cut) {
        const codes = [...(this.index.classesOf.get(spelling) ?? [])];
        units.push({ char: spelling, syllables: [spelling], codes, latin: true });
      }
    }
    return units;
  }

  private codes(char: string): readonly string[] {
    const codes = this.sounds.codesOf(char);
    return codes.length > 0 ? codes : [FOREIGN_CODE];
  }

  private key(at: number): NameKey {
    return this.index.keys[at] as NameKey;
  }

  private hit(key: number, tier: NameTier, cost: number, span: [number, number], differing: number[] = []): NameHit {
    return { key, tier, cost, span, differing };
  }

  private spelt(text: string): NameHit[] {
    const hits: NameHit[] = [];
    this.index.spelt.startingWith(text, (owner, spelt) => {
      const at = Math.floor(owner / MOST_STARTS);
      const from = owner % MOST_STARTS;
      if (from > 0 && text.length < SHORTEST_INNER) return undefined;
      const tier = from === 0 && spelt.length === text.length ? 'pinyin' : 'pinyin-prefix';
      const cost = (from === 0 ? 0 : 1) + (spelt.length - text.length) / 100;
      hits.push(this.hit(at, tier, cost, [from, this.coveredBy(this.key(at), from, text)]));
      return hits.length < MOST_SPELT;
    });
    return hits;
  }

  /** The place after the last character of the name that the typed letters reach. */
  private coveredBy(key: NameKey, from: number, text: string): number {
    let left = text.length;
    let at = from;
    while (at < key.syllables.length && left > 0) left -= (key.syllables[at++]?.[0] ?? '').length;
    return at;
  }

  /** Letters in the spellings of Dalian speech, cut into syllables. */
  private spoken(text: string): NameHit[] {
    const units = text.length <= 40 ? this.units(text) : null;
    if (units === null) return [];
    const hits: NameHit[] = [];
    for (const codes of combinations(units.map((unit) => unit.codes))) {
      const sought = codes.join('');
      for (const at of this.index.byCodes.get(sought)) {
        hits.push(this.hit(at, 'pinyin', 0.2, [0, this.key(at).text.length]));
      }
      if (hits.length > 0 || units.length < 2) continue;
      for (const at of this.index.byCode.rarest(sought)) {
        const key = this.key(at);
        for (const own of combinations(key.codes)) {
          const from = own.join('').indexOf(sought);
          if (from >= 0) hits.push(this.hit(at, 'pinyin-prefix', 0.2 + from, [from, from + codes.length]));
        }
      }
    }
    return hits;
  }

  /** Characters, syllables, beginnings of syllables and initials in any mixture, from the first character of a name. */
  private mixed(text: string): NameHit[] {
    if (text.length > MOST_UNITS * 2) return [];
    const hits: NameHit[] = [];
    const first = text[0] ?? '';
    const candidates = /[a-z]/.test(first) ? this.index.byFirstLetter.get(first) : this.bySound(first);
    for (const at of candidates) {
      const key = this.key(at);
      const found = this.walk(text, 0, key, 0);
      if (found === null) continue;
      const tier = /^[a-z]+$/.test(text) && text.length === found.to ? 'initials' : 'mixed';
      hits.push(this.hit(at, tier, found.cost + (key.text.length - found.to) / 50, [0, found.to]));
    }
    return hits;
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
    if (!/[a-z]/.test(typed)) {
      const unit = { char: typed, syllables: this.sounds.syllablesOf(typed), codes: this.codes(typed), latin: false };
      const cost = placeCost(unit, key, at, this.sounds);
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

  /** How many letters from `from` the name's character `at` may take: a whole spelling, or a beginning of it. */
  private bites(text: string, from: number, key: NameKey, at: number): Map<number, number> {
    const bites = new Map<number, number>();
    for (const syllable of key.syllables[at] ?? []) {
      for (const { text: spelling, exact } of this.sounds.spellingsOf(syllable)) {
        let length = 0;
        while (length < spelling.length && text[from + length] === spelling[length]) {
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

  private sounding(units: readonly Unit[], at: number): NameHit[] {
    const key = this.key(at);
    if (key.text.length !== units.length) return [];
    const found = align(units, key, this.sounds);
    if (!isMatch(found, key.text.length, this.crowded)) return [];
    return [this.hit(at, 'sound', found.cost, [0, key.text.length], found.differing)];
  }

  private soundPart(units: readonly Unit[], codes: readonly string[]): NameHit[] {
    const sought = codes.join('');
    const hits: NameHit[] = [];
    if (sought.includes(FOREIGN_CODE)) return hits;
    for (const at of this.index.byCode.rarest(sought)) {
      const key = this.key(at);
      const from = combinations(key.codes)
        .map((own) => own.join('').indexOf(sought))
        .find((place) => place >= 0);
      if (from === undefined) continue;
      if (units.length < SHORTEST_INSIDE && from > 0) continue;
      const costs = units.map((unit, place) => placeCost(unit, key, from + place, this.sounds));
      if (!costs.includes(COST.same) || (units.length < SHORTEST_INSIDE && costs.some((cost) => cost > COST.sound)))
        continue;
      const soft = costs.reduce((sum, cost) => sum + cost, 0);
      const differing = costs.flatMap((cost, place) => (cost > 0 ? [from + place] : []));
      hits.push(this.hit(at, 'sound-part', soft + from, [from, from + units.length], differing));
    }
    return hits;
  }

  private soundInside(units: readonly Unit[]): NameHit[] {
    const hits: NameHit[] = [];
    const most = Math.min(this.index.longestName, units.length - 1);
    for (let length = most; length >= SHORTEST_INSIDE && hits.length === 0; length--) {
      for (let from = 0; from + length <= units.length; from++) {
        const window = units.slice(from, from + length);
        for (const codes of combinations(
          window.map((unit) => unit.codes),
          4,
        )) {
          for (const at of this.index.byCodes.get(codes.join(''))) {
            const found = align(window, this.key(at), this.sounds);
            if (found.hard > 0 || found.same === 0) continue;
            hits.push(this.hit(at, 'sound-inside', found.cost, [0, length], found.differing));
          }
        }
      }
    }
    return hits;
  }

  private letterTypos(text: string): NameHit[] {
    return this.typoLayer.recallLetters(text).map(({ key, cost }) => {
      return this.hit(key, 'pinyin-typo', cost, [0, this.key(key).text.length]);
    });
  }

  /** Cuts letters into spellings that occur in this directory; null where that is not possible. */
  private cut(text: string): string[] | null {
    const best: (string[] | null)[] = [[]];
    for (let to = 1; to <= text.length; to++) {
      best[to] = null;
      for (let from = Math.max(0, to - 6); from < to; from++) {
        const before = best[from];
        const spelling = text.slice(from, to);
        if (before == null || !this.index.classesOf.has(spelling)) continue;
        const known = best[to];
        if (known == null || before.length + 1 < known.length) best[to] = [...before, spelling];
      }
    }
    return best[text.length] ?? null;
  }
}

function added(found: { cost: number; to: number } | null, cost: number): { cost: number; to: number } | null {
  return found === null ? null : { cost: found.cost + cost, to: found.to };
}
