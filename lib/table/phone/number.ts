import { type PhoneContext, validNumber } from '../../directory/numbering.ts';
import type { Phone } from '../../directory/records.ts';
import type { Callable } from '../../directory/tel.ts';
import { foldText, hasControl, hasUnseen } from '../../text/text.ts';
import { phoneWords } from '../../wording/normaliser.ts';
import { EXTENSION, NUMBER_LABEL, NUMBER_MARK } from '../../wording/printed.ts';
import { type PhoneIssue, readDigits } from './read.ts';

/** One printed number and what it is. `e164` and `tel` are null whenever there is an error among the issues. */
export interface ParsedPhone extends Callable, Pick<Phone, 'printed' | 'areaCodeFrom'> {
  /** What is printed with it and says something of it, such as when it is answered; never a person's name. */
  note?: string;
  /** A person's name is printed with it. */
  namesPerson?: true;
  issues: PhoneIssue[];
}

const YEAR_FIRST =
  /^(?:19|20)\d{2}\s?[-/.\u5e74]\s?(?:0?\d|1[0-2])(?:\s?[-/.\u6708]\s?(?:[0-2]?\d|3[01]))?\s?[\u6708\u65e5]?(?:[\sT]\d{1,2}:.*)?$/;
const YEAR_LAST = /^(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)?\d{2}(?:\s\d{1,2}:.*)?$/;
const MONTH_DAY = /^\d{1,2}\u6708\d{1,2}\u65e5$/;
const MONTH_NAMED =
  /^(?:\d{1,4}[\s./-]*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]*(?:\d{1,4})?(?:[\s.,/-]+\d{2,4})?$/i;
export const isDate = (text: string) =>
  [YEAR_FIRST, YEAR_LAST, MONTH_DAY, MONTH_NAMED].some((shape) => shape.test(text));
