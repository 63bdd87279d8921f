import { cutAtMarks } from '#lib/lookup/marks.ts';
import type { ShownAnswer, ShownRow } from '#lib/lookup/shown.ts';
import { paths } from '#lib/paths.ts';
import { listWords } from '#lib/wording/lookup.ts';
import { Phrases } from './Phrases.tsx';
import { StationRow } from './StationRow.tsx';

/** What was found; `lib/island/found.ts` draws the same on the phone. */
export function FoundView({ directory, found }: { directory: string; found: ShownAnswer }) {
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
              <a href={paths.search(directory, query)}>{label}</a>
            </li>
          ))}
        </ul>
      )}
      <FoundRows directory={directory} rows={found.stations} />
      {found.near.length > 0 && (
        <>
          <div className="head">
            <h2>{listWords.near}</h2>
          </div>
          <FoundRows directory={directory} rows={found.near} />
        </>
      )}
    </>
  );
}

function FoundRows({ directory, rows }: { directory: string; rows: readonly ShownRow[] }) {
  return rows.map(({ row, marks }) => {
    const name = cutAtMarks(row.name, marks).map(({ piece, marked }, at) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one name never move
      marked ? <mark key={at}>{piece}</mark> : piece,
    );
    return <StationRow key={row.id} directory={directory} row={row} name={name} />;
  });
}
