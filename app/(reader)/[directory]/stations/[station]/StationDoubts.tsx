import type { PublishedDirectory } from '#lib/directory/records.ts';
import { tells } from '#lib/directory/standing.ts';
import { stationSentences } from '#lib/shown/phone-words.ts';
import { ambiguousPlaces, nearNames } from '#lib/shown/place-words.ts';
import { labelAbove, type StationView, sameNameStreetIn } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';

/** What is doubtful about where the station belongs: one plain sentence each. */
export function StationDoubts({ directory, view }: { directory: PublishedDirectory; view: StationView }) {
  const doubts = districtDoubts(directory, view);
  if (view.station.name.value === null) return <p className="note doubt">{`${words.noNamePrinted}。`}</p>;
  if (doubts.length === 0) return null;
  return (
    <div className="remark">
      {doubts.map((doubt) => (
        <p key={doubt}>{doubt}</p>
      ))}
    </div>
  );
}

function districtDoubts(directory: PublishedDirectory, view: StationView): string[] {
  const { station, district } = view;
  const above = labelAbove(directory, station);
  const elsewhere = sameNameStreetIn(directory, station);
  const doubts: string[] = [];
  if (tells(view.flags, 'boundary') && station.name.value !== null) {
    const inherited = station.district.how === 'inherited' && above ? words.inherited(above) : null;
    const street = elsewhere ? words.sameStreet(elsewhere) : null;
    const sentence = [inherited, street].filter((part) => part !== null).join('；');
    if (sentence) doubts.push(`${sentence}。`);
  }
  if (tells(view.flags, 'places')) doubts.push(`${words.ambiguous(ambiguousPlaces(directory, view))}。`);
  if (district?.kind === 'functional_area') {
    doubts.push(
      words.functionalArea(
        district.label,
        district.adminCandidates.map((candidate) => candidate.name),
      ),
    );
  }
  if (tells(view.flags, 'near_names') && !elsewhere && !tells(view.flags, 'boundary')) {
    doubts.push(...nearNames(directory, view));
  }
  doubts.push(...stationSentences(view).map((sentence) => `${sentence}。`));
  return doubts;
}
