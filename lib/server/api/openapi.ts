import { z } from 'zod';
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
} from '../../directory/api-records.ts';
import { idSchema } from '../../directory/records.ts';
import { QUERY_LIMIT } from '../../lookup/limits.ts';
import { LIMIT } from './parameters.ts';
import { PROBLEMS, type ProblemCode, problemSchema } from './problems.ts';

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
  Problem: problemSchema,
} as const;
type ComponentName = keyof typeof COMPONENTS;

const refTo = (kind: 'schemas' | 'responses', name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** JSON Schema of every component, each pointing at the others instead of repeating them. */
function componentSchemas(): Record<string, unknown> {
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
function problemResponses() {
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([code, { status, meaning }]) => [
      code,
      {
        description: `${status}: ${meaning}`,
        content: { 'application/problem+json': { schema: refTo('schemas', 'Problem') } },
      },
    ]),
  );
}

/** The responses of one operation. Codes that share a status are told apart by the problem's `code`. */
function responses(component: ComponentName, codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy([...codes, 'internal_error'] as const, (code) => String(PROBLEMS[code].status));
  const problems = [...byStatus].map(([status, [only, ...others]]) => [
    status,
    others.length === 0 && only
      ? refTo('responses', only)
      : {
          description: `One of ${byStatus.get(status)?.join(', ')}.`,
          content: { 'application/problem+json': { schema: refTo('schemas', 'Problem') } },
        },
  ]);
  return {
    '200': {
      description: 'As asked for.',
      headers: { ETag: { description: 'Send it back as If-None-Match.', schema: { type: 'string' } } },
      content: { 'application/json': { schema: refTo('schemas', component) } },
    },
    '304': { description: 'Unchanged since the ETag sent as If-None-Match.' },
    ...Object.fromEntries(problems),
  };
}

const idJsonSchema = () => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(idSchema);
  return schema;
};

const pathParameter = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: idJsonSchema(),
});
const directoryParameter = () => pathParameter('directory', 'Id of a directory, such as dalian.');

/** The parameters of a search. A test holds them against the schema that parses them. */
const searchParameters = () => [
  {
    name: 'q',
    in: 'query',
    description:
      'A name, its pinyin or initials, a district, street or community, or a number or part of one, as on the page. ' +
      'Blank finds every station.',
    schema: { type: 'string', maxLength: QUERY_LIMIT },
  },
  {
    name: 'district',
    in: 'query',
    description: 'Id of a district. Also finds stations printed elsewhere, with the reason in `foundUnder`.',
    schema: idJsonSchema(),
  },
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: LIMIT.least, maximum: LIMIT.most, default: LIMIT.normal },
  },
];

const READ_PROBLEMS = ['unknown_parameter', 'repeated_parameter'] as const;

function operation(
  operationId: string,
  summary: string,
  component: ComponentName,
  codes: readonly ProblemCode[] = [],
  parameters: readonly object[] = [],
) {
  return { get: { operationId, summary, parameters, responses: responses(component, codes) } };
}

/** The read API as an OpenAPI 3.1 document, made from the schemas that shape its answers. */
export function openApiDocument() {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Baoda read API',
      version: '1.0.0',
      description:
        'Newspaper delivery stations and their numbers, as printed and as normalised, with every doubt flagged. ' +
        'Dial `tel` only: where it is null the number must not be called. ' +
        'Every resource takes GET, HEAD and OPTIONS; other methods are answered with 405 method_not_allowed, ' +
        'unknown addresses with 404 not_found.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      '/api/v1/openapi.json': {
        get: {
          operationId: 'readOpenApi',
          summary: 'This document',
          responses: { '200': { description: 'OpenAPI 3.1.', content: { 'application/json': {} } } },
        },
      },
      '/api/v1/directories': operation('listDirectories', 'Every directory', 'DirectoryList', READ_PROBLEMS),
      '/api/v1/directories/{directory}': operation(
        'readDirectory',
        'A whole directory, with every flag',
        'Directory',
        [...READ_PROBLEMS, 'directory_not_found'],
        [directoryParameter()],
      ),
      '/api/v1/directories/{directory}/stations': operation(
        'searchStations',
        'Stations, searched and filtered',
        'Stations',
        [...READ_PROBLEMS, 'parameter_too_long', 'invalid_parameter', 'directory_not_found'],
        [directoryParameter(), ...searchParameters()],
      ),
      '/api/v1/directories/{directory}/stations/{station}': operation(
        'readStation',
        'One station',
        'StationResponse',
        [...READ_PROBLEMS, 'directory_not_found', 'station_not_found'],
        [directoryParameter(), pathParameter('station', 'Id of a station, such as jinxiu.')],
      ),
    },
    components: { schemas: componentSchemas(), responses: problemResponses() },
  };
}
