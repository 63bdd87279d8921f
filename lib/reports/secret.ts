import { checkDigit } from './typed-secret.ts';

/** HMAC-SHA-256 under this deployment's secret; the caller brings it, so that nothing here needs a platform. */
export type Hmac = (message: string) => Uint8Array;

/**
 * 查询码: 11 digits of an HMAC over directory and idempotency key, and a check digit. The same request therefore gets
 * the same code and the code need not be kept. A line break cannot occur in either part, so no two pairs meet.
 */
export function makeSecret(hmac: Hmac, directory: string, idempotencyKey: string): string {
  const bytes = hmac(`${directory}\n${idempotencyKey}`);
  // 64 bits taken modulo 10^11: no digit is likelier than another by more than one in 10^8.
  const number = bytes.slice(0, 8).reduce((value, byte) => value * 256n + BigInt(byte), 0n) % 10n ** 11n;
  const digits = String(number).padStart(11, '0');
  return digits + checkDigit(digits);
}

/** `3840 2715 9648` of twelve digits. */
export function groupSecret(secret: string): string {
  return secret.replace(/(\d{4})(?=\d)/g, '$1 ');
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What is stored in place of a code. Only a holder of the deployment's secret could try codes against it. */
export function secretHash(hmac: Hmac, secret: string): string {
  return hex(hmac(`code\n${secret}`));
}

/** What is stored in place of an idempotency key, of which a code could be made. */
export function keyHash(hmac: Hmac, directory: string, idempotencyKey: string): string {
  return hex(hmac(`key\n${directory}\n${idempotencyKey}`));
}

/** A stand-in for a phone, a building or the like: the same for the same one, and not to be read back. */
export function fingerprint(
  hmac: Hmac,
  what: 'phone' | 'caller' | 'building' | 'body' | 'address' | 'draft' | 'typed' | 'remembered' | 'place',
  text: string,
): string {
  return hex(hmac(`${what}\n${text}`)).slice(0, 32);
}
