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
    if (initial !== null) grow((spelling) => initial.other + spelling.slice(initial.own.length));
    const final = longestOf(finals, (part) => syllable.endsWith(part));
    if (final !== null) grow((spelling) => spelling.slice(0, -final.own.length) + final.other);
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

/** The longest part of a pair that fits, and the part it is confused with: of `zh z` and `zhang` not the z. */
function longestOf(pairs: Pairs, fits: (part: string) => boolean): { own: string; other: string } | null {
  let best: { own: string; other: string } | null = null;
  for (const [a, b] of pairs) {
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (fits(own) && own.length > (best?.own.length ?? 0)) best = { own, other };
    }
  }
  return best;
}
