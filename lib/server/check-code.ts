import { countGuess, type Guess } from './code-guesses.ts';
import { findFactor, readSecret } from './factor-rows.ts';
import { readRecoveryCode } from './recovery-codes.ts';
import type { Desk } from './staff.ts';
import { findStep } from './totp.ts';

export type CodeProblem = 'wrong' | 'used' | 'too_many_codes' | 'unreadable';

/** What was typed, read: six digits that are right and used up now, or a recovery code that nobody has looked at yet. */
export type CheckedCode =
  | { ok: true; digits: string; guess: Guess }
  | { ok: true; recovery: string; guess: Guess }
  | { ok: false; code: CodeProblem; retryAfter: number };

const refuse = (code: CodeProblem, retryAfter = 0) => ({ ok: false, code, retryAfter }) as const;

const SIX = /^\d{6}$/;

/**
 * Looks at a code of somebody who has a second factor. One of six digits is taken once, whoever sends it and however often
 * at the same moment; guesses at them are counted before they are looked at.
 *
 * @param now milliseconds since 1970
 */
export async function checkCode(
  desk: Desk,
  staff: string,
  typed: string,
  { headers, now }: { headers: Headers; now: number },
): Promise<CheckedCode> {
  const row = await findFactor(desk, staff);
  if (!row?.verified) return refuse('wrong');
  const secret = await readSecret(desk, row);
  if (secret === null) return refuse('unreadable');
  const guess = { staff, factor: row.id, headers, now };
  const recovery = readRecoveryCode(typed);
  if (recovery !== null) return { ok: true, recovery, guess };
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  if (!SIX.test(digits)) return refuse('wrong');
  const wait = await countGuess(desk, guess);
  if (wait !== null) return refuse('too_many_codes', wait);
  const step = findStep(secret, digits, now);
  if (step === null) return refuse('wrong');
  return (await desk.store.secondFactors.takeStep(staff, step)) ? { ok: true, digits, guess } : refuse('used');
}
