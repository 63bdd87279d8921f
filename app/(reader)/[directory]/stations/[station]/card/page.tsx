import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { type Handout, handoutOf } from '#lib/shown/handout.ts';
import type { StationView } from '#lib/shown/present.ts';
import { longDate } from '#lib/wording/dates.ts';
import { handoutWords, printWords } from '#lib/wording/print.ts';
import { words } from '#lib/wording/reader.ts';
import { cityLineText } from '../../../../parts/CityLine.tsx';
import { stationOrNotFound } from '../../../../parts/find-directory.ts';
import { GoneStationContent } from '../../../../parts/GoneContent.tsx';
import { Page } from '../../../../parts/Page.tsx';
import { PageStyle } from '../../../../parts/PageStyle.tsx';
import { Phrases } from '../../../../parts/Phrases.tsx';
import { PrintControls } from '../../../../parts/PrintControls.tsx';
import { QrCode } from '../../../../parts/QrCode.tsx';
import { Asides, DemonstrationMark, HandoutLine, HandoutNumbers } from '../HandoutParts.tsx';

/** A card for the fridge, A6 lying, to cut out of an A4 page: the station's numbers large, and the city line. */
export default async function CardPage({ params }: PageProps<'/[directory]/stations/[station]/card'>) {
  const { directory, view, gone } = await stationOrNotFound(await params);
  if (gone) return <GoneStationContent directory={directory} gone={gone} />;
  const { id, name } = view.station;
  const heading = name.value === null ? words.unnamed : words.stationHeading(name.value);
  const handout = handoutOf(directory, view, 'card');
  return (
    <Page
      directory={directory}
      title={handoutWords.card.title(heading)}
      path={paths.card(directory.id, id)}
      report={id}
      noindex
    >
      <PageStyle file="(reader)/[directory]/stations/[station]/card/card.css" />
      <a className="back" href={paths.station(directory.id, id)}>
        {heading}
      </a>
      <Card {...{ directory, view, heading, handout }} />
      <PrintControls button={handoutWords.card.button} how={handoutWords.card.how}>
        {handout.numbers.length > 0 && (
          <a className="btn" href={paths.poster(directory.id, id)}>
            {handoutWords.poster.link}
          </a>
        )}
      </PrintControls>
    </Page>
  );
}

interface CardProps {
  directory: PublishedDirectory;
  view: StationView;
  heading: string;
  handout: Handout;
}

function Card({ directory, view, heading, handout }: CardProps) {
  const { label, digits } = cityLineText(directory);
  const { lineFirst, numbers, fit, asides } = handout;
  const { card, unsolved, nothingToCall } = handoutWords;
  return (
    <div className={lineFirst ? 'card linefirst' : 'card'}>
      <div className="cardhead">
        {view.district && <span className="district">{view.district.label}</span>}
        <h1 className={heading.length > LONG_HEADING ? 'longname' : undefined}>{heading}</h1>
        <p>{lineFirst ? card.firstLine(label) : card.first}</p>
      </div>
      <div className="paperfirst">
        {lineFirst ? <HandoutLine digits={digits} /> : <HandoutNumbers numbers={numbers} fit={fit} />}
        {numbers.length === 0 && <p className="plain">{nothingToCall}</p>}
        <Asides asides={asides} />
      </div>
      <div className="papersecond">
        {lineFirst && numbers.length > 0 && (
          <div>
            <p>{unsolved + heading}</p>
            <HandoutNumbers numbers={numbers} fit={fit} />
          </div>
        )}
        {!lineFirst && (
          <div>
            <p>{unsolved + label}</p>
            <HandoutLine digits={digits} />
          </div>
        )}
        <CardQr address={paths.station(directory.id, view.station.id)} />
        <p className="small">
          <Phrases parts={handoutWords.foot(handout.ages, printWords.printedOn(longDate(new Date().toISOString())))} />
          <DemonstrationMark />
        </p>
      </div>
    </div>
  );
}
/** With more characters than these it is set smaller, to stand beside its district. */
const LONG_HEADING = 9;

function CardQr({ address }: { address: string }) {
  const origin = publicOrigin();
  if (!origin) return null;
  return (
    <div className="scan">
      <QrCode address={origin + address} />
      <p>{handoutWords.card.scan}</p>
    </div>
  );
}
