import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Edition, Phone, Service } from '../directory/records.ts';

/** A number as it can be called. */
export type Callable = Pick<Phone, 'kind' | 'e164' | 'extension' | 'tel'>;

const EXTENSION = /(?:转|#|ext\.?|分机)\s*(\d{1,6})$/i;
const KINDS: Partial<Record<string, Phone['kind']>> = { FIXED_LINE: 'fixed_line', MOBILE: 'mobile' };

/** The parts of a `tel:` URI of ours: what a decision keeps of a corrected number. */
export function readTel(tel: string, country: Edition['country']): Callable {
  const [number = '', extension = null] = tel.replace(/^tel:/, '').split(';ext=');
  if (!number.startsWith('+')) return { kind: 'short_code', e164: null, extension, tel };
  const type = parsePhoneNumberFromString(number, country as 'CN')?.getType();
  return { kind: KINDS[type ?? ''] ?? 'unknown', e164: number, extension, tel };
}

/**
 * A number that an editor typed, or null where it is not a callable number of the directory's country. A landline may
 * leave out the directory's own area code. Nothing is completed but that.
 */
export function parseTyped(
  typed: string,
  facts: Pick<Edition, 'country' | 'areaCode'>,
  service: Pick<Service, 'shortCodes'>,
): Callable | null {
  const folded = typed.normalize('NFKC').trim();
  if (service.shortCodes.includes(folded))
    return { kind: 'short_code', e164: null, extension: null, tel: `tel:${folded}` };
  const extension = EXTENSION.exec(folded)?.[1] ?? null;
  const main = folded.replace(EXTENSION, '').trim();
  if (!/^\+?[\d\s()-]+$/.test(main)) return null;
  const digits = main.replace(/[^\d+]/g, '');
  const isLocal = /^[2-9]\d{6,7}$/.test(digits);
  const number = parsePhoneNumberFromString(isLocal ? facts.areaCode + digits : digits, facts.country as 'CN');
  const kind = KINDS[number?.getType() ?? ''];
  if (!number?.isValid() || number.country !== facts.country || !kind) return null;
  return { kind, e164: number.number, extension, tel: `tel:${number.number}${extension ? `;ext=${extension}` : ''}` };
}
