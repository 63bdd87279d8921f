import { callingCode, type PhoneContext } from '../../directory/numbering.ts';
import { planOf } from '../../text/numbering-plan.ts';
import { foldText, hasControl, hasMarkup, isFormula } from '../../text/text.ts';
import { phoneWords } from '../../wording/normaliser.ts';
import { NUMBER_SEPARATOR } from '../../wording/printed.ts';
import { isDate, type ParsedPhone, parseNumber, refused, SCIENTIFIC, SHEET_ERROR, THOUSANDS } from './number.ts';
import { readWithWords } from './with-words.ts';
import { isNoNumber, takesBack } from './words.ts';

/** A cell with more parts than this is no list of numbers and is kept whole. */
const MOST_NUMBERS = 20;
/** A longer cell is a text, and the words in it are not taken apart. */
const LONGEST_WITH_WORDS = 200;

/**
 * Reads a printed cell into its numbers. Nothing is repaired, completed or taken apart by guess: what is not a complete
 * valid number as it stands carries an error.
 *
 * @param cell as printed, not blank
 * @param isCalculated the cell shows what a spreadsheet calculated
 */
export function parseCell(cell: string, context: PhoneContext, isCalculated = false): ParsedPhone[] {
  if (isNoNumber(cell)) return [];
  const phones = withOwnAreaCode(readParts(cell, context), context);
  if (isCalculated || isFormula(cell))
    return phones.map((phone) => refused(phone.printed, 'phone.suspect_char', phoneWords.formula));
  // Each number of a cell tells where it stands: what names a person is for editors with all of them.
  const namesPerson = phones.some((phone) => phone.namesPerson);
  for (const phone of phones) if (namesPerson) phone.namesPerson = true;
  if (phones.length > 1) {
    for (const phone of phones) {
      phone.issues.push({ rule: 'phone.multiple', evidence: [phoneWords.multiple(phones.length)] });
    }
  }
  return phones;
}

function readParts(cell: string, context: PhoneContext): ParsedPhone[] {
  const phones = withoutTails(splitNumbers(cell, context).map((part) => parseNumber(part, context)));
  const hasWords = phones.some(({ tel, printed, issues }) => {
    const isStrange = issues.some(({ rule }) => rule === 'phone.suspect_char');
    return isStrange || (tel === null && /\p{L}/u.test(printed) && !SCIENTIFIC.test(foldText(printed)));
  });
  if (!hasWords || hasControl(cell) || hasMarkup(cell) || isFormula(cell)) return phones;
  const read = cell.length > LONGEST_WITH_WORDS ? null : readWithWords(cell, context);
  if (read !== null) return read;
  // Words that are not understood and take something back may be about any number of the cell.
  if (!takesBack(cell)) return phones;
  return phones.map((one) => (one.tel === null ? one : refused(one.printed, 'phone.suspect_char', phoneWords.unclear)));
}

/** A few digits behind a whole number are the end of a run: 83990425/27. */
function withoutTails(phones: ParsedPhone[]): ParsedPhone[] {
  return phones.map((phone, at) => {
    const isTail = /^\d{1,4}$/.test(foldText(phone.printed)) && phone.kind !== 'service';
    const isBehind = phones.slice(0, at).some(({ tel }) => tel !== null);
    return isTail && isBehind ? refused(phone.printed, 'phone.abbreviated', phoneWords.runOn) : phone;
  });
}

/**
 * A number without an area code has the table's only where no other number of its cell prints another one: beside a
 * number of elsewhere it may belong there.
 */
function withOwnAreaCode(phones: ParsedPhone[], context: PhoneContext): ParsedPhone[] {
  if (!phones.some(({ areaCodeFrom }) => areaCodeFrom === 'notice')) return phones;
  if (!phones.some((phone) => printsOtherArea(phone, context))) return phones;
  return phones.map((phone) =>
    phone.areaCodeFrom === 'notice' ? refused(phone.printed, 'phone.abbreviated', phoneWords.besideOtherArea) : phone,
  );
}

/** Whether it prints an area code that is not the table's, in a number that can be called or in one that cannot. */
function printsOtherArea({ printed, areaCodeFrom, e164 }: ParsedPhone, context: PhoneContext): boolean {
  const own = context.areaCode?.replace(/^0/, '') ?? '';
  if (e164 !== null) return areaCodeFrom === 'printed' && !e164.startsWith(`+${callingCode(context.country)}${own}`);
  const digits = foldText(printed).replace(/\D/g, '');
  const bare = digits.replace(new RegExp(`^(?:00)?${callingCode(context.country)}(?=\\d{${LEAST_WITH_AREA}})`), '');
  if (planOf(context.country)?.mobile.test(bare) || planOf(context.country)?.serviceStart.test(bare)) return false;
  const isLong = bare.length >= LEAST_WITH_AREA || /^0/.test(bare);
  return isLong && !bare.replace(/^0/, '').startsWith(own);
}

/** An area code and a local number have so many digits at least. */
const LEAST_WITH_AREA = 9;

/** The numbers of a cell as printed, one string each. White space parts numbers only where each is one by itself. */
function splitNumbers(cell: string, context: PhoneContext): string[] {
  // The slash of a date or a tag, and the semicolon of a character reference, part no numbers.
  const text = foldText(cell);
  const isNumber = isDate(text) || THOUSANDS.test(text) || SCIENTIFIC.test(text);
  const isWhole = isNumber || SHEET_ERROR.test(text) || hasMarkup(cell);
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
