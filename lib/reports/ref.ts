import { z } from 'zod';

/**
 * 受理编号: public, unlocks nothing. A city's letters + the day in China (YYMMDD) + a number counted within that day and
 * that city.
 */
export const REF_PATTERN = /^[A-Z]{2,4}\d{6}-\d{4,7}$/;

/** The letters of 0.1.0, for every city: valid for ever, given to none. */
const OLD_LETTERS = 'BD';

/** A city's letters: no other city of the deployment has them, and they never change once a report bears them. */
export const refLettersSchema = z
  .string()
  .regex(/^[A-Z]{2,4}$/, 'must be 2 to 4 capital letters')
  .refine((letters) => letters !== OLD_LETTERS, `must not be ${OLD_LETTERS}, which reports of every city once bore`);

/** The letters of a city whose files name none: the first of its id. @returns null where those will not do */
export function lettersOfId(id: string): string | null {
  const letters = id.replaceAll(/[^a-z]/g, '').slice(0, 4);
  return refLettersSchema.safeParse(letters.toUpperCase()).data ?? null;
}

/** `DL261122-0007` of the letters `DL`, the day `2026-11-22` and 7. */
export function formatRef(letters: string, day: string, number: number): string {
  return `${letters}${day.replaceAll('-', '').slice(2)}-${String(number).padStart(4, '0')}`;
}

/** Longer than a number with a blank after each character. What is longer is not even folded. */
const LONGEST_TYPED = 60;
const TYPED = /^([A-Z]{2,4})?(\d{6})-?(\d{4,7})$/;

/** What was typed in plain capitals, without blanks; '' where it is longer than any reference. */
const foldTyped = (typed: string): string =>
  typed.length > LONGEST_TYPED
    ? ''
    : typed
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[\s\p{Cf}]/gu, '')
        .replace(/[\u2010-\u2015\u2212]/g, '-');

const PART = /^(?=.*\d)[A-Z]{0,4}\d*-?\d{0,7}$/;
const SHORTEST_PART = 3;

/** What may have been meant by a part of a reference, such as its last figures, with or without the hyphen. */
export function refPartsOf(typed: string): string[] {
  const text = foldTyped(typed);
  if (text.length < SHORTEST_PART || !PART.test(text)) return [];
  const parted = text.replace(/^([A-Z]*\d+)(\d{4})$/, '$1-$2');
  return [...new Set([text, parted])];
}

/**
 * The references that may have been meant, in any width or case, with or without blanks and the hyphen: one, where the
 * letters were typed; without them that of the city whose page it is, then the old one.
 *
 * @param letters of the city of the page; null where it is about none
 */
export function possibleRefs(typed: string, letters: string | null): string[] {
  const [, own, day, number] = TYPED.exec(foldTyped(typed)) ?? [];
  if (day === undefined) return [];
  const meant = own !== undefined ? [own] : letters !== null ? [letters, OLD_LETTERS] : [];
  return meant.map((one) => `${one}${day}-${number}`);
}

/** The reference that was typed, letters and all, or null where it is none. */
export const parseRef = (typed: string): string | null => possibleRefs(typed, null)[0] ?? null;
