import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/*
 * What is kept for a browser and is nobody else's: sealed by the random value of its cookie, of which the store has only a
 * hash. Whoever has the store alone reads nothing of it.
 */

const CIPHER = 'aes-256-gcm';
const [IV_BYTES, TAG_BYTES] = [12, 16];
type Purpose = 'outcome' | 'code';

const keyOf = (purpose: Purpose, token: string) => createHash('sha256').update(`${purpose}\n${token}`).digest();

export function seal(purpose: Purpose, token: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(purpose, token), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** @throws where it was sealed for something else, by another token, or was changed since */
export function unseal(purpose: Purpose, token: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(CIPHER, keyOf(purpose, token), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
