import { refusalWords } from '../wording/normaliser.ts';
import { FileRefusal } from './refusal.ts';

/** Text of a table with separators → its lines of cells. */

const MOST_CELL_CHARACTERS = 100_000;
const MOST_COLUMNS = 200;
/** Titles and notes are lines too; how many rows there may be is counted again below the heading. */
const MOST_LINES = 100_000;
/** A quoted cell may hold line breaks; a quotation mark that closes further off than this is just a character. */
const LONGEST_QUOTED = 2_000;

export type Separator = '\t' | ',' | ';' | '|';

/** Where a merged cell has its text, in the lines of the same table; `at` counts columns from 0. */
export interface Merged {
  line: number;
  at: number;
}

/** A line that is not blank; `line` counts from 1 in the file. */
export interface Line {
  line: number;
  cells: string[];
  /**
   * The cells that belong to one merged over several lines, by column from 0, the uppermost among them. Only that one
   * holds the text: the others are blank in `cells`.
   */
  merged?: ReadonlyMap<number, Merged>;
  /** Cells that a spreadsheet keeps as a number or calculates, by column from 0; the rest is text. */
  types?: ReadonlyMap<number, 'number' | 'formula'>;
  /** Its program writes no blank cells: none is missing at its end. */
  isSparse?: true;
  /** What somebody says that it is. */
  as?: 'record' | 'section' | 'aside';
  /** Rows above it that are hidden in its file: a label in one of them is not seen here. */
  hiddenAbove?: readonly (readonly string[])[];
}

/** Whether a cell is nothing, or a piece of a line that people draw between rows with characters. */
export const isRule = (cell: string): boolean =>
  cell.trim() === '' || (/^[\s+|:=-]*$/.test(cell) && /[-=]{2}/.test(cell));

/** Throws `FileRefusal` at a cell or a line out of all proportion. */
export function readGrid(text: string, file: string, separator: Separator = '\t'): Line[] {
  const lines: Line[] = [];
  for (const line of eachLine(text, file, separator)) {
    if (lines.length > MOST_LINES) {
      throw new FileRefusal('file.too_large', refusalWords.tooManyRows(file, MOST_LINES, line.line), {
        row: line.line,
        col: 1,
      });
    }
    lines.push(line);
  }
  return lines;
}

/** The same, line by line as they are asked for. */
export function* eachLine(text: string, file: string, separator: Separator): Generator<Line> {
  let [at, line] = [0, 1];
  while (at < text.length) {
    const { cells, next, breaks } = readLine(text, at, separator);
    checkLine(cells, line, file);
    const isDrawn = separator === '|' && cells.every(isRule);
    if (!isDrawn && cells.some((cell) => cell.trim() !== '')) yield { line, cells };
    [at, line] = [next, line + breaks];
  }
}

/** Throws `FileRefusal` where a line has too many cells, or one of them is far too long. */
export function checkLine(cells: readonly string[], line: number, file: string): void {
  if (cells.length > MOST_COLUMNS) {
    const words = refusalWords.tooManyColumns(file, line, MOST_COLUMNS);
    throw new FileRefusal('file.too_large', words, { row: line, col: MOST_COLUMNS + 1 });
  }
  const long = cells.findIndex((cell) => cell.length > MOST_CELL_CHARACTERS);
  if (long < 0) return;
  const length = cells[long]?.length ?? 0;
  const words = refusalWords.cellTooLong(file, line, long + 1, length, MOST_CELL_CHARACTERS);
  throw new FileRefusal('file.too_large', words, { row: line, col: long + 1 });
}

interface ReadLine {
  cells: string[];
  /** Where the next line begins. */
  next: number;
  /** Line breaks passed. */
  breaks: number;
}

const LINE_END = /\r\n|\n|\r/g;
/** A cell that begins with a quotation mark; behind a comma people put a space. */
const QUOTED: Readonly<Record<Separator, RegExp>> = {
  '\t': /(?:^|\t)"/,
  ',': /(?:^|,) *"/,
  ';': /(?:^|;) *"/,
  '|': /(?:^|\|) *"/,
};

function readLine(text: string, at: number, separator: Separator): ReadLine {
  LINE_END.lastIndex = at;
  const end = LINE_END.exec(text);
  const plain = text.slice(at, end?.index ?? text.length);
  if (!QUOTED[separator].test(plain))
    return { cells: plain.split(separator), next: end ? LINE_END.lastIndex : text.length, breaks: 1 };
  return readQuotedLine(text, at, separator);
}

function readQuotedLine(text: string, start: number, separator: Separator): ReadLine {
  const cells: string[] = [];
  let [at, breaks] = [start, 1];
  for (;;) {
    const mark = separator === '\t' ? at : afterSpaces(text, at);
    const quoted = text[mark] === '"' ? readQuoted(text, mark, separator) : null;
    if (quoted !== null) breaks += quoted.value.match(/\r\n|\n|\r/g)?.length ?? 0;
    const end = quoted?.end ?? nextBreak(text, at, separator);
    cells.push(quoted?.value ?? text.slice(at, end));
    if (cells.length > MOST_COLUMNS) return { cells, next: nextLine(text, end), breaks }; // one more than there may be
    if (text[end] !== separator) {
      const pair = text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1;
      return { cells, next: Math.min(end + pair, text.length), breaks };
    }
    at = end + 1;
  }
}

function nextLine(text: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.exec(text) ? LINE_END.lastIndex : text.length;
}

function afterSpaces(text: string, at: number): number {
  let after = at;
  while (text[after] === ' ') after += 1;
  return after;
}

function nextBreak(text: string, at: number, separator: Separator): number {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** A cell in quotation marks, doubled inside; null where the mark does not close in front of a separator or a line end. */
function readQuoted(text: string, at: number, separator: Separator): { value: string; end: number } | null {
  const limit = Math.min(text.length, at + LONGEST_QUOTED);
  for (let close = text.indexOf('"', at + 1); close >= 0 && close < limit; close = text.indexOf('"', close + 1)) {
    if (text[close + 1] === '"') {
      close += 1;
      continue;
    }
    const end = separator === '\t' ? close + 1 : afterSpaces(text, close + 1);
    const after = text[end];
    if (after !== undefined && after !== separator && after !== '\n' && after !== '\r') return null;
    const value = text.slice(at + 1, close).replaceAll('""', '"');
    return holdsRows(value, separator) ? null : { value, end };
  }
  return null;
}

/** Whether rows lie between two quotation marks, so that neither of them quotes anything. A text may have commas. */
function holdsRows(value: string, separator: Separator): boolean {
  if (!/[\r\n]/.test(value)) return false;
  return separator === '\t'
    ? value.includes(separator)
    : value.split(/[\r\n]+/).every((line) => line.includes(separator));
}
