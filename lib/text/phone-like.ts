import { foldText } from './text.ts';

/**
 * What stands for a digit: a digit of any script, circled and Roman ones, the Chinese numerals (ling, yi … jiu, liang, yao)
 * plain, as banks and as operators say them (dong, guai, gou, yao), and the circles that stand for nought.
 */
const NUMERALS =
  '\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u4e24\u5e7a' +
  '\u58f9\u8d30\u53c1\u8086\u4f0d\u9646\u67d2\u634c\u7396\u8cb3\u53c3\u9678\u25cb\u25ef\u6d1e\u62d0\u52fe\u4e48';
const DIGIT = `[\\p{Nd}\\p{Nl}\\p{No}${NUMERALS}]`;
/** Letters that pass for a digit between digits. */
const LIKE = '[oOlI]';
/** What may stand between the digits of one number: no letter, or the words for a dash, a plus and "extension". */
const BETWEEN = '(?:[^\\p{L}\\p{N}]|[\\u6760\\u6a2a\\u52a0\\u8f6c\\u8f49\\u30fc]){0,12}';
const RUN = new RegExp(`${DIGIT}(?:${BETWEEN}(?:${DIGIT}|${LIKE}))*`, 'gu');
const DIGITS = new RegExp(DIGIT, 'gu');
const CIPHERS = new RegExp(`${DIGIT}|${LIKE}`, 'gu');

/** The shortest number that is nobody's but a telephone's: 11185. */
const SHORTEST = 5;
const TIME = '(?:[01]?\\d|2[0-4])[:.\uff1a][0-5]\\d';
/** A time of day or two, and a date: as long as a number, and none. */
const NO_NUMBER = new RegExp(
  `^(?:${TIME}(?: ?[-~] ?${TIME})?|20\\d\\d[-./](?:0?[1-9]|1[0-2])[-./](?:[0-2]?\\d|3[01]))$`,
);
/** Said to be called: then three digits are enough. dian hua, bo da, zhi dian, lai dian, re xian, shou ji, da. */
const CALLED = new RegExp(
  `(?:\\u7535\\u8bdd|\\u96fb\\u8a71|\\u62e8|\\u64a5|\\u81f4\\u7535|\\u6765\\u7535|\\u70ed\\u7ebf|\\u71b1\\u7dda|\\u624b\\u673a|\\u624b\\u6a5f|\\u6253|tel|phone|call)` +
    `[^\\p{L}\\p{N}]{0,4}(?:${DIGIT}[^\\p{L}\\p{N}]{0,2}){3,}`,
  'iu',
);

/** A word or letters put between the halves of a number, as in 8690 hao 2732; not a year, month, day, hour or count. */
const HALVES = new RegExp(
  `(?:${DIGIT}){3,}[^\\p{L}\\p{N}]{0,2}(?![\\u5e74\\u6708\\u65e5\\u65f6\\u70b9\\u5206\\u4efd\\u671f\\u5143\\u6237\\u5f20\\u518c\\u7248])\\p{L}{1,2}[^\\p{L}\\p{N}]{0,2}(?:${DIGIT}){3,}`,
  'u',
);

/**
 * Whether a text reads like a telephone number, in whatever way its digits are written: full width, circled, in Chinese,
 * apart by blanks, dots, dashes, brackets or unseen characters. A time, a date and a count are none.
 *
 * @example readsLikePhone('8 6 9 0·2732') // true
 */
export function readsLikePhone(text: string): boolean {
  const folded = foldText(text).replace(/\p{M}/gu, '');
  if (CALLED.test(folded) || HALVES.test(folded)) return true;
  return [...folded.matchAll(RUN)].some(([run]) => {
    if (NO_NUMBER.test(run)) return false;
    const digits = run.match(DIGITS)?.length ?? 0;
    return (run.match(CIPHERS)?.length ?? 0) >= SHORTEST && digits >= 3;
  });
}
