import { problemDetails } from '../../wording/api.ts';
import { Problem, type ProblemCode, problemBody } from '../api/problems.ts';
import { refusedAs } from './error-pages.ts';
import { type Exchange, typeOf } from './exchange.ts';
import { RETRY_AFTER, type RefusalStatus } from './refusal.ts';
import type { RouteRule } from './routes.ts';

const KB = 1024;

/** Programs sign in nowhere. */
type ProblemStatus = Exclude<RefusalStatus, 401>;

function problemOf(status: ProblemStatus, { methods, longestBody }: RouteRule): Problem {
  const problems: Readonly<Record<ProblemStatus, [ProblemCode, detail: string]>> = {
    400: ['malformed_request', problemDetails.malformed],
    403: ['foreign_origin', problemDetails.foreignOrigin],
    404: ['not_found', problemDetails.notFound],
    405: ['method_not_allowed', problemDetails.method(methods)],
    408: ['request_timeout', problemDetails.timeout],
    410: ['station_gone', problemDetails.station],
    413: ['content_too_large', problemDetails.contentTooLarge(longestBody / KB)],
    414: ['address_too_long', problemDetails.addressTooLong],
    429: ['too_many_requests', problemDetails.tooMany],
    503: ['overloaded', problemDetails.overloaded(RETRY_AFTER)],
    500: ['internal_error', problemDetails.internal],
  };
  return new Problem(...problems[status]);
}

/** Step: a program is told of an error as a problem (RFC 9457), unless its route has said what is wrong. */
export function makeProblem(exchange: Exchange): void {
  const { response, route } = exchange;
  if (route.audience !== 'program' || response.statusCode < 400 || /\bjson\b/.test(typeOf(exchange))) return;
  const refused = refusedAs(response.statusCode);
  const status = refused === 401 ? 404 : refused;
  response.statusCode = status;
  response.setHeader('content-type', 'application/problem+json');
  exchange.body = Buffer.from(JSON.stringify(problemBody(problemOf(status, route))));
}
