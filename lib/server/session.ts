import type { Route } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { paths } from '../paths.ts';
import { parseRef } from '../reports/ref.ts';
import { deskWords } from '../wording/desk.ts';
import { factorWords } from '../wording/second-factor.ts';
import { inDirectory } from './desk/in-directory.ts';
import { type Outcome, signedOut } from './desk/outcome.ts';
import {
  type CityPage,
  citiesFor,
  type DeskAction,
  type DeskPage,
  mayAct,
  mayAnywhere,
  OPEN,
  ROLES_OF_ACTION,
  ROLES_OF_PAGE,
  WHILE_SETTING_UP,
  type Whose,
} from './desk/roles.ts';
import { safeBack } from './desk/safe-back.ts';
import { getDesk } from './desk.ts';
import { findPublished } from './directories.ts';
import { readEnvironment } from './environment.ts';
import { DEVICE_DAYS, type DeviceMark } from './known-device.ts';
import { afterCookies } from './next-request.ts';
import { readSession, type SignedIn } from './read-session.ts';
import { type SecondStepProblem, takeSecondStep } from './second-step.ts';
import { signIn } from './sign-in.ts';
import type { Desk, Role } from './staff.ts';

/** Somebody at the desk of one city, by their role there. */
export interface Staff extends Pick<SignedIn, 'id' | 'username'> {
  directory: string;
  role: Role;
  /** Those an agent works for, in this city. */
  stations: readonly string[];
}

/** The person in this request, or null. */
export async function findSignedIn(): Promise<SignedIn | null> {
  const asked = await headers(); // first: where there is no request, as in a build, no store is asked
  return readSession(await getDesk(), asked);
}

/** Somebody at the desk of a city; null where they have no role there. */
export function inCity({ id, username, roles, stations }: SignedIn, directory: string): Staff | null {
  const role = Object.hasOwn(roles, directory) ? roles[directory] : undefined;
  if (role === undefined) return null;
  const own = stations.filter((one) => one.directory === directory).map(({ station }) => station);
  return { id, username, directory, role, stations: own };
}

/** The same where the role may do something there; the first city where it may, where none is named. */
function inCityFor(person: SignedIn, allowed: readonly Role[], directory: string | null): Staff | null {
  const named = directory ?? citiesFor(person, allowed)[0];
  const staff = named === undefined ? null : inCity(person, named);
  return staff && mayAct(staff.role, allowed) ? staff : null;
}

/** Where a stranger signs in and comes back from. It gives back no address of any length. */
const signInTo = (back: string): Route => paths.desk.signIn(safeBack(back)) as Route;

/** What a page of the desk is asked to be about. */
export interface Asked {
  directory?: string | undefined;
  /** A report: its city is the one. */
  report?: string;
}

/** The one part of the desk in which there is something to do before a city's first table is published. */
const BEFORE_FIRST: CityPage = 'directory';

async function isBeforeFirst(directory: string): Promise<boolean> {
  const { store } = await getDesk();
  return (await findPublished(store, directory)) === null;
}

/**
 * The person at the desk of a city, where a page is theirs. A stranger signs in and comes back; who has another role, or
 * none in this city, finds nothing. The address that is shown names the city, unless it is their first.
 */
export async function requireCityPage(path: string, page: CityPage, { directory, report }: Asked): Promise<Staff> {
  const person = await findSignedIn();
  if (!person) redirect(signInTo(inDirectory(path, directory)));
  if (person.mustSetUp) redirect(paths.desk.secondFactor);
  const meant = report === undefined ? (directory ?? null) : ((await directoryOf(report)) ?? notFound());
  const staff = inCityFor(person, ROLES_OF_PAGE[page], meant) ?? notFound();
  if (page !== BEFORE_FIRST && (await isBeforeFirst(staff.directory)))
    redirect(inDirectory(paths.desk.directory, staff.directory));
  const shown = directory ?? Object.keys(person.roles).sort()[0];
  if (staff.directory !== shown) redirect(inDirectory(path, staff.directory));
  return staff;
}

async function directoryOf(report: string): Promise<string | null> {
  const ref = parseRef(report);
  const { store } = await getDesk();
  return (ref === null ? null : await store.reports.find(ref))?.directory ?? null;
}

/** The person who is signed in, where a page is theirs that is about no city. */
export async function requirePage(back: string, page: Exclude<DeskPage, CityPage>): Promise<SignedIn> {
  const person = await findSignedIn();
  if (!person) redirect(signInTo(back));
  if (person.mustSetUp && page !== 'secondFactor') redirect(paths.desk.secondFactor);
  if (!mayAnywhere(person, ROLES_OF_PAGE[page])) notFound();
  return person;
}

/** The same as for a page, for a download: answers with 401 or 403. The city is the one that the address names. */
export async function requireDownload(request: Request, page: CityPage): Promise<Staff | Response> {
  const person = await readSession(await getDesk(), request.headers);
  const asked = new URL(request.url).searchParams.get('directory');
  const staff = person && inCityFor(person, ROLES_OF_PAGE[page], asked || null);
  return staff ?? new Response(null, { status: person ? 403 : 401, headers: { 'cache-control': 'no-store' } });
}

