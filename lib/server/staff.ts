import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { type Auth, foldUsername, USERNAME } from './auth.ts';
import { type PasswordProblem, passwordProblem } from './passwords.ts';

export const ROLES = ['agent', 'dispatcher', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface AssignedStation {
  directory: string;
  station: string;
}

/** Somebody who works here. `username` is as typed when the account was made; it is never given to anybody else. */
export interface StaffAccount {
  id: string;
  username: string;
  role: Role;
  disabled: boolean;
  createdAt: Date;
  stations: AssignedStation[];
}

export interface OneTimeLink {
  token: string;
  expiresAt: Date;
}

/** What the functions here work on: the process's own, or a test's. */
export interface Desk {
  auth: Auth;
  store: Store;
}

export class StaffError extends Error {
  readonly code: 'name.invalid' | 'name.taken' | 'name.unknown' | 'admin.last';
  constructor(code: StaffError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export const SETUP_MINUTES = 30;
const LINK_HOURS = 24;

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
const unguessable = () => randomBytes(32).toString('base64url');

type User = { id: string; role?: unknown; displayUsername?: unknown; name: string; banned?: unknown; createdAt: Date };

function toAccount(user: User, stations: StaffAccount['stations']): StaffAccount {
  const role = ROLES.find((known) => known === user.role);
  if (!role) throw new Error(`The account ${user.id} has no role that is known here`);
  return {
    id: user.id,
    username: user.name,
    role,
    disabled: Boolean(user.banned),
    createdAt: new Date(user.createdAt),
    stations,
  };
}

const listUsers = async (auth: Auth): Promise<User[]> =>
  (await auth.$context).internalAdapter.listUsers(10_000, 0, { field: 'createdAt', direction: 'asc' });

/** Everybody, oldest account first. */
export async function listStaff({ auth, store }: Desk): Promise<StaffAccount[]> {
  const stations = Map.groupBy(await store.staff.allStations(), ({ staff }) => staff);
  return (await listUsers(auth)).map((user) =>
    toAccount(
      user,
      (stations.get(user.id) ?? []).map(({ directory, station }) => ({ directory, station })),
    ),
  );
}

export async function findStaff(desk: Desk, name: string): Promise<StaffAccount | null> {
  const folded = foldUsername(name);
  return (await listStaff(desk)).find(({ username }) => foldUsername(username) === folded) ?? null;
}

/** How many may decide about flags: with two or more, a changed number needs a second person. */
export async function countEditors(desk: Desk): Promise<number> {
  const staff = await listStaff(desk);
  return staff.filter(({ role, disabled }) => !disabled && (role === 'editor' || role === 'admin')).length;
}

/** Makes an account that can be used once its owner has opened the link and chosen a password. */
export async function addStaff(
  desk: Desk,
  { username, role, stations = [] }: { username: string; role: Role; stations?: AssignedStation[] },
  now: Date,
): Promise<OneTimeLink> {
  const name = username.normalize('NFKC').trim();
  if (!USERNAME.test(foldUsername(name))) {
    throw new StaffError(
      'name.invalid',
      'A name has 2 to 30 letters (of any script), digits, dots, hyphens or underscores.',
    );
  }
  if (await findStaff(desk, name)) throw new StaffError('name.taken', `There is an account named ${name} already.`);
  const { internalAdapter } = await desk.auth.$context;
  const email = `${randomUUID()}@staff.invalid`; // asked for by better-auth, used for nothing
  const user = await internalAdapter.createUser({ name, username: name, role, email, emailVerified: true }, {
    method: 'admin',
  } as never);
  await setPassword(desk, user.id, unguessable());
  if (stations.length > 0) await desk.store.staff.setStations(user.id, stations);
  return addLink(desk, user.id, now, LINK_HOURS * 60);
}

/** Ends every session and link of somebody and refuses new ones. What they did stays in the history. */
export async function disableStaff(desk: Desk, name: string): Promise<void> {
  const account = await requireStaff(desk, name);
  await keepAnAdmin(desk, account);
  const { internalAdapter } = await desk.auth.$context;
  await internalAdapter.updateUser(account.id, { banned: true });
  await internalAdapter.deleteUserSessions(account.id);
  await desk.store.staff.revokeLinks(account.id);
}

/** Gives somebody a new link for a new password; the old one and every session end at once. A disabled account is opened. */
export async function resetStaff(desk: Desk, name: string, now: Date): Promise<OneTimeLink> {
  const account = await requireStaff(desk, name);
  const { internalAdapter } = await desk.auth.$context;
  await setPassword(desk, account.id, unguessable());
  await internalAdapter.updateUser(account.id, { banned: false });
  await internalAdapter.deleteUserSessions(account.id);
  await desk.store.staff.revokeLinks(account.id);
  return addLink(desk, account.id, now, LINK_HOURS * 60);
}

/** Changes what somebody may do. Sessions stay: each action asks for the role anew. */
export async function setRole(desk: Desk, name: string, role: Role, stations: AssignedStation[]): Promise<void> {
  const account = await requireStaff(desk, name);
  if (role !== 'admin') await keepAnAdmin(desk, account);
  await (await desk.auth.$context).internalAdapter.updateUser(account.id, { role });
  await desk.store.staff.setStations(account.id, role === 'agent' ? stations : []);
}

async function requireStaff(desk: Desk, name: string): Promise<StaffAccount> {
  const account = await findStaff(desk, name);
  if (!account) throw new StaffError('name.unknown', `There is no account named ${name}.`);
  return account;
}

async function keepAnAdmin(desk: Desk, account: StaffAccount): Promise<void> {
  if (account.role !== 'admin' || account.disabled) return;
  const others = (await listStaff(desk)).filter(
    ({ id, role, disabled }) => id !== account.id && role === 'admin' && !disabled,
  );
  if (others.length === 0)
    throw new StaffError('admin.last', `${account.username} is the only admin: add another one first.`);
}

async function setPassword({ auth }: Desk, id: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = await passwords.hash(password);
  if (await internalAdapter.findCredentialAccount(id)) await internalAdapter.updatePassword(id, hash);
  else await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
}

async function addLink({ store }: Desk, staff: string | null, now: Date, minutes: number): Promise<OneTimeLink> {
  const token = unguessable();
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await store.staff.addLink({ token_hash: hashToken(token), staff, expires_at: expiresAt.toISOString() });
  return { token, expiresAt };
}

/** A link for the first admin, or null where anybody has an account. */
export async function addSetupLink(desk: Desk, now: Date): Promise<OneTimeLink | null> {
  return (await listUsers(desk.auth)).length > 0 ? null : addLink(desk, null, now, SETUP_MINUTES);
}

/** Whose a link is: `name` null where its user chooses one (the first admin). Null where it is used or has run out. */
export async function readLink(desk: Desk, token: string, now: Date): Promise<{ name: string | null } | null> {
  const link = await desk.store.staff.findLink(hashToken(token), now.toISOString());
  if (!link) return null;
  if (link.staff === null) return (await listUsers(desk.auth)).length > 0 ? null : { name: null };
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
  if (!(await desk.store.staff.takeLink(hash, now.toISOString()))) return { ok: false, code: 'link.gone' };
  try {
    if (link.name === null) await addStaff(desk, { username, role: 'admin' }, now);
    const account = await requireStaff(desk, username);
    await setPassword(desk, account.id, typed.password);
    await desk.store.staff.revokeLinks(account.id);
    await desk.store.staff.revokeLinks(null);
  } catch (error) {
    await desk.store.staff.returnLink(hash);
    throw error;
  }
  return { ok: true, username };
}

/** A sign-in that is still good. `device` is what the browser says of itself. */
export interface OpenSession {
  id: string;
  device: string | null;
  startedAt: Date;
}

/** Somebody's open sessions, the newest first. */
export async function listSessions({ auth }: Desk, staff: string): Promise<OpenSession[]> {
  const sessions = await (await auth.$context).internalAdapter.listSessions(staff, { onlyActiveSessions: true });
  return sessions
    .map(({ id, userAgent, createdAt }) => ({
      id,
      device: userAgent?.slice(0, 200) || null,
      startedAt: new Date(createdAt),
    }))
    .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

/** Ends one session, where it is this person's. */
export async function endSession({ auth }: Desk, staff: string, session: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const own = (await internalAdapter.listSessions(staff)).find(({ id }) => id === session);
  if (own) await internalAdapter.deleteSession(own.token);
}

/** Ends every session of somebody. */
export async function endSessions({ auth }: Desk, staff: string): Promise<void> {
  await (await auth.$context).internalAdapter.deleteUserSessions(staff);
}

/** Sets a new password and ends every session but the one it was changed in. */
export async function replacePassword(desk: Desk, staff: string, password: string, kept: string): Promise<void> {
  await setPassword(desk, staff, password);
  const others = (await listSessions(desk, staff)).filter(({ id }) => id !== kept);
  for (const { id } of others) await endSession(desk, staff, id);
}
