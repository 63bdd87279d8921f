import { refusalWords } from '../wording/normaliser.ts';
import { FileRefusal } from './refusal.ts';

/** Text of a tab-separated table → its lines of cells. */

const MOST_CELL_CHARACTERS = 100_000;
const MOST_COLUMNS = 200;
/** A quoted cell may hold line breaks; a quotation mark that closes further off than this is just a character. */
const LONGEST_QUOTED = 2_000;

/** A line that is not blank; `line` counts from 1 in the file. */
export interface Line {
  line: number;
  cells: string[];
}

/** Throws `FileRefusal` at a cell or a line out of all proportion. */
export function readGrid(text: string, file: string): Line[] {
  const lines: Line[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const { cells, next, breaks } = readLine(text, at);
    checkLine(cells, line, file);
    if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells });
    [at, line] = [next, line + breaks];
  }
  return lines;
}

function checkLine(cells: readonly string[], line: number, file: string): void {
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

function readLine(text: string, at: number): ReadLine {
  LINE_END.lastIndex = at;
  const end = LINE_END.exec(text);
  const plain = text.slice(at, end?.index ?? text.length);
  if (!/(?:^|\t)"/.test(plain))
    return { cells: plain.split('\t'), next: end ? LINE_END.lastIndex : text.length, breaks: 1 };
  return readQuotedLine(text, at);
}

function readQuotedLine(text: string, start: number): ReadLine {
  const cells: string[] = [];
  let [at, breaks] = [start, 1];
  for (;;) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    if (quoted !== null) breaks += quoted.value.match(/\r\n|\n|\r/g)?.length ?? 0;
    const end = quoted?.end ?? nextBreak(text, at);
    cells.push(quoted?.value ?? text.slice(at, end));
    if (text[end] !== '\t') {
      const pair = text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1;
      return { cells, next: Math.min(end + pair, text.length), breaks };
    }
    at = end + 1;
  }
}

function nextBreak(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** A cell in quotation marks, doubled inside; null where the mark does not close in front of a tab or a line end. */
function readQuoted(text: string, at: number): { value: string; end: number } | null {
  const limit = Math.min(text.length, at + LONGEST_QUOTED);
  for (let close = text.indexOf('"', at + 1); close >= 0 && close < limit; close = text.indexOf('"', close + 1)) {
    if (text[close + 1] === '"') {
      close += 1;
      continue;
    }
    const after = text[close + 1];
    if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') return null;
    const value = text.slice(at + 1, close).replaceAll('""', '"');
    // Rows lie between the two marks: neither of them quotes anything.
    return value.includes('\t') && /[\r\n]/.test(value) ? null : { value, end: close + 1 };
  }
  return null;
}
