import type { SpeechTable } from './tables.ts';

type Pairs = SpeechTable['initials'];

/**
 * Toneless pinyin as people of a city say and type it. A syllable is lower-case ASCII with `v` for ü, which everybody
 * types as `v`, `u` or `yu`; whatever else is alike there, the city's table says (none: the standard language).
 */
export class Speech {
  private readonly table: SpeechTable;

  constructor(table: SpeechTable) {
    this.table = table;
  }

  /**
   * The sound class of a syllable, for ears and keyboards that keep alike what the table says.
   * @example with `zh z` and `ang an`: foldSyllable('zhuang') === foldSyllable('zuan')
   */
  foldSyllable(syllable: string): string {
    const { initials, finals, whole } = this.table;
    const base = syllable.replace('v', 'u');
    let folded = whole.find(([own]) => own === base)?.[1] ?? base;
    for (const [own, said] of initials) if (folded.startsWith(own)) folded = said + folded.slice(own.length);
    for (const [own, said] of finals) if (folded.endsWith(own)) folded = folded.slice(0, -own.length) + said;
    return folded;
  }

  /** Every way a syllable may be spelt by somebody who speaks or types so; the standard one comes first. */
  spellings(syllable: string): string[] {
    const { initials, finals, whole } = this.table;
    const found = new Set([syllable]);
    const grow = (change: (spelling: string) => string) => {
      for (const spelling of [...found]) found.add(change(spelling));
    };
    const initial = longestOf(initials, (part) => syllable.startsWith(part));
    if (initial) grow((spelling) => initial[1] + spelling.slice(initial[0].length));
    const final = longestOf(finals, (part) => syllable.endsWith(part));
    if (final) grow((spelling) => spelling.slice(0, -final[0].length) + final[1]);
    for (const [own, said] of whole) if (own === syllable) found.add(said);
    grow((spelling) => spelling.replace('v', 'u'));
    grow((spelling) => (/^[ln]v/.test(spelling) ? spelling.replace('v', 'yu') : spelling));
    return [...found];
  }

  /** Letters that are not cut into syllables, as the ear keeps them apart there. */
  foldLetters(text: string): string {
    let folded = text.replace(/lyu/g, 'lu').replace(/v/g, 'u');
    for (const pairs of [this.table.finals, this.table.initials]) {
      for (const [own, said] of pairs) folded = folded.split(own).join(said);
    }
    return folded;
  }
}

/** The longest part of a pair that fits, and what it is confused with: of `zh z` in zhang not the z. */
function longestOf(pairs: Pairs, fits: (part: string) => boolean): [own: string, other: string] | undefined {
  const both = pairs.flatMap(
    ([a, b]): Pairs => [
      [a, b],
      [b, a],
    ],
  );
  return both.filter(([own]) => fits(own)).sort(([a], [b]) => b.length - a.length)[0];
}
