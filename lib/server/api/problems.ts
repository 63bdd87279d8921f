import { z } from 'zod';
import { problemDetails, problemTitles } from '../../wording/api.ts';

/**
 * Every problem the API answers with, by its stable code (RFC 9457). Titles and details are Chinese, for people; codes
 * are for programs and never change their meaning.
 */
export const PROBLEMS = {
  unknown_parameter: { status: 400, meaning: 'The address has a parameter that this resource does not take.' },
  repeated_parameter: { status: 400, meaning: 'A parameter was given more than once.' },
  parameter_too_long: { status: 400, meaning: 'The value of a parameter is longer than allowed.' },
  invalid_parameter: { status: 400, meaning: 'The value of a parameter is malformed, out of range or unknown.' },
  not_found: { status: 404, meaning: 'Nothing has this address.' },
  directory_not_found: { status: 404, meaning: 'No directory has this id.' },
  station_not_found: { status: 404, meaning: 'No station of this directory has this id.' },
  station_gone: {
    status: 410,
    meaning: 'The station was listed once and is no longer; `gone` is what is known. Its id is never given again.',
  },
  method_not_allowed: { status: 405, meaning: 'The resource does not take this method; `Allow` names those it takes.' },
  idempotency_key_invalid: {
    status: 400,
    meaning: 'The header Idempotency-Key is missing or is not 16 to 64 of A-Z, a-z, 0-9, _ and -.',
  },
  idempotency_key_reused: { status: 409, meaning: 'The same Idempotency-Key came with another report before.' },
  foreign_origin: { status: 403, meaning: 'The request comes from a page of another site.' },
  reports_closed: { status: 403, meaning: 'The directory takes no reports at present.' },
  report_invalid: { status: 422, meaning: 'Fields are wrong; `errors` names each.' },
  report_not_found: {
    status: 404,
    meaning: 'No report has this number and this code, or it was erased. All of these answer alike.',
  },
  report_moved_on: { status: 409, meaning: 'The report has moved on since `after`; `current` is how it stands now.' },
  report_move_refused: { status: 409, meaning: 'The report does not take this event now; `current` is how it stands.' },
  unsupported_media_type: { status: 415, meaning: 'The body must be application/json.' },
  too_many_requests: { status: 429, meaning: 'Too many; `Retry-After` says how many seconds to wait.' },
  malformed_request: { status: 400, meaning: 'The address, a header or the body is broken.' },
  request_timeout: { status: 408, meaning: 'The request took too long to arrive.' },
  content_too_large: { status: 413, meaning: 'The body is longer than allowed.' },
  address_too_long: { status: 414, meaning: 'The address is longer than allowed.' },
  overloaded: {
    status: 503,
    meaning: 'Too many requests are being answered; `Retry-After` says how many seconds to wait.',
  },
  store_unavailable: {
    status: 503,
    meaning:
      'The store cannot be reached at the moment, and whether anything was kept is not known. The same request with ' +
      'the same Idempotency-Key is safe; `Retry-After` says how many seconds to wait.',
  },
  internal_error: { status: 500, meaning: 'A fault of this server.' },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

const goneSchema = z
  .object({
    name: z.string().nullable().describe('As last printed.'),
    edition: z.string().nullable().describe('Id of the edition that printed it last; null where none did.'),
    since: z.iso.date(),
    until: z.iso
      .date()
      .nullable()
      .describe(
        'From when an edition lacks it, or staff took it out of use; null where only an earlier edition lacks it.',
      ),
    numbersAt: z.array(z.string()).describe('Ids of stations at which a number is printed now that was printed here.'),
  })
  .describe('What is known of a station that is listed no longer.');

/** RFC 9457, with a stable `code` and, where one is wrong, the name of the parameter. */
export const problemSchema = z
  .object({
    type: z.string().describe('Leads to what this document says about the code.'),
    title: z.string().describe('Chinese, for people.'),
    status: z.int(),
    detail: z.string().describe('Chinese, for people: what is wrong and what to do.'),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    parameter: z.string().optional().describe('The query parameter that is wrong.'),
    errors: z
      .array(
        z.object({ pointer: z.string().describe('JSON Pointer into the body.'), code: z.string(), detail: z.string() }),
      )
      .optional()
      .describe('One entry for each wrong field of the body.'),
    gone: goneSchema.optional(),
    current: z.record(z.string(), z.unknown()).optional().describe('The report as it stands now.'),
  })
  .describe('A problem (RFC 9457).');
export type ProblemBody = z.infer<typeof problemSchema>;
type ProblemDetails = Pick<ProblemBody, 'errors' | 'current' | 'gone'>;

const titles: Readonly<Record<ProblemCode, string>> = problemTitles;

/** Long and unprintable names are not given back whole. */
const LONGEST_PARAMETER_NAME = 60;

/** A request that cannot be answered as it was made. Thrown by what parses it, answered by the route. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** The parameter that is wrong, where it is one. */
  readonly parameter: string | undefined;
  /** What else the body says. */
  readonly more: ProblemDetails;

  constructor(code: ProblemCode, detail: string, parameter?: string, more: ProblemDetails = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.parameter = parameter === undefined ? undefined : printable(parameter);
    this.more = more;
  }
}

/** A problem with the seconds after which to try again. */
export class Passing extends Problem {
  readonly retryAfter: number;
  constructor(code: ProblemCode, detail: string, retryAfter: number) {
    super(code, detail);
    this.retryAfter = retryAfter;
  }
}

export class TooMany extends Passing {
  constructor(retryAfter: number, detail: string = problemDetails.tooMany) {
    super('too_many_requests', detail, retryAfter);
  }
}

/** A fault of the store heals in seconds, or takes somebody's hand. */
export const AGAIN_SECONDS = 15;

export const storeUnavailable = () => new Passing('store_unavailable', problemDetails.storeUnavailable, AGAIN_SECONDS);

function printable(name: string): string {
  const text = [...name].slice(0, LONGEST_PARAMETER_NAME).join('');
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD');
}

/** The body of a problem. `type` points at the code's entry in the OpenAPI document. */
export function problemBody({ code, message, parameter, more }: Problem): ProblemBody {
  return {
    type: `/api/v1/openapi.json#/components/responses/${code}`,
    title: titles[code],
    status: PROBLEMS[code].status,
    detail: message,
    code,
    ...(parameter === undefined ? {} : { parameter }),
    ...more,
  };
}
