import { noteAccount, noteRoles } from './audit.ts';
import { citiesFor } from './desk/roles.ts';
import { listDirectories } from './directory-sources.ts';
import { removeFactor } from './factor-rows.ts';
import type { OneTimeLink } from './one-time-links.ts';
import { endSessions } from './own-account.ts';
import type { SignedIn } from './read-session.ts';
import {
  addStaff,
  changePosts,
  type Desk,
  disableStaff,
  findStaff,
  listStaff,
  type Posts,
  type PostsChange,
  resetStaff,
  type StaffAccount,
} from './staff.ts';

/** Who looks after accounts: an owner after all, an admin after those of their cities and no further. */
type Administrator = Pick<SignedIn, 'username' | 'isOwner' | 'roles'>;

/** `theirs`: it is somebody's who also works elsewhere, or an owner's. */
export class PeopleError extends Error {
  readonly code: 'unknown' | 'theirs' | 'city' | 'stations' | 'own' | 'none';
  constructor(code: PeopleError['code']) {
    super(`refused: ${code}`);
    this.code = code;
  }
}

/** The cities in which somebody may give and take roles, in alphabetical order. */
export async function administeredCities({ store }: Pick<Desk, 'store'>, by: Administrator): Promise<string[]> {
  return by.isOwner ? listDirectories(store) : citiesFor(by, ['admin']);
}

/** An account as an administrator sees it: nothing of cities that are not theirs. */
export interface VisibleAccount extends StaffAccount {
  /** Whether its password may be reset and the account be ended: those reach into every city where it has a role. */
  isTheirs: boolean;
}

function visible(by: Administrator, cities: readonly string[], account: StaffAccount): VisibleAccount | null {
  const own = Object.keys(account.roles);
  const shared = own.filter((city) => cities.includes(city));
  if (!by.isOwner && shared.length === 0) return null;
  return {
    ...account,
    roles: Object.fromEntries(Object.entries(account.roles).filter(([city]) => cities.includes(city))),
    stations: account.stations.filter(({ directory }) => cities.includes(directory)),
    isTheirs: by.isOwner || (!account.isOwner && shared.length === own.length),
  };
}

/** Everybody that an administrator looks after, oldest account first. */
export async function listPeople(desk: Desk, by: Administrator): Promise<VisibleAccount[]> {
  const cities = await administeredCities(desk, by);
  return (await listStaff(desk)).flatMap((account) => visible(by, cities, account) ?? []);
}

/** @throws PeopleError `unknown` for who is not seen, so that nobody learns who works elsewhere */
async function requireVisible(desk: Desk, by: Administrator, name: string): Promise<VisibleAccount> {
  const account = await findStaff(desk, name);
  const seen = account && visible(by, await administeredCities(desk, by), account);
  if (!seen) throw new PeopleError('unknown');
  return seen;
}

/** What is asked for stays within the administrator's cities; an owner is made by an owner; an agent has stations. */
async function check(
  desk: Desk,
  by: Administrator,
  { isOwner, roles = {}, stations = [] }: PostsChange,
): Promise<void> {
  const cities = await administeredCities(desk, by);
  if ((isOwner !== undefined && !by.isOwner) || Object.keys(roles).some((city) => !cities.includes(city)))
    throw new PeopleError('city');
  const agentIn = Object.keys(roles).filter((city) => roles[city] === 'agent');
  if (agentIn.some((city) => !stations.some(({ directory }) => directory === city))) throw new PeopleError('stations');
}

/**
 * Makes an account and the link that opens it.
 *
 * @throws PeopleError, StaffError
 */
export async function addPerson(
  desk: Desk,
  by: Administrator,
  person: { username: string } & Partial<Posts>,
  now: Date,
): Promise<OneTimeLink> {
  const { username, isOwner, roles = {}, stations = [] } = person;
  await check(desk, by, { ...(isOwner && { isOwner }), roles, stations });
  const link = await addStaff(desk, { username, isOwner: isOwner ?? false, roles, stations }, now);
  await noteAccount(desk.store, { username, roles }, { said: 'added' }, by.username, now);
  await noteRoles(desk.store, { username, isOwner: false, roles: {} }, person, by.username, now);
  return link;
}

/** @throws PeopleError, StaffError */
export async function changePerson(
  desk: Desk,
  by: Administrator,
  name: string,
  change: PostsChange,
  now: Date,
): Promise<void> {
  const account = await requireVisible(desk, by, name);
  if (account.isOwner && !by.isOwner) throw new PeopleError('theirs');
  await check(desk, by, change);
  await changePosts(desk, name, change);
  await noteRoles(desk.store, account, change, by.username, now);
}

/** Somebody whose account itself is theirs to change. @throws PeopleError */
async function requireTheirs(desk: Desk, by: Administrator, name: string): Promise<VisibleAccount> {
  const account = await requireVisible(desk, by, name);
  if (!account.isTheirs) throw new PeopleError('theirs');
  return account;
}

/** A link for a new password. @throws PeopleError */
export async function resetPerson(desk: Desk, by: Administrator, name: string, now: Date): Promise<OneTimeLink> {
  const account = await requireTheirs(desk, by, name);
  const link = await resetStaff(desk, name, now);
  await noteAccount(desk.store, account, { said: 'password' }, by.username, now);
  return link;
}

/**
 * Takes somebody's second factor away, who has lost it, and ends their sessions. Nobody does that for themselves: it needs
 * another who knows that it is they.
 *
 * @param why what stands in the list of what was done
 * @throws PeopleError
 */
export async function resetFactor(desk: Desk, by: Administrator, name: string, why: string, now: Date): Promise<void> {
  const account = await requireTheirs(desk, by, name);
  if (account.username === by.username) throw new PeopleError('own');
  if (!account.hasFactor) throw new PeopleError('none');
  await removeFactor(desk, account.id);
  await endSessions(desk, account.id);
  await noteAccount(desk.store, account, { said: 'factor', why }, by.username, now);
}

/** Ends an account. @throws PeopleError, StaffError */
export async function disablePerson(desk: Desk, by: Administrator, name: string, now: Date): Promise<void> {
  const account = await requireTheirs(desk, by, name);
  await disableStaff(desk, name);
  await noteAccount(desk.store, account, { said: 'disabled' }, by.username, now);
}
