import { type PhoneContext, validNumber } from '../../directory/numbering.ts';
import type { Phone } from '../../directory/records.ts';
import type { Callable } from '../../directory/tel.ts';
import { foldText, hasControl, hasMarkup, hasUnseen, isFormula } from '../../text/text.ts';
import { phoneWords } from '../../wording/normaliser.ts';
import { EXTENSION, NUMBER_LABEL, NUMBER_MARK, NUMBER_SEPARATOR } from '../../wording/printed.ts';
import { type PhoneIssue, readDigits } from './read.ts';

/** One printed number and what it is. `e164` and `tel` are null whenever there is an error among the issues. */
export interface ParsedPhone extends Callable, Pick<Phone, 'printed' | 'areaCodeFrom'> {
  issues: PhoneIssue[];
}

const DATE = /^(?:19|20)\d{2}\s?[-/.\u5e74]\s?\d{1,2}\s?[-/.\u6708]\s?\d{1,2}(?:\s?\u65e5)?(?:\s\d{1,2}:.*)?$/;
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i;
const FLOAT = /^(\d{5,})\.0+$/;
/** A whole number as spreadsheets group it, or one of their errors (#N/A): no list of numbers. */
const THOUSANDS = /^\d{1,3}(?:,\d{3}){2,}(?:\.0+)?$/;
const SHEET_ERROR = /^#/;
const FRACTION = /^[1-9]\d*\.\d+$/;
/** Digits and what people put between and around them; a plus sign only in front. */
const NUMBER_SHAPE = /^\(?\+?[\d()\s.-]*$/;
/** Shorter tails behind a dash may be an extension or the end of a run of numbers (83634406-07). */
const LEAST_EXTENSION = 3;
const MOST_EXTENSION = 5;
/** A cell with more parts than this is no list of numbers and is kept whole. */
const MOST_NUMBERS = 20;

function refused(printed: string, rule: PhoneIssue['rule'], evidence: string, more: PhoneIssue[] = []): ParsedPhone {
  const issues = [{ rule, evidence: [evidence] }, ...more];
  return { printed, kind: 'unknown', e164: null, extension: null, tel: null, areaCodeFrom: null, issues };
}

/**
 * Reads a printed cell into its numbers. Nothing is repaired, completed or taken apart by guess: what is not a complete
 * valid number as it stands carries an error.
 *
 * @param cell as printed, not blank
 * @param isCalculated the cell shows what a spreadsheet calculated
 */
export function parseCell(cell: string, context: PhoneContext, isCalculated = false): ParsedPhone[] {
  const parts = splitNumbers(cell, context);
  const phones = parts.map((part) => parseNumber(part, context));
  if (isCalculated || isFormula(cell))
    return phones.map((phone) => refused(phone.printed, 'phone.suspect_char', phoneWords.formula));
  if (phones.length > 1) {
    for (const phone of phones) {
      phone.issues.push({ rule: 'phone.multiple', evidence: [phoneWords.multiple(phones.length)] });
    }
  }
  return phones;
}

/** The numbers of a cell as printed, one string each. White space parts numbers only where each is one by itself. */
function splitNumbers(cell: string, context: PhoneContext): string[] {
  // The slash of a date or a tag, and the semicolon of a character reference, part no numbers.
  const text = foldText(cell);
  const isWhole = DATE.test(text) || THOUSANDS.test(text) || SHEET_ERROR.test(text) || hasMarkup(cell);
  if (isWhole) return [cell.trim()];
  const parts = cell.split(NUMBER_SEPARATOR).map((part) => part.trim());
  const numbers = parts.filter((part) => part !== '').flatMap((part) => splitAtSpaces(part, context));
  return numbers.length === 0 || numbers.length > MOST_NUMBERS ? [cell.trim()] : numbers;
}

function splitAtSpaces(part: string, context: PhoneContext): string[] {
  const pieces = part.split(/\s+/);
  if (pieces.length === 1 || parseNumber(part, context).e164 !== null) return [part];
  return pieces.every((piece) => parseNumber(piece, context).e164 !== null) ? pieces : [part];
}

/** Reads one printed number. */
function parseNumber(printed: string, context: PhoneContext): ParsedPhone {
  const text = foldText(printed);
  const unreadable = screen(printed, text);
  if (unreadable !== null) return unreadable;
  const { body, extension, issues } = takeApart(printed, text);
  const shape = body.replace(/[\s()]/g, '');
  if (!NUMBER_SHAPE.test(body)) {
    const strange = [...new Set(body.replace(/[\d()\s.-]/g, ''))].slice(0, 8);
    return refused(printed, 'phone.suspect_char', phoneWords.suspect(strange));
  }
  if (!/\d/.test(shape)) return refused(printed, 'phone.invalid', phoneWords.noDigits);
  if (FRACTION.test(shape) && !validNumber(shape, context.country)) {
    return refused(printed, 'phone.invalid', phoneWords.fraction, [
      { rule: 'phone.precision_suspect', evidence: [phoneWords.fraction] },
    ]);
  }
  return extension === null
    ? readWithTail(printed, shape, context, issues)
    : finish(printed, readDigits(shape, context), extension, issues);
}

/** What can be told to be no number before a digit is read. */
function screen(printed: string, text: string): ParsedPhone | null {
  if (hasControl(printed)) return refused(printed, 'phone.suspect_char', phoneWords.control);
  if (DATE.test(text)) return refused(printed, 'phone.invalid', phoneWords.date);
  if (!SCIENTIFIC.test(text)) return null;
  const lost: PhoneIssue = { rule: 'phone.precision_suspect', evidence: [phoneWords.scientific] };
  return refused(printed, 'phone.invalid', phoneWords.scientific, [lost]);
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
    issues.push({ rule: 'phone.precision_suspect', evidence: [phoneWords.thousands] });
    return { body: unlabelled.replace(/\..*$/, '').replaceAll(',', ''), extension: null, issues };
  }
  const float = FLOAT.exec(unlabelled);
  if (float?.[1] === undefined) return { body: unlabelled, extension: null, issues };
  issues.push({ rule: 'phone.precision_suspect', evidence: [phoneWords.float] });
  return { body: float[1], extension: null, issues };
}

/** A number whose last dash may stand before an extension: only where the whole is no number and the head is one. */
function readWithTail(printed: string, shape: string, context: PhoneContext, issues: PhoneIssue[]): ParsedPhone {
  const whole = readDigits(shape, context);
  const [, head = '', tail = ''] = /^(.*\d)-(\d+)$/.exec(shape) ?? [];
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
  if (!('number' in read))
    return { ...refused(printed, read.rule, read.evidence), issues: [...read.issues, ...issues] };
  if (extension !== null && extension.length > LONGEST_EXTENSION) {
    return refused(printed, 'phone.too_long', phoneWords.extension(extension));
  }
  const { number, kind, areaCodeFrom } = read;
  const callable = kind === 'short_code' ? `tel:${number}` : `tel:${number}${extension ? `;ext=${extension}` : ''}`;
  const extensionIssue: PhoneIssue[] =
    extension === null ? [] : [{ rule: 'phone.extension', evidence: [phoneWords.extension(extension)] }];
  return {
    printed,
    kind,
    e164: kind === 'short_code' ? null : number,
    extension,
    tel: callable,
    areaCodeFrom,
    issues: [...read.issues, ...extensionIssue, ...issues],
  };
}
