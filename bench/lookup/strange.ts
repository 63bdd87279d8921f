import type { LookupTables } from '../../lib/lookup/tables.ts';
import type { Random } from '../../test/random.ts';

const LENGTHS = [200, 200, 100, 40] as const;
/** One text in so many repeats a few pieces again and again. */
const REPEATING = 4;

/**
 * Texts of up to 200 UTF-16 units as no reader types them: names, syllables, phrases, digits in both scripts, halves of
 * surrogate pairs, signs of regular expressions and combining marks, in any mixture and repeated.
 */
export function makeStrange({ stations, words, traditional }: LookupTables, count: number, random: Random): string[] {
  const names = stations.flatMap(({ name }) => (name === null ? [] : [name]));
  const pools: readonly (readonly string[])[] = [
    names,
    [...names.join('')],
    [...words.phrases, ...words.endings, ...words.city],
    [...traditional],
    'ma lan zi gou zhu chang ao a e ang n g si er li qiao zhong nan yan ling cun'.split(' '),
    [...'zcslnryMLZ'],
    [...'0123456789'],
    [...'1855'],
    ['\u4e8c', '\u4e09', '\u96f6', '\u5e7a', '\u4e24'],
    [...'.*+?^($|)[{}]\\/'],
    ['\ud83d', '\ude00', '\ud83d\ude00', '\udbff'],
    ['\u0301', '\u0308', 'u:', '\u00fc', '\u2019', ' ', '\u3000', '-', '+86', '0411', '\ufdfa', '\u0000'],
  ];
  return Array.from({ length: count }, () => {
    const used = Array.from({ length: 1 + random.below(3) }, () => random.pick(random.pick(pools)));
    const pieces = random.below(REPEATING) === 0 ? used : null;
    const mixed = Array.from({ length: 1 + random.below(3) }, () => random.pick(pools));
    const most = random.pick(LENGTHS);
    let text = '';
    while (text.length < most) text += random.pick(pieces ?? random.pick(mixed));
    return text.slice(0, most);
  });
}
