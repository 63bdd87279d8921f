import { problemDetails } from '../../wording/api.ts';
import { Problem, type ProblemBody, type ProblemCode, problemBody } from '../api/problems.ts';
import type { RefusalStatus } from './error-pages.ts';
import type { RouteRule } from './routes.ts';

/** A request the front does not pass on, or not to the end. */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  constructor(status: RefusalStatus) {
    super(`refused with ${status}`);
    this.name = 'Refusal';
    this.status = status;
  }
}

const KB = 1024;

const CODES: Readonly<Record<RefusalStatus, ProblemCode>> = {
  400: 'malformed_request',
  403: 'foreign_origin',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'request_timeout',
  413: 'content_too_large',
  414: 'address_too_long',
  429: 'too_many_requests',
  500: 'internal_error',
};

/** The same refusal for programs (RFC 9457). */
export function refusalProblem(status: RefusalStatus, route: RouteRule): ProblemBody {
  const details: Record<RefusalStatus, string> = {
    400: problemDetails.malformed,
    403: problemDetails.foreignOrigin,
    404: problemDetails.notFound,
    405: problemDetails.method(route.methods),
    408: problemDetails.timeout,
    413: problemDetails.contentTooLarge(route.longestBody / KB),
    414: problemDetails.addressTooLong,
    429: problemDetails.tooMany,
    500: problemDetails.internal,
  };
  return problemBody(new Problem(CODES[status], details[status]));
}
