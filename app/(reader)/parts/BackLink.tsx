import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { words } from '#lib/wording/reader.ts';

export function BackLink({ directory }: { directory: PublishedDirectory }) {
  return (
    <a className="back" href={paths.directory(directory.id)}>
      {words.allStations}
    </a>
  );
}
