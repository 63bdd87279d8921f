import type { Cell, Field } from '../directory/records.ts';
import { foldText, tidyText } from '../text/text.ts';
import { AREA_SEPARATOR, DITTO_MARKS, LABEL_TAIL, NUMBER_IN_NAME, STATION_ENDINGS } from '../wording/printed.ts';
import { printedText } from './printed-text.ts';
import { isSpanned } from './spanned.ts';

/** What is left of brackets, and of a word for telephone, when the number between them is taken out. */
const EMPTY_BRACKETS = /\((?:电话|手机|座机|tel)?[\s:]*\)|[\s:,;\u3001]+$/giu;
const HAN_GAP = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;

/** A name as it is compared: folded, and with no spaces between Chinese characters (中　山). */
export function foldName(text: string): string {
  return foldText(text).replace(/\n/g, ' ').replace(HAN_GAP, '');
}

/** A name as readers see it: as printed, full width too, but on one line. */
export const tidyName = (text: string): string => tidyText(text).replace(/\n/g, ' ').replace(HAN_GAP, '');

/** Every piece of a text is looked at: only of a short one. */
const LONGEST_TAKEN_APART = 100;

/** The piece of a printed text that is compared as `folded`; itself where there is none. */
export function asPrinted(printed: string, folded: string): string {
  const characters = [...tidyName(printed)];
  if (characters.length > LONGEST_TAKEN_APART) return folded;
  for (const from of characters.keys()) {
    for (let to = characters.length; to > from; to -= 1) {
      const piece = characters.slice(from, to).join('');
      if (foldName(piece) === folded) return piece.trim();
    }
  }
  return folded;
}

/** A district's label as it is compared: as a name, without what only says that it goes on (甲区（续）, 甲区：). */
const foldLabel = (text: string) => foldName(text).replace(LABEL_TAIL, '').trim();
const tidyLabel = (text: string) => tidyName(text).replace(LABEL_TAIL, '').trim();

/** A printed cell as a field of a row; a ditto mark counts as blank, and stays as printed. */
function labelField(cell: Cell | null, row: number, tidy = tidyName): Field {
  const printed = cell === null ? null : printedText(cell.raw);
  const value = printed === null || DITTO_MARKS.includes(foldText(printed)) ? null : tidy(printed) || null;
  const how = isSpanned(cell, row) ? 'span' : value === null || value === printed ? 'printed' : 'normalised';
  return { printed, value, cells: cell === null ? [] : [cell], how };
}

export interface StationName {
  field: Field;
  aliases: string[];
  /** Numbers that stand in the name's cell, as printed. */
  numbers: string[];
}

/** The station's name; a number printed with it is taken out and handed over, never dropped. */
export function readStationName(cell: Cell | null, row: number, tail: Cell | null = null): StationName {
  const field = withTail(labelField(cell, row), tail);
  if (field.value === null) return { field, aliases: [], numbers: [] };
  const folded = foldName(field.value);
  const numbers = (folded.match(NUMBER_IN_NAME) ?? []).map((number) => number.trim());
  const rest = numbers.length === 0 ? field.value : numbers.reduce((text, number) => text.replace(number, ' '), folded);
  const value = (numbers.length === 0 ? rest : rest.replace(EMPTY_BRACKETS, ' ').trim()) || null;
  const named: Field = {
    ...field,
    value,
    how: value === field.printed || field.how === 'span' ? field.how : 'normalised',
  };
  return { field: named, aliases: value === null ? [] : aliasesOf(value), numbers };
}

/** A name whose cell was cut in two, with what stands in the row below. */
function withTail(field: Field, tail: Cell | null): Field {
  if (field.value === null || tail === null) return field;
  return { ...field, value: field.value + tidyName(tail.raw), cells: [...field.cells, tail], how: 'normalised' };
}

/** Whether a label names more than one area: which of them a row belongs to nobody can tell. */
export function isSeveralAreas(label: string): boolean {
  const pieces = foldName(label)
    .split(AREA_SEPARATOR)
    .filter((piece) => piece !== '');
  return (
    pieces.length > 1 && pieces.every((piece) => /[\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}]{2}/u.test(piece))
  );
}

/** The label of a district; a number in its cell is no part of it, and handed over. */
export function readDistrictLabel(cell: Cell | null, row: number): { field: Field; numbers: string[] } {
  const field = labelField(cell, row, tidyLabel);
  const folded = foldLabel(field.value ?? '');
  const numbers = (folded.match(NUMBER_IN_NAME) ?? []).map((number) => number.trim());
  if (field.value === null || numbers.length === 0) return { field, numbers: [] };
  const rest = numbers.reduce((text, number) => text.replace(number, ' '), folded);
  return {
    field: { ...field, value: foldLabel(rest.replace(EMPTY_BRACKETS, ' ')) || null, how: 'normalised' },
    numbers,
  };
}

/** The name without what only says that it is a station, and without a remark in brackets. */
function aliasesOf(printed: string): string[] {
  const name = foldName(printed);
  const bare = name.replace(/\s*\([^()]*\)\s*$/, '');
  const ending = STATION_ENDINGS.find((one) => bare.endsWith(one));
  const short = ending === undefined ? bare : bare.slice(0, -ending.length).trim();
  return [...new Set([short, bare])].filter((alias) => alias !== name && [...alias].length >= 2);
}
