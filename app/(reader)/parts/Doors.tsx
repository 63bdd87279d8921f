import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { words } from '#lib/wording/reader.ts';

/** What one may have come for besides a number: to tell that no paper came, to follow that, to have all on paper. */
export function Doors({ directory }: { directory: PublishedDirectory }) {
  return (
    <nav className="doors" aria-label={words.doors.label}>
      <ReportDoor directory={directory} />
      <a className="btn" href={paths.track(directory.id)}>
        {words.doors.track}
      </a>
      <a className="btn" href={paths.print(directory.id)}>
        {words.doors.print}
      </a>
    </nav>
  );
}

/** The door to the form; none where nothing can be reported online. */
export function ReportDoor({ directory, station }: { directory: PublishedDirectory; station?: string }) {
  if (!directory.service.onlineReports) return null;
  return (
    <a className="btn door" href={paths.report(directory.id, station)}>
      {words.doors.report}
    </a>
  );
}
