import type { DivisionSearch, SearchedDivision } from './divisions.ts';
import { combinations, type Sounds } from './keys.ts';
import type { DivisionTables, LookupStation, LookupTables } from './tables.ts';

/** Where the reader said to look: districts (by their place in the list) and a division. It raises, it never hides. */
export type Scope = { districts: ReadonlySet<number>; division: SearchedDivision | null };
export const ANYWHERE: Scope = { districts: new Set(), division: null };

/** Whether the station is listed, or also found, under a district where the reader said to look. */
export function isInScope(station: LookupStation | undefined, { districts }: Scope): boolean {
  return [station?.district ?? -1, ...(station?.also ?? [])].some((at) => districts.has(at));
}

/** Districts, streets, counties and areas as words in front of, or behind, something else: 甘井子 泡崖. */
export class Places {
  /** The longest first. */
  readonly all: { text: string; scope: Scope }[] = [];
  private readonly byText = new Map<string, number>();
  private readonly byLetters = new Map<string, number>();
  private readonly byInitials = new Map<string, number>();
  private readonly sounds: Sounds;

  constructor(tables: LookupTables, sounds: Sounds, areas: DivisionTables['areas'], divisions: DivisionSearch | null) {
    this.sounds = sounds;
    for (const [at, { label, aliases }] of tables.districts.entries()) {
      for (const text of [label, ...aliases]) {
        this.byText.set(text, at);
        for (const row of syllablesOf(text, sounds)) {
          this.byLetters.set(sounds.speech.foldLetters(row.join('')), at);
          if (text === label) this.byInitials.set(row.map((syllable) => syllable[0]).join(''), at);
        }
        this.all.push({ text, scope: { districts: new Set([at]), division: null } });
      }
    }
    for (const { names } of areas) for (const text of names) this.all.push({ text, scope: ANYWHERE });
    for (const division of divisions?.streets() ?? []) {
      const ids = divisions?.countyOf(division)?.districts ?? [];
      const districts = new Set(ids.map((id) => tables.districts.findIndex((district) => district.id === id)));
      const names = division.kind === 'county' ? [division.bare, division.full] : [division.full];
      for (const text of names) this.all.push({ text, scope: { districts, division } });
    }
    this.all.sort((a, b) => b.text.length - a.text.length);
  }

  /** The district of this name. */
  named(text: string): number | undefined {
    return this.byText.get(text);
  }

  /** The district of these initials. */
  abbreviated(letters: string): number | undefined {
    return this.byInitials.get(letters);
  }

  /** The district of these letters, in the spellings of local speech too. */
  spelt(letters: string): number | undefined {
    return this.byLetters.get(this.sounds.speech.foldLetters(letters));
  }
}

function syllablesOf(text: string, sounds: Sounds): string[][] {
  return combinations([...text].map((char) => sounds.syllablesOf(char)));
}
