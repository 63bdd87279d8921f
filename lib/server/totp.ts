import { createHmac, timingSafeEqual } from 'node:crypto';

/** Codes by time (RFC 6238), in the way every app that shows them knows: SHA-1, 30 seconds, 6 digits. */

const STEP_SECONDS = 30;
const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS = 5;

/** The code of a step. */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** @param now milliseconds since 1970 */
export const stepAt = (now: number): number => Math.floor(now / 1000 / STEP_SECONDS);

/** The step whose code this is: of now, the one before or the one after, since clocks differ; or null. */
export function findStep(secret: string, code: string, now: number): number | null {
  const typed = Buffer.from(code);
  const matches = [-1, 0, 1]
    .map((off) => stepAt(now) + off)
    .filter((step) => typed.length === DIGITS && timingSafeEqual(Buffer.from(codeOfStep(secret, step)), typed));
  return matches[0] ?? null;
}

/** A secret as apps take it by hand. */
export function toBase32(secret: string): string {
  const bits = [...Buffer.from(secret)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(new RegExp(`.{1,${BITS}}`, 'g')) ?? [];
  return groups.map((group) => BASE32[Number.parseInt(group.padEnd(BITS, '0'), 2)]).join('');
}

/** What the QR code says. */
export function totpAddress(issuer: string, name: string, secret: string): string {
  const said = new URLSearchParams({ secret: toBase32(secret), issuer });
  // Some apps show a plus sign where a form's space is meant.
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(name)}?${String(said).replaceAll('+', '%20')}`;
}
