import type { PublishedDirectory } from '#lib/directory/records.ts';
import { stationChoice } from '#lib/shown/phone-words.ts';
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
  return (
    <select {...ties} defaultValue={chosen}>
      <option value="">{formWords.unknownStation}</option>
      {directory.stations.map((station) => (
        <option key={station.id} value={station.id}>
          {stationChoice(directory, station)}
        </option>
      ))}
    </select>
  );
}