/** Whether an action may be done for whoever sent its form. */
export interface Admitted {
  /** Whose session the request has, or has begun. */
  by: SignedIn | null;
  /** As whom they may: in a city, or as themselves; null where they may not, or nobody is asked for. */
  as: Staff | SignedIn | null;
  /** What is answered where it may not be done. */
  refusal: Outcome | null;
  /** Of a sign-in within the form. */
  cookies: string[];
}

/** As whom somebody may do something, or null. What belongs to a city is asked of the city that the form names. */
function actingAs(person: SignedIn, action: DeskAction, whose: Exclude<Whose, typeof OPEN>, fields: URLSearchParams) {
  if (person.mustSetUp && !WHILE_SETTING_UP.has(action)) return null;
  if (typeof whose === 'string') return mayAnywhere(person, whose) ? person : null;
  return inCityFor(person, whose, fields.get('directory') || null);
}

/**
 * The one guard of the desk's forms: an action is for those whose it is. Where the session has run out or is somebody
 * else's, the same form may bring a name and a password.
 */
export async function admit(action: DeskAction, requestHeaders: Headers, fields: URLSearchParams): Promise<Admitted> {
  const by = await readSession(await getDesk(), requestHeaders);
  const whose = ROLES_OF_ACTION[action];
  if (whose === OPEN) return { by, as: null, refusal: null, cookies: [] };
  const as = by && actingAs(by, action, whose, fields);
  if (as) return { by, as, refusal: null, cookies: [] };
  if (!fields.get('again-username')) return { by, as, refusal: signedOut(by && notTheirs(by)), cookies: [] };
  const result = await signInAgain(fields, requestHeaders);
  if (!result.ok) return { by, as, refusal: signedOut(signInProblem(result)), cookies: [] };
  const { person, cookies } = result;
  const entered = actingAs(person, action, whose, fields);
  return { by: person, as: entered, refusal: entered ? null : signedOut(notTheirs(person)), cookies };
}

const notTheirs = ({ mustSetUp }: SignedIn): string => (mustSetUp ? factorWords.mustSetUp : deskWords.notFound);

/** Within a form: the password and, of whoever has a second factor, the code, in one press. */
async function signInAgain(fields: URLSearchParams, requestHeaders: Headers): Promise<Entered> {
  const typed = { username: fields.get('again-username') ?? '', password: fields.get('again-password') ?? '' };
  const code = fields.get('again-password-code') ?? '';
  const result = await signInFor(typed, requestHeaders);
  if (result.ok || result.code !== 'second_step' || code.trim() === '') return result;
  return secondStepFor(code, afterCookies(requestHeaders, result.cookies));
}

/** Why a sign-in was refused, in words. */
export function signInProblem({ code, retryAfter }: Extract<Entered, { ok: false }>): string {
  if (code === 'too_many') return deskWords.signIn.tooMany(Math.ceil(retryAfter / 60));
  if (code === 'refused') return deskWords.signIn.refused;
  return code === 'second_step' ? factorWords.codeAsked : factorWords.stepProblem[code];
}

/** What came of a sign-in: a session that begins with the cookies, which go out with the answer; or why there is none. */
export type Entered =
  | { ok: true; person: SignedIn; cookies: string[] }
  /** The password was right: with these cookies a code is waited for. */
  | { ok: false; code: 'second_step'; cookies: string[]; retryAfter: number }
  | { ok: false; code: 'refused' | 'too_many' | SecondStepProblem; retryAfter: number };

/** Signs somebody in by name and password. */
export async function signInFor(
  typed: { username: string; password: string },
  requestHeaders: Headers,
): Promise<Entered> {
  const desk = await getDesk();
  const result = await signIn(desk, typed, requestHeaders, Date.now());
  if (result.ok) return enter(desk, result.headers, result.device ? [result.device] : []);
  const { code, retryAfter } = result;
  return code === 'second_step'
    ? { ok: false, code, cookies: result.headers.getSetCookie(), retryAfter }
    : { ok: false, code, retryAfter };
}

/** Goes on with a sign-in whose password was right. */
export async function secondStepFor(code: string, requestHeaders: Headers): Promise<Entered> {
  const desk = await getDesk();
  const result = await takeSecondStep(desk, code, requestHeaders, Date.now());
  return result.ok ? enter(desk, result.headers, result.marks) : result;
}

async function enter(desk: Desk, headers: Headers, marks: readonly DeviceMark[]): Promise<Entered> {
  const cookies = headers.getSetCookie();
  const person = await readSession(desk, afterCookies(new Headers(), cookies));
  if (!person) return { ok: false, code: 'refused', retryAfter: 0 };
  return { ok: true, person, cookies: [...cookies, ...marks.map(markCookie)] };
}

/** The Set-Cookie line of the mark of a known browser. */
export const markCookie = ({ name, value }: DeviceMark): string => deskCookie(name, value, DEVICE_DAYS * 24 * 60 * 60);

/** The Set-Cookie line of a cookie that only the desk is sent. */
export function deskCookie(name: string, value: string, seconds: number): string {
  const secure = readEnvironment().BAODA_ORIGIN?.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/desk; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
