import { tells } from '#lib/directory/standing.ts';
import type { StationView } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';

/** The district as a stamp, the name, and where in the table it stands. */
export function StationHead({ view, heading }: { view: StationView; heading: string }) {
  const { station, district } = view;
  const facts = [
    district && place(view, district.label),
    tells(view.flags, 'same_name') && station.district.how !== 'derived' && words.sameAsDistrict,
    station.aliases.length > 0 && words.alias(station.aliases),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className="title stamped">
      {district && (
        <span className="stamp" aria-hidden="true">
          {district.label}
        </span>
      )}
      <div>
        <h1>{heading}</h1>
        {facts.length > 0 && <p className="note">{facts.join('，')}</p>}
      </div>
    </div>
  );
}

function place({ station }: StationView, label: string): string {
  if (station.district.how === 'added' || station.added) return words.addedUnder(label);
  if (station.district.value === null) return words.printedBeside(label);
  return station.district.how === 'derived' ? words.derivedDistrict : words.printedUnder(label);
}
