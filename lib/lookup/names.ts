import { combinations, FOREIGN_CODE, type NameIndex, type NameKey, type Sounds } from './keys.ts';
import { LetterSearch } from './letters.ts';
import { HAN, type NameHit, nameHit } from './name-hits.ts';
import { TypoLayer } from './typo.ts';
import { heard, UnitCutter } from './units.ts';
import { type Alignment, align, COST, isMatch, isNearMiss, isShortLook, placeCost, type Unit } from './verifier.ts';

/** Shortest name that may be found by its sound inside a longer text. */
const SHORTEST_INSIDE = 3;

/** Finds names by text, letters and sound; knows nothing of districts, numbers or divisions. */
export class NameSearch {
  readonly index: NameIndex;
  readonly letterSearch: LetterSearch;
  private readonly sounds: Sounds;
  private readonly cutter: UnitCutter;
  private readonly typoLayer: TypoLayer;

  constructor(index: NameIndex, sounds: Sounds) {
    this.index = index;
    this.sounds = sounds;
    this.cutter = new UnitCutter(index, sounds);
    this.letterSearch = new LetterSearch(index, sounds, this.cutter);
    this.typoLayer = new TypoLayer(index, sounds);
  }

  exact(text: string): NameHit[] {
    return this.index.exact.get(text).map((key) => nameHit(key, 'exact', 0, [0, text.length]));
  }

  /** Names that begin with, or hold, the whole text. */
  part(text: string): NameHit[] {
    const hits: NameHit[] = [];
    for (const at of this.index.byChar.rarest(text)) {
      const name = this.key(at).text;
      const from = name.indexOf(text);
      if (from < 0 || name === text) continue;
      const missing = (name.length - text.length) / 100;
      hits.push(nameHit(at, from === 0 ? 'prefix' : 'substring', missing + from / 10, [from, from + text.length]));
    }
    return hits;
  }

  /** Names of two characters or more that stand in the text, the longest first, then those further to the front. */
  inside(text: string): (NameHit & { at: number; length: number })[] {
    const hits = [];
    for (let length = Math.min(this.index.longestName, text.length - 1); length >= 2; length--) {
      for (let at = 0; at + length <= text.length; at++) {
        for (const key of this.index.exact.get(text.slice(at, at + length))) {
          hits.push({ ...nameHit(key, 'inside', at / 100 - length / 10, [0, length]), at, length });
        }
      }
    }
    return hits;
  }

  /** Names that sound like the text: all of it, a part of it, or standing in it. */
  sound(text: string): NameHit[] {
    const units = this.cutter.units(text);
    if (units === null || units.length < 2) return [];
    const hits: NameHit[] = [];
    for (const codes of heard(units)) {
      for (const at of this.index.byCodes.get(codes.join(''))) hits.push(...this.sounding(units, at));
    }
    if (hits.length > 0) return hits;
    for (const codes of heard(units, 4)) hits.push(...this.soundPart(units, codes));
    return hits.length > 0 ? hits : this.soundInside(units);
  }

  /** Names that a slip turns into the text: what the typo layer recalls and the verifier lets pass. */
  typos(text: string): NameHit[] {
    if (!HAN.test(text)) return this.letterTypos(text.replace(/ /g, ''));
    const { crowded } = this.index;
    const hits = this.aligned(text, (found, name) => isMatch(found, name, crowded));
    if (hits.length > 0) return hits;
    const shuffled = this.shuffled(text);
    return shuffled.length > 0 || !crowded ? shuffled : this.aligned(text, isShortLook);
  }

  /** Names to ask about where nothing was found. */
  near(text: string): NameHit[] {
    return this.index.crowded || !HAN.test(text) ? [] : this.aligned(text, isNearMiss);
  }

  private aligned(text: string, accepts: (found: Alignment, name: number) => boolean): NameHit[] {
    const units = this.cutter.units(text);
    // One edit is forgiven, so that nothing longer comes near.
    if (units === null || units.length < 2 || units.length > this.index.longestName + 1) return [];
    const hits: NameHit[] = [];
    for (const at of this.typoLayer.recall(units)) {
      const key = this.key(at);
      const found = align(units, key, this.sounds);
      if (!accepts(found, key.text.length)) continue;
      hits.push(nameHit(at, 'typo', found.cost, [0, key.text.length], found.differing));
    }
    return hits;
  }

  /** Names of exactly the typed characters in another order. */
  private shuffled(text: string): NameHit[] {
    if (text.length < SHORTEST_INSIDE) return [];
    const sorted = [...text].sort().join('');
    const places = Array.from(text, (_, place) => place);
    return this.index.byChar
      .rarest(text)
      .filter((at) => [...this.key(at).text].sort().join('') === sorted)
      .map((at) => nameHit(at, 'typo', 2, [0, text.length], places));
  }

  private key(at: number): NameKey {
    return this.index.keys[at] as NameKey;
  }

  private sounding(units: readonly Unit[], at: number): NameHit[] {
    const key = this.key(at);
    if (key.text.length !== units.length) return [];
    const found = align(units, key, this.sounds);
    if (!isMatch(found, key.text.length, this.index.crowded)) return [];
    return [nameHit(at, 'sound', found.cost, [0, key.text.length], found.differing)];
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
      if (units.length < SHORTEST_INSIDE && (from > 0 || this.index.crowded)) continue;
      const costs = units.map((unit, place) => placeCost(unit, key, from + place, this.sounds));
      if (!costs.includes(COST.same) || (units.length < SHORTEST_INSIDE && costs.some((cost) => cost > COST.sound)))
        continue;
      const soft = costs.reduce((sum, cost) => sum + cost, 0);
      const differing = costs.flatMap((cost, place) => (cost > 0 ? [from + place] : []));
      hits.push(nameHit(at, 'sound-part', soft + from, [from, from + units.length], differing));
    }
    return hits;
  }

  private soundInside(units: readonly Unit[]): NameHit[] {
    const hits: NameHit[] = [];
    const most = Math.min(this.index.longestName, units.length - 1);
    for (let length = most; length >= SHORTEST_INSIDE && hits.length === 0; length--) {
      for (let from = 0; from + length <= units.length; from++) {
        const window = units.slice(from, from + length);
        for (const codes of heard(window, 4)) {
          for (const at of this.index.byCodes.get(codes.join(''))) {
            const found = align(window, this.key(at), this.sounds);
            if (found.hard > 0 || found.same === 0 || (this.index.crowded && found.spoken > 0)) continue;
            hits.push(nameHit(at, 'sound-inside', found.cost, [0, length], found.differing));
          }
        }
      }
    }
    return hits;
  }

  private letterTypos(text: string): NameHit[] {
    return this.typoLayer.recallLetters(text).map(({ key, cost }) => {
      return nameHit(key, 'pinyin-typo', cost, [0, this.key(key).text.length]);
    });
  }
}
