import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { findStations } from '#lib/server/lookup.ts';
import { words } from '#lib/wording/reader.ts';
import { FoundView } from './FoundView.tsx';
import { Page } from './Page.tsx';
import { Phrases } from './Phrases.tsx';
import { DistrictCells, SearchForm } from './SearchForm.tsx';

/** What `?q=` found, answered by the server with the engine that the phone runs too. */
export function SearchPage({ directory, query }: { directory: PublishedDirectory; query: string }) {
  const found = findStations(directory, query);
  return (
    <Page
      directory={directory}
      title={words.pageTitle(`${found.heading}：${query}`, directory.facts.city)}
      path={paths.directory(directory.id)}
      here={paths.search(directory.id, query)}
      help={found.advice ? 'not_found' : 'after_station'}
      wide
    >
      <div className="find" data-lookup={directory.id}>
        <h1>{found.heading}</h1>
        <SearchForm directory={directory} query={query} />
        <div id="advice">
          {found.advice && (
            <div className="remark">
              <strong>{found.advice.title}</strong>
              <Phrases parts={found.advice.parts} />
            </div>
          )}
        </div>
        <div data-browse="cells" hidden={found.advice === null}>
          <DistrictCells directory={directory} heading={words.byDistrict} />
        </div>
      </div>
      <div className="all">
        <div id="found">
          <FoundView directory={directory} found={found} />
        </div>
        <a className="quiet" href={paths.directory(directory.id)}>
          <span>{words.seeAll}</span>
        </a>
      </div>
    </Page>
  );
}
