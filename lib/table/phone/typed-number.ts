import type { Edition } from '../../directory/records.ts';
import type { Callable } from '../../directory/tel.ts';
import type { Service } from '../../reports/service.ts';
import { parseCell } from './parse.ts';

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
