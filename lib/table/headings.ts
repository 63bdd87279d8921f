import { foldText } from '../text/text.ts';
import { refusalWords } from '../wording/normaliser.ts';
import { SURE_TITLE, simplify } from '../wording/printed.ts';
import {
  type Content,
  contentOf,
  guessField,
  holdsLabels,
  holdsNames,
  holdsNumberedNames,
  isDialled,
} from './column-content.ts';
import type { Line } from './grid.ts';
import {
  type ColumnField,
  type HeadingWord,
  isAddition,
  isField,
  type OtherKind,
  readHeadingWord,
} from './heading-words.ts';
import { hasNumber } from './marks.ts';
import { foldName } from './names.ts';
import { FileRefusal } from './refusal.ts';

export interface Column {
  /** From 0. */
  at: number;
  field: ColumnField;
  heading: string;
}
/** The columns of a table, by its heading. */
export interface Layout {
  columns: Column[];
  /** Cells of the heading, blank ones at its end too. */
  width: number;
  /** Columns with a heading, known or not, from 0. */
  headed: ReadonlySet<number>;
  /** Those of them whose heading says that they hold no number to call, such as a fax or an address. */
  others: ReadonlyMap<number, OtherKind>;
}
export interface Heading extends Layout {
  /** Where it begins among the lines, from 0. */
  first: number;
  /** Where the rows below it begin. */
  next: number;
  /** Columns whose heading does not say, or not closely enough, what they hold. */
  guesses: Column[];
}

/** Titles and notes may stand above a heading, not half a page of them: further down none is looked for. */
const HEADING_WITHIN = 30;
const MOST_LINES = 3;

/** A column with a heading, and what its heading says. */
interface Headed {
  at: number;
  heading: string;
  word: HeadingWord | null;
}

const isPhone = ({ field }: { field: HeadingWord['field'] }) =>
  field === 'office' || field === 'mobile' || field === 'phone';
const isName = ({ field }: { field: HeadingWord['field'] }) => field === 'name';
const isBlank = (cell: string | undefined) => cell === undefined || cell.trim() === '';
const textsOf = (cells: readonly string[]) => cells.filter((cell) => !isBlank(cell));
/** A line with digits enough for a number is no heading; what stands in brackets does not count. */
const HAS_DIGITS = /\d{3}/;
const hasDigits = (cell: string) => HAS_DIGITS.test(foldText(cell).replace(/\([^()]*\)/g, ''));

/** The columns of one or more lines: the lowest word that is known says what a column holds. */
function headedOf(lines: readonly (readonly string[])[]): Headed[] {
  const width = Math.max(0, ...lines.map(({ length }) => length));
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const cells = lines.flatMap((cells) => (isBlank(cells[at]) ? [] : [cells[at] ?? '']));
    if (cells.length === 0) return [];
    const known = cells.findLast((cell) => readHeadingWord(cell) !== null);
    const heading = foldText(known ?? cells.at(-1) ?? '');
    return [{ at, heading, word: known === undefined ? null : readHeadingWord(known) }];
  });
}

const wordsOf = (headed: readonly Headed[]) => headed.flatMap(({ word }) => word ?? []);
const isWhole = (headed: readonly Headed[]) => wordsOf(headed).some(isName) && wordsOf(headed).some(isPhone);

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

/**
 * Where tables side by side begin, as columns from 0: the heading says the same columns again and again, each time with a
 * station and a number. One table, or none, gives one entry or fewer.
 */
export function blocksOf(lines: readonly Line[]): number[] {
  for (const { cells } of lines.slice(0, HEADING_WITHIN)) {
    const headed = headedOf([cells]);
    for (let width = 2; width * 2 <= headed.length; width += 1) {
      if (headed.length % width !== 0 || !isWhole(headed.slice(0, width))) continue;
      const isRepeated = headed.every(({ heading }, at) => heading === headed[at % width]?.heading);
      if (isRepeated) return headed.filter((_, at) => at % width === 0).map(({ at }) => at);
    }
  }
  return [];
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
  const guesses: Column[] = [];
  const chosen = headed.map((one) => ({ ...one, field: one.word?.field ?? null }));
  settleNumbers(chosen, body);
  settleBroad(chosen, body);
  settleNames(chosen, body, guesses);
  guessUnknown(chosen, body, guesses);
  guessNumberedNames(chosen, body, guesses);
  const width = Math.max(...cells.map(({ length }) => length));
  return { ...layoutOf(chosen, width), first, next, guesses };
}

