import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import type { StationView } from '#lib/shown/present.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { StationRow } from '../../parts/StationRow.tsx';

/**
 * The station that the report is about, to be called before anything is written, and the way to another one. With script
 * that way takes along what was typed and not sent yet.
 */
export function KnownStation({ directory, view }: { directory: PublishedDirectory; view: StationView }) {
  return (
    <div className="known">
      <StationRow directory={directory} view={view} heading="h2" />
      <a className="quiet" href={paths.report(directory.id, '')} data-elsewhere="">
        <span>{formWords.notThisStation}</span>
      </a>
    </div>
  );
}
