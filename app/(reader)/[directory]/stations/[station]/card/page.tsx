import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { type Handout, handoutOf } from '#lib/shown/handout.ts';
import { stationHeading } from '#lib/shown/phone-words.ts';
import type { StationView } from '#lib/shown/present.ts';
import { longDate } from '#lib/wording/dates.ts';
import { handoutWords, paperPhrases, printWords } from '#lib/wording/print.ts';
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
  const { id } = view.station;
  const heading = stationHeading(view);
  const handout = handoutOf(directory, view, 'card');
  return (
    <Page
      directory={directory}
      title={handoutWords.card.title(heading)}
      path={paths.card(directory.id, id)}
      help={handout.lineFirst ? 'still_unsolved' : 'after_station'}
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
  const printed = printWords.printedOn(longDate(new Date().toISOString()));
  const { card, nothingToCall } = handoutWords;
  return (
    <div className={lineFirst ? 'card linefirst' : 'card'}>
      <div className="cardhead">
        {view.district && <span className="district">{view.district.label}</span>}
        <h1 className={heading.length > (lineFirst ? LONG_BESIDE_LINE : LONG_HEADING) ? 'longname' : undefined}>
          {heading}
        </h1>
        <p>
          <Phrases parts={paperPhrases(lineFirst ? card.firstLine(label) : card.first)} />
        </p>
      </div>
      <div className="paperfirst">
        {lineFirst ? <HandoutLine digits={digits} /> : <HandoutNumbers numbers={numbers} fit={fit} />}
        {numbers.length === 0 && <p className="plain">{nothingToCall}</p>}
        {(!lineFirst || numbers.length === 0) && <Asides asides={asides} />}
      </div>
      <div className="papersecond">
        <SecondChoice {...{ heading, handout, label, digits }} />
        <CardQr address={paths.station(directory.id, view.station.id)} />
        <p className="small">
          <Phrases parts={paperPhrases(handoutWords.foot(handout.ages, printed))} />
          <DemonstrationMark />
        </p>
      </div>
    </div>
  );
}
/** With more characters than these it is set smaller, to stand beside its district. */
const LONG_HEADING = 9;
/** The same beside the name of the city line. */
const LONG_BESIDE_LINE = 5;

/** Whom to call next: the city line, or the number of a row without a name; nobody where the city line is all there is. */
function SecondChoice({
  heading,
  handout: { lineFirst, numbers, fit, asides },
  label,
  digits,
}: Pick<CardProps, 'heading' | 'handout'> & Pick<ReturnType<typeof cityLineText>, 'label' | 'digits'>) {
  if (lineFirst && numbers.length === 0) return null;
  return (
    <div>
      <p>{handoutWords.unsolved + (lineFirst ? heading : label)}</p>
      {lineFirst ? <HandoutNumbers numbers={numbers} fit={fit} /> : <HandoutLine digits={digits} />}
      {lineFirst && <Asides asides={asides} />}
    </div>
  );
}

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
