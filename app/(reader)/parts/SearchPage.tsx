import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { showStations } from '#lib/server/lookup.ts';
import { words } from '#lib/wording/reader.ts';
import { FoundView } from './FoundView.tsx';
import { Page } from './Page.tsx';
import { Phrases } from './Phrases.tsx';
import { DistrictCells, SearchForm, searchAttributes } from './SearchForm.tsx';

/** What `?q=` found, answered by the server with the engine that the phone runs too. */
export function SearchPage({ directory, query }: { directory: PublishedDirectory; query: string }) {
  const found = showStations(directory, query);
  return (
    <Page
      directory={directory}
      title={words.pageTitle(`${found.heading}：${query}`, directory.facts.city)}
      path={paths.directory(directory.id)}
      here={paths.search(directory.id, query)}
      help={found.advice ? 'not_found' : 'after_station'}
      wide
    >
      <div className="find" {...searchAttributes(directory)}>
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
          <FoundView directory={directory.id} found={found} />
        </div>
        <a className="quiet" href={paths.directory(directory.id)}>
          <span>{words.seeAll}</span>
        </a>
      </div>
    </Page>
  );
}
