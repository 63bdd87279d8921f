import { hasFlag, hasOpen, labelAbove, type StationView, sameNameStreetIn } from '#lib/directory/present.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { words } from '#lib/wording/reader.ts';
import { ambiguousPlaces, nearNames } from '../../../parts/division-words.ts';

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
  if (hasOpen(view, 'district.boundary_uncertain') && station.name.value !== null) {
    const inherited = station.district.how === 'inherited' && above ? words.inherited(above) : null;
    const street = elsewhere ? words.sameStreet(elsewhere) : null;
    const sentence = [inherited, street].filter((part) => part !== null).join('；');
    if (sentence) doubts.push(`${sentence}。`);
  }
  if (hasOpen(view, 'district.admin_ambiguous')) doubts.push(`${words.ambiguous(ambiguousPlaces(directory, view))}。`);
  if (district?.kind === 'functional_area') {
    doubts.push(
      words.functionalArea(
        district.label,
        district.adminCandidates.map((candidate) => candidate.name),
      ),
    );
  }
  if (hasFlag(view, 'district.admin_mismatch') && !elsewhere && !hasOpen(view, 'district.boundary_uncertain')) {
    doubts.push(...nearNames(directory, view));
  }
  return doubts;
}
