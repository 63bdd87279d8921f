import { problemDetails } from '../../wording/api.ts';
import { isForeign } from '../origin.ts';
import { noParametersSchema, parseParameters } from './parameters.ts';
import { PROBLEMS, Problem, problemBody } from './problems.ts';

/** How deep a body may be nested; ours are two deep. */
const MOST_LEVELS = 8;
/** Longest body, in bytes. The front refuses earlier; this holds without it too. */
const LONGEST_BODY = 64 * 1024;

const PERSONAL = { 'cache-control': 'no-store' } as const;

type Context<P> = { params: Promise<P> };
type Respond<P> = (request: Request, path: P) => Promise<Response>;
type Method = 'GET' | 'POST' | 'DELETE';

/** A problem with the seconds after which to try again. */
export class TooMany extends Problem {
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('too_many_requests', problemDetails.tooMany);
    this.retryAfter = retryAfter;
  }
}

/** JSON that concerns one person: kept nowhere, and not for pages of other sites. */
export function answerPersonal(body: object, status: number): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...PERSONAL, 'content-type': 'application/json' } });
}

function answerPersonalProblem(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  const wait = problem instanceof TooMany ? { 'retry-after': String(problem.retryAfter) } : {};
  return new Response(JSON.stringify(problemBody(problem)), {
    status: PROBLEMS[problem.code].status,
    headers: { ...PERSONAL, 'content-type': 'application/problem+json', ...wait, ...headers },
  });
}

/** @throws Problem where the body is too long, not JSON by its type, not JSON at all, or nested deeper than any of ours */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('unsupported_media_type', problemDetails.mediaType);
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > LONGEST_BODY)
    throw new Problem('content_too_large', problemDetails.contentTooLarge(LONGEST_BODY / 1024));
  const body = parseJson(bytes);
  if (body === undefined || isDeeper(body, MOST_LEVELS))
    throw new Problem('malformed_request', problemDetails.malformed);
  return body;
}

/** Undefined where it is no JSON in UTF-8. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** Looks no further down than it may: what is nested a thousand deep would use up the stack of whoever walks it. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

async function answer(respond: () => Promise<Response>): Promise<Response> {
  try {
    return await respond();
  } catch (error) {
    if (error instanceof Problem) return answerPersonalProblem(error);
    console.error(error);
    return answerPersonalProblem(new Problem('internal_error', problemDetails.internal));
  }
}

/**
 * The methods of a resource about one person's report: the given ones, refused from pages of other sites; every other
 * method is refused.
 */
export function personalRoute<P>(methods: Readonly<Partial<Record<Method, Respond<P>>>>) {
  const allowed = [...Object.keys(methods), 'OPTIONS'];
  const allow = allowed.join(', ');
  const route =
    (method: Method) =>
    (request: Request, { params }: Context<P>) => {
      const respond = methods[method];
      if (!respond)
        return Promise.resolve(
          answerPersonalProblem(new Problem('method_not_allowed', problemDetails.method(allowed)), { allow }),
        );
      return answer(async () => {
        if (isForeign(request.headers)) throw new Problem('foreign_origin', problemDetails.foreignOrigin);
        parseParameters(noParametersSchema, new URL(request.url).searchParams);
        return respond(request, await params);
      });
    };
  const refuse = async () =>
    answerPersonalProblem(new Problem('method_not_allowed', problemDetails.method(allowed)), { allow });
  return {
    GET: route('GET'),
    POST: route('POST'),
    DELETE: route('DELETE'),
    PUT: refuse,
    PATCH: refuse,
    OPTIONS: async () => new Response(null, { status: 204, headers: { ...PERSONAL, allow } }),
  };
}
