import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { Auth } from './auth.ts';
import { endHalfSessions } from './factor-rows.ts';
import { addLink, type OneTimeLink, unguessable } from './one-time-links.ts';
import { foldUsername, USERNAME } from './usernames.ts';

/** What somebody may do in a city. */
export const ROLES = ['agent', 'dispatcher', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface AssignedStation {
  directory: string;
  station: string;
}

/** What somebody is, city by city. */
export interface Posts {
  /** Above every city: makes cities and admins, and handles no report. */
  isOwner: boolean;
  /** By directory; no role where none stands. */
  roles: Readonly<Record<string, Role>>;
  /** Those an agent works for. */
  stations: readonly AssignedStation[];
}

/** Somebody who works here. `username` is as typed when the account was made; it is never given to anybody else. */
export interface StaffAccount extends Posts {
  id: string;
  username: string;
  disabled: boolean;
  createdAt: Date;
  /** ISO instant; null where they never did. */
  lastSignIn: string | null;
  /** Whether they sign in with a code as well. */
  hasFactor: boolean;
}

/** What the functions here work on: the process's own, or a test's. */
export interface Desk {
  auth: Auth;
  store: Store;
}

export class StaffError extends Error {
  readonly code: 'name.invalid' | 'name.taken' | 'name.unknown' | 'owner.last';
  constructor(code: StaffError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const LINK_MINUTES = 24 * 60;

type User = { id: string; name: string; banned?: unknown; twoFactorEnabled?: unknown; createdAt: Date };

/** Reads what the store says somebody is. A role that is not known here is none. */
export function readPosts(
  roles: readonly { directory: string; role: string }[],
  stations: readonly AssignedStation[],
): Posts {
  const inCities = roles.flatMap(({ directory, role }) => {
    const known = ROLES.find((one) => one === role);
    return known ? [[directory, known] as const] : [];
  });
  return {
    isOwner: roles.some(({ role }) => role === 'owner'),
    roles: Object.fromEntries(inCities),
    stations: stations.map(({ directory, station }) => ({ directory, station })),
  };
}

const listUsers = async (auth: Auth): Promise<User[]> =>
  (await auth.$context).internalAdapter.listUsers(10_000, 0, { field: 'createdAt', direction: 'asc' });

/** Whether anybody has an account. */
export const hasStaff = async ({ auth }: Desk): Promise<boolean> => (await listUsers(auth)).length > 0;

/** Everybody, oldest account first. */
export async function listStaff({ auth, store }: Desk): Promise<StaffAccount[]> {
  const stations = Map.groupBy(await store.posts.allStations(), ({ staff }) => staff);
  const roles = Map.groupBy(await store.posts.allRoles(), ({ staff }) => staff);
  const signIns = new Map((await store.posts.signIns()).map(({ staff, at }) => [staff, at]));
  return (await listUsers(auth)).map(({ id, name, banned, twoFactorEnabled, createdAt }) => ({
    id,
    username: name,
    disabled: Boolean(banned),
    createdAt: new Date(createdAt),
    lastSignIn: signIns.get(id) ?? null,
    hasFactor: Boolean(twoFactorEnabled),
    ...readPosts(roles.get(id) ?? [], stations.get(id) ?? []),
  }));
}

export async function findStaff(desk: Desk, name: string): Promise<StaffAccount | null> {
  const folded = foldUsername(name);
  return (await listStaff(desk)).find(({ username }) => foldUsername(username) === folded) ?? null;
}

/** @throws StaffError */
export async function requireStaff(desk: Desk, name: string): Promise<StaffAccount> {
  const account = await findStaff(desk, name);
  if (!account) throw new StaffError('name.unknown', `There is no account named ${name}.`);
  return account;
}

/** How many may decide about the flags of a city: with two or more, a changed number needs a second person. */
export async function countEditors(desk: Desk, directory: string): Promise<number> {
  const staff = await listStaff(desk);
  return staff.filter(({ roles, disabled }) => !disabled && ['editor', 'admin'].includes(roles[directory] ?? ''))
    .length;
}

/**
 * Makes an account that can be used once its owner has opened the link and chosen a password.
 *
 * @throws StaffError
 */
export async function addStaff(
  desk: Desk,
  { username, isOwner = false, roles, stations = [] }: { username: string } & Partial<Posts>,
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
  const user = await internalAdapter.createUser({ name, username: name, email, emailVerified: true }, {
    method: 'admin',
  } as never);
  await setPassword(desk, user.id, unguessable());
  await desk.store.posts.change(user.id, { ...(isOwner && { isOwner }), roles: roles ?? {}, stations });
  return addLink(desk.store, user.id, now, LINK_MINUTES);
}

/** What is to become of somebody's posts: what is not named stays; null takes a role away. */
export interface PostsChange {
  isOwner?: boolean;
  roles?: Readonly<Record<string, Role | null>>;
  /** In place of those of the cities that `roles` names. */
  stations?: readonly AssignedStation[];
}

/**
 * Changes what somebody may do. Sessions stay: each action asks for the role anew.
 *
 * @throws StaffError where they are the last owner and would be none
 */
export async function changePosts(desk: Desk, name: string, change: PostsChange): Promise<void> {
  const account = await requireStaff(desk, name);
  const stations = (change.stations ?? []).filter(({ directory }) => change.roles?.[directory] === 'agent');
  if (!(await desk.store.posts.change(account.id, { ...change, stations }))) throw lastOwner(account);
}

const lastOwner = ({ username }: StaffAccount) =>
  new StaffError('owner.last', `${username} is the only owner who has ever signed in: make another one first.`);

/**
 * Ends every session and link of somebody and refuses new ones. What they did stays in the history.
 *
 * @throws StaffError where they are the last owner
 */
export async function disableStaff(desk: Desk, name: string): Promise<void> {
  const account = await requireStaff(desk, name);
  if (!(await desk.store.posts.change(account.id, { disabled: true }))) throw lastOwner(account);
  await (await desk.auth.$context).internalAdapter.deleteUserSessions(account.id);
  await desk.store.staffLinks.revokeLinks(account.id);
}

/** Gives somebody a new link for a new password; the old one and every session end at once. A disabled account is opened. */
export async function resetStaff(desk: Desk, name: string, now: Date): Promise<OneTimeLink> {
  const account = await requireStaff(desk, name);
  await setPassword(desk, account.id, unguessable());
  await desk.store.posts.change(account.id, { disabled: false });
  await (await desk.auth.$context).internalAdapter.deleteUserSessions(account.id);
  await desk.store.staffLinks.revokeLinks(account.id);
  return addLink(desk.store, account.id, now, LINK_MINUTES);
}

/** Sets a password without asking for the old one. Who gave the old one and waits for the code begins anew. */
export async function setPassword({ auth }: Desk, id: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = await passwords.hash(password);
  if (await internalAdapter.findCredentialAccount(id)) await internalAdapter.updatePassword(id, hash);
  else await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
  await endHalfSessions({ auth }, id);
}
