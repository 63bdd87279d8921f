import type { District, PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { words } from '#lib/wording/reader.ts';

interface BackLinkProps {
  directory: PublishedDirectory;
  /** The district whose list one came from. */
  district?: District | null;
}

/** Back to the list of a district, or to all stations. */
export function BackLink({ directory, district }: BackLinkProps) {
  return (
    <a className="back" href={district ? paths.district(directory.id, district.id) : paths.directory(directory.id)}>
      {district ? words.districtHeading(district.label) : words.allStations}
    </a>
  );
}
