import { QUERY_LIMIT } from '../../lookup/limits.ts';
import {
  type ComponentName,
  componentSchemas,
  DIRECTORY,
  ID,
  jsonOf,
  pathParameter,
  problemResponses,
  problemsOf,
} from './openapi-parts.ts';
import { LIMIT } from './parameters.ts';
import type { ProblemCode } from './problems.ts';
import { reportPaths } from './report-openapi.ts';

/** The parameters of a search. A test holds them against the schema that parses them. */
const SEARCH_PARAMETERS = [
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
    schema: ID,
  },
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', minimum: LIMIT.least, maximum: LIMIT.most, default: LIMIT.normal },
  },
];

const UNCHANGED = { description: 'Unchanged since the ETag sent as If-None-Match.' };
const PARAMETER_PROBLEMS = ['unknown_parameter', 'repeated_parameter'] as const;

/** The only operation of a resource for reading. `codes` are its problems beside those of every parameter. */
function reading(
  operationId: string,
  summary: string,
  component: ComponentName,
  codes: readonly ProblemCode[] = [],
  parameters: readonly object[] = [],
) {
  const found = {
    description: 'As asked for.',
    headers: { ETag: { description: 'Send it back as If-None-Match.', schema: { type: 'string' } } },
    content: jsonOf(component),
  };
  const problems = problemsOf([...PARAMETER_PROBLEMS, ...codes]);
  return { get: { operationId, summary, parameters, responses: { '200': found, '304': UNCHANGED, ...problems } } };
}

const INFO = {
  title: 'Baoda API',
  version: '1.0.0',
  description:
    'Newspaper delivery stations and their numbers, as printed and as normalised, with every doubt flagged. ' +
    'Dial `tel` only: where it is null the number must not be called. ' +
    'Every resource for reading takes GET, HEAD and OPTIONS; other methods are answered with 405 ' +
    'method_not_allowed, unknown addresses with 404 not_found. Reports take what is listed, and nothing from ' +
    'pages of other sites.',
  license: { name: 'MIT', identifier: 'MIT' },
};

const readPaths = {
  '/api/v1/openapi.json': {
    get: {
      operationId: 'readOpenApi',
      summary: 'This document',
      responses: {
        '200': { description: 'OpenAPI 3.1.', content: { 'application/json': {} } },
        '304': UNCHANGED,
        ...problemsOf(PARAMETER_PROBLEMS),
      },
    },
  },
  '/api/v1/directories': reading('listDirectories', 'Every directory', 'DirectoryList'),
  '/api/v1/directories/{directory}': reading(
    'readDirectory',
    'A whole directory, with every flag',
    'Directory',
    ['directory_not_found'],
    [DIRECTORY],
  ),
  '/api/v1/directories/{directory}/stations': reading(
    'searchStations',
    'Stations, searched and filtered',
    'Stations',
    ['parameter_too_long', 'invalid_parameter', 'directory_not_found', 'too_many_requests'],
    [DIRECTORY, ...SEARCH_PARAMETERS],
  ),
  '/api/v1/directories/{directory}/stations/{station}': reading(
    'readStation',
    'One station',
    'StationResponse',
    ['directory_not_found', 'station_not_found', 'station_gone'],
    [DIRECTORY, pathParameter('station', 'Id of a station, such as jinxiu.')],
  ),
  '/api/v1/directories/{directory}/notices': reading(
    'readNotices',
    'What readers are told now: late, later, not today, not printed',
    'Notices',
    ['directory_not_found', 'store_unavailable'],
    [DIRECTORY],
  ),
};

/** The API as an OpenAPI 3.1 document, made from the schemas that shape its answers. */
export function openApiDocument() {
  return {
    openapi: '3.1.1',
    info: INFO,
    servers: [{ url: '/' }],
    paths: { ...readPaths, ...reportPaths },
    components: {
      schemas: componentSchemas(),
      responses: problemResponses(),
      securitySchemes: {
        code: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Code` and the 12 digits of 查询码, such as `Code 384027159648`.',
        },
      },
    },
  };
}
