import { readPackageFile } from '#lib/server/data-package.ts';
import { downloadRoute } from '#lib/server/download-route.ts';
import { publicOrigin } from '#lib/server/site.ts';

export const GET = downloadRoute((path: { directory: string; file: string }) =>
  readPackageFile(path.directory, path.file, publicOrigin()),
);
