import { stationsParametersSchema } from '#lib/server/api/parameters.ts';
import { readStations } from '#lib/server/api/read.ts';
import { readingRoute } from '#lib/server/api/route.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = readingRoute(
  stationsParametersSchema,
  (path: { directory: string }, parameters) => readStations(path.directory, parameters),
);
