import type { z } from 'zod';
import { problemDetails } from '../../wording/api.ts';
import { parseParameters } from './parameters.ts';
import { PROBLEMS, Problem, problemBody } from './problems.ts';

const READING_METHODS = ['GET', 'HEAD', 'OPTIONS'] as const;

/** Anybody may read, from any page: nothing here depends on who asks. */
const READABLE_FROM_ANYWHERE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag',
  'cross-origin-resource-policy': 'cross-origin',
};

const ALLOWED = READING_METHODS.join(', ');
const PREFLIGHT = {
  allow: ALLOWED,
  'access-control-allow-methods': ALLOWED,
  'access-control-allow-headers': 'If-None-Match',
  'access-control-max-age': '86400',
};

type Context<P> = { params: Promise<P> };
type Respond<P, S extends z.ZodObject> = (path: P, parameters: z.output<S>) => Promise<object> | object;

function json(body: object, status: number, headers: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...READABLE_FROM_ANYWHERE, ...headers } });
}

/** A problem as a response, readable from anywhere and never kept. */
export function answerProblem(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  const own = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return json(problemBody(problem), PROBLEMS[problem.code].status, { ...own, ...headers });
}

function refuseMethod(): Response {
  const problem = new Problem('method_not_allowed', problemDetails.method(READING_METHODS));
  return answerProblem(problem, { allow: ALLOWED });
}

/** Answers what `respond` throws: a problem as it is, anything else as a fault of ours, logged. */
async function answer(respond: () => Promise<Response>): Promise<Response> {
  try {
    return await respond();
  } catch (error) {
    if (error instanceof Problem) return answerProblem(error);
    console.error(error);
    return answerProblem(new Problem('internal_error', problemDetails.internal));
  }
}

/**
 * The methods of one resource of the read API. `respond` is given the path's parts and the parsed parameters, and
 * returns what becomes the JSON body; it throws a `Problem` for what cannot be answered.
 *
 * @example export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = readingRoute(schema, async () => ({ … }));
 */
export function readingRoute<P, S extends z.ZodObject>(schema: S, respond: Respond<P, S>) {
  const read = (request: Request, { params }: Context<P>) =>
    answer(async () => {
      const parameters = parseParameters(schema, new URL(request.url).searchParams);
      const body = await respond(await params, parameters);
      return json(body, 200, { 'content-type': 'application/json', 'cache-control': 'no-cache' });
    });
  const refuse = async () => refuseMethod();
  return {
    GET: read,
    HEAD: async (request: Request, context: Context<P>) => withoutBody(await read(request, context)),
    OPTIONS: async () => new Response(null, { status: 204, headers: { ...READABLE_FROM_ANYWHERE, ...PREFLIGHT } }),
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
  };
}

function withoutBody({ status, headers }: Response): Response {
  return new Response(null, { status, headers });
}
