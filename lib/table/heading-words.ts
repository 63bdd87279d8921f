import { foldText } from '../text/text.ts';
import { FAX, HEADING_SHAPES, HEADINGS, LOOSE_HEADINGS, OTHER_HEADINGS, simplify } from '../wording/printed.ts';

/** What a column holds; `phone` where its heading does not say which kind of number. */
export type ColumnField = 'district' | 'name' | 'office' | 'mobile' | 'phone';
/** What a column holds that is kept and never called; `contact` is a person's name, for editors only. */
export type OtherKind = keyof typeof OTHER_HEADINGS;
/** What a heading says: a field, or that it holds something that is never called. */
export interface HeadingWord {
  field: ColumnField | OtherKind;
  /** The word says it by itself; a loose one such as 部门 gives way to a closer one. */
  isSure: boolean;
  /** What is listed may have such a name itself (图书馆): a heading only where one is looked for. */
  isBroad?: true;
}

const FIELD_OF: Readonly<Record<string, ColumnField>> = {
  station: 'name',
  place: 'name',
  mixed: 'phone',
  area: 'district',
  zone: 'district',
};
const fieldOf = (key: string) => FIELD_OF[key] ?? (key as HeadingWord['field']);
export const isField = (kind: HeadingWord['field']): kind is ColumnField => !Object.hasOwn(OTHER_HEADINGS, kind);
const entries = (words: readonly string[], word: HeadingWord) =>
  words.map((one) => [simplify(one).replace(/\d$/, ''), word] as const);

const WORDS: ReadonlyMap<string, HeadingWord> = new Map([
  ...Object.entries(LOOSE_HEADINGS).flatMap(([key, words]) => entries(words, { field: fieldOf(key), isSure: false })),
  ...Object.entries(HEADINGS).flatMap(([key, words]) => entries(words, { field: fieldOf(key), isSure: true })),
  ...Object.entries(OTHER_HEADINGS).flatMap(([key, words]) => entries(words, { field: fieldOf(key), isSure: true })),
]);

/** What is longer is a text, and folding it takes time. */
const LONGEST_HEADING = 100;

const foldHeading = (cell: string) =>
  simplify(foldText(cell))
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s:_.,/*\u3001\u30fb-]/g, '')
    .replace(/\d$/, '')
    .replace(/(?<=[a-z])(?:numbers?|nos?)$/, '');

/** In the brackets of a heading: its numbers are not to be called. */
const NOT_CALLED = /^(?:传真|傳真|fax|停用|已停用|作废|旧|原|qq|微信(?!同号)|内线|内部|空号)/i;

/** What a cell says as a heading, also in one of two languages; null where it says nothing that is known. */
export function readHeadingWord(cell: string): HeadingWord | null {
  if (cell.length > LONGEST_HEADING) return null;
  const inBrackets = /[(（]([^()（）]*)[)）]/.exec(cell)?.[1] ?? '';
  if (NOT_CALLED.test(foldText(inBrackets))) return { field: FAX.test(inBrackets) ? 'fax' : 'other', isSure: true };
  const pieces = [cell, ...cell.split(/\n|\s+(?=[a-z])|(?<=[a-z])\s+(?=[^\sa-z(])|\s*\/\s*/i)];
  for (const piece of pieces) {
    const word = readWord(foldHeading(piece));
    if (word !== null) return word;
  }
  return null;
}

function readWord(word: string): HeadingWord | null {
  const known = WORDS.get(word);
  if (known !== undefined || word === '') return known ?? null;
  const shape = HEADING_SHAPES.find(([, pattern]) => pattern.test(word));
  if (shape === undefined) return null;
  const [kind] = shape;
  const isBroad = kind === 'place' || kind === 'zone';
  const isSure = kind !== 'station' && kind !== 'area' && !isBroad;
  return { field: fieldOf(kind), isSure, ...(isBroad && { isBroad }) };
}

/** Whether a cell of a heading's further line only adds to what stands above it: (站长). */
export const isAddition = (cell: string): boolean =>
  cell.length <= LONGEST_HEADING && cell.trim() !== '' && foldHeading(cell) === '';