/** Columns whose headings say nothing that is known, by what stands in them. */
function guessUnknown(chosen: Chosen[], body: readonly Line[], guesses: Column[]): void {
  const has = (...fields: ColumnField[]) =>
    chosen.some(({ field }) => field !== null && fields.some((one) => one === field));
  const unknown = chosen
    .filter(({ field }) => field === null)
    .map((one) => ({ one, content: contentOf(body, one.at) }));
  const known = chosen.filter(({ field }) => field !== null && isPhone({ field })).map(({ at }) => contentOf(body, at));
  const isKnown = known.some(({ size }) => size > 0) || unknown.some(({ content }) => isDialled(content));
  const names = unknown.filter(({ content }) => holdsNames(content));
  const [name] = names.toSorted(
    ({ content: a }, { content: b }) => Number(holdsLabels(a)) - Number(holdsLabels(b)) || b.distinct - a.distinct,
  );
  for (const { one, content } of unknown) {
    // Where numbers are known, others as long as they are; a code of another length is something else.
    const isLikeKnown = known.some(({ size }) => size > 0 && size === content.size);
    const wanted = {
      name: !has('name') && one === name?.one,
      district: !has('district'),
      phone: !isKnown || isLikeKnown,
    };
    one.field = guessField(content, wanted);
    if (one.field !== null) guesses.push({ at: one.at, field: one.field, heading: one.heading });
  }
}

/** Names that hold digits, such as 1号站, where no other column holds names. */
function guessNumberedNames(chosen: Chosen[], body: readonly Line[], guesses: Column[]): void {
  if (chosen.some(({ field }) => field === 'name')) return;
  const one = chosen.find(({ at, field }) => field === null && holdsNumberedNames(contentOf(body, at)));
  if (one === undefined) return;
  one.field = 'name';
  guesses.push({ at: one.at, field: 'name', heading: one.heading });
}

/** A word such as “contact” over a column without a number, where another holds them, does not speak of numbers. */
function settleNumbers(chosen: Chosen[], body: readonly Line[]): void {
  const phones = chosen.flatMap((one) =>
    one.field !== null && isPhone({ field: one.field }) ? [{ one, content: contentOf(body, one.at) }] : [],
  );
  if (!phones.some(({ content }) => content.numbers > 0)) return;
  for (const { one, content } of phones) if (holdsTexts(content)) one.field = null;
}

/** A word that may be a name itself says what a column holds only where names stand below. */
function settleBroad(chosen: Chosen[], body: readonly Line[]): void {
  for (const one of chosen) {
    if (!one.word?.isBroad) continue;
    const content = contentOf(body, one.at);
    if (!(one.field === 'district' ? holdsLabels(content) : holdsNames(content))) one.field = null;
  }
}

const LEAST_TEXTS = 3;
const holdsTexts = ({ filled, numbers, digits, letters }: Content) =>
  filled >= LEAST_TEXTS && numbers === 0 && digits < 0.5 && letters > 0.5;

type Chosen = Headed & { field: HeadingWord['field'] | null };

