import type { Route } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { paths } from '../paths.ts';
import { deskWords } from '../wording/desk.ts';
import { type Outcome, signedOut } from './desk/outcome.ts';
import { type DeskAction, type DeskPage, mayAct, OPEN, ROLES_OF_ACTION, ROLES_OF_PAGE } from './desk/roles.ts';
import { safeBack } from './desk/safe-back.ts';
import { getDesk } from './desk.ts';
import { readEnvironment } from './environment.ts';
import { DEVICE_DAYS } from './known-device.ts';
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
export const findStaffSession = async (): Promise<Staff | null> => readSession(await getDesk(), await headers());

/** The person at the desk, where a page is theirs. A stranger signs in and comes back to `back`; other roles find nothing. */
export async function requirePageRole(back: string, page: DeskPage): Promise<Staff> {
  const staff = await findStaffSession();
  if (!staff) redirect(paths.desk.signIn(safeBack(back)) as Route); // which gives back no address of any length
  if (!mayAct(staff.role, ROLES_OF_PAGE[page])) notFound();
  return staff;
}

/** The same for a download, which answers with 401 or 403. */
export async function requireDownloadRole(request: Request, page: DeskPage): Promise<Staff | Response> {
  const staff = await readSession(await getDesk(), request.headers);
  if (staff && mayAct(staff.role, ROLES_OF_PAGE[page])) return staff;
  return new Response(null, { status: staff ? 403 : 401, headers: { 'cache-control': 'no-store' } });
}

/** Whether an action may be done for whoever sent its form. */
export interface Admitted {
  /** Whose session the request has, or has begun. */
  by: Staff | null;
  /** What is answered where it may not be done. */
  refusal: Outcome | null;
  /** Of a sign-in within the form. */
  cookies: string[];
}

/**
 * The one guard of the desk's forms: an action is for those whose it is. Where the session has run out or is somebody
 * else's, the same form may bring a name and a password.
 */
export async function admit(action: DeskAction, requestHeaders: Headers, fields: URLSearchParams): Promise<Admitted> {
  const by = await readSession(await getDesk(), requestHeaders);
  const roles = ROLES_OF_ACTION[action];
  if (roles === OPEN || (by && mayAct(by.role, roles))) return { by, refusal: null, cookies: [] };
  const typed = { username: fields.get('again-username') ?? '', password: fields.get('again-password') ?? '' };
  if (typed.username === '') return { by, refusal: signedOut(by && deskWords.notFound), cookies: [] };
  const result = await signInFor(typed, requestHeaders);
  if (!result.ok) return { by, refusal: signedOut(signInProblem(result)), cookies: [] };
  const { staff, cookies } = result;
  return { by: staff, refusal: mayAct(staff.role, roles) ? null : signedOut(deskWords.notFound), cookies };
}

/** Why a sign-in was refused, in words. */
export const signInProblem = ({ code, retryAfter }: Extract<SignIn, { ok: false }>): string =>
  code === 'too_many' ? deskWords.signIn.tooMany(Math.ceil(retryAfter / 60)) : deskWords.signIn.refused;

/** Signs somebody in: their session begins with the cookies, which go out with the answer. */
export async function signInFor(
  typed: { username: string; password: string },
  requestHeaders: Headers,
): Promise<{ ok: true; staff: Staff; cookies: string[] } | Extract<SignIn, { ok: false }>> {
  const desk = await getDesk();
  const result = await signIn(desk, typed, requestHeaders, Date.now());
  if (!result.ok) return result;
  const cookies = result.headers.getSetCookie();
  const pairs = cookies.map((cookie) => cookie.split(';', 1)[0]);
  const staff = await readSession(desk, new Headers({ cookie: pairs.join('; ') }));
  if (!staff) return { ok: false, code: 'refused', retryAfter: 0 };
  const { device } = result;
  const mark = device ? [deskCookie(device.name, device.value, DEVICE_DAYS * 24 * 60 * 60)] : [];
  return { ok: true, staff, cookies: [...cookies, ...mark] };
}

/** The Set-Cookie line of a cookie that only the desk is sent. */
export function deskCookie(name: string, value: string, seconds: number): string {
  const secure = readEnvironment().BAODA_ORIGIN?.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/desk; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
