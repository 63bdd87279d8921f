import type { NameKey, Sounds } from './keys.ts';

/** What one place of an alignment costs. Below 1 the place still matches, softly. */
export const COST = { same: 0, sound: 0.12, spoken: 0.2, looks: 0.22, hard: 1 } as const;
/** A swap of neighbours costs a little less than losing one character. */
const SWAP = 0.9;

/** How a query was laid upon a name: how many places match in which way, the hard edits, and the places that differ. */
export type Alignment = {
  same: number;
  sounds: number;
  spoken: number;
  looks: number;
  hard: number;
  /** One of the hard edits is a swap of neighbours. */
  swapped: boolean;
  differing: number[];
  cost: number;
};

/** A typed unit: a Han character, or a syllable typed in letters. */
export type Unit = { char: string; syllables: readonly string[]; codes: readonly string[]; latin: boolean };

/** The cost of reading `unit` where `key` has its character `at`. */
export function placeCost(unit: Unit, key: NameKey, at: number, sounds: Sounds): number {
  const printed = key.text[at] as string;
  if (unit.char === printed) return COST.same;
  const syllables = key.syllables[at] ?? [];
  if (unit.syllables.some((syllable) => syllables.includes(syllable))) return unit.latin ? COST.same : COST.sound;
  const codes = key.codes[at] ?? [];
  if (unit.codes.some((code) => codes.includes(code))) return COST.spoken;
  if (sounds.looksLike(unit.char, printed)) return COST.looks;
  return COST.hard;
}

const START: Alignment = { same: 0, sounds: 0, spoken: 0, looks: 0, hard: 0, swapped: false, differing: [], cost: 0 };

/**
 * Lays `units` upon the name: the cheapest way by places that match (softly), units left out, characters missing and
 * neighbours swapped. A swap needs both characters to be the same, softly or not.
 */
export function align(units: readonly Unit[], key: NameKey, sounds: Sounds): Alignment {
  const width = key.text.length;
  let before: Alignment[] = [];
  let row: Alignment[] = [START];
  for (let at = 1; at <= width; at++) row.push(edit(row[at - 1] as Alignment, [at - 1]));
  for (let down = 1; down <= units.length; down++) {
    const unit = units[down - 1] as Unit;
    const previous = units[down - 2];
    const next: Alignment[] = [edit(row[0] as Alignment, [])];
    for (let at = 1; at <= width; at++) {
      const straight = placeCost(unit, key, at - 1, sounds);
      let best = place(row[at - 1] as Alignment, straight, [at - 1]);
      best = cheaper(best, edit(next[at - 1] as Alignment, [at - 1]));
      best = cheaper(best, edit(row[at] as Alignment, []));
      if (previous !== undefined && at >= 2 && straight > 0) {
        const here = placeCost(unit, key, at - 2, sounds);
        const there = placeCost(previous, key, at - 1, sounds);
        if (here < COST.hard && there < COST.hard) {
          best = cheaper(best, swap(before[at - 2] as Alignment, here, there, [at - 2, at - 1]));
        }
      }
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[width] as Alignment;
}

function cheaper(a: Alignment, b: Alignment): Alignment {
  return b.cost < a.cost ? b : a;
}

function place(from: Alignment, cost: number, at: number[]): Alignment {
  const next = { ...from, cost: from.cost + cost };
  if (cost === COST.same) next.same++;
  else next.differing = [...from.differing, ...at];
  if (cost === COST.sound) next.sounds++;
  if (cost === COST.spoken) next.spoken++;
  if (cost === COST.looks) next.looks++;
  if (cost >= COST.hard) next.hard += 2; // a wrong character is a lost one and an extra one
  return next;
}

function edit(from: Alignment, at: number[]): Alignment {
  return { ...from, cost: from.cost + COST.hard, hard: from.hard + 1, differing: [...from.differing, ...at] };
}

function swap(from: Alignment, here: number, there: number, at: number[]): Alignment {
  const next = place(place(from, here, []), there, []);
  const differing = [...from.differing, ...at];
  return { ...next, cost: next.cost + SWAP, hard: next.hard + 1, swapped: true, differing };
}

/**
 * Whether an alignment is near enough to be a result. The shorter the name, the less may differ: with one character of
 * two wrong, too many other words would do. `crowded`: so many names that a weak match is mostly chance.
 */
export function isMatch(found: Alignment, name: number, crowded: boolean): boolean {
  if (found.hard === 0) return name <= 2 ? isShortMatch(found, crowded) : isSoftMatch(found, name, crowded);
  if (found.hard > 1) return false;
  const soft = found.sounds + found.spoken + found.looks;
  if (name === 2) return soft === 0 && found.same === 2 && (found.swapped || !crowded);
  if (name === 3) return found.swapped ? soft <= 1 && found.looks === 0 : soft === 0;
  return soft <= 1 && found.same >= 2;
}

/** Not near enough for a result, but near enough to be asked about: all but one character of three or more match. */
export function isNearMiss({ same, sounds, spoken, looks, hard }: Alignment, name: number): boolean {
  return name >= 3 && hard <= 1 && same >= 1 && same + sounds >= 2 && same + sounds + spoken + looks >= name - 1;
}

/** Two characters of which one is the same and one looks like it: among many names only where nothing else matches. */
export function isShortLook({ same, looks, hard }: Alignment, name: number): boolean {
  return name === 2 && hard === 0 && same === 1 && looks === 1;
}

/** Two characters: one the same and one softly so, or both by their exact sound; among many names only by sound. */
function isShortMatch({ same, sounds }: Alignment, crowded: boolean): boolean {
  if (crowded) return same + sounds === 2 && same > 0;
  return same > 0 || sounds === 2;
}

/** Three characters or more, all matched: at least one the same, at most one by its look, or all by their sound. */
function isSoftMatch({ same, spoken, looks }: Alignment, name: number, crowded: boolean): boolean {
  if (same === 0) return looks === 0 && spoken <= 1 && !(crowded && spoken > 0);
  if (looks === 0) return true;
  return looks === 1 ? same >= name - 1 || (!crowded && same >= 2) : looks === 2 && same >= 2;
}
