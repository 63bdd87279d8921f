import type { PhoneContext } from '../../directory/numbering.ts';
import { foldText } from '../../text/text.ts';
import { phoneWords } from '../../wording/normaliser.ts';
import {
  EXTENSION_WORD,
  FAX,
  INTERNAL_ALONE,
  OUT_OF_SERVICE,
  PHONE_AND_FAX,
  REMARK_WITH_DIGITS,
  RUN,
} from '../../wording/printed.ts';
import { MARKED, type ParsedPhone, parseNumber, refused } from './number.ts';
import { MASK, readWords, type Said } from './words.ts';

/**
 * A cell in which words stand beside numbers: 83990421（晚上13912340006）, 值班员…（加微信）, 传真…. Read only where every
 * digit belongs to a number and every word is known; what stands with a number is kept as its note.
 */

/** A number, words, or what parts them; `from` and `to` say where it stands in the folded text. */
interface Token {
  kind: 'number' | 'words' | 'gap';
  text: string;
  from: number;
  to: number;
  /** In which brackets of the cell it stands; 0: in none. */
  bracket: number;
}
interface NumberToken extends Token {
  labels: string[];
  remarks: Said[];
  extension: Token | null;
  isSigned: boolean;
}

const NUMBER =
  /(?:\+\s*)?(?:(?<!\d)0\d{1,4}\)[^\S\n]*)?(?:\(\s*\+?\d{1,4}\s*\)[^\S\n]*[.-]*)*\d(?:(?:[^\S\n]|[.-]){0,3}(?:\(\d{1,4}\)(?:[^\S\n]|[.-]){0,2})?\d)*(?:\s*-?\s*(?:转分机|转内线|转接|内线号?|分机号?|转|轉|ext\.?|#)[:.\s-]*\d{1,6}(?!\d))?/giu;
const GAP = /[、,;|/\n()[\]{}【】〔〕《》〈〉「」『』。]/;
const OPENS = /[([{【〔《〈「『]/;
const CLOSES = /[)\]}】〕》〉」』]/;
/** The end of a run (83990425～27) has no more digits; a whole number always has. */
const LONGEST_TAIL = 4;

/** Words about all numbers of a cell. */
const OF_ALL = /[均都全皆各]|两个|以上|上述/;

/** Folded text, and where in the cell each of its characters stands. */
interface Folded {
  text: string;
  places: { from: number; to: number }[];
}

function foldWithPlaces(cell: string): Folded {
  const folded: Folded = { text: '', places: [] };
  let at = 0;
  for (const character of cell) {
    const whole = /\s/.test(character) ? (character === '\n' ? '\n' : ' ') : foldText(character);
    folded.text += whole;
    for (let unit = 0; unit < whole.length; unit += 1) folded.places.push({ from: at, to: at + character.length });
    at += character.length;
  }
  return folded;
}

/** The numbers of the cell, or null where something in it is not understood. */
export function readWithWords(cell: string, context: PhoneContext): ParsedPhone[] | null {
  if (MARKED.test(cell)) return null;
  const folded = foldWithPlaces(cell);
  const masked = folded.text.replace(REMARK_WITH_DIGITS, (remark) => MASK.repeat(remark.length));
  const tokens = tokenise(masked);
  const numbers = tokens.filter((token): token is NumberToken => token.kind === 'number');
  if (numbers.length === 0 || INTERNAL_ALONE.test(masked.trim())) return readWordsAlone(cell, masked);
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'words' && !assign(token, at, tokens, folded)) return null;
  }
  handOnFaxLabels(numbers);
  const own = (from: number, to: number) =>
    cell.slice(folded.places[from]?.from ?? 0, folded.places[to - 1]?.to ?? 0).trim();
  const phones: ParsedPhone[] = [];
  for (const [at, number] of numbers.entries()) {
    const isTail = number.text.trim().length <= LONGEST_TAIL && /^\d+$/.test(number.text.trim());
    if (numbers.some(({ extension }) => extension === number)) continue;
    if (isTail && at === 0) return null;
    if (isTail) phones.push(refused(own(number.from, number.to), 'phone.abbreviated', phoneWords.runOn));
    else phones.push(...readNumber(number, own, context));
  }
  // What is said in front of a list, or of all of them, is said of each.
  const isOfAll = tokens.some(({ kind, text }) => kind === 'words' && OF_ALL.test(text) && OUT_OF_SERVICE.test(text));
  const isLabel = numbers[0]?.labels.some((label) => OUT_OF_SERVICE.test(label)) ?? false;
  if (numbers.length > 1 && (isOfAll || isLabel)) {
    return phones.map((one) => refused(one.printed, 'phone.not_public', phoneWords.outOfService));
  }
  // Of one number that is out of service the print says so as well; readers are shown none of it.
  const [alone, ...others] = phones;
  const isWithheld = alone?.issues[0]?.rule === 'phone.not_public' && others.length === 0;
  return isWithheld ? [{ ...alone, printed: cell.trim() }] : phones;
}

