import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { prepareLookup } from '#lib/server/lookup.ts';
import { type ListAge, listAge } from '#lib/shown/age.ts';
import { viewDistricts, viewStation } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';
import { DistrictSection } from './DistrictSection.tsx';
import { Doors } from './Doors.tsx';
import { FeedLink } from './FeedLink.tsx';
import { MyStation } from './MyStation.tsx';
import { NoticeBanner } from './NoticeBanner.tsx';
import { Page } from './Page.tsx';
import { Phrases } from './Phrases.tsx';
import { DistrictCells, SearchForm, searchAttributes } from './SearchForm.tsx';
import { SearchPage } from './SearchPage.tsx';
import { StationRow } from './StationRow.tsx';
import { TellPlace } from './TellPlace.tsx';

/** Above this many stations home lists districts only: the page stays small enough for a slow phone. */
const LIST_LIMIT = 150;

/** A directory's front page: search, districts, what else one may have come for, and every station with its calls. */
export function DirectoryHome({ directory, query }: { directory: PublishedDirectory; query: string }) {
  if (query) return <SearchPage directory={directory} query={query} />;
  prepareLookup(directory);
  const listed = directory.stations.length <= LIST_LIMIT;
  const said = listed ? listAge(directory, everyStation(directory)) : null;
  return (
    <Page
      directory={directory}
      title={words.homeTitle(directory.facts.city)}
      namesCity
      path={paths.directory(directory.id)}
      report={false}
      wide={listed}
      list={listed && <AllStations directory={directory} said={said} />}
      notice={<NoticeBanner directory={directory} place={null} />}
    >
      <FeedLink directory={directory} />
      <div className="find" {...searchAttributes(directory)}>
        <MyStation directory={directory} ageSaid={said?.age ?? null} others="#q" />
        <h1>{words.search.heading}</h1>
        <SearchForm directory={directory} />
        <div id="advice" />
        <div data-browse="cells">
          <DistrictCells directory={directory} heading={words.orByDistrict} />
        </div>
        <TellPlace directory={directory} words="" />
        <div data-browse="all">
          {!listed && <Counts directory={directory} />}
          <Doors directory={directory} />
        </div>
      </div>
      <div className="all" id="found" />
    </Page>
  );
}

function Counts({ directory, more = [] }: { directory: PublishedDirectory; more?: readonly string[] }) {
  const named = directory.stations.filter((station) => station.name.value !== null).length;
  return (
    <p className="note counts">
      <Phrases parts={[...words.counts(named, directory.stations.length - named), ...more]} />
    </p>
  );
}

const everyStation = (directory: PublishedDirectory) =>
  directory.stations.map((station) => viewStation(directory, station));

function AllStations({ directory, said }: { directory: PublishedDirectory; said: ListAge | null }) {
  const { districts, elsewhere } = viewDistricts(directory);
  const ageSaid = said?.age ?? null;
  return (
    <div className="all" data-browse="all">
      <div className="listhead">
        <h2>{words.allStations}</h2>
        <Counts directory={directory} more={said?.parts ?? []} />
      </div>
      {districts.map((view) => (
        <DistrictSection key={view.district.id} directory={directory} view={view} ageSaid={ageSaid} />
      ))}
      {elsewhere.length > 0 && (
        <section>
          <div className="head">
            <h2>{words.elsewhere}</h2>
          </div>
          <div className="rows">
            {elsewhere.map((view) => (
              <StationRow key={view.station.id} directory={directory} view={view} ageSaid={ageSaid} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
