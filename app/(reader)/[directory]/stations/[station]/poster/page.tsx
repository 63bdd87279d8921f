import { notFound } from 'next/navigation';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { type Handout, handoutOf } from '#lib/shown/handout.ts';
import { stationHeading } from '#lib/shown/phone-words.ts';
import { longDate } from '#lib/wording/dates.ts';
import { handoutWords, paperPhrases, printWords } from '#lib/wording/print.ts';
import { words } from '#lib/wording/reader.ts';
import { cityLineText } from '../../../../parts/CityLine.tsx';
import { stationOrNotFound } from '../../../../parts/find-directory.ts';
import { GoneStationContent } from '../../../../parts/GoneContent.tsx';
import { Page } from '../../../../parts/Page.tsx';
import { PageStyle } from '../../../../parts/PageStyle.tsx';
import { Phrases } from '../../../../parts/Phrases.tsx';
import { PrintControls } from '../../../../parts/PrintControls.tsx';
import { QrCode } from '../../../../parts/QrCode.tsx';
import { Wordmark } from '../../../../parts/Wordmark.tsx';
import { Asides, DemonstrationMark, HandoutLine, HandoutNumbers } from '../HandoutParts.tsx';

/** A poster for a stairwell, one A4 page. There is none where the station has nothing to call. */
export default async function PosterPage({ params }: PageProps<'/[directory]/stations/[station]/poster'>) {
  const { directory, view, gone } = await stationOrNotFound(await params);
  if (gone) return <GoneStationContent directory={directory} gone={gone} />;
  const handout = handoutOf(directory, view, 'poster');
  if (handout.numbers.length === 0) notFound();
  const { id } = view.station;
  const heading = stationHeading(view);
  return (
    <Page
      directory={directory}
      title={handoutWords.poster.title(heading)}
      path={paths.poster(directory.id, id)}
      help={handout.lineFirst ? 'still_unsolved' : 'after_station'}
      report={id}
      noindex
    >
      <PageStyle file="(reader)/[directory]/stations/[station]/poster/poster.css" />
      <a className="back" href={paths.station(directory.id, id)}>
        {heading}
      </a>
      <div className="poster">
        <PosterBody {...{ directory, heading, handout }} />
        <PosterFoot directory={directory} ages={handout.ages} address={paths.station(directory.id, id)} />
      </div>
      <PrintControls button={handoutWords.poster.button} how={handoutWords.poster.how}>
        <a className="btn" href={paths.card(directory.id, id)}>
          {handoutWords.card.link}
        </a>
      </PrintControls>
    </Page>
  );
}

interface PosterBodyProps {
  directory: PublishedDirectory;
  heading: string;
  handout: Handout;
}

function PosterBody({ directory, heading, handout }: PosterBodyProps) {
  const { label, digits } = cityLineText(directory);
  const { poster, unsolved } = handoutWords;
  const { lineFirst, numbers, fit, asides } = handout;
  const line = <HandoutLine digits={digits} />;
  const own = (
    <>
      <HandoutNumbers numbers={numbers} fit={fit} />
      <Asides asides={asides} />
    </>
  );
  return (
    <>
      <div className="posterhead">
        <Wordmark />
        <p>{words.tagline(directory.facts.city)}</p>
      </div>
      <h1>{poster.heading}</h1>
      <div className="paperfirst">
        <p className="whom">
          {poster.first}
          <strong>{lineFirst ? label : heading}</strong>
        </p>
        {lineFirst ? line : own}
      </div>
      <div className="papersecond">
        <p className="whom">
          {unsolved}
          <strong>{lineFirst ? heading : label}</strong>
        </p>
        {lineFirst ? own : line}
      </div>
    </>
  );
}

function PosterFoot({ directory, ages, address }: { directory: PublishedDirectory; ages: string[]; address: string }) {
  const origin = publicOrigin();
  const said = handoutWords.posterFoot(ages, printWords.printedOn(longDate(new Date().toISOString())));
  return (
    <div className={ages.length > 1 ? 'posterfoot several' : 'posterfoot'}>
      <div>
        {[...said, ...words.footer.source('', false, directory.service.operator).slice(1)].map((sentence) => (
          <p key={sentence}>
            <Phrases parts={paperPhrases(sentence)} />
          </p>
        ))}
        <DemonstrationMark />
      </div>
      {origin && (
        <div className="scan">
          <p>
            {printWords.scan.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </p>
          <QrCode address={origin + address} />
        </div>
      )}
    </div>
  );
}
