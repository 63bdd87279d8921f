import type { NameKey, Sounds } from './keys.ts';

/** What one place of an alignment costs. Below 1 the place still matches, softly. */
export const COST = { same: 0, sound: 0.12, spoken: 0.2, looks: 0.22, hard: 1 } as const;

/** How a query was laid upon a name: the soft cost, the hard edits, and the places of the name that differ. */
export type Alignment = {
  soft: number;
  hard: number;
  softs: number;
  same: number;
  differing: number[];
  swapped: boolean;
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

type Cell = {
  cost: number;
  soft: number;
  hard: number;
  softs: number;
  same: number;
  differing: number[];
  swapped: boolean;
};
const START: Cell = { cost: 0, soft: 0, hard: 0, softs: 0, same: 0, differing: [], swapped: false };

/**
 * Lays `units` upon the name: the cheapest way by places that match (softly), units left out, characters missing and
 * neighbours swapped. A swap needs both characters to be the same, softly or not.
 */
export function align(units: readonly Unit[], key: NameKey, sounds: Sounds): Alignment {
  const width = key.text.length;
  let before: Cell[] = [];
  let row: Cell[] = [START];
  for (let at = 1; at <= width; at++) row.push(edit(row[at - 1] as Cell, [at - 1]));
  for (let down = 1; down <= units.length; down++) {
    const unit = units[down - 1] as Unit;
    const next: Cell[] = [edit(row[0] as Cell, [])];
    for (let at = 1; at <= width; at++) {
      const options = [
        place(row[at - 1] as Cell, placeCost(unit, key, at - 1, sounds), at - 1),
        edit(next[at - 1] as Cell, [at - 1]),
        edit(row[at] as Cell, []),
      ];
      const previous = units[down - 2];
      if (previous !== undefined && at >= 2) {
        const crossed = placeCost(unit, key, at - 2, sounds) + placeCost(previous, key, at - 1, sounds);
        if (crossed < COST.hard)
          options.push({ ...swap(before[at - 2] as Cell, crossed), differing: [at - 2, at - 1] });
      }
      next.push(options.reduce((best, option) => (option.cost < best.cost ? option : best)));
    }
    before = row;
    row = next;
  }
  return row[width] as Cell;
}

function place(from: Cell, cost: number, at: number): Cell {
  if (cost === COST.same) return { ...from, same: from.same + 1 };
  const hard = cost >= COST.hard ? 1 : 0;
  return {
    ...from,
    cost: from.cost + cost,
    soft: from.soft + (hard ? 0 : cost),
    softs: from.softs + (hard ? 0 : 1),
    hard: from.hard + hard * 2, // a wrong character is a lost one and an extra one
    differing: [...from.differing, at],
  };
}

function edit(from: Cell, differing: number[]): Cell {
  return { ...from, cost: from.cost + COST.hard, hard: from.hard + 1, differing: [...from.differing, ...differing] };
}

function swap(from: Cell, soft: number): Cell {
  const softs = soft > 0 ? 1 : 0;
  return {
    ...from,
    cost: from.cost + 0.9 + soft,
    soft: from.soft + soft,
    softs: from.softs + softs,
    hard: from.hard + 1,
    same: from.same + 2 - softs,
    swapped: true,
  };
}

/**
 * Whether an alignment is near enough to be shown as a result. The shorter the name, the less may differ: with one
 * character of two wrong, too many other words would do.
 */
export function isMatch(found: Alignment, units: number, name: number): boolean {
  const sure = found.same + found.softs;
  if (found.hard === 0) return softEnough(found, name);
  if (found.hard > 1 || sure < 2) return false;
  if (name === 2) return found.softs === 0 && found.same === 2 && units <= 3;
  if (name === 3) return found.softs <= (units >= 3 ? 1 : 0) && found.same >= 2;
  return found.softs <= 1 + (name > 4 ? 1 : 0) && found.same >= 2;
}

/** All characters match, some softly: at most one by its look in two, and never all by look alone. */
function softEnough({ soft, softs, same }: Alignment, name: number): boolean {
  if (softs === 0) return true;
  if (name <= 2) return same >= 1 || soft <= 2 * COST.spoken;
  return soft <= COST.looks * (name - 1) || soft <= COST.spoken * name;
}
