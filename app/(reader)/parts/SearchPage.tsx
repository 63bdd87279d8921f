import { createElement, Fragment } from 'react';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { adviceMarkup, foundMarkup } from '#lib/lookup/found-markup.ts';
import { searchPath } from '#lib/lookup/search-path.ts';
import { paths } from '#lib/paths.ts';
import { showStations } from '#lib/server/lookup.ts';
import { words } from '#lib/wording/reader.ts';
import { Page } from './Page.tsx';
import { reactElement } from './react-element.ts';
import { DistrictCells, SearchForm, searchAttributes } from './SearchForm.tsx';
import { TellPlace } from './TellPlace.tsx';

/** What `?q=` found, answered by the server with the engine that the phone runs too. */
export function SearchPage({ directory, query }: { directory: PublishedDirectory; query: string }) {
  const found = showStations(directory, query);
  return (
    <Page
      directory={directory}
      title={`${found.heading}：${query}`}
      path={paths.directory(directory.id)}
      here={searchPath(directory.id, query)}
      help={found.advice ? 'not_found' : 'after_station'}
      wide
    >
      <div className="find" {...searchAttributes(directory)}>
        <h1>{found.heading}</h1>
        <SearchForm directory={directory} query={query} />
        <div id="advice">{found.advice && adviceMarkup(reactElement, found.advice)}</div>
        <div data-browse="cells" hidden={found.advice === null}>
          <DistrictCells directory={directory} heading={words.byDistrict} />
        </div>
        <TellPlace directory={directory} words={found.advice ? query : ''} />
      </div>
      <div className="all">
        <div id="found">
          {createElement(Fragment, null, ...foundMarkup(reactElement, directory.id, found).map((part) => part()))}
        </div>
        <a className="quiet" href={paths.directory(directory.id)}>
          <span>{words.seeAll}</span>
        </a>
      </div>
    </Page>
  );
}
