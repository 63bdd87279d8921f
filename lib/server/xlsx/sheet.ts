import { checkLine, type Line, type Merged } from '../../table/grid.ts';
import { FileRefusal } from '../../table/refusal.ts';
import { MOST_ROWS } from '../../table/tables.ts';
import { refusalWords } from '../../wording/normaliser.ts';
import { formatNumber, type NumberFormats } from './number-format.ts';
import { RunStyle } from './run-style.ts';
import { isTrue, readXml } from './xml.ts';
import { damaged } from './zip.ts';

/** One sheet of a workbook → its lines. */

/** What a cell may refer to. */
export interface BookParts extends NumberFormats {
  strings: readonly string[];
  /** Characters that its cells may still hold: one long text may stand in very many of them. */
  left: { characters: number };
}
export interface ReadSheet {
  lines: Line[];
  /** Rows and columns that are hidden and hold something, from 1. */
  hiddenRows: number[];
  hiddenColumns: number[];
}

/** Merged cells in all: one more is no table that somebody made. */
const MOST_MERGED = 200_000;
/** Characters in all the cells of a workbook. */
export const MOST_CHARACTERS = 16_000_000;
/** Columns of a spreadsheet. */
const LAST_COLUMN = 16_384;

interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The cell being read. */
interface OpenCell {
  at: number;
  type: string;
  style: number;
  isFormula: boolean;
  value: string;
}

/** Throws `FileRefusal` where the sheet is damaged or out of all proportion. */
export async function readSheet(
  pieces: AsyncIterable<Uint8Array>,
  about: { file: string; part: string },
  book: BookParts,
): Promise<ReadSheet> {
  const sheet = new SheetReader(about, book);
  await readXml(pieces, about, {
    open: (name, attributes) => sheet.open(name, attributes),
    close: (name) => sheet.close(name),
    text: (text) => sheet.text(text),
  });
  return sheet.finish();
}

class SheetReader {
  readonly #about: { file: string; part: string };
  readonly #book: BookParts;
  readonly #lines: Line[] = [];
  readonly #merges: Range[] = [];
  /** Their cells are kept only for what is merged with rows that can be seen. */
  readonly #hiddenRows = new Map<number, string[]>();
  #hiddenAbove: string[][] = [];
  /** Columns that are hidden, from 0. */
  readonly #off = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  #row = 0;
  #isHidden = false;
  #cells: string[] = [];
  #types = new Map<number, 'number' | 'formula'>();
  #cell: OpenCell | null = null;
  #next = 0;
  /** Whether text that comes now is a cell's: inside v or t, and not in what only says how it is read aloud. */
  #takes = false;
  #phonetic = 0;
  readonly #style = new RunStyle();

  constructor(about: { file: string; part: string }, book: BookParts) {
    this.#about = about;
    this.#book = book;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#style.open(name, attributes);
    if (name === 'col' && isTrue(attributes.hidden)) this.#hideColumns(attributes);
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'f' && this.#cell) this.#cell.isFormula = true;
    else if (name === 'rPh') this.#phonetic += 1;
    else if (name === 'v' || name === 't') this.#takes = this.#phonetic === 0;
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
  }

