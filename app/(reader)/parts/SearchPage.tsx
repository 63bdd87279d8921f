import { viewStation } from '#lib/directory/present.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { rowOf } from '#lib/directory/row.ts';
import { paths } from '#lib/paths.ts';
import { searchStations } from '#lib/server/search.ts';
import { words } from '#lib/wording/reader.ts';
import { Page } from './Page.tsx';
import { Phrases } from './Phrases.tsx';
import { DistrictCells, SearchForm } from './SearchForm.tsx';
import { StationRow } from './StationRow.tsx';

/** What `?q=` found, answered by the server. */
export function SearchPage({ directory, query }: { directory: PublishedDirectory; query: string }) {
  const found = searchStations(directory, query);
  const heading = found.length ? words.search.results : words.search.none;
  return (
    <Page
      directory={directory}
      title={words.pageTitle(`${heading}：${query}`, directory.facts.city)}
      path={paths.directory(directory.id)}
      here={paths.search(directory.id, query)}
      help={found.length ? 'after_station' : 'not_found'}
    >
      <div className="find">
        <h1>{heading}</h1>
        <SearchForm directory={directory} query={query} />
        {found.length === 0 && (
          <>
            <div className="remark">
              <strong>{words.search.nothing(query)}</strong>
              <Phrases parts={words.search.advice} />
            </div>
            <DistrictCells directory={directory} heading={words.byDistrict} />
          </>
        )}
      </div>
      {found.length > 0 && (
        <section>
          <div className="head">
            <h2>{words.search.found(found.length)}</h2>
          </div>
          {found.map(({ station }) => (
            <StationRow
              key={station.id}
              directory={directory.id}
              row={rowOf(directory, viewStation(directory, station))}
            />
          ))}
        </section>
      )}
      <a className="quiet" href={paths.directory(directory.id)}>
        <span>{words.seeAll}</span>
      </a>
    </Page>
  );
}
