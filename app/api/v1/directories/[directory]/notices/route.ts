import { noParametersSchema } from '#lib/server/api/parameters.ts';
import { readNotices } from '#lib/server/api/read.ts';
import { readingRoute } from '#lib/server/api/route.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = readingRoute(
  noParametersSchema,
  (path: { directory: string }) => readNotices(path.directory),
);