/** 1.39E+10, also with a comma, with spaces, or as 1.39×10^10. */
export const SCIENTIFIC = /^[+-]?(\d+)(?:[.,](\d*))?\s*(?:e\s*|[x×*·]\s*10\s*\^?\s*(?=[-+\d]))([+-]?\s*\d{1,3})$/i;
const FLOAT = /^(\d{5,})\.0+$/;
/** A whole number as spreadsheets group it, or one of their errors (#N/A): no list of numbers. */
export const THOUSANDS = /^\d{1,3}(?:,\d{3}){2,}(?:\.0+)?$/;
export const SHEET_ERROR = /^#/;
const FRACTION = /^\d+\.\d+$/;
/** Behind a point that only parts a number stand this many digits or more. */
const LEAST_BEHIND_POINT = 3;
/** A sign before the digits, in any of the dashes that are printed for it. A plus sign is part of a number. */
const SIGNED = /^[\s(]*[-\u00ad\u02d7\u2043\u2500\u2796\u30fc][\s(]*\d/;
/** Digits and what people put between and around them; a plus sign only in front. */
const NUMBER_SHAPE = /^\(?\+?[\d()\s.-]*$/;
/** Shorter tails behind a dash may be an extension or the end of a run of numbers (83634406-07). */
const LEAST_EXTENSION = 3;
const MOST_EXTENSION = 5;

/** Raised, circled and struck digits, and units: folding would make digits or letters of them, or lose the stroke. */
export const MARKED =
  /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u32b0\u3371-\u33df%\uff05\u00a5\uffe5$\u20ac]|\u0335|\u0336/u;
/** A few digits in brackets behind a number, one behind a dash, or far from the rest: a footnote, or another column's. */
const SHORT_TAIL = /\d\s*[([]\d{1,4}[)\]]$|\d-\d$/;
const FAR_APART = /\d[^\S\n]{3,}\d/;

export function refused(printed: string, rule: PhoneIssue['rule'], evidence: string): ParsedPhone {
  const issues = [{ rule, evidence: [evidence] }];
  return { printed, kind: 'unknown', e164: null, extension: null, tel: null, areaCodeFrom: null, issues };
}

/** Reads one printed number. */
export function parseNumber(printed: string, context: PhoneContext): ParsedPhone {
  const text = foldText(printed);
  const unreadable = screen(printed, text);
  if (unreadable !== null) return unreadable;
  const { body, extension, issues } = takeApart(printed, text);
  if (SIGNED.test(body)) return refused(printed, 'phone.precision_suspect/lost', phoneWords.sign);
  if (!NUMBER_SHAPE.test(body)) {
    const strange = [...new Set(body.replace(/[\d()\s.-]/g, ''))].slice(0, 8);
    return refused(printed, 'phone.suspect_char', phoneWords.suspect(strange));
  }
  if (!/\d/.test(body)) return refused(printed, 'phone.invalid', phoneWords.noDigits);
  if (isFraction(body, context)) return refused(printed, 'phone.precision_suspect/lost', phoneWords.fraction);
  return extension === null
    ? readWithTail(printed, body, context, issues)
    : finish(printed, readDigits(body, context), extension, issues);
}

/** A point with digits behind it, unless it only parts those of a whole number. */
function isFraction(body: string, { country }: PhoneContext): boolean {
  const shape = body.replace(/[\s()]/g, '');
  if (!FRACTION.test(shape)) return false;
  const behind = shape.length - shape.indexOf('.') - 1;
  return behind < LEAST_BEHIND_POINT || validNumber(shape, country) === null;
}

/** What can be told to be no number before a digit is read. */
function screen(printed: string, text: string): ParsedPhone | null {
  if (hasControl(printed)) return refused(printed, 'phone.suspect_char', phoneWords.control);
  if (MARKED.test(printed)) return refused(printed, 'phone.suspect_char', phoneWords.marked);
  if (SHORT_TAIL.test(text) || FAR_APART.test(printed))
    return refused(printed, 'phone.suspect_char', phoneWords.shortTail);
  if (isDate(text)) return refused(printed, 'phone.precision_suspect/lost', phoneWords.date);
  const [, , decimals = '', exponent] = SCIENTIFIC.exec(text) ?? [];
  if (exponent === undefined) return null;
  const isWhole = decimals.length >= Number(exponent.replace(/\s/g, ''));
  return refused(printed, 'phone.precision_suspect/lost', isWhole ? phoneWords.scientificWhole : phoneWords.scientific);
}

/** Parts a number from the words in front of it and an announced extension behind it. */
function takeApart(printed: string, text: string): { body: string; extension: string | null; issues: PhoneIssue[] } {
  const issues: PhoneIssue[] = [];
  const unlabelled = text
    .replace(NUMBER_MARK, '')
    .replace(NUMBER_LABEL, '')
    .replace(/[[\u3010\u3014]([\d+\s-]*)[\]\u3011\u3015]/, '($1)')
    .replace(/(?<=\d)\u3002$/, '');
  if (unlabelled !== text || hasUnseen(printed) || /[\uff00-\uffef]/.test(printed)) {
    issues.push({ rule: 'text.normalised', evidence: [phoneWords.folded(printed)] });
  }
  const announced = EXTENSION.exec(unlabelled);
  if (announced?.[1] !== undefined && announced.index > 0) {
    return { body: unlabelled.slice(0, announced.index).replace(/[\s(,-]+$/, ''), extension: announced[1], issues };
  }
  if (THOUSANDS.test(unlabelled)) {
    issues.push({ rule: 'phone.precision_suspect/changed', evidence: [phoneWords.thousands] });
    return { body: unlabelled.replace(/\..*$/, '').replaceAll(',', ''), extension: null, issues };
  }
  const float = FLOAT.exec(unlabelled);
  if (float?.[1] === undefined) return { body: unlabelled, extension: null, issues };
  issues.push({ rule: 'phone.precision_suspect/changed', evidence: [phoneWords.float] });
  return { body: float[1], extension: null, issues };
}

/** A number whose last dash may stand before an extension: only where the whole is no number and the head is one. */
function readWithTail(printed: string, body: string, context: PhoneContext, issues: PhoneIssue[]): ParsedPhone {
  const whole = readDigits(body, context);
  const [, head = '', tail = ''] = /^(.*\d)\)?\s*-\s*(\d+)$/.exec(body) ?? [];
  if ('number' in whole || head === '' || tail.length > MOST_EXTENSION) return finish(printed, whole, null, issues);
  const main = readDigits(head, context);
  if (!('number' in main)) return finish(printed, whole, null, issues);
  if (tail.length < LEAST_EXTENSION) return refused(printed, 'phone.invalid', phoneWords.rangeOrExtension(tail));
  return finish(printed, main, tail, issues);
}

const LONGEST_EXTENSION = 6;

function finish(
  printed: string,
  read: ReturnType<typeof readDigits>,
  extension: string | null,
  issues: PhoneIssue[],
): ParsedPhone {
  if (!('number' in read)) {
    const { rule, evidence, kind } = read;
    return { ...refused(printed, rule, evidence), kind, issues: [...read.issues, ...issues] };
  }
  if (extension !== null && extension.length > LONGEST_EXTENSION) {
    return refused(printed, 'phone.too_long', phoneWords.extension(extension));
  }
  const { number, kind, areaCodeFrom } = read;
  const isShort = !number.startsWith('+');
  const callable = isShort ? `tel:${number}` : `tel:${number}${extension ? `;ext=${extension}` : ''}`;
  const extensionIssue: PhoneIssue[] =
    extension === null ? [] : [{ rule: 'phone.extension', evidence: [phoneWords.extension(extension)] }];
  return {
    printed,
    kind,
    e164: isShort ? null : number,
    extension,
    tel: callable,
    areaCodeFrom,
    issues: [...read.issues, ...extensionIssue, ...issues],
  };
}
