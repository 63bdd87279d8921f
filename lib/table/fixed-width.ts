import { widthOf } from '../text/width.ts';
import { checkLine, isRule, type Line } from './grid.ts';

/** A table whose columns are only lined up by spaces → its lines of cells. */

/** Where columns may end: two spaces, or one as wide as a character. */
const GAP = / {2,}|[ ]*\u3000[ \u3000]*/g;
/** Places of the screen that fewer lines take are where a long cell runs over. */
const LEAST_SHARE = 0.1;
const FEW_LINES = 4;
const SAMPLE = 2_000;

/** A piece of a line, and the places of the screen that it takes. */
interface Piece {
  text: string;
  from: number;
  to: number;
}
interface Column extends Pick<Piece, 'from' | 'to'> {
  /** Most of its cells begin with a digit. */
  isNumeric: boolean;
}

/** How many lines of a text are parted by spaces as columns are. */
export const linedUpLines = (text: string, lookedAt: number): number =>
  text
    .split(/\r\n|\n|\r/)
    .slice(0, lookedAt)
    .filter((own) => isSeveral(piecesOf(own))).length;

/** Throws `FileRefusal` at a cell or a line out of all proportion. */
export function readFixedWidth(text: string, file: string): Line[] {
  const lines = text.split(/\r\n|\n|\r/).map(piecesOf);
  const columns = columnsOf(lines.filter(isSeveral));
  return lines.flatMap((pieces, at): Line[] => {
    if (pieces.every((piece) => isRule(piece.text))) return [];
    const cells = pieces.length === 1 ? oneCell(pieces, columns) : cellsOf(pieces, columns);
    checkLine(cells, at + 1, file);
    return [{ line: at + 1, cells }];
  });
}

const isSeveral = (pieces: readonly Piece[]) => pieces.length > 1 && !pieces.every(({ text }) => isRule(text));
const isOver = (piece: Pick<Piece, 'from' | 'to'>, column: Pick<Piece, 'from' | 'to'>) =>
  column.from < piece.to && column.to > piece.from;

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

/** Columns are the places that lines take, apart from the few where one cell runs over; what lies beside all is one more. */
function columnsOf(lines: readonly (readonly Piece[])[]): Column[] {
  const taken: number[] = [];
  for (const { from, to } of lines.flat()) for (let at = from; at < to; at += 1) taken[at] = (taken[at] ?? 0) + 1;
  const columns: Column[] = [];
  const few = lines.length < FEW_LINES ? 0 : Math.max(1, lines.length * LEAST_SHARE);
  for (let at = 0; at < taken.length; at += 1) {
    if ((taken[at] ?? 0) <= few) continue;
    const last = columns.at(-1);
    if (last?.to === at) last.to = at + 1;
    else columns.push({ from: at, to: at + 1, isNumeric: false });
  }
  const pieces = lines.flat();
  for (const piece of pieces)
    if (!columns.some((column) => isOver(piece, column))) columns.push({ ...piece, isNumeric: false });
  const sample = pieces.slice(0, SAMPLE);
  for (const column of columns) {
    const own = sample.filter((piece) => isOver(piece, column) && piece.from >= column.from - 1);
    column.isNumeric = own.filter(({ text }) => beginsWithDigit(text)).length * 2 > own.length;
  }
  return columns.sort((a, b) => a.from - b.from);
}

/** Each piece in the column with which it shares most of the screen, or else which is nearest. */
function cellsOf(pieces: readonly Piece[], columns: readonly Column[]): string[] {
  const cells = columns.map(() => '');
  for (const piece of pieces.flatMap((one) => takenApart(one, columns))) {
    const distances = columns.map(({ from, to }) => Math.max(from, piece.from) - Math.min(to, piece.to));
    const at = distances.indexOf(Math.min(...distances));
    // Far apart as they are printed: they are two.
    cells[at] = cells[at] ? `${cells[at]}   ${piece.text}` : piece.text;
  }
  return cells;
}

/**
 * A long cell may leave one space before the next column, or push it on: there it is parted, before the first word that
 * begins as the cells of that column do.
 */
function takenApart(piece: Piece, columns: readonly Column[]): Piece[] {
  const next = columns.find((column) => isOver(piece, column) && column.from > piece.from);
  if (next === undefined) return [piece];
  const spaces = [...piece.text.matchAll(/ (?=\S)/g)].map(({ index }) => index);
  const cut = spaces.find((index) => {
    const from = piece.from + widthOf(piece.text.slice(0, index + 1));
    return from >= next.from - 1 && beginsWithDigit(piece.text.slice(index + 1)) === next.isNumeric;
  });
  if (cut === undefined) return [piece];
  const [head, tail] = [piece.text.slice(0, cut), piece.text.slice(cut + 1)];
  const from = Math.max(next.from, piece.from + widthOf(piece.text.slice(0, cut + 1)));
  const rest = { text: tail, from, to: from + widthOf(tail) };
  // In its own place, and the rest where the next column is.
  return [{ text: head, from: piece.from, to: next.from }, ...takenApart(rest, columns)];
}

const beginsWithDigit = (text: string) => /^[(+（＋]?\d/.test(text.normalize('NFKC'));

/** What stands alone in a line is a title or a note where it is longer than the columns it lies over. */
function oneCell(pieces: readonly Piece[], columns: readonly Column[]): string[] {
  const [piece] = pieces;
  if (piece === undefined) return [];
  const over = columns.filter((column) => isOver(piece, column)).length;
  return over > 1 || piece.from >= (columns.at(-1)?.to ?? 0) ? [piece.text] : cellsOf(pieces, columns);
}
