import { viewStation } from '#lib/directory/present.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { rowOf } from '#lib/directory/row.ts';
import { cutAtMarks } from '#lib/lookup/marks.ts';
import type { Found, FoundStation } from '#lib/lookup/present.ts';
import { paths } from '#lib/paths.ts';
import { lookupWords } from '#lib/wording/lookup.ts';
import { Phrases } from './Phrases.tsx';
import { StationRow } from './StationRow.tsx';

/** What was found; `lib/island/found.ts` draws the same on the phone. */
export function FoundView({ directory, found }: { directory: PublishedDirectory; found: Found }) {
  return (
    <>
      {found.head !== null && (
        <div className="head">
          <h2>{found.head}</h2>
          {found.count !== null && <span>{found.count}</span>}
        </div>
      )}
      {found.how !== null && <p className="note how">{found.how}</p>}
      {found.remark.length > 0 && (
        <p className="remark">
          <Phrases parts={found.remark} />
        </p>
      )}
      {found.choices.length > 0 && (
        <ul className="cells choices">
          {found.choices.map(({ label, query }) => (
            <li key={query}>
              <a href={paths.search(directory.id, query)}>{label}</a>
            </li>
          ))}
        </ul>
      )}
      <FoundStations directory={directory} stations={found.stations} />
      {found.near.length > 0 && (
        <>
          <div className="head">
            <h2>{lookupWords.near}</h2>
          </div>
          <FoundStations directory={directory} stations={found.near} />
        </>
      )}
    </>
  );
}

/** At most so many rows are drawn; the heading says how many there are. */
const MOST_ROWS = 50;

function FoundStations({ directory, stations }: { directory: PublishedDirectory; stations: readonly FoundStation[] }) {
  return stations.slice(0, MOST_ROWS).map(({ station: id, marks }) => {
    const station = directory.stations.find((one) => one.id === id);
    if (!station) return null;
    const row = rowOf(directory, viewStation(directory, station));
    const name = cutAtMarks(row.name, marks).map(({ piece, marked }, at) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one name never move
      marked ? <mark key={at}>{piece}</mark> : piece,
    );
    return <StationRow key={id} directory={directory.id} row={row} name={name} />;
  });
}
