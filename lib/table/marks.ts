import { foldText } from '../text/text.ts';
import {
  AREA_SEPARATOR,
  DATED_ROW,
  DATES,
  FOOTNOTE_ROW,
  GROUP_ENDING,
  LABEL_BRACKETS,
  LABEL_COUNT,
  LABEL_NUMBERING,
  LABEL_ORNAMENT,
  LABEL_TAIL,
  SENTENCE,
  SIGNATURE_ROW,
  simplify,
  UNIT_ENDING,
} from '../wording/printed.ts';
import { asPrinted, foldName, isSeveralAreas } from './names.ts';

/** What a printed text says by itself, wherever it stands. */

const NUMBER = /\d[\d\s()-]{5,}\d/;

/** Whether digits enough for a number stand in it; those of a date are none. */
export const hasNumber = (text: string): boolean => NUMBER.test(foldText(text).replace(DATES, ' '));

/** A remark that says so, a signature, a date, the mark of a page: it says nothing about the rows around it. */
export function isRemark(text: string): boolean {
  if (text.length > LONGEST_REMARK) return FOOTNOTE_ROW.test(simplify(foldText(text.slice(0, LONGEST_READ))));
  const simple = simplify(foldText(text));
  return FOOTNOTE_ROW.test(simple) || SIGNATURE_ROW.test(simple) || (DATED_ROW.test(simple) && !hasNumber(text));
}

const LONGEST_REMARK = 500;

/** A remark by its first words: no name begins so, whatever else the row holds. */
export const isSigned = (text: string): boolean => SIGNATURE_ROW.test(simplify(foldText(text)));

/** A date and hardly a word about it: no name. */
export const isDate = (text: string): boolean => {
  const simple = simplify(foldText(text));
  return DATED_ROW.test(simple) && simple.replace(DATES, '').length <= LONGEST_ABOUT_DATE;
};
const LONGEST_ABOUT_DATE = 3;

/** A label over a group of rows. */
export interface SectionLabel {
  label: string;
  /** It is written as one: numbered, bracketed, with an ornament, a colon or a count. */
  isMarked: boolean;
  /** Its ending says that it is a district, a town, a department. */
  isUnit: boolean;
  /** It names more than one area. */
  isSeveral: boolean;
  /** How many stations it says it has. */
  count: number | null;
}

/** Longer texts that stand alone in a row are remarks, not the name of a group. */
const LONGEST_LABEL = 8;
const LONGEST_UNIT = 16;
/** Circled and Roman numerals: folding would make letters and digits of them. */
const NUMERAL_MARK = /^\s*[\u2160-\u217f\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]+[、.:：]?\s*/;

/** Reads a text that stands alone as the label of a group; null where it is none. */
export function readSection(printed: string): SectionLabel | null {
  if (printed.length > LONGEST_READ) return null;
  if (HASH.test(printed.trim())) return readHashHeading(printed.trim());
  const whole = foldName(printed);
  const { text, count } = takeCount(foldName(printed.replace(NUMERAL_MARK, '')));
  const label = stripMarks(text);
  const pieces = label.split(AREA_SEPARATOR).filter((piece) => piece !== '');
  const isSeveral = isSeveralAreas(label);
  const isUnit = pieces.some((piece) => GROUP_ENDING.test(piece) || UNIT_ENDING.test(piece));
  const isMarked = label !== whole;
  const isLatin = /^[\p{Script=Latin}\P{L}]*$/u.test(label);
  const most = (isUnit || isSeveral || isMarked ? LONGEST_UNIT : LONGEST_LABEL) * (isLatin ? 3 : 1);
  const isNumbered = /\d/.test(label) && !(isMarked && [...label].length <= LONGEST_LABEL);
  const isLongEnough = isUnit || count !== null || [...label].length > 1;
  const isName =
    isLongEnough &&
    label !== '' &&
    !isNumbered &&
    !/[.:()]/.test(label) &&
    !SENTENCE.test(label) &&
    [...label].length <= most;
  return isName && (isSeveral || pieces.length === 1 || isLatin)
    ? { label: asPrinted(printed, label), isMarked, isUnit, isSeveral, count }
    : null;
}

/** What is longer is no label, and taking it apart takes time. */
const LONGEST_READ = 200;
/** A heading of Markdown is one whatever it says. */
const HASH = /^#{1,6}\s+/;
const LONGEST_HEADING = 80;

function readHashHeading(printed: string): SectionLabel | null {
  const { text, count } = takeCount(foldName(printed.replace(HASH, '')));
  const label = text.replace(/[\s:]+$/, '').replace(/\s*\([^()]*\d[^()]*\)$/, '');
  if (label === '' || label.length > LONGEST_HEADING) return null;
  return { label: asPrinted(printed, label), isMarked: true, isUnit: true, isSeveral: isSeveralAreas(label), count };
}

/** The label without what only says that it is one. Taken off again, since brackets may hold a number and a number brackets. */
function stripMarks(text: string): string {
  let label = text;
  for (let times = 0; times < 3; times += 1) {
    label = label
      .replace(LABEL_NUMBERING, '')
      .replace(LABEL_ORNAMENT, '')
      .replace(LABEL_TAIL, '')
      .replace(LABEL_BRACKETS, '$1')
      .trim();
  }
  return label;
}

function takeCount(text: string): { text: string; count: number | null } {
  const bare = text.replace(LABEL_BRACKETS, '$1').replace(LABEL_TAIL, '');
  const found = LABEL_COUNT.exec(bare);
  const printed = found?.[1] ?? found?.[2];
  if (found === null || printed === undefined || found.index === 0) return { text, count: null };
  return { text: bare.slice(0, found.index).concat(':'), count: readCount(printed) };
}

const DIGITS = '零一二三四五六七八九十';

/** A count in digits or in Chinese, up to 99. */
function readCount(printed: string): number | null {
  if (/^\d+$/.test(printed)) return Number(printed);
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(printed) ?? [];
  if (tens !== undefined) return DIGITS.indexOf(tens || '一') * 10 + (ones ? DIGITS.indexOf(ones) : 0);
  const one = DIGITS.indexOf(printed);
  return printed.length === 1 && one > 0 ? one : null;
}
