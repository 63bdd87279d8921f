import { combinations, FOREIGN_CODE, type NameIndex, type Sounds } from './keys.ts';
import type { Unit } from './verifier.ts';

/** The sound classes of the units together, in every way they may be heard. */
export function heard(units: readonly Unit[], most?: number): string[][] {
  return combinations(
    units.map(({ codes }) => codes),
    most,
  );
}

/** Cuts what was typed into units that can be laid upon a name. */
export class UnitCutter {
  private readonly index: NameIndex;
  private readonly sounds: Sounds;

  constructor(index: NameIndex, sounds: Sounds) {
    this.index = index;
    this.sounds = sounds;
  }

  /** The typed units: Han characters and syllables in letters; null where letters do not cut into known syllables. */
  units(text: string): Unit[] | null {
    const units: Unit[] = [];
    for (const [run] of text.matchAll(/[a-z]+|[0-9]+|[^a-z0-9 ]/g)) {
      if (!/^[a-z]/.test(run)) {
        units.push(this.character(run));
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

  /** One character as a unit, with the foreign sound class where no name sounds so. */
  character(char: string): Unit {
    const codes = this.sounds.codesOf(char);
    const syllables = this.sounds.syllablesOf(char);
    return { char, syllables, codes: codes.length > 0 ? codes : [FOREIGN_CODE], latin: false };
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
