import Fuse from 'fuse.js/min-basic';
import { FOREIGN_CODE, type NameIndex, reverse, type Sounds } from './keys.ts';
import { areNeighbours, commonStart, type SlipKind, slipOf } from './slip.ts';
import type { Speech } from './speech.ts';
import type { Unit } from './verifier.ts';

/** Above this many names, Fuse is given only those that share something with what was typed. */
const WHOLE_AT_MOST = 200;
/** Most names that Fuse is given at once. */
const MOST_CANDIDATES = 400;
const MOST_PATTERNS = 8;
/** Fewest letters among which one may be wrong. */
const SHORTEST_LETTERS = 5;
const LONGEST_LETTERS = 32;

/** `nearby`: the wrong letter lies beside the right one on a keyboard. */
type Slip = { kind: SlipKind; cost: number; nearby: boolean };
type CodeText = { text: string; key: number };
/** One wrong code point in two is still recalled; of letters two in five, as a swap counts twice. */
const CODES = { keys: ['text'], threshold: 0.5, ignoreLocation: true, shouldSort: false };
const LETTERS = { ...CODES, threshold: 0.42 };

/**
 * The recall behind the sure tiers: Fuse over keys in which each sound class is one code point, so that a homophone
 * costs no edit and a lost syllable exactly one. What it recalls is only a candidate: the verifier decides.
 */
export class TypoLayer {
  private readonly index: NameIndex;
  private readonly sounds: Sounds;
  private codes: Fuse<CodeText> | undefined;
  private letters: Fuse<CodeText> | undefined;

  constructor(index: NameIndex, sounds: Sounds) {
    this.index = index;
    this.sounds = sounds;
  }

  /** Keys whose sounds come near to those of the typed units. */
  recall(units: readonly Unit[]): Set<number> {
    const found = new Set<number>();
    const { codeTexts } = this.index;
    if (this.codes === undefined && codeTexts.length <= WHOLE_AT_MOST) this.codes = new Fuse(codeTexts, CODES);
    const fuse = this.codes ?? this.among(units);
    for (const pattern of this.patterns(units)) {
      for (const { item } of fuse.search(pattern)) found.add(item.key);
    }
    return found;
  }

  /** Keys whose letters are one slip away from the typed ones. */
  recallLetters(text: string): { key: number; cost: number }[] {
    if (text.length < SHORTEST_LETTERS || text.length > LONGEST_LETTERS) return [];
    const { letters } = this.index;
    if (this.letters === undefined && letters.length <= WHOLE_AT_MOST) this.letters = new Fuse(letters, LETTERS);
    const fuse = this.letters ?? new Fuse(this.sharingHalf(text), LETTERS);
    const best = new Map<number, number>();
    const other = this.sounds.isPinyin(text);
    for (const { item } of fuse.search(text)) {
      const slip = letterSlip(text, item.text, this.sounds.speech);
      if (slip === null || (other && this.isAnotherWord(slip, item.key))) continue;
      best.set(item.key, Math.min(slip.cost, best.get(item.key) ?? slip.cost));
    }
    return [...best].map(([key, cost]) => ({ key, cost }));
  }

  /** Letters that are good pinyin are mostly another word, unless the slip is one that fingers make. */
  private isAnotherWord(slip: Slip, key: number): boolean {
    if (slip.kind === 'transposed') return false;
    const { crowded } = this.index;
    if (slip.nearby && !crowded) return false;
    if (slip.cost > 1) return true;
    return this.length(key) <= 2 && (crowded || slip.kind === 'wrong');
  }

  /** The typed sounds, and the same with one look-alike or one swap undone. */
  private patterns(units: readonly Unit[]): string[] {
    const own = units.map((unit) => unit.codes[0] ?? FOREIGN_CODE);
    const patterns = new Set([own.join('')]);
    for (const [at, unit] of units.entries()) {
      for (const code of unit.codes.slice(1)) patterns.add(replaced(own, at, code));
    }
    for (const [at, unit] of units.entries()) {
      for (const meant of this.sounds.meantBy(unit.char)) {
        for (const code of this.sounds.codesOf(meant)) patterns.add(replaced(own, at, code));
      }
    }
    for (let at = 0; at + 1 < own.length; at++) {
      const [left, right] = [own[at] as string, own[at + 1] as string];
      patterns.add(replaced(own, at, right + left, 2));
    }
    return [...patterns].slice(0, MOST_PATTERNS * 2).filter((pattern) => pattern.length <= 32);
  }

  private among(units: readonly Unit[]): Fuse<CodeText> {
    const shared = new Map<number, number>();
    for (const unit of units) {
      const mine = new Set<number>(this.index.byChar.get(unit.char));
      for (const code of unit.codes) for (const at of this.index.byCode.get(code)) mine.add(at);
      for (const meant of this.sounds.meantBy(unit.char)) for (const at of this.index.byChar.get(meant)) mine.add(at);
      for (const at of mine) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    const near = [...shared].filter(([key, count]) => count >= 2 && count + 1 >= this.length(key));
    near.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return new Fuse(
      near.slice(0, MOST_CANDIDATES).flatMap(([key]) => this.index.codeTextsOf(key)),
      CODES,
    );
  }

  private length(key: number): number {
    return this.index.keys[key]?.text.length ?? 0;
  }

  /** One slip leaves the first or the second half of the letters whole, but for a swap in the middle. */
  private sharingHalf(text: string): CodeText[] {
    const half = text.length >> 1;
    const found = new Map<string, CodeText>();
    const { speltWhole, speltBackwards } = this.index;
    speltWhole.startingWith(text.slice(0, half), (key, letters) => {
      if (Math.abs(letters.length - text.length) <= 1) found.set(`${key} ${letters}`, { key, text: letters });
      return found.size < MOST_CANDIDATES;
    });
    speltBackwards.startingWith(reverse(text.slice(-half)), (key, letters) => {
      const forwards = reverse(letters);
      if (Math.abs(forwards.length - text.length) <= 1) found.set(`${key} ${forwards}`, { key, text: forwards });
      return found.size < 2 * MOST_CANDIDATES;
    });
    const middle = [text.slice(0, half - 1), text[half], text[half - 1], text.slice(half + 1)].join('');
    speltWhole.startingWith(middle, (key, letters) => {
      if (letters === middle) found.set(`${key} ${letters}`, { key, text: letters });
      return letters === middle;
    });
    return [...found.values()];
  }
}

/** The codes as one text, those of `length` places from `at` replaced. */
function replaced(codes: readonly string[], at: number, by: string, length = 1): string {
  return codes.slice(0, at).join('') + by + codes.slice(at + length).join('');
}

/** The slip between typed and printed letters, and its cost: the spellings of local speech cost little; null for more. */
function letterSlip(typed: string, printed: string, speech: Speech): Slip | null {
  const kind = slipOf(typed, printed);
  const at = commonStart(typed, printed);
  if (kind !== null)
    return { kind, cost: 1, nearby: kind === 'wrong' && areNeighbours(typed[at] ?? '', printed[at] ?? '') };
  const spoken = slipOf(speech.foldLetters(typed), speech.foldLetters(printed));
  return spoken && { kind: spoken, cost: 1.1, nearby: false };
}
