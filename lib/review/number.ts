import type { Edition, Phone, Service } from '../directory/records.ts';
import { parseCell } from '../phone/parse.ts';
import { validNumber } from '../phone/plan.ts';

/** A number as it can be called. */
export type Callable = Pick<Phone, 'kind' | 'e164' | 'extension' | 'tel'>;

/** The parts of a `tel:` URI of ours: what a decision keeps of a corrected number. */
export function readTel(tel: string, country: Edition['country']): Callable {
  const [number = '', extension = null] = tel.replace(/^tel:/, '').split(';ext=');
  if (!number.startsWith('+')) return { kind: 'short_code', e164: null, extension, tel };
  return { kind: validNumber(number, country)?.kind ?? 'unknown', e164: number, extension, tel };
}

/**
 * A number that an editor typed, or null where it is not one callable number of the directory's country. A landline may
 * leave out the directory's own area code; nothing else is completed.
 */
export function parseTyped(
  typed: string,
  { country, areaCode }: Pick<Edition, 'country' | 'areaCode'>,
  { shortCodes }: Pick<Service, 'shortCodes'>,
): Callable | null {
  const [phone, ...more] = parseCell(typed, { country, areaCode, shortCodes });
  if (!phone || more.length > 0 || phone.tel === null) return null;
  const { kind, e164, extension, tel } = phone;
  return { kind, e164, extension, tel };
}
