import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A number as people read it aloud: `010 6552 0114`, `185 2555 3233`, the same everywhere. A number of another
 * country keeps its country code. `e164` that cannot be parsed (a short code) comes back without the plus sign.
 */
export function spacedDigits(e164: string, country: string, extension: string | null = null): string {
  const number = parsePhoneNumberFromString(e164);
  const spaced = number
    ? number.country === country
      ? number.formatNational()
      : number.formatInternational()
    : e164.replace(/^\+/, '');
  return `${spaced.replace(/[^\d+]+/g, ' ').trim()}${extension ? ` 转 ${extension}` : ''}`;
}
