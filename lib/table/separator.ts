import { eachLine, type Separator } from './grid.ts';
import { namesColumns } from './headings.ts';
import { FileRefusal } from './refusal.ts';

/** The tab first: nobody prints one inside a cell. */
const SEPARATORS: readonly Separator[] = ['\t', ',', ';', '|'];
/** So many lines are looked at. */
export const LOOKED_AT = 40;

/** Whether a text has a heading by its words, and what parts its cells then; null where nothing gives one. */
export function headingSeparator(text: string): Separator | null {
  return SEPARATORS.find((separator) => firstLines(text, separator).some(namesColumns)) ?? null;
}

/**
 * What parts the cells of a text without a heading that is known: what parts most of its first lines into equally many
 * cells, and how many.
 */
export function evenSeparator(text: string): { separator: Separator; lines: number } {
  const even = SEPARATORS.map((separator) => ({ separator, lines: evenLines(firstLines(text, separator)) }));
  return even.reduce((best, one) => (one.lines > best.lines ? one : best));
}

/** As far as they can be read: the line that is out of all proportion is refused when the table is read. */
function firstLines(text: string, separator: Separator): string[][] {
  const lines: string[][] = [];
  try {
    for (const { cells } of eachLine(text, '', separator).take(LOOKED_AT)) lines.push(cells);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
  }
  return lines;
}

/** How many lines have the number of cells, two or more, that most of them have. */
function evenLines(lines: readonly string[][]): number {
  const parted = lines.filter((cells) => cells.length > 1);
  return Math.max(0, ...[...Map.groupBy(parted, (cells) => cells.length).values()].map((same) => same.length));
}
