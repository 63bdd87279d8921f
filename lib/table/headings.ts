import { foldText } from '../text/text.ts';
import { refusalWords } from '../wording/normaliser.ts';
import { SURE_TITLE, simplify } from '../wording/printed.ts';
import { contentOf, holdsNames } from './column-content.ts';
import type { Line } from './grid.ts';
import { type ColumnField, isAddition, isField, type OtherKind, readHeadingWord } from './heading-words.ts';
import {
  type Chosen,
  type Column,
  HAS_DIGITS,
  HEADING_WITHIN,
  type Headed,
  hasDigits,
  headedOf,
  isName,
  isPhone,
  isWhole,
  type Layout,
  layoutOf,
  textsOf,
  wordsOf,
} from './layout.ts';
import { hasNumber } from './marks.ts';
import { foldName } from './names.ts';
import { FileRefusal } from './refusal.ts';
import { settleColumns } from './settle-columns.ts';

export interface Heading extends Layout {
  /** Where it begins among the lines, from 0. */
  first: number;
  /** Where the rows below it begin. */
  next: number;
  /** Columns whose heading does not say, or not closely enough, what they hold. */
  guesses: Column[];
}

const MOST_LINES = 3;

/** Finds the heading: a column of stations and at least one of numbers. Throws `FileRefusal` where there is none. */
export function findHeading(lines: readonly Line[], file: string, guessed: boolean): Heading {
  const above = lines.slice(0, HEADING_WITHIN);
  for (const index of above.keys()) {
    const depth = depthOf(lines, index);
    if (depth > 0) return settle(lines, index, depth, file);
  }
  for (const index of above.keys()) {
    const heading = guessHeading(lines, index, file);
    if (heading !== null) return heading;
    if (isFilledRow(lines[index]?.cells ?? [])) break; // what stands below a row of the table is no heading of it
  }
  // A line that names columns and none of numbers is a heading all the same: what stands below is not called.
  const isHeaded = above.some(({ cells }) => wordsOf(headedOf([cells])).filter(({ isBroad }) => !isBroad).length > 1);
  const heading = isHeaded ? null : guessColumns(lines);
  if (heading !== null) return heading;
  throw noHeading(lines, file, guessed);
}

/** Whether a line is a heading by its words: it names a column of stations and one of numbers. */
export const namesColumns = (cells: readonly string[]): boolean => isWhole(headedOf([cells]));

/** What somebody says that a column holds; `-`: nothing that is of use. */
export type GivenKind = ColumnField | OtherKind | '-';

/**
 * The heading as somebody says it is: in which line, and what its columns hold. Columns without a line begin below the
 * heading that is found, or else with the first line.
 */
export function givenHeading(
  lines: readonly Line[],
  { heading, columns }: { heading?: number; columns?: readonly GivenKind[] },
  file: string,
): Heading {
  const first = heading === undefined ? likelyHeading(lines) : lines.findIndex(({ line }) => line === heading);
  if (first < 0 && heading) throw refuse(heading, refusalWords.noSuchLine(file, heading));
  if (columns === undefined) {
    if (first < 0) throw refuse(1, refusalWords.columnsNeeded(file));
    const found = settle(lines, first, Math.max(1, depthOf(lines, first)), file);
    if (found.columns.some(isName) && found.columns.some(isPhone)) return found;
    const lacks = found.columns.some(isName) ? 'phone' : 'name';
    throw refuse(heading ?? 1, refusalWords.headingLacks(file, heading ?? 1, lacks));
  }
  return givenColumns(lines, first, columns);
}

function givenColumns(lines: readonly Line[], first: number, columns: readonly GivenKind[]): Heading {
  const cells = lines[first]?.cells ?? [];
  const given = columns.flatMap((kind, at): Chosen[] => {
    const field = kind === '-' ? 'other' : kind;
    return isField(field) && !isOwnColumn(lines, at)
      ? []
      : [{ at, field, heading: foldText(cells[at] ?? ''), word: null }];
  });
  // Columns of which nothing is said are kept as the others.
  const layout = layoutOf(given, Math.max(columns.length, cells.length));
  return { ...layout, headed: new Set(columns.keys()), first: Math.max(0, first), next: first + 1, guesses: [] };
}

