import { downloadRoute } from '#lib/server/download-route.ts';
import { readDownload } from '#lib/server/downloads.ts';
import { publicOrigin } from '#lib/server/site.ts';

export const GET = downloadRoute((path: { directory: string; file: string }) =>
  readDownload(path.directory, path.file, publicOrigin()),
);
