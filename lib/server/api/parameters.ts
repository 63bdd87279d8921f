import { z } from 'zod';
import { QUERY_LIMIT } from '../../lookup/limits.ts';
import { idSchema } from '../../text/ids.ts';
import { problemDetails } from '../../wording/api.ts';
import { Problem } from './problems.ts';

export const LIMIT = { least: 1, most: 500, normal: 50 } as const;

/** Control characters, and what a decoder leaves in the place of broken UTF-8. */
const BROKEN_TEXT = /[\p{Cc}\uFFFD]/u;

const limitSchema = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, problemDetails.limit(LIMIT.most))
  .transform(Number)
  .pipe(z.int().min(LIMIT.least, problemDetails.limit(LIMIT.most)).max(LIMIT.most, problemDetails.limit(LIMIT.most)));

const querySchema = z
  .string()
  .refine((text) => !BROKEN_TEXT.test(text), problemDetails.brokenText)
  .transform((text) => text.trim());

/** The parameters of a search for stations. A blank `q` finds every station, as if it were not there. */
export const stationsParametersSchema = z.object({
  q: querySchema.default(''),
  district: z.string().optional(),
  limit: limitSchema.default(LIMIT.normal),
});

export type StationsParameters = z.output<typeof stationsParametersSchema>;

export const noParametersSchema = z.object({});

/** In characters as people count them. Longer values are refused before anything else looks at them. */
const LONGEST: Readonly<Record<string, number>> = { q: QUERY_LIMIT, district: 63 };

function onlyValue(name: string, values: readonly string[]): string {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) {
    throw new Problem('repeated_parameter', problemDetails.repeatedParameter, name);
  }
  const longest = LONGEST[name] ?? QUERY_LIMIT;
  if ([...value].length > longest) {
    throw new Problem('parameter_too_long', problemDetails.tooLong(longest), name);
  }
  return value;
}

/**
 * The parameters of a request, parsed.
 *
 * @throws Problem naming the first parameter that is unknown, repeated, too long or malformed.
 */
export function parseParameters<S extends z.ZodObject>(schema: S, search: URLSearchParams): z.output<S> {
  const known = Object.keys(schema.shape);
  const given: Record<string, string> = {};
  for (const name of new Set(search.keys())) {
    if (!known.includes(name)) throw new Problem('unknown_parameter', problemDetails.unknownParameter(known), name);
    given[name] = onlyValue(name, search.getAll(name));
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Problem('invalid_parameter', issue?.message ?? problemDetails.brokenText, String(issue?.path[0] ?? ''));
}

/** Whether a part of a path can be an id at all. */
export const isId = (text: string): boolean => idSchema.safeParse(text).success;
