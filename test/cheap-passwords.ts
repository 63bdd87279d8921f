import { createHash } from 'node:crypto';
import type { Passwords } from '../lib/server/auth.ts';

const hash = async (password: string) =>
  `cheap:${createHash('sha256').update(password.normalize('NFKC')).digest('hex')}`;

/**
 * Passwords of tests: better-auth's way costs a tenth of a second of a whole processor on purpose, and people are made
 * and signed in by the hundred. Nothing the product reads leads here.
 */
export const CHEAP_PASSWORDS: Passwords = {
  hash,
  verify: async ({ hash: kept, password }) => kept === (await hash(password)),
};
