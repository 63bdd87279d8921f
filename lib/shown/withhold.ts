import { z } from 'zod';
import { type DirectoryTables, type Flag, type Phone, phoneSchema } from '../directory/records.ts';
import { flagsByPhone, isCallable, isWithheld } from '../directory/standing.ts';
import { withheldDigits } from '../wording/api.ts';

/** A number as the public may have it: out of use it has no digits; under an error flag, nothing to dial. */
export const publicPhoneSchema = phoneSchema.extend({ printed: z.string().nullable() });
export type PublicPhone = z.infer<typeof publicPhoneSchema>;
export type PublicTables = Omit<DirectoryTables, 'phones'> & { phones: PublicPhone[] };

/** Shorter strings of digits stand in rows, years and codes too, so they are not looked for in texts. */
const LEAST_DIGITS_FOUND_IN_TEXT = 5;

const digitsOf = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\D/g, '');

const digitStrings = (phone: Phone) => [digitsOf(phone.printed), digitsOf(phone.e164)];

/** Finds the digits however they are spaced, hyphenated or full-width. */
function patternOf(digits: string): RegExp {
  const either = [...digits].map((digit) => `[${digit}${String.fromCharCode(0xff10 + Number(digit))}]`);
  return new RegExp(either.join('[^\\p{L}\\p{N}]{0,3}'), 'gu');
}

/** The digits of numbers out of use that no other number in the directory still shows. */
function withheldPatterns(phones: readonly Phone[], withheld: ReadonlySet<string>): RegExp[] {
  const [hidden, shown] = [new Set<string>(), new Set<string>()];
  for (const phone of phones) {
    for (const digits of digitStrings(phone)) (withheld.has(phone.id) ? hidden : shown).add(digits);
  }
  return [...hidden]
    .filter((digits) => digits.length >= LEAST_DIGITS_FOUND_IN_TEXT && !shown.has(digits))
    .map(patternOf);
}

function publicPhone(phone: Phone, own: readonly Flag[]): PublicPhone {
  if (isWithheld(own)) {
    const { note: _, ...rest } = phone;
    return { ...rest, printed: null, cells: [], e164: null, extension: null, tel: null };
  }
  return isCallable(phone, own) ? phone : { ...phone, e164: null, tel: null };
}

/**
 * The tables as anybody may read them: no digit of a number that is out of use, anywhere, and nothing to dial where a
 * number has an error flag.
 */
export function withhold(tables: DirectoryTables): PublicTables {
  const { edition, districts, stations, setAside } = tables;
  const flagsOf = flagsByPhone(tables.flags);
  const phones = tables.phones.map((phone) => publicPhone(phone, flagsOf(phone)));
  const withheld = new Set(tables.phones.filter((phone) => isWithheld(flagsOf(phone))).map(({ id }) => id));
  const flags = tables.flags.map((flag) =>
    flag.subject.phone !== null && withheld.has(flag.subject.phone) ? { ...flag, printed: null, cells: [] } : flag,
  );
  const copy = { edition, districts, stations, phones, flags, setAside };
  const patterns = withheldPatterns(tables.phones, withheld);
  if (patterns.length === 0) return copy;
  const clean = (text: string) => patterns.reduce((rest, pattern) => rest.replace(pattern, withheldDigits), text);
  return JSON.parse(JSON.stringify(copy), (_key, value) => (typeof value === 'string' ? clean(value) : value));
}
