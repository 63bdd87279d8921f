import type { AuditKind } from '../reports/audit-kinds.ts';
import { dayOf } from '../reports/days.ts';
import type { NewAuditRow } from '../store/audit.ts';
import { NO_DIRECTORY } from '../store/engine.ts';
import type { Store } from '../store/store.ts';

/*
 * The one place that writes what an admin looks back at. A row belongs to a city, so that no other city's admin sees it;
 * what is about a person stands in each city where they have a role, or, where they have none, beside the cities, for
 * owners. Nothing here is about a reader: an unmasked telephone is named by its report, and why somebody looked stands in
 * that report's own words, with which it is erased.
 */

/** So long a row is kept. */
export const AUDIT_DAYS = 365;

/** How somebody signed in: with the password alone, a code of their phone, or one of paper. */
export const SIGN_IN_WAYS = ['password', 'code', 'recovery'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];
/** At which step a sign-in failed. */
export type FailedAt = 'password' | 'code';
/** What became of an account. */
export type AccountChange = 'added' | 'password' | 'disabled' | 'factor';
/** What somebody did with their own second factor. */
export type FactorChange = 'on' | 'off' | 'codes';

/** The command on the server, which is nobody of the desk. */
export const BY_COMMAND = '';

const LONGEST_DEVICE = 200;

type Said = Partial<Pick<NewAuditRow, 'about' | 'said' | 'why'>>;

const rowsOf = (
  directories: readonly string[],
  kind: AuditKind,
  { by, now }: { by: string; now: Date },
  said: Said,
): NewAuditRow[] =>
  directories.map((directory) => ({
    ...{ directory, kind, by, at: now.toISOString(), about: null, said: null, why: null },
    ...said,
  }));

/** Where a row about somebody stands. */
const placesOf = (cities: readonly string[]): readonly string[] => (cities.length > 0 ? cities : [NO_DIRECTORY]);

async function placesOfStaff({ posts }: Store, staff: string): Promise<readonly string[]> {
  const cities = (await posts.rolesOf(staff)).map(({ directory }) => directory);
  return placesOf(cities.filter((directory) => directory !== NO_DIRECTORY));
}

/** Somebody of a city took a list or a file of it along. */
export const noteExport = (store: Store, staff: { username: string; directory: string }, file: string, now: Date) =>
  store.audit.add(rowsOf([staff.directory], 'export', { by: staff.username, now }, { about: file }));

/** Somebody looked at a reader's telephone. @param seq the event that says why */
export const noteUnmasked = (
  store: Store,
  staff: { username: string; directory: string },
  { ref, seq }: { ref: string; seq: number },
  now: Date,
) =>
  store.audit.add(rowsOf([staff.directory], 'unmask', { by: staff.username, now }, { about: ref, said: String(seq) }));

/** Somebody signed in. @param device what the browser says of itself */
export async function noteSignIn(
  store: Store,
  { id, username }: { id: string; username: string },
  { way, device }: { way: SignInWay; device: string | null },
  now: Date,
): Promise<void> {
  const said = { about: device?.slice(0, LONGEST_DEVICE) || null, said: way };
  await store.audit.add(rowsOf(await placesOfStaff(store, id), 'sign_in', { by: username, now }, said));
}

/** A sign-in failed: counted by the day. @param account null where nobody has the name that was typed, which is not kept */
export async function noteFailed(
  store: Store,
  account: { id: string; username: string } | null,
  at: FailedAt,
  now: Date,
): Promise<void> {
  const places = account ? await placesOfStaff(store, account.id) : [NO_DIRECTORY];
  const rows = rowsOf(places, 'failed', { by: account?.username ?? '', now }, { about: at });
  await store.audit.count(dayOf(now.toISOString()), rows);
}

interface Account {
  username: string;
  roles: Readonly<Record<string, string | null>>;
}

/** Something became of an account. */
export const noteAccount = (
  store: Store,
  account: Account,
  change: { said: AccountChange; why?: string },
  by: string,
  now: Date,
) =>
  store.audit.add(
    rowsOf(placesOf(Object.keys(account.roles)), 'account', { by, now }, { about: account.username, ...change }),
  );

/** What somebody may do has changed: a row for each city, with the new role or none. */
export async function noteRoles(
  store: Store,
  before: { username: string; isOwner: boolean; roles: Readonly<Record<string, string>> },
  change: { isOwner?: boolean; roles?: Readonly<Record<string, string | null>> },
  by: string,
  now: Date,
): Promise<void> {
  const about = before.username;
  const rows = Object.entries(change.roles ?? {}).flatMap(([directory, role]) =>
    role === (before.roles[directory] ?? null) ? [] : rowsOf([directory], 'role', { by, now }, { about, said: role }),
  );
  const isMade = change.isOwner !== undefined && change.isOwner !== before.isOwner;
  const said = { about, said: change.isOwner ? 'owner' : 'no_owner' };
  await store.audit.add([...rows, ...(isMade ? rowsOf([NO_DIRECTORY], 'role', { by, now }, said) : [])]);
}

/** Somebody turned their own second factor on or off, or made new codes. */
export async function noteFactor(
  store: Store,
  { id, username }: { id: string; username: string },
  said: FactorChange,
  now: Date,
): Promise<void> {
  await store.audit.add(rowsOf(await placesOfStaff(store, id), 'factor', { by: username, now }, { said }));
}

/** Who must have a second factor has changed. */
export const noteRule = (
  store: Store,
  staff: { username: string; directory: string },
  roles: readonly string[],
  now: Date,
) => store.audit.add(rowsOf([staff.directory], 'setting', { by: staff.username, now }, { said: roles.join(' ') }));
