import { paths } from '../../paths.ts';
import { deskWords } from '../../wording/desk.ts';
import { isForeign } from '../origin.ts';
import type { SignedIn } from '../read-session.ts';
import { giveBack } from '../sent-again.ts';
import { admit, type Staff } from '../session.ts';
import { isSecret, keepOutcome } from './kept-outcome.ts';
import { type Outcome, refused } from './outcome.ts';
import { type CityAction, type DeskAction, isDeskAction, OPEN, ROLES_OF_ACTION } from './roles.ts';
import { safeBack } from './safe-back.ts';

/** A form of the desk as it was sent, and by whom. */
export interface Posted<Who = Staff> {
  /** Line ends are `\n`. */
  fields: URLSearchParams;
  /** The file that came with it. */
  file?: { name: string; bytes: Uint8Array } | undefined;
  headers: Headers;
  staff: Who;
  /** Set-Cookie lines of the answer, to be added to. */
  cookies: string[];
}

/** Of what strangers send, so much is given back: no name is longer, and a page of theirs costs no more than ours. */
const STRANGERS = { fields: 12, name: 60, value: 200 } as const;

type Who<A extends DeskAction> = A extends CityAction
  ? Staff
  : (typeof ROLES_OF_ACTION)[A] extends typeof OPEN
    ? unknown
    : SignedIn;
/**
 * What each action does. Its `staff` may do it, in the city it names, which was asked before; an open one must not care
 * who asks.
 */
export type Handlers = { [A in DeskAction]: (posted: Posted<Who<A>>) => Promise<Outcome> };

/** A form that none of our pages sends: what they put there is missing or was changed. */
export class MalformedForm extends Error {
  override name = 'MalformedForm';
  /** What is said of it, where more is known. */
  readonly said: string | undefined;

  constructor(message?: string, said?: string) {
    super(message);
    this.said = said;
  }
}

export const fieldOf = (fields: URLSearchParams, name: string): string => fields.get(name) ?? '';

/** In a sentence, for whoever sees it as a page. */
const refuse = (status: number, sentence: string = deskWords.malformed) =>
  new Response(sentence, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

interface Read {
  fields: URLSearchParams;
  file?: Posted['file'];
}

async function readFields(request: Request, action: DeskAction): Promise<Read | Response> {
  if (isForeign(request.headers)) return refuse(403); // the front asks the same before; this is for where there is none
  const type = request.headers.get('content-type') ?? '';
  if (TAKES_FILE.has(action) && /^multipart\/form-data\b/i.test(type)) return readMultipart(request);
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return refuse(400);
  const sent = new URLSearchParams(await request.text());
  return { fields: withLineEnds([...sent]) };
}

/** The actions whose form may bring a file. */
const TAKES_FILE: ReadonlySet<DeskAction> = new Set(['import-begin']);

const withLineEnds = (sent: readonly (readonly [string, string])[]) =>
  new URLSearchParams(sent.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));

/** Of several files the first that is not empty: a browser sends an empty one where none was chosen. */
async function readMultipart(request: Request): Promise<Read | Response> {
  let sent: FormData;
  try {
    sent = await request.formData();
  } catch {
    return refuse(400);
  }
  const texts = [...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const given = [...sent.values()].find((value): value is File => typeof value !== 'string' && value.size > 0);
  const file = given && { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) };
  return { fields: withLineEnds(texts), file };
}

/** What of an action that is open to strangers is given back. What staff typed anywhere else is never cut. */
function cut(fields: URLSearchParams): URLSearchParams {
  const first = [...fields].slice(0, STRANGERS.fields);
  return new URLSearchParams(
    first.map(([name, value]) => [name.slice(0, STRANGERS.name), value.slice(0, STRANGERS.value)]),
  );
}

/**
 * Answers a form of the desk: with 303 to a page that shows what came of it, or, to a script of ours, with the outcome as
 * JSON. What cannot be done keeps what was typed.
 */
export async function answerDeskForm(request: Request, action: string, handlers: Handlers): Promise<Response> {
  if (!isDeskAction(action)) return refuse(404, deskWords.notFound);
  const read = await readFields(request, action);
  if (read instanceof Response) return read;
  const { fields, file } = read;
  const { headers } = request;
  try {
    const { by, as, refusal, cookies } = await admit(action, headers, fields);
    const handle = handlers[action] as (posted: Posted<Staff | SignedIn | null>) => Promise<Outcome>;
    const outcome = refusal ?? (await run(() => handle({ fields, file, headers, staff: as, cookies })));
    const back = ROLES_OF_ACTION[action] === OPEN ? cut(fields) : fields;
    const form = `${action} ${fieldOf(back, 'of')}`;
    return await respond({ action, headers, fields: back, form, by: by?.id ?? null }, outcome, cookies);
  } catch (error) {
    if (error instanceof MalformedForm) return refuse(400, error.said);
    console.error(error);
    return refuse(500, deskWords.failed);
  }
}

/** A fault of ours keeps what was typed as well. */
async function run(handle: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof MalformedForm) throw error;
    console.error(error);
    return refused(deskWords.failed);
  }
}

/** What was done stays done, also where the next page cannot say so. */
function notKept(error: unknown): string[] {
  console.error(error);
  return [];
}

interface Sent {
  action: DeskAction;
  headers: Headers;
  fields: URLSearchParams;
  form: string;
  by: string | null;
}

async function respond(sent: Sent, outcome: Outcome, cookies: string[]): Promise<Response> {
  const { headers, fields, form, by } = sent;
  const isScript = headers.get('accept') === 'application/json';
  const to = outcome.to ?? safeBack(fields.get('back'));
  const says = outcome.kind !== 'done' || outcome.message !== null || Object.keys(outcome.shown).length > 0;
  const [path = ''] = to.split('?', 1);
  const isLoaded = !isScript || outcome.to !== null;
  const kept =
    says && isLoaded ? await keepOutcome({ headers, fields, path }, { by, form, outcome }).catch(notKept) : [];
  if (typeof kept === 'number') return giveDeskFormBack(sent, outcome, kept);
  const answer = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of [...cookies, ...kept]) answer.append('set-cookie', cookie);
  if (isScript) return Response.json(outcome, { headers: answer });
  answer.set('location', to);
  return new Response(null, { status: 303, headers: answer });
}

/** Nothing more can be kept for strangers from there: the form comes back itself, what is secret asked for anew. */
function giveDeskFormBack({ action, fields }: Sent, outcome: Outcome, retryAfter: number): Response {
  const { username, password, code } = deskWords.signIn;
  const isAsked = (name: string) => name.endsWith('username') || isSecret(name);
  const again = outcome.kind === 'signed_out' ? ['again-username', 'again-password', 'again-password-code'] : [];
  const asked = [...new Set([...fields.keys(), ...again])].filter(isAsked).map((name) => ({
    name,
    label: name.endsWith('-code') ? code : isSecret(name) ? password : username,
    value: isSecret(name) ? '' : fieldOf(fields, name),
    type: isSecret(name) ? ('password' as const) : ('text' as const),
  }));
  const typed = [...fields].filter(([name]) => !isAsked(name));
  return giveBack('client', retryAfter, {
    directory: null,
    action: paths.desk.send(action),
    fields: typed,
    shown: [],
    asked,
    said: outcome.message,
  });
}
