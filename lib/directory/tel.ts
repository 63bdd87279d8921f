import { validNumber } from './numbering.ts';
import type { Edition, Phone } from './records.ts';

/** A number as it can be called. */
export type Callable = Pick<Phone, 'kind' | 'e164' | 'extension' | 'tel'>;

/** The parts of a `tel:` URI of ours: what a decision keeps of a corrected number. */
export function readTel(tel: string, country: Edition['country']): Callable {
  const [number = '', extension = null] = tel.replace(/^tel:/, '').split(';ext=');
  if (!number.startsWith('+')) return { kind: 'service', e164: null, extension, tel };
  return { kind: validNumber(number, country)?.kind ?? 'unknown', e164: number, extension, tel };
}