  text(text: string): void {
    if (this.#takes && this.#cell) this.#cell.value += this.#style.draw(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#takes = false;
    else if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  finish(): ReadSheet {
    applyMerges(this.#lines, this.#merges, this.#hiddenRows, this.#about);
    const lines = this.#lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const hiddenColumns = [...this.#hiddenColumns].sort((a, b) => a - b).map((at) => at + 1);
    return { lines, hiddenRows: [...this.#hiddenRows.keys()], hiddenColumns };
  }

  #hideColumns({ min, max }: Readonly<Record<string, string>>): void {
    for (let at = Number(min); at <= Math.min(Number(max), LAST_COLUMN); at += 1) this.#off.add(at - 1);
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    const row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r);
    if (!Number.isInteger(row) || row <= this.#row) throw damaged(this.#about.file, this.#about.part);
    [this.#row, this.#next, this.#cells, this.#types] = [row, 0, [], new Map()];
    this.#isHidden = isTrue(attributes.hidden);
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const at = r === undefined ? this.#next : columnOf(r);
    if (!(at >= 0 && at < LAST_COLUMN)) throw damaged(this.#about.file, this.#about.part);
    this.#next = at + 1;
    this.#cell = { at, type: t ?? 'n', style: Number(s ?? 0), isFormula: false, value: '' };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const text = this.#textOf(cell);
    if (text.trim() === '') return;
    if (this.#off.has(cell.at)) {
      this.#hiddenColumns.add(cell.at);
      return;
    }
    this.#book.left.characters -= text.length;
    if (this.#book.left.characters < 0) {
      throw new FileRefusal('file.too_large', refusalWords.tooMuchText(this.#about.file, MOST_CHARACTERS / 1e6));
    }
    while (this.#cells.length < cell.at) this.#cells.push('');
    this.#cells[cell.at] = text;
    if (cell.isFormula) this.#types.set(cell.at, 'formula');
    else if (cell.type === 'n') this.#types.set(cell.at, 'number');
  }

  #textOf({ type, value, style }: OpenCell): string {
    if (type === 's') return this.#book.strings[Number(value)] ?? '';
    if (type === 'b') return isTrue(value) ? 'TRUE' : 'FALSE';
    if (type === 'n') return formatNumber(value, this.#book.codeOf(style), this.#book.date1904);
    return unescaped(value);
  }

  #closeRow(): void {
    const { file } = this.#about;
    if (this.#cells.length === 0) return;
    if (this.#isHidden) {
      this.#hiddenRows.set(this.#row, this.#cells);
      this.#hiddenAbove.push(this.#cells);
      return;
    }
    checkLine(this.#cells, this.#row, file);
    // Titles and notes are lines too; how many rows there may be is counted again below the heading.
    if (this.#lines.length > MOST_ROWS + 1_000) {
      const words = refusalWords.tooManyRows(file, MOST_ROWS, this.#row);
      throw new FileRefusal('file.too_large', words, { row: this.#row, col: 1 });
    }
    const hidden = this.#hiddenAbove.splice(0);
    const line: Line = {
      ...{ line: this.#row, cells: this.#cells, isSparse: true },
      ...(hidden.length > 0 && { hiddenAbove: hidden }),
    };
    this.#lines.push(this.#types.size === 0 ? line : { ...line, types: this.#types });
  }

  #merge(ref: string): void {
    const [from = '', to = from] = ref.split(':');
    const range = { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) };
    if (Object.values(range).some((one) => !(one >= 0))) throw damaged(this.#about.file, this.#about.part);
    this.#merges.push(range);
    if (this.#merges.length > MOST_MERGED) throw damaged(this.#about.file, this.#about.part);
  }
}

/** The column of a reference such as AB12, from 0; -1 where it is none. */
function columnOf(ref: string): number {
  const letters = /^\$?([A-Z]{1,3})\$?\d+$/.exec(ref)?.[1] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
const rowOf = (ref: string) => Number(/\d+$/.exec(ref)?.[0] ?? Number.NaN);

/** Spreadsheets write characters that XML cannot hold as _x000D_. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/**
 * Only the first cell of a merged one counts: what others hold is not shown by any spreadsheet. Where its row is hidden,
 * its text is shown in the first row that is not.
 */
function applyMerges(
  lines: Line[],
  merges: readonly Range[],
  hidden: ReadonlyMap<number, string[]>,
  { file, part }: { file: string; part: string },
): void {
  let covered = 0;
  for (const { top, left, bottom, right } of merges) {
    const first = firstFrom(lines, top);
    const shownIn = hidden.has(top) ? (lines[first]?.line ?? top) : top;
    for (let index = first; index < lines.length; index += 1) {
      const own = lines[index];
      if (own === undefined || own.line > bottom) break;
      for (let at = left; at <= Math.min(right, own.cells.length - 1); at += 1) {
        if (at !== left || own.line !== shownIn) own.cells[at] = '';
        else if (shownIn !== top) own.cells[at] = hidden.get(top)?.[left] ?? '';
      }
      if (bottom > top) lines[index] = { ...own, merged: withMerged(own, left, { line: shownIn, at: left }) };
      covered += 1;
      if (covered > MOST_MERGED) throw damaged(file, part);
    }
  }
}

function withMerged({ merged }: Line, at: number, from: Merged): Map<number, Merged> {
  return new Map([...(merged ?? []), [at, from]]);
}

/** The index of the first line that is not above a row. */
function firstFrom(lines: readonly Line[], row: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.line ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
