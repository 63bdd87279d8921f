import { openApiDocument } from '#lib/server/api/openapi.ts';
import { noParametersSchema } from '#lib/server/api/parameters.ts';
import { readingRoute } from '#lib/server/api/route.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = readingRoute(noParametersSchema, openApiDocument);