function layoutOf(chosen: readonly Chosen[], width: number): Layout {
  const columns = chosen.flatMap(({ at, heading, field }) =>
    field === null || !isField(field) ? [] : [{ at, field, heading }],
  );
  const others = chosen.flatMap(({ at, field }) => (field === null || isField(field) ? [] : [[at, field] as const]));
  return { columns, width, headed: new Set(chosen.map(({ at }) => at)), others: new Map(others) };
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

/**
 * One column of names and one of districts: loose words give way to closer ones, then what stands below decides. Where two
 * are as close, the choice is a guess.
 */
function settleNames(chosen: Chosen[], body: readonly Line[], guesses: Column[]): void {
  const closest = (field: 'name' | 'district') => {
    const all = chosen.filter((one) => one.field === field);
    const sure = all.filter(({ word }) => word?.isSure);
    return sure.length > 0 ? sure : all;
  };
  const most = (columns: readonly Chosen[], score: (content: Content) => number) =>
    columns.toSorted((a, b) => score(contentOf(body, b.at)) - score(contentOf(body, a.at)))[0];
  const [names, districts] = [closest('name'), closest('district')];
  const name = most(names, (content) => (holdsNames(content) ? 1000 : 0) + content.distinct);
  const district = most(districts, (content) => (holdsLabels(content) ? 1000 : 0) + content.distinct);
  const hasDistrict = district !== undefined;
  for (const one of chosen) {
    if ((one.field !== 'name' && one.field !== 'district') || one === name || one === district) continue;
    const isLabel =
      !hasDistrict && !chosen.some(({ field }) => field === 'district') && holdsLabels(contentOf(body, one.at));
    one.field = isLabel ? 'district' : 'other';
    if (isLabel) guesses.push({ at: one.at, field: 'district', heading: one.heading });
  }
  if (name !== undefined && names.length > 1) guesses.push({ at: name.at, field: 'name', heading: name.heading });
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
  const guesses: Column[] = [];
  guessUnknown(chosen, lines, guesses);
  guessNumberedNames(chosen, lines, guesses);
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

/** A line in which every cell is a word of headings, two of them sure ones. */
const isPlainHeading = (headed: readonly Headed[]) =>
  headed.every(({ word }) => word !== null) && wordsOf(headed).filter(({ isSure }) => isSure).length > 1;

/** What the words of a table's first heading were taken for: in a later one they say the same. */
export type Learnt = ReadonlyMap<string, HeadingWord>;
export const learntFrom = ({ columns }: Layout, words: readonly string[]): Learnt =>
  new Map<string, HeadingWord>([
    ...words.map((one) => [foldName(one), { field: 'other', isSure: false }] as const),
    ...columns.map(({ heading, field }) => [foldName(heading), { field, isSure: true }] as const),
  ]);

/**
 * What a later line says as a heading: the layout of the rows below it (another table, or the top of a new page),
 * `repeated` where it names columns and says nothing new, or null where it is no heading.
 */
export function headingBelow(
  lines: readonly (readonly string[])[],
  learnt: Learnt = new Map(),
): Layout | 'repeated' | null {
  if (lines.some((cells) => cells.some((cell) => HAS_DIGITS.test(cell)))) return null;
  const headed = headedOf(lines)
    .map((one) => ({ ...one, word: learnt.get(foldName(one.heading)) ?? one.word }))
    .filter(({ word }, _at, all) => !word?.isBroad || isPlainHeading(all));
  const fields = wordsOf(headed).filter(({ field }) => isField(field));
  if (fields.length < 2) return null;
  const chosen: Chosen[] = headed.map((one) => ({ ...one, field: one.word?.field ?? null }));
  const count = (field: ColumnField) => chosen.filter((one) => one.field === field && one.word?.isSure).length;
  if (isWhole(headed) && count('name') < 2 && count('district') < 2) {
    settleNames(chosen, [], []);
    return layoutOf(chosen, Math.max(...lines.map(({ length }) => length)));
  }
  if (wordsOf(headed).length !== headed.length) return null;
  // One that names stations and other things than numbers begins a table in which nothing is called.
  const hasOthers = chosen.some(({ field }) => field !== null && !isField(field));
  const hasNames = count('name') === 1 && !wordsOf(headed).some(isPhone);
  return hasOthers && hasNames ? layoutOf(chosen, Math.max(...lines.map(({ length }) => length))) : 'repeated';
}

/** Whether two headings name the same columns. */
export function isSameLayout(one: Layout, other: Layout): boolean {
  const shape = ({ columns }: Layout) => columns.map(({ at, field }) => `${at} ${field}`).join();
  return shape(one) === shape(other);
}
