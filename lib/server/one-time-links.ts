import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../store/store.ts';

export interface OneTimeLink {
  token: string;
  expiresAt: Date;
}

/** Only this of a link is kept. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
export const unguessable = (): string => randomBytes(32).toString('base64url');

/** Makes a link by which a password is set. @param staff whose; null for the first account, which it makes */
export async function addLink(
  { staffLinks }: Store,
  staff: string | null,
  now: Date,
  minutes: number,
): Promise<OneTimeLink> {
  const token = unguessable();
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await staffLinks.addLink({ token_hash: hashToken(token), staff, expires_at: expiresAt.toISOString() });
  return { token, expiresAt };
}
