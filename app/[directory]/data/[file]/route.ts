import { downloadRoute } from '#lib/server/download-route.ts';
import { readDownload } from '#lib/server/downloads.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = downloadRoute(
  (path: { directory: string; file: string }) => readDownload(path.directory, path.file, null),
);