/** The line that names columns, or else a first line without numbers. */
function likelyHeading(lines: readonly Line[]): number {
  const named = lines.slice(0, HEADING_WITHIN).findIndex(({ cells }) => namesColumns(cells));
  return named >= 0 || lines[0]?.cells.some((cell) => HAS_DIGITS.test(cell)) ? named : 0;
}

/** A column in which nothing stands belongs to a table beside this one. */
const isOwnColumn = (lines: readonly Line[], at: number) => lines.some(({ cells }) => (cells[at] ?? '') !== '');

/** Of how many lines the heading that begins here is; 0 where none begins. */
function depthOf(lines: readonly Line[], index: number): number {
  const first = lines[index]?.cells ?? [];
  if (first.some(hasDigits)) return 0;
  const own = headedOf([first]);
  const known = wordsOf(own).length;
  if (known === 0 || (own.length < 2 && !isWhole(own)) || new Set(textsOf(first).map(foldName)).size < 2) return 0;
  let depth = 1;
  while (depth < MOST_LINES && !isWhole(headedOf(cellsOf(lines, index, depth)))) {
    if (!isFurther(lines[index + depth]?.cells ?? [], true)) return 0;
    depth += 1;
  }
  if (!isWhole(headedOf(cellsOf(lines, index, depth)))) return 0;
  return furtherDepth(lines, index, depth);
}

/** The same with the lines that go on with it: by their words, or because a cell of the first is merged over them. */
export function furtherDepth(lines: readonly Line[], index: number, least: number): number {
  const isMergedInto = (own: Line | undefined) =>
    [...(own?.merged?.values() ?? [])].some(({ line }) => line === lines[index]?.line);
  let depth = least;
  while (depth < MOST_LINES) {
    const next = lines[index + depth];
    if (!isFurther(next?.cells ?? [], false) && !(isMergedInto(next) && !next?.cells.some(hasDigits))) break;
    depth += 1;
  }
  return depth;
}

const cellsOf = (lines: readonly Line[], index: number, depth: number) =>
  lines.slice(index, index + depth).map(({ cells }) => cells);

/** Whether a line goes on with a heading: every cell is a word of headings, or an addition to what stands above. */
function isFurther(cells: readonly string[], withNames: boolean): boolean {
  const texts = textsOf(cells);
  return (
    texts.length > 0 &&
    !texts.some(hasDigits) &&
    texts.every((cell) => {
      const word = readHeadingWord(cell);
      if (word === null || word.isBroad) return isAddition(cell);
      return withNames || (word.field !== 'name' && word.field !== 'district');
    })
  );
}

/** The heading with what every column holds: by its word, by what stands below where that says it better. */
function settle(lines: readonly Line[], first: number, depth: number, file: string): Heading {
  const next = first + depth;
  const cells = cellsOf(lines, first, depth);
  const printed = new Set(cells.map((line) => line.join('\t')));
  const body = lines.slice(next).filter((line) => !printed.has(line.cells.join('\t')));
  const headed = headedOf(cells);
  refuseTwo(headed, body, lines[first]?.line ?? 1, file);
  const chosen = headed.map((one) => ({ ...one, field: one.word?.field ?? null }));
  const guesses = settleColumns(chosen, body);
  const width = Math.max(...cells.map(({ length }) => length));
  return { ...layoutOf(chosen, width), first, next, guesses };
}

/**
 * Two columns of stations by closer words, or two of one heading: nobody can say which of them is meant, unless only one
 * of them holds names.
 */
