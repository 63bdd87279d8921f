import { notFound } from 'next/navigation';
import type { District, PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { findGoneDistrict } from '#lib/server/gone.ts';
import { placeOfDistrict } from '#lib/server/notices.ts';
import { listAge } from '#lib/shown/age.ts';
import { cityFirstSentence, districtRemark } from '#lib/shown/place-words.ts';
import { alsoFoundIn, type DistrictView, divisionName, viewDistrict } from '#lib/shown/present.ts';
import type { Age } from '#lib/wording/age.ts';
import { words } from '#lib/wording/reader.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { CityLineFirst } from '../../parts/CityLine.tsx';
import { StationRows } from '../../parts/DistrictSection.tsx';
import { directoryOrNotFound } from '../../parts/find-directory.ts';
import { GoneDistrictContent } from '../../parts/GoneContent.tsx';
import { NoticeBanner } from '../../parts/NoticeBanner.tsx';
import { Page } from '../../parts/Page.tsx';
import { Phrases } from '../../parts/Phrases.tsx';
import { StationRow } from '../../parts/StationRow.tsx';

/** One district: its stations, and those found from it for another reason. */
export default async function DistrictPage({ params }: PageProps<'/[directory]/[district]'>) {
  const asked = await params;
  const directory = await directoryOrNotFound(asked.directory);
  const district = directory.districts.find(({ id }) => id === asked.district);
  if (!district) {
    const gone = (await findGoneDistrict(directory.id, asked.district)) ?? notFound();
    return <GoneDistrictContent directory={directory} gone={gone} />;
  }
  const view = viewDistrict(directory, district);
  const also = alsoFoundIn(directory, district);
  const said = listAge(directory, [...view.stations, ...also.map((one) => one.view)]);
  const heading = words.districtHeading(district.label);
  return (
    <Page
      directory={directory}
      title={heading}
      path={paths.district(directory.id, district.id)}
      notice={<NoticeBanner directory={directory} place={placeOfDistrict(directory, district.id)} />}
      help={view.cityLineFirst ? 'still_unsolved' : 'after_station'}
    >
      <BackLink directory={directory} />
      <div className="title">
        <h1>{heading}</h1>
        <p className="note">
          <Phrases parts={[...headParts(directory, view), ...(said?.parts ?? [])]} />
        </p>
      </div>
      {view.cityLineFirst && (
        <>
          <p className="remark">{cityFirstSentence(directory, view)}</p>
          <CityLineFirst directory={directory} />
        </>
      )}
      <StationRows directory={directory} view={view} heading="h2" ageSaid={said?.age ?? null} />
      <AlsoFound {...{ directory, district }} found={also} ageSaid={said?.age ?? null} />
    </Page>
  );
}

/** How many stations there are, and what is odd about the district's own name. */
function headParts(directory: PublishedDirectory, view: DistrictView): string[] {
  const remark = districtRemark(directory, view);
  return [`${words.districtCount(view.named, view.unnamed)}。`, ...(remark ? [remark] : [])];
}

interface AlsoFoundProps {
  directory: PublishedDirectory;
  district: District;
  found: ReturnType<typeof alsoFoundIn>;
  ageSaid: Age | null;
}

function AlsoFound({ directory, district, found, ageSaid }: AlsoFoundProps) {
  if (found.length === 0) return null;
  return (
    <section>
      <div className="head">
        <h2>{words.alsoFoundHeading}</h2>
      </div>
      {found.map(({ view, reason }) => (
        <StationRow
          key={view.station.id}
          directory={directory}
          view={view}
          ageSaid={ageSaid}
          from={district.id}
          note={words.alsoFound[reason](view.district?.label ?? '', divisionName(directory, district.id))}
        />
      ))}
    </section>
  );
}
