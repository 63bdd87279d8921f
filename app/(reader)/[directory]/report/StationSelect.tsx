import type { PublishedDirectory } from '#lib/directory/records.ts';
import { shownName } from '#lib/shown/phone-words.ts';
import { viewStation } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import type { FieldTies } from '../../parts/fields.tsx';

interface StationSelectProps {
  directory: PublishedDirectory;
  /** A station's id, or '' for 不知道是哪个站. */
  chosen: string;
  ties: FieldTies;
}

/** Every station in printed order; the first choice is not to know. */
export function StationSelect({ directory, chosen, ties }: StationSelectProps) {
  const views = directory.stations.map((station) => viewStation(directory, station));
  return (
    <select {...ties} defaultValue={chosen}>
      <option value="">{formWords.unknownStation}</option>
      {views.map((view) => (
        <option key={view.station.id} value={view.station.id}>
          {view.district ? words.inCounty(shownName(view), view.district.label) : shownName(view)}
        </option>
      ))}
    </select>
  );
}
