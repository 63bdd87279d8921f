import { z } from 'zod';
import { reportSchema } from '../../reports/form.ts';
import { apiNoticeSchema, apiNoticesSchema } from '../../shown/api-notices.ts';
import {
  apiDirectoryListSchema,
  apiDirectorySchema,
  apiDistrictSchema,
  apiFlagSchema,
  apiPhoneSchema,
  apiStationHitSchema,
  apiStationResponseSchema,
  apiStationSchema,
  apiStationsSchema,
} from '../../shown/api-records.ts';
import { idSchema } from '../../text/ids.ts';
import { PROBLEMS, type ProblemCode, problemSchema } from './problems.ts';
import { nextSchema, receiptSchema, reportStepSchema, reportViewSchema } from './report-records.ts';

/** The parts that the paths of the OpenAPI document are put together from. */

const COMPONENTS = {
  DirectoryList: apiDirectoryListSchema,
  Directory: apiDirectorySchema,
  District: apiDistrictSchema,
  Station: apiStationSchema,
  StationHit: apiStationHitSchema,
  Stations: apiStationsSchema,
  StationResponse: apiStationResponseSchema,
  Phone: apiPhoneSchema,
  Flag: apiFlagSchema,
  Notices: apiNoticesSchema,
  Notice: apiNoticeSchema,
  Report: reportSchema,
  ReportReceipt: receiptSchema,
  ReportStep: reportStepSchema,
  ReportView: reportViewSchema,
  Next: nextSchema,
  Problem: problemSchema,
} as const;
export type ComponentName = keyof typeof COMPONENTS;

const refTo = (kind: 'schemas' | 'responses', name: string) => ({ $ref: `#/components/${kind}/${name}` });
const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: refTo('schemas', 'Problem') } },
});

/** JSON Schema of every component, each pointing at the others instead of repeating them. */
export function componentSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input', // leaves objects open: a field added later breaks no generated client
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'starts_with') delete jsonSchema.format; // zod's own; the pattern says it all
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  );
}

/** One response per problem code, so that the `type` of a problem leads to its meaning. */
export const problemResponses = () =>
  Object.fromEntries(
    Object.entries(PROBLEMS).map(([code, { status, meaning }]) => [code, problemOf(`${status}: ${meaning}`)]),
  );

/** What any operation may be answered with, before or after its own route is asked. */
const ALWAYS = ['malformed_request', 'address_too_long', 'internal_error', 'overloaded'] as const;

/** The problems of one operation. Codes that share a status are told apart by the problem's `code`. */
export function problemsOf(codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy(new Set<ProblemCode>([...codes, ...ALWAYS]), (code) => String(PROBLEMS[code].status));
  const problems = [...byStatus].map(([status, [only = 'internal_error', ...others]]) => [
    status,
    others.length === 0 ? refTo('responses', only) : problemOf(`One of ${[only, ...others].join(', ')}.`),
  ]);
  return Object.fromEntries(problems);
}

export const jsonOf = (component: ComponentName) => ({ 'application/json': { schema: refTo('schemas', component) } });

const { $schema: _dialect, ...idJsonSchema } = z.toJSONSchema(idSchema);
export const ID = idJsonSchema;

export const pathParameter = (name: string, description: string, schema: object = ID) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
});
export const DIRECTORY = pathParameter('directory', 'Id of a directory, as the list of directories has it.');
