import { foldText, hasMarkup } from '../../text/text.ts';
import {
  CITY,
  DENIAL,
  DEPARTMENT,
  DIGIT_WORDS,
  DITTO_MARKS,
  FAX,
  INTERNAL,
  ONLY_LABELS,
  OUT_OF_SERVICE,
  PERSON,
  REMARKS,
  STILL_IN_SERVICE,
  SURNAME,
  TAKEN_BACK,
  TITLE,
} from '../../wording/printed.ts';

/** What words beside a number say of it. */
export interface Said {
  /** They are of those that are known: all of them, apart from a person's name. */
  note: string;
  namesPerson: boolean;
  isFax: boolean;
  isOutOfService: boolean;
  isInternal: boolean;
}
const NOTHING: Said = { note: '', namesPerson: false, isFax: false, isOutOfService: false, isInternal: false };

/** Stands for digits that belong to a remark and not to a number (24小时). */
export const MASK = '\ue000';

const NO_WORD = /[\s:.,_·*~!'"“”‘’-]+/gu;
const REMARK = new RegExp(REMARKS.join('|'), 'giu');

/**
 * Reads the words beside a number, or null where they hold anything that is not known: then nobody can tell whether the
 * number is one to call.
 *
 * @param words folded, without digits
 */
export function readWords(words: string, isInBrackets: boolean): Said | null {
  const text = words.replace(NO_WORD, '');
  if (/^[tm]$/i.test(text)) return NOTHING;
  if (INTERNAL.test(text)) return { ...NOTHING, isInternal: true };
  const said = { ...NOTHING, isFax: FAX.test(text) };
  if (OUT_OF_SERVICE.test(text)) return STILL_IN_SERVICE.test(text) ? null : { ...said, isOutOfService: true };
  if (TAKEN_BACK.test(text)) return null;
  if (PERSON.test(text) && !CITY.test(text) && !DENIAL.test(text)) return { ...said, namesPerson: true };
  const rest = text.replace(/^f$/i, '').replace(REMARK, '').replaceAll(MASK, '');
  if (DENIAL.test(rest)) return null;
  if (DEPARTMENT.test(rest) && !CITY.test(rest)) return { ...said, note: text };
  const [, department = '', person = ''] = DEPARTMENT_AND_PERSON.exec(rest) ?? [];
  if (DEPARTMENT.test(department) && PERSON.test(person) && !CITY.test(person))
    return { ...said, note: department, namesPerson: true };
  const isTitled = rest !== text && SURNAME.test(rest);
  if (rest !== '' && (!PERSON.test(rest) || CITY.test(rest)) && !isTitled && !(isInBrackets && SURNAME.test(rest)))
    return null;
  const note = rest === '' ? text : text.replace(rest, '');
  return { ...said, note: ONLY_LABELS.test(note) ? '' : note, namesPerson: rest !== '' };
}

const DEPARTMENT_AND_PERSON = /^(\p{Script=Han}{1,8}(?:科|处|部|室|办|组|院|中心|队))(\p{Script=Han}{2,5})$/u;

/** Whether any word of a cell says of a number that it is not to be called. */
export function takesBack(cell: string): boolean {
  const text = foldText(cell);
  return FAX.test(text) || OUT_OF_SERVICE.test(text) || DENIAL.test(text) || TAKEN_BACK.test(text);
}

/** Whether a cell for a number holds a person instead: that is for editors, as a column of people's names. */
export function isPerson(cell: string): boolean {
  const text = foldText(cell);
  return isNoNumber(cell) && (TITLE.test(text) || readWords(text, true)?.namesPerson === true);
}

/**
 * Whether a cell for a number holds words instead of one: where it is to be found (the same as above, see the head office),
 * or why there is none. Of a number that is out of service the print says so, and digits may be written out, or be read as
 * letters.
 */
export function isNoNumber(cell: string): boolean {
  const text = foldText(cell);
  if (DITTO_MARKS.includes(text)) return true;
  if (/[\d#=]/.test(text) || !/\p{L}{2}/u.test(text) || DIGIT_WORDS.test(text) || hasMarkup(cell)) return false;
  return !OUT_OF_SERVICE.test(text) || OF_THE_STATION.test(text);
}
const OF_THE_STATION = /暂停(?:服务|营业|使用)/;
