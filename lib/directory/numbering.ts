import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/**
 * What a country's and a city's numbering says, asked of the full metadata. The small metadata calls a bare 8-digit
 * local number valid, and a 10-digit mobile too, so it is never used here.
 */

/** Where numbers of a table belong: `areaCode` as dialled inside the country, such as `010`; null where unknown. */
export interface PhoneContext {
  country: string;
  areaCode: string | null;
  /** Short codes that may be called as printed. */
  shortCodes: readonly string[];
}

export type NumberKind = 'fixed_line' | 'mobile' | 'short_code' | 'unknown';
export interface ValidNumber {
  e164: string;
  kind: NumberKind;
}

export const isCountry = (country: string): country is CountryCode => isSupportedCountry(country);

/** The country's calling code, such as `86`. Throws where the country is unknown: check with `isCountry` first. */
export function callingCode(country: string): string {
  if (!isCountry(country)) throw new Error(`no numbering plan for country ${country}`);
  return getCountryCallingCode(country);
}

/** A complete national number, trunk zero included, or null where it is not a valid one. */
export function validNumber(digits: string, country: string): ValidNumber | null {
  if (!isCountry(country)) return null;
  const number = parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false });
  if (number?.country !== country) return null;
  // With full metadata a number has a type exactly where it is valid; `isValid` would look for the same type again.
  const type = number.getType();
  if (type === undefined) return null;
  const kind = type === 'MOBILE' ? 'mobile' : type === 'FIXED_LINE' ? 'fixed_line' : 'unknown';
  return { e164: number.number, kind };
}

const LOCAL_LENGTHS = [5, 6, 7, 8, 9];
const lengthsByArea = new Map<string, readonly number[]>();

/** How many digits local numbers have in the area; empty where the area code is unknown. */
export function localLengths({ country, areaCode }: PhoneContext): readonly number[] {
  if (areaCode === null) return [];
  const key = `${country} ${areaCode}`;
  const known = lengthsByArea.get(key);
  if (known !== undefined) return known;
  const lengths = LOCAL_LENGTHS.filter((length) =>
    ['2', '3', '4', '5', '6', '7', '8'].some((first) => validNumber(areaCode + first.padEnd(length, '3'), country)),
  );
  lengthsByArea.set(key, lengths);
  return lengths;
}
