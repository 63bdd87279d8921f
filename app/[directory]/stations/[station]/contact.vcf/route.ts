import { downloadRoute } from '#lib/server/download-route.ts';
import { readContact } from '#lib/server/downloads.ts';
import { publicOrigin } from '#lib/server/site.ts';

export const GET = downloadRoute((path: { directory: string; station: string }) =>
  readContact(path.directory, path.station, publicOrigin()),
);
