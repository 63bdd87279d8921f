import type { z } from 'zod';
import { storeFaultOf } from '../../store/faults.ts';
import { problemDetails } from '../../wording/api.ts';
import { isForeign } from '../origin.ts';
import { noParametersSchema, parseParameters } from './parameters.ts';
import { Passing, PROBLEMS, Problem, problemBody, storeUnavailable } from './problems.ts';

type Fields = Readonly<Record<string, string>>;
type Context<P> = { params: Promise<P> };
type Respond<P> = (request: Request, path: P) => Promise<Response>;
type Methods<P> = Readonly<Partial<Record<'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Respond<P>>>>;

/** Anybody may read, from any page: nothing here depends on who asks. */
const READABLE_FROM_ANYWHERE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag',
  'cross-origin-resource-policy': 'cross-origin',
};
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'If-None-Match',
  'access-control-max-age': '86400',
};
/** What concerns one person is kept nowhere, and is not for pages of other sites. */
const PERSONAL = { 'cache-control': 'no-store' };

/** A problem as a response that is never kept. `common` stands on every answer of its resource. */
export function answerProblem(problem: Problem, common: Fields = READABLE_FROM_ANYWHERE): Response {
  const wait = problem instanceof Passing ? { 'retry-after': String(problem.retryAfter) } : {};
  const own = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...wait };
  const { status } = PROBLEMS[problem.code];
  return new Response(JSON.stringify(problemBody(problem)), { status, headers: { ...common, ...own } });
}

/** JSON that concerns one person. */
export function answerPersonal(body: object, status: number): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...PERSONAL, 'content-type': 'application/json' } });
}

/**
 * The given methods of a resource; every other one is refused. What they throw is answered: a problem as it is, anything
 * else as a fault of ours, logged.
 */
function route<P>(methods: Methods<P>, common: Fields, preflight: Fields) {
  const allowed = [...Object.keys(methods), 'OPTIONS'];
  const allow = { allow: allowed.join(', ') };
  const refuse = async () =>
    answerProblem(new Problem('method_not_allowed', problemDetails.method(allowed)), { ...common, ...allow });
  const taking = (respond: Respond<P> | undefined) => async (request: Request, context: Context<P>) => {
    try {
      return await (respond ?? refuse)(request, await context.params);
    } catch (error) {
      if (error instanceof Problem) return answerProblem(error, common);
      console.error(error);
      if (storeFaultOf(error)) return answerProblem(storeUnavailable(), common);
      return answerProblem(new Problem('internal_error', problemDetails.internal), common);
    }
  };
  return {
    GET: taking(methods.GET),
    HEAD: taking(methods.HEAD),
    POST: taking(methods.POST),
    PUT: taking(methods.PUT),
    PATCH: taking(methods.PATCH),
    DELETE: taking(methods.DELETE),
    OPTIONS: async () => new Response(null, { status: 204, headers: { ...common, ...preflight, ...allow } }),
  };
}

/**
 * The methods of one resource of the read API. `respond` is given the path's parts and the parsed parameters, and
 * returns what becomes the JSON body; it throws a `Problem` for what cannot be answered.
 *
 * @example export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = readingRoute(schema, async () => ({ … }));
 */
export function readingRoute<P, S extends z.ZodObject>(
  schema: S,
  respond: (path: P, parameters: z.output<S>) => Promise<object> | object,
) {
  const read: Respond<P> = async (request, path) => {
    const body = await respond(path, parseParameters(schema, new URL(request.url).searchParams));
    const own = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
    return new Response(JSON.stringify(body), { headers: { ...READABLE_FROM_ANYWHERE, ...own } });
  };
  const resource = route({ GET: read, HEAD: read }, READABLE_FROM_ANYWHERE, PREFLIGHT);
  const head = async (request: Request, context: Context<P>) => {
    const { status, headers } = await resource.GET(request, context);
    return new Response(null, { status, headers });
  };
  return { ...resource, HEAD: head };
}

/** The methods of a resource about one person's report: the given ones, refused from pages of other sites. */
export function personalRoute<P>(methods: Methods<P>) {
  const guarded = Object.entries(methods).map(([method, respond]): [string, Respond<P>] => [
    method,
    async (request, path) => {
      if (isForeign(request.headers)) throw new Problem('foreign_origin', problemDetails.foreignOrigin);
      parseParameters(noParametersSchema, new URL(request.url).searchParams);
      return respond(request, path);
    },
  ]);
  return route<P>(Object.fromEntries(guarded), PERSONAL, {});
}