function refuseTwo(headed: readonly Headed[], body: readonly Line[], line: number, file: string): void {
  for (const field of ['district', 'name'] as const) {
    const all = headed.filter(({ word }) => word?.field === field);
    const sure = field === 'name' ? all.filter((one) => one.word?.isSure && mayHoldNames(body, one.at)) : [];
    const twins = all.filter(({ heading }) => all.filter((one) => one.heading === heading).length > 1);
    const same = sure.length > 1 ? sure : twins;
    if (same.length < 2) continue;
    const at = same.map((column) => column.at + 1);
    const words = refusalWords.twoHeadings(file, line, same[0]?.heading ?? '', at);
    throw new FileRefusal('table.not_found', words, { row: line, col: at[1] ?? 1 });
  }
}

/** Whether names stand in a column, or too little to tell. */
function mayHoldNames(body: readonly Line[], at: number): boolean {
  const content = contentOf(body, at);
  return content.rows < LEAST_ROWS || holdsNames(content);
}

/** A line of words that may be a heading none of whose words, or too few, are known: what stands below it decides. */
function guessHeading(lines: readonly Line[], index: number, file: string): Heading | null {
  const cells = lines[index]?.cells ?? [];
  const texts = textsOf(cells);
  if (
    new Set(texts).size < 2 ||
    texts.some(hasDigits) ||
    texts.length < textsOf(lines[index + 1]?.cells ?? []).length - 1
  ) {
    return null;
  }
  if (SURE_TITLE.test(simplify(foldText(texts.join(' '))))) return null;
  const heading = settle(lines, index, furtherDepth(lines, index, 1), file);
  const names = heading.columns.filter(isName);
  const phones = heading.columns.filter(isPhone);
  const rows = Math.max(0, ...phones.map(({ at }) => contentOf(lines.slice(index + 1), at).filled));
  const isKnown = headedOf([cells]).some(({ word }) => word !== null);
  return names.length === 1 && phones.length > 0 && rows >= (isKnown ? 1 : 2) ? heading : null;
}

/** A line with more than one cell, one of which is a number: a row of the table, and no title. */
const isFilledRow = (cells: readonly string[]) => textsOf(cells).length > 1 && cells.some((cell) => hasNumber(cell));

/** So many rows say what the columns of a table without a heading hold. */
const LEAST_ROWS = 3;

/** The columns of a table without a heading, by what stands in them; null where that is not clear. */
function guessColumns(lines: readonly Line[]): Heading | null {
  if (lines.filter(({ cells }) => isFilledRow(cells)).length < LEAST_ROWS) return null;
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const chosen = Array.from({ length: width }, (_, at): Chosen => ({ at, heading: '', word: null, field: null }));
  const guesses = settleColumns(chosen, lines);
  const layout = layoutOf(chosen, width);
  if (!layout.columns.some(isName) || !layout.columns.some(isPhone)) return null;
  return { ...layout, first: 0, next: 0, guesses };
}

const SEPARATORS: readonly RegExp[] = [/，/, /；/, / {2,}/, /[,;|]/];

/** Says what is missing in the line that comes nearest to a heading. */
function noHeading(lines: readonly Line[], file: string, guessed: boolean): FileRefusal {
  const above = lines.slice(0, HEADING_WITHIN);
  for (const { line, cells } of above) {
    const separator = SEPARATORS.find((one) => isWhole(headedOf([cells.flatMap((cell) => cell.split(one))])));
    if (separator) return refuse(line, refusalWords.separator(file, line, cells.length > 1));
  }
  for (const { line, cells } of above) {
    const words = wordsOf(headedOf([cells]));
    if (words.length < 2) continue;
    return refuse(line, refusalWords.headingLacks(file, line, words.some(isName) ? 'phone' : 'name', guessed));
  }
  return refuse(1, refusalWords.noHeading(file, HEADING_WITHIN, guessed));
}

const refuse = (line: number, words: { message: string; remedy: string }) =>
  new FileRefusal('table.not_found', words, { row: line, col: 1 });
