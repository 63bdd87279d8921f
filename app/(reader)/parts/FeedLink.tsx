import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';

/** Where programs that follow feeds find the directory's changes. */
export const FeedLink = ({ directory }: { directory: PublishedDirectory }) => (
  <link rel="alternate" type="application/atom+xml" href={(publicOrigin() ?? '') + paths.changes(directory.id)} />
);