/** Only words: out of service is said of the cell; anything else is no number that could be read. */
function readWordsAlone(cell: string, masked: string): ParsedPhone[] | null {
  if (INTERNAL_ALONE.test(masked.trim())) return [refused(cell.trim(), 'phone.not_public', phoneWords.internal)];
  const said = readWords(masked.replace(new RegExp(GAP, 'g'), ''), false);
  return said?.isOutOfService ? [refused(cell.trim(), 'phone.not_public', phoneWords.outOfService)] : null;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  let brackets = 0;
  const add = (kind: Token['kind'], from: number, to: number) => {
    const token = { kind, text: text.slice(from, to), from, to, bracket: open.at(-1) ?? 0 };
    if (kind === 'number')
      tokens.push({ ...token, labels: [], remarks: [], extension: null, isSigned: false } as NumberToken);
    else if (token.text.trim() !== '') tokens.push(token);
  };
  const addBetween = (from: number, to: number) => {
    let start = from;
    for (let at = from; at <= to; at += 1) {
      const one = text[at] ?? '';
      if (at < to && !GAP.test(one)) continue;
      if (at > start) add('words', start, at);
      start = at + 1;
      if (at === to) continue;
      if (OPENS.test(one)) {
        brackets += 1;
        open.push(brackets);
      } else if (CLOSES.test(one)) open.pop();
      add('gap', at, at + 1);
    }
  };
  let end = 0;
  for (const { index, 0: number } of text.matchAll(NUMBER)) {
    addBetween(end, index);
    end = index + number.length;
    add('number', index, end);
  }
  addBetween(end, text.length);
  return tokens;
}

/** Gives words to the number that they are about; false where they are not known or about none. */
function assign(words: Token, at: number, tokens: readonly Token[], folded: Folded): boolean {
  const numbers = tokens.filter((token): token is NumberToken => token.kind === 'number');
  const near = words.bracket === 0 ? numbers : numbers.filter(({ bracket }) => bracket === words.bracket);
  const isNumber = (token: Token | undefined): token is NumberToken => token?.kind === 'number';
  const [last, next] = [tokens[at - 1], tokens[at + 1]];
  if (isNumber(next) && isNumber(last) && RUN.test(words.text.trim())) return true;
  if (isNumber(next) && EXTENSION_WORD.test(words.text.trim())) {
    const main = numbers.findLast(({ to }) => to <= words.from);
    if (main === undefined || next.text.length > 6) return false;
    main.extension = next;
    return true;
  }
  if (isNumber(next) && !isNumber(last) && /^\s*-\s*$/.test(words.text)) {
    next.isSigned = true;
    return true;
  }
  // Marks that say nothing: what they do to the number cannot be told.
  if (/^[\s\p{P}\p{S}]*$/u.test(words.text) && /[^\s:.]/.test(words.text)) return false;
  const said = readWords(words.text, words.bracket > 0);
  if (said === null) return false;
  const before = (near.length > 0 ? near : numbers).findLast(({ to }) => to <= words.from);
  const after = (near.length > 0 ? near : numbers).find(({ from }) => from >= words.to);
  const isLabel = isNumber(next) || before === undefined;
  const about = isLabel ? (isNumber(next) ? next : after) : before;
  if (about === undefined) return false;
  const note =
    said.note === ''
      ? ''
      : folded.text
          .slice(words.from, words.to)
          .trim()
          .replace(/^[\s:.-]+|[\s:.-]+$/g, '');
  const kept = { ...said, note: said.namesPerson ? said.note.replaceAll(MASK, '') : note };
  if (isLabel) about.labels.push(words.text);
  about.remarks.push({ ...kept, isFax: !isLabel && said.isFax && !PHONE_AND_FAX.test(words.text) });
  // Between two numbers nobody can tell which of them is out of service.
  if (said.isOutOfService && isLabel && isNumber(last)) last.remarks.push({ ...kept, note: '' });
  return true;
}

function isFaxLabel(labels: readonly string[]): boolean {
  const label = labels.join('/');
  return FAX.test(label) && !PHONE_AND_FAX.test(label);
}

/** A number without a label of its own, behind one with a fax's, may be a fax's as well. */
function handOnFaxLabels(numbers: readonly NumberToken[]): void {
  for (const [at, number] of numbers.entries()) {
    const last = numbers[at - 1];
    if (
      last !== undefined &&
      number.labels.length === 0 &&
      number.bracket === last.bracket &&
      isFaxLabel(last.labels)
    ) {
      number.labels.push(...last.labels);
    }
  }
}

/** The number itself, called or not as the words beside it say. */
function readNumber(
  { text, from, to, labels, remarks, extension, isSigned }: NumberToken,
  own: (from: number, to: number) => string,
  context: PhoneContext,
): ParsedPhone[] {
  const printed = own(from, extension?.to ?? to);
  const isFax = remarks.some((one) => one.isFax) || isFaxLabel(labels);
  const notes = [...new Set(remarks.map(({ note }) => note).filter((note) => note !== ''))];
  const more = {
    ...(notes.length > 0 && { note: notes.join('，') }),
    ...(remarks.some(({ namesPerson }) => namesPerson) && { namesPerson: true as const }),
  };
  if (remarks.some(({ isInternal }) => isInternal)) {
    return [{ ...refused(printed, 'phone.not_public', phoneWords.internal), ...more }];
  }
  if (remarks.some(({ isOutOfService }) => isOutOfService)) {
    return [{ ...refused(printed, 'phone.not_public', phoneWords.outOfService), ...more }];
  }
  if (isSigned) return [{ ...refused(printed, 'phone.precision_suspect/lost', phoneWords.sign), ...more }];
  if (isFax) return [{ ...refused(printed, 'phone.invalid', ''), ...more, kind: 'fax', issues: [] }];
  if (extension !== null) {
    const whole = parseNumber(`${own(from, to)}转${extension.text.trim()}`, context);
    return [{ ...whole, ...more, printed }];
  }
  const pieces = text.trim().split(/\s+/);
  const single = parseNumber(printed, context);
  if (pieces.length === 1 || single.tel !== null) return [{ ...single, ...more }];
  const several = printed.split(/\s+/).map((piece) => parseNumber(piece, context));
  return (several.every(({ tel }) => tel !== null) ? several : [single]).map((phone) => ({ ...phone, ...more }));
}
