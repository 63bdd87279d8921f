import { paths } from '#lib/paths.ts';
import { shownName } from '#lib/shown/phone-words.ts';
import { cityFirstSentence } from '#lib/shown/place-words.ts';
import { viewDistrict } from '#lib/shown/present.ts';
import { words } from '#lib/wording/reader.ts';
import { BackLink } from '../../../parts/BackLink.tsx';
import { CityLineFirst } from '../../../parts/CityLine.tsx';
import { stationOrNotFound } from '../../../parts/find-directory.ts';
import { GoneStationContent } from '../../../parts/GoneContent.tsx';
import { Page } from '../../../parts/Page.tsx';
import { StationDoubts } from './StationDoubts.tsx';
import { StationHead } from './StationHead.tsx';
import { StationJsonLd } from './StationJsonLd.tsx';
import { StationNumbers } from './StationNumbers.tsx';
import { StationPrinted } from './StationPrinted.tsx';
import { StationTools } from './StationTools.tsx';

/** One station: its numbers large, what is doubtful, how to keep and share it, what was printed. */
export default async function StationPage({ params }: PageProps<'/[directory]/stations/[station]'>) {
  const { directory, view, gone } = await stationOrNotFound(await params);
  if (gone) return <GoneStationContent directory={directory} gone={gone} />;
  const { station } = view;
  const callable = view.phones.some((phone) => phone.tel !== null);
  const lineFirst = !callable || (view.cityLineFirst && station.name.value === null);
  const heading = station.name.value === null ? words.unnamed : words.stationHeading(station.name.value);
  return (
    <Page
      directory={directory}
      title={heading}
      path={paths.station(directory.id, station.id)}
      help={lineFirst ? 'still_unsolved' : 'after_station'}
      report={station.id}
    >
      <BackLink directory={directory} />
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
          <p className="note">{view.phones.length === 0 ? words.noNumber : words.noOther}</p>
          <CityLineFirst directory={directory} />
        </>
      )}
      <StationTools directory={directory} view={view} name={shownName(view)} />
      <StationPrinted directory={directory} view={view} />
      <StationJsonLd directory={directory} stationId={station.id} />
    </Page>
  );
}
