import type { MadeRow } from '../../test/made-rows.ts';
import type { LabelledQuery } from '../../test/queries.ts';
import type { Random } from '../../test/random.ts';

/**
 * Random words of common characters, every fourth one spelt in letters. Left out are those in which a row's name stands
 * or that stand in one, and in letters those that begin a name's or spell a run of its syllables: they are no
 * nonsense there.
 */
export function makeNonsense(
  rows: readonly MadeRow[],
  count: number,
  random: Random,
  common: string,
  spell: (name: string) => string[],
): LabelledQuery[] {
  const names = rows.map(([, , name]) => name).filter((name) => name !== '');
  const spelt = new Set(names.map((name) => spell(name).join('')));
  const runs = new Set(names.flatMap((name) => runsOf(spell(name))));
  const begins = (letters: string) => [...spelt].some((name) => name.startsWith(letters));
  const queries: LabelledQuery[] = [];
  while (queries.length < count) {
    const word = Array.from({ length: 2 + random.below(3) }, () => common[random.below(common.length)] ?? '').join('');
    if (names.some((name) => word.includes(name) || name.includes(word))) continue;
    const isSpelt = queries.length % 4 === 3;
    const syllables = isSpelt ? spell(word) : [];
    if (
      isSpelt &&
      (runs.has(syllables.join('')) || begins(syllables.join('')) || runsOf(syllables).some((run) => spelt.has(run)))
    )
      continue;
    queries.push({
      kind: isSpelt ? 'syllables' : 'words',
      query: isSpelt ? syllables.join('') : word,
      stations: [],
    });
  }
  return queries;
}

/** Every run of neighbouring syllables, from one to all. */
function runsOf(syllables: readonly string[]): string[] {
  return syllables.flatMap((_, from) =>
    syllables.slice(from).map((__, at) => syllables.slice(from, from + at + 1).join('')),
  );
}
