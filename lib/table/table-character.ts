import type { Line } from './grid.ts';
import type { Place } from './judge-line.ts';
import type { Layout } from './layout.ts';
import { hasNumber } from './marks.ts';
import { foldName } from './names.ts';
import { printedText } from './printed-text.ts';

/** What the rows of a table are like, so that one which is not can be told. */

/** The last character of a name, of one in letters the last of its words. */
function endingOf(name: string): string {
  const folded = foldName(name);
  const last = folded.at(-1) ?? '';
  return /[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}\p{Script=Hang}]/u.test(last)
    ? last
    : (/\s(\S+)$/.exec(folded)?.[1] ?? '');
}

/** What most rows of the table have. */
export function charactersOf(
  body: readonly Line[],
  { columns }: Layout,
): Pick<Place, 'hasNumbers' | 'opensWithLabel' | 'ending'> {
  const nameAt = columns.find(({ field }) => field === 'name')?.at ?? -1;
  const numbered = body.filter(({ cells }) => cells.some(hasNumber));
  const several = body.filter(({ cells }) => cells.filter((cell) => printedText(cell) !== null).length > 1);
  const endings = numbered.map(({ cells }) => endingOf(cells[nameAt] ?? ''));
  const [ending, all] = [...Map.groupBy(endings, (one) => one)]
    .map(([one, { length }]) => [one, length] as const)
    .toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
  const isShared = all > 1 && all * 2 > endings.length && ending !== '';
  return {
    hasNumbers: numbered.length > 0 && numbered.length * 2 >= several.length,
    opensWithLabel: opensWithLabel(body),
    ending: isShared ? ending : null,
  };
}

/** Whether a text alone stands in the first line and again further down, each time over rows of several cells. */
function opensWithLabel(body: readonly Line[]): boolean {
  const counts = body.map(({ cells }) => cells.filter((cell) => printedText(cell) !== null).length);
  const alone = counts.flatMap((count, at) => (count === 1 && (counts[at + 1] ?? 0) > 1 ? [at] : []));
  return alone.length > 1 && alone[0] === 0;
}
