import { widthOf } from '../text/width.ts';
import { checkLine, isRule, type Line } from './grid.ts';
import { namesColumns } from './headings.ts';

/** A table whose columns are only lined up by spaces → its lines of cells, or null where the text is none. */

/** Where columns may end: two spaces, or one as wide as a character. */
const GAP = / {2,}|[ ]*\u3000[ \u3000]*/g;
const HEADING_WITHIN = 30;

/** A piece of a line, and the columns of the screen that it takes. */
interface Piece {
  text: string;
  from: number;
  to: number;
}

/** Throws `FileRefusal` at a cell or a line out of all proportion. */
export function readFixedWidth(text: string, file: string): Line[] | null {
  const lines = text.split(/\r\n|\n|\r/);
  const above = lines.slice(0, HEADING_WITHIN).map(piecesOf);
  const heading = above.find((pieces) => namesColumns(pieces.map((piece) => piece.text)));
  if (heading === undefined) return null;
  return lines.flatMap((own, at): Line[] => {
    const pieces = piecesOf(own);
    if (pieces.every((piece) => isRule(piece.text))) return [];
    const cells = pieces.length === 1 ? oneCell(pieces, heading) : cellsOf(pieces, heading);
    checkLine(cells, at + 1, file);
    return [{ line: at + 1, cells }];
  });
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let [start, from] = [0, 0];
  const add = (end: number) => {
    const text = line.slice(start, end);
    const own = text.trim();
    const left = from + widthOf(text) - widthOf(text.trimStart());
    if (own !== '') pieces.push({ text: own, from: left, to: left + widthOf(own) });
    from += widthOf(text);
  };
  for (const gap of line.matchAll(GAP)) {
    add(gap.index);
    from += widthOf(gap[0]);
    start = gap.index + gap[0].length;
  }
  add(line.length);
  return pieces;
}

/** Each piece under the heading with which it shares most of the screen, or else which is nearest. */
function cellsOf(pieces: readonly Piece[], heading: readonly Piece[]): string[] {
  const cells = heading.map(() => '');
  for (const piece of pieces) {
    const distances = heading.map(({ from, to }) => Math.max(from, piece.from) - Math.min(to, piece.to));
    const at = distances.indexOf(Math.min(...distances));
    cells[at] = cells[at] ? `${cells[at]} ${piece.text}` : piece.text;
  }
  return cells;
}

/** What stands alone in a line is a title or a note where it is longer than the columns it lies over. */
function oneCell([piece]: readonly Piece[], heading: readonly Piece[]): string[] {
  if (piece === undefined) return [];
  const over = heading.filter(({ from, to }) => from < piece.to && to > piece.from).length;
  return over > 1 ? [piece.text] : cellsOf([piece], heading);
}
