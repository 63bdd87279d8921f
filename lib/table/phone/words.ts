import { foldText } from '../../text/text.ts';
import {
  DENIAL,
  ELSEWHERE,
  ELSEWHERE_WHAT,
  FAX,
  ONLY_LABELS,
  OUT_OF_SERVICE,
  PERSON,
  REMARKS,
  STILL_IN_SERVICE,
  SURNAME,
  TITLE,
} from '../../wording/printed.ts';

/** What words beside a number say of it. */
export interface Said {
  /** They are of those that are known: all of them, apart from a person's name. */
  note: string;
  namesPerson: boolean;
  isFax: boolean;
  isOutOfService: boolean;
}

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
  if (/^[tm]$/i.test(text)) return { note: '', namesPerson: false, isFax: false, isOutOfService: false };
  const said = { note: '', namesPerson: false, isFax: FAX.test(text), isOutOfService: false };
  if (OUT_OF_SERVICE.test(text)) return STILL_IN_SERVICE.test(text) ? null : { ...said, isOutOfService: true };
  if (PERSON.test(text) && !DENIAL.test(text)) return { ...said, namesPerson: true };
  const rest = text.replace(/^f$/i, '').replace(REMARK, '').replaceAll(MASK, '');
  if (DENIAL.test(rest)) return null;
  const isTitled = rest !== text && SURNAME.test(rest);
  if (rest !== '' && !PERSON.test(rest) && !isTitled && !(isInBrackets && SURNAME.test(rest))) return null;
  const note = rest === '' ? text : text.replace(rest, '');
  return { ...said, note: ONLY_LABELS.test(note) ? '' : note, namesPerson: rest !== '' };
}

/** Whether any word of a cell says of a number that it is not to be called. */
export function takesBack(cell: string): boolean {
  const text = foldText(cell);
  return FAX.test(text) || OUT_OF_SERVICE.test(text) || DENIAL.test(text);
}

/** Whether a cell for a number says where to look for it instead: the same as above, see the head office. */
export function refersElsewhere(cell: string): boolean {
  const text = foldText(cell);
  if (/\d/.test(text) || OUT_OF_SERVICE.test(text) || TITLE.test(text)) return false;
  return ELSEWHERE.test(text) && ELSEWHERE_WHAT.test(text);
}
