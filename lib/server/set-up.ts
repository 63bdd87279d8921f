import { listDirectories } from './directory-sources.ts';
import { addLink, hashToken, type OneTimeLink } from './one-time-links.ts';
import { type PasswordProblem, passwordProblem } from './passwords.ts';
import { addStaff, type Desk, hasStaff, listStaff, requireStaff, setPassword } from './staff.ts';
import { foldUsername, USERNAME } from './usernames.ts';

export const SETUP_MINUTES = 30;

/** A link for the first admin, or null where anybody has an account. */
export async function addSetupLink(desk: Desk, now: Date): Promise<OneTimeLink | null> {
  return (await hasStaff(desk)) ? null : addLink(desk.store, null, now, SETUP_MINUTES);
}

/** Whose a link is: `name` null where its user chooses one (the first admin). Null where it is used or has run out. */
export async function readLink(desk: Desk, token: string, now: Date): Promise<{ name: string | null } | null> {
  const link = await desk.store.staffLinks.findLink(hashToken(token), now.toISOString());
  if (!link) return null;
  if (link.staff === null) return (await hasStaff(desk)) ? null : { name: null };
  const owner = (await listStaff(desk)).find(({ id }) => id === link.staff);
  return owner && !owner.disabled ? { name: owner.username } : null;
}

export type LinkProblem = PasswordProblem | 'link.gone' | 'name.invalid' | 'password.differs';

/** Sets the password a link is for, and makes the first admin where it is the set-up link. A link works once. */
export async function redeemLink(
  desk: Desk,
  token: string,
  typed: { username: string; password: string; again: string },
  now: Date,
): Promise<{ ok: true; username: string } | { ok: false; code: LinkProblem }> {
  const link = await readLink(desk, token, now);
  if (!link) return { ok: false, code: 'link.gone' };
  const username = link.name ?? typed.username.normalize('NFKC').trim();
  if (!USERNAME.test(foldUsername(username))) return { ok: false, code: 'name.invalid' };
  if (typed.password !== typed.again) return { ok: false, code: 'password.differs' };
  const problem = passwordProblem(typed.password, foldUsername(username));
  if (problem) return { ok: false, code: problem };
  const hash = hashToken(token);
  if (!(await desk.store.staffLinks.takeLink(hash, now.toISOString()))) return { ok: false, code: 'link.gone' };
  try {
    if (link.name === null) await addFirst(desk, username, now);
    const account = await requireStaff(desk, username);
    await setPassword(desk, account.id, typed.password);
    await desk.store.staffLinks.revokeLinks(account.id);
    await desk.store.staffLinks.revokeLinks(null);
  } catch (error) {
    await desk.store.staffLinks.returnLink(hash);
    throw error;
  }
  return { ok: true, username };
}

/** The first account owns the deployment, and is admin of what cities there are. */
async function addFirst(desk: Desk, username: string, now: Date): Promise<void> {
  const roles = Object.fromEntries(
    (await listDirectories(desk.store)).map((directory) => [directory, 'admin'] as const),
  );
  await addStaff(desk, { username, isOwner: true, roles }, now);
}
