import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { prepareLookup } from '#lib/server/lookup.ts';
import { viewDistricts } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';
import { DistrictSection } from './DistrictSection.tsx';
import { Page } from './Page.tsx';
import { Phrases } from './Phrases.tsx';
import { DistrictCells, SearchForm, searchAttributes } from './SearchForm.tsx';
import { SearchPage } from './SearchPage.tsx';
import { StationRow } from './StationRow.tsx';

/** Above this many stations home lists districts only: the page stays small enough for a slow phone. */
const LIST_LIMIT = 150;

/** A directory's front page: search, districts and every station with its calls. */
export function DirectoryHome({ directory, query }: { directory: PublishedDirectory; query: string }) {
  if (query) return <SearchPage directory={directory} query={query} />;
  prepareLookup(directory);
  const named = directory.stations.filter((station) => station.name.value !== null).length;
  const listed = directory.stations.length <= LIST_LIMIT;
  return (
    <Page
      directory={directory}
      title={words.homeTitle(directory.facts.city)}
      namesCity
      path={paths.directory(directory.id)}
      wide={listed}
    >
      <div className="find" {...searchAttributes(directory)}>
        <p className="counts note" data-browse="all">
          <Phrases parts={words.counts(named, directory.stations.length - named)} />
        </p>
        <h1>{words.search.heading}</h1>
        <SearchForm directory={directory} />
        <div id="advice" />
        <div data-browse="cells">
          <DistrictCells directory={directory} heading={words.orByDistrict} />
        </div>
      </div>
      <div className="all" id="found" />
      {listed && <AllStations directory={directory} />}
    </Page>
  );
}

function AllStations({ directory }: { directory: PublishedDirectory }) {
  const { districts, elsewhere } = viewDistricts(directory);
  return (
    <div className="all" data-browse="all">
      {districts.map((view) => (
        <DistrictSection key={view.district.id} directory={directory} view={view} />
      ))}
      {elsewhere.length > 0 && (
        <section>
          <div className="head">
            <h2>{words.elsewhere}</h2>
          </div>
          <div className="rows">
            {elsewhere.map((view) => (
              <StationRow key={view.station.id} directory={directory} view={view} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
