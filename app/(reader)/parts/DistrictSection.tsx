import type { PublishedDirectory } from '#lib/directory/records.ts';
import { cityFirstSentence } from '#lib/shown/place-words.ts';
import { type DistrictView, type Stretch, stretches } from '#lib/shown/present.ts';
import { callLineMarkup } from '#lib/shown/row-markup.ts';
import type { Age } from '#lib/wording/age.ts';
import { words } from '#lib/wording/reader.ts';
import { cityLineText } from './CityLine.tsx';
import { Phrases } from './Phrases.tsx';
import { reactElement } from './react-element.ts';
import { StationRow } from './StationRow.tsx';

interface ListProps {
  directory: PublishedDirectory;
  view: DistrictView;
  /** The age that stands once above the list. */
  ageSaid: Age | null;
}

/** A district's head and its stations, as home shows them. */
export function DistrictSection({ directory, view, ageSaid }: ListProps) {
  const line = cityLineText(directory);
  return (
    <section>
      <div className="head">
        <h2>{view.district.label}</h2>
        <span>{words.headCount(view.named)}</span>
      </div>
      <div className="rows">
        {view.cityLineFirst && (
          <div className="city">
            <p className="remark">{cityFirstSentence(directory, view)}</p>
            {callLineMarkup(reactElement, words.help.line, { class: 'line', whom: line.label, ...line })}
          </div>
        )}
        <StationRows directory={directory} view={view} ageSaid={ageSaid} />
      </div>
    </section>
  );
}

/** The rows of a district, with a remark standing once before the rows it is true of. */
export function StationRows({ directory, view, ageSaid, heading = 'h3' }: ListProps & { heading?: 'h2' | 'h3' }) {
  return stretches(directory, view.stations).flatMap((stretch) => [
    stretch.remark && <StretchRemark key={`before-${stretch.stations[0]?.station.id}`} stretch={stretch} />,
    ...stretch.stations.map((station) => (
      <StationRow key={station.station.id} directory={directory} view={station} heading={heading} ageSaid={ageSaid} />
    )),
  ]);
}

function StretchRemark({ stretch: { remark, stations } }: { stretch: Stretch }) {
  if (!remark) return null;
  const inherited = words.inherited(remark.above);
  const parts = remark.division
    ? [`${inherited}；`, words.exceptNames(remark.except), `${words.sameStreet(remark.division)}。`]
    : [`${inherited}。`];
  return (
    <p className="remark">
      <strong>{words.remarkCount(stations.length)}</strong>
      <Phrases parts={parts} />
    </p>
  );
}
