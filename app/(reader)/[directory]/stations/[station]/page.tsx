import type { District, PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { placeOfStation } from '#lib/server/notices.ts';
import { kindWord, noNumberWords, shownName, stationHeading } from '#lib/shown/phone-words.ts';
import { cityFirstSentence } from '#lib/shown/place-words.ts';
import { offersCityLineFirst, type StationView, viewDistrict } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';
import { BackLink } from '../../../parts/BackLink.tsx';
import { CityLineFirst } from '../../../parts/CityLine.tsx';
import { ReportDoor } from '../../../parts/Doors.tsx';
import { stationOrNotFound } from '../../../parts/find-directory.ts';
import { GoneStationContent } from '../../../parts/GoneContent.tsx';
import { RememberStation } from '../../../parts/MyStation.tsx';
import { NoticeBanner } from '../../../parts/NoticeBanner.tsx';
import { Page } from '../../../parts/Page.tsx';
import { ToolsScript } from '../../../parts/ToolsScript.tsx';
import { StationDoubts } from './StationDoubts.tsx';
import { StationHead } from './StationHead.tsx';
import { StationJsonLd } from './StationJsonLd.tsx';
import { StationNumbers } from './StationNumbers.tsx';
import { StationPrinted } from './StationPrinted.tsx';
import { StationSaid } from './StationSaid.tsx';
import { StationTools } from './StationTools.tsx';

/** One station: its numbers large, what is doubtful, how to keep and share it, what was printed. */
export default async function StationPage({ params, searchParams }: PageProps<'/[directory]/stations/[station]'>) {
  const { directory, view, gone } = await stationOrNotFound(await params);
  if (gone) return <GoneStationContent directory={directory} gone={gone} />;
  const { station } = view;
  const callable = view.phones.some((phone) => phone.tel !== null);
  const lineFirst = offersCityLineFirst(view);
  const heading = stationHeading(view);
  return (
    <Page
      directory={directory}
      title={heading}
      path={paths.station(directory.id, station.id)}
      help={lineFirst ? 'still_unsolved' : 'after_station'}
      report={false}
      about={aboutStation(heading, view)}
      notice={<NoticeBanner directory={directory} place={placeOfStation(directory, station.id)} />}
    >
      <ToolsScript />
      <BackLink directory={directory} district={cameFrom(directory, view, (await searchParams).from)} />
      <StationHead view={view} heading={heading} />
      {lineFirst && callable && (
        <>
          {view.district && (
            <p className="remark">{cityFirstSentence(directory, viewDistrict(directory, view.district))}</p>
          )}
          <CityLineFirst directory={directory} />
        </>
      )}
      <StationDoubts directory={directory} view={view} />
      <StationNumbers directory={directory} view={view} lineFirst={lineFirst} />
      {!callable && (
        <>
          <p className="note">{view.phones.length === 0 ? noNumberWords(view) : words.noOther}</p>
          <CityLineFirst directory={directory} />
        </>
      )}
      <StationSaid station={station} />
      <ReportDoor directory={directory} station={station.id} />
      <RememberStation directory={directory.id} station={station.id} />
      <StationTools directory={directory} view={view} name={shownName(view)} />
      <StationPrinted directory={directory} view={view} />
      <StationJsonLd directory={directory} stationId={station.id} />
    </Page>
  );
}

/** The district whose list one came from: the station's own, or another that lists it too and says so in the address. */
function cameFrom(
  directory: PublishedDirectory,
  view: StationView,
  asked: string | string[] | undefined,
): District | null {
  const isFound = view.station.alsoFoundUnder.some(({ district }) => district === asked);
  return (isFound && directory.districts.find(({ id }) => id === asked)) || view.district;
}

/** The station with its numbers, as those see it who are sent its address. */
function aboutStation(heading: string, { phones }: StationView): string | undefined {
  const numbers = phones.filter(({ tel }) => tel !== null).map((phone) => `${kindWord(phone)} ${phone.digits}`);
  return numbers.length > 0 ? words.shareText(heading, numbers) : undefined;
}
