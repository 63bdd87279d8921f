import { readGrid, type Separator } from './grid.ts';
import { namesColumns } from './headings.ts';
import { FileRefusal } from './refusal.ts';

/** The tab first: nobody prints one inside a cell. */
const SEPARATORS: readonly Separator[] = ['\t', ',', ';', '|'];
/** So many lines are looked at. */
const LOOKED_AT = 40;

/** What parts the cells of a text: what gives a heading, or else what parts most lines into equally many cells. */
export function findSeparator(text: string): Separator {
  const tried = SEPARATORS.map((separator) => ({ separator, lines: firstLines(text, separator) }));
  const heading = tried.find(({ lines }) => lines.some(namesColumns));
  if (heading) return heading.separator;
  const even = tried.map(({ separator, lines }) => ({ separator, count: evenLines(lines) }));
  return even.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}

function firstLines(text: string, separator: Separator): string[][] {
  try {
    return readGrid(text, '', separator, LOOKED_AT).map(({ cells }) => cells);
  } catch (error) {
    if (error instanceof FileRefusal) return []; // out of all proportion when parted by this one
    throw error;
  }
}

/** How many lines have the number of cells, two or more, that most of them have. */
function evenLines(lines: readonly string[][]): number {
  const parted = lines.filter((cells) => cells.length > 1);
  return Math.max(0, ...[...Map.groupBy(parted, (cells) => cells.length).values()].map((same) => same.length));
}
