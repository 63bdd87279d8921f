import type { Route } from 'next';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { paths } from '../paths.ts';
import { getDesk } from './desk.ts';
import { readEnvironment } from './environment.ts';
import { DEVICE_DAYS, type DeviceMark } from './known-device.ts';
import { type SignIn, signIn } from './sign-in.ts';
import type { AssignedStation, Desk, Role } from './staff.ts';

/** Who is at the desk. `username` stands in the history and at the top of the page. */
export interface Staff {
  id: string;
  username: string;
  role: Role;
  /** The stations an agent works for. */
  stations: AssignedStation[];
  /** The id of this session, not its token. */
  session: string;
}

/** Why somebody may not: there is no session, or its role is another one. */
export class DeskRefusal extends Error {
  readonly code: 'signed_out' | 'forbidden';
  constructor(code: DeskRefusal['code']) {
    super(code);
    this.code = code;
  }
}

/** An admin may do all that the others may. */
export const mayAct = (role: Role, allowed: readonly Role[]): boolean => role === 'admin' || allowed.includes(role);

/** The person whose session a request carries, or null. Disabled accounts and ended sessions count as none. */
export async function readSession({ auth, store }: Desk, requestHeaders: Headers): Promise<Staff | null> {
  const session = await auth.api.getSession({ headers: requestHeaders });
  if (!session || session.user.banned) return null;
  const { id, name, role } = session.user;
  return {
    id,
    username: name,
    role: role as Role,
    stations: await store.staff.stationsOf(id),
    session: session.session.id,
  };
}

/** The person at the desk in this request, or null. */
export async function findStaffSession(): Promise<Staff | null> {
  // Not the request's own header: what an action has just set must count for the page it answers with.
  const cookie = (await cookies()).toString();
  return readSession(await getDesk(), new Headers({ cookie }));
}

async function keepDevice({ name, value }: DeviceMark): Promise<void> {
  const secure = readEnvironment().BAODA_ORIGIN?.startsWith('https:') ?? false;
  const maxAge = DEVICE_DAYS * 24 * 60 * 60;
  (await cookies()).set({ name, value, maxAge, path: '/desk', httpOnly: true, sameSite: 'lax', secure });
}

/** Signs somebody in from a form: their session begins with the answer to this request. */
export async function signInHere(typed: {
  username: string;
  password: string;
}): Promise<{ ok: true; staff: Staff } | Extract<SignIn, { ok: false }>> {
  const desk = await getDesk();
  const result = await signIn(desk, typed, await headers(), Date.now());
  if (!result.ok) return result;
  if (result.device) await keepDevice(result.device);
  // The cookie goes out with the answer; this request itself still came without it.
  const set = result.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  const staff = await readSession(desk, new Headers({ cookie: set.join('; ') }));
  return staff ? { ok: true, staff } : { ok: false, code: 'refused', retryAfter: 0 };
}

/**
 * The person at the desk, where one of these roles is theirs. Every action and endpoint of the desk calls this itself,
 * beside the rows it reads or writes.
 *
 * @throws DeskRefusal
 */
export async function requireRole(...allowed: [Role, ...Role[]]): Promise<Staff> {
  const staff = await findStaffSession();
  if (!staff) throw new DeskRefusal('signed_out');
  if (!mayAct(staff.role, allowed)) throw new DeskRefusal('forbidden');
  return staff;
}

/** The same for a page: a stranger is asked to sign in and then comes back to `back`; the wrong role finds nothing. */
export async function requirePageRole(back: string, ...allowed: [Role, ...Role[]]): Promise<Staff> {
  try {
    return await requireRole(...allowed);
  } catch (error) {
    if (!(error instanceof DeskRefusal)) throw error;
    if (error.code === 'forbidden') notFound();
    redirect(paths.desk.signIn(back) as Route);
  }
}
