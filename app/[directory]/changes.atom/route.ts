import { readChangesFeed } from '#lib/server/changes-feed.ts';
import { downloadRoute } from '#lib/server/download-route.ts';
import { publicOrigin } from '#lib/server/site.ts';

export const GET = downloadRoute(({ directory }: { directory: string }) => readChangesFeed(directory, publicOrigin()));
