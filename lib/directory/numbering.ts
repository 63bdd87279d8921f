import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
  type NumberType,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import mainland from '../../data/numbering/CN.json' with { type: 'json' };
import { planOf } from '../text/numbering-plan.ts';
import type { Phone } from './records.ts';

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
  /**
   * The numbers went through a spreadsheet, which rounds what it takes for an amount: they stood in cells for numbers, or
   * other cells of the file show its hand.
   */
  fromSpreadsheet?: boolean;
}

export type NumberKind = Phone['kind'];
export interface ValidNumber {
  e164: string;
  kind: NumberKind;
}

const KIND_OF: Partial<Record<NonNullable<NumberType>, NumberKind>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed_line',
  TOLL_FREE: 'service',
  SHARED_COST: 'service',
  UAN: 'service',
};

export const isCountry = (country: string): country is CountryCode => isSupportedCountry(country);

/** Every country that the metadata knows. */
export const allCountries = (): string[] => getCountries();

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
  return { e164: number.number, kind: KIND_OF[type] ?? 'unknown' };
}

/** How a whole number would differ from these digits; null where nothing so simple is wrong with them. */
export type WrongLength = 'too_short' | 'too_long';

/** The most digits that are looked for, or left out, before nothing is said of the length. */
const MOST_DIGITS_OFF = 2;

/** Whether a number that is not valid in a country without a plan of ours has too few or too many digits. */
export function wrongLength(digits: string, country: string): WrongLength | null {
  if (!isCountry(country)) return null;
  const found = validatePhoneNumberLength(digits, country);
  if (found === 'TOO_SHORT' || found === 'TOO_LONG') return found === 'TOO_SHORT' ? 'too_short' : 'too_long';
  // The lengths of all kinds of numbers together allow nearly any: would it be one with a digit or two more, or less?
  for (let off = 1; off <= MOST_DIGITS_OFF; off += 1) {
    if (validNumber(digits.slice(0, -off), country) !== null) return 'too_long';
    if ([...'123456789'].some((more) => validNumber(digits + more.repeat(off), country) !== null)) return 'too_short';
  }
  return null;
}

/** Area code → how many digits local numbers have there, of countries with a plan of ours. */
const LENGTHS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  CN: new Map(
    Object.entries(mainland.areaCodesByLength).flatMap(([length, codes]) =>
      codes.split(' ').map((code) => [code, Number(length)] as const),
    ),
  ),
};

/** The area codes of a country with a plan of ours, as dialled inside it. */
export const areaCodesOf = (country: string): readonly string[] => [...(LENGTHS[country]?.keys() ?? [])];

/** How many digits local numbers have in the area of a country with a plan; null where there is no such area. */
export const localLength = (country: string, areaCode: string): number | null =>
  LENGTHS[country]?.get(areaCode) ?? null;

const ANY_LENGTH = [5, 6, 7, 8, 9];

/** Whether numbers of the country may begin with the area code. */
export function isAreaCode(areaCode: string, country: string): boolean {
  if (planOf(country) !== null) return localLength(country, areaCode) !== null;
  return ANY_LENGTH.some((length) =>
    [...'2345678'].some((first) => validNumber(areaCode + first.padEnd(length, '3'), country)),
  );
}

/** Whether people dial 0 in front of an area code there. */
export const hasTrunkZero = (country: string): boolean => {
  if (!isCountry(country)) return false;
  const example = getExampleNumber(country, examples);
  return example !== undefined && validNumber(`0${example.nationalNumber}`, country)?.e164 === example.number;
};

/** Whether digits without an area code may be a whole local number of the country, where no area is known. */
export function mayBeLocal(digits: string, country: string): boolean {
  if (isCountry(country) && getCountryCallingCode(country) === '1') return digits.length === NANP_LOCAL;
  return digits.length >= 6 && digits.length <= 8 && !digits.startsWith('0') && hasTrunkZero(country);
}
/** In North America. */
const NANP_LOCAL = 7;

/** Of Korea the metadata knows lengths that are no more: mobiles have eleven digits, and the last group has four. */
const LAST_GROUP: Readonly<Record<string, number>> = { KR: 4 };

/** How many digits a valid number has too many in its last group (fewer: below 0); 0 where nothing is known of that. */
export function offLength(body: string, country: string): number {
  const most = LAST_GROUP[country];
  const [, last = ''] = /\d[-.)\s]+(\d+)\)?$/.exec(body.trim()) ?? [];
  return most === undefined || last === '' ? 0 : last.length - most;
}
