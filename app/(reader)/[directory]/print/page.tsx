import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { cityLineAge } from '#lib/shown/age.ts';
import { ageWithoutSign, type Footnote, footnotes, isOrdinaryLine, signsOf } from '#lib/shown/footnotes.ts';
import { type DistrictView, type StationView, sameNameStreetIn, stretches, viewDistricts } from '#lib/shown/present.ts';
import { rowHeight } from '#lib/shown/sheet-room.ts';
import { sourceWords } from '#lib/shown/source-words.ts';
import { ageSentence } from '#lib/wording/age.ts';
import { longDate } from '#lib/wording/dates.ts';
import { paperPhrases, printWords } from '#lib/wording/print.ts';
import { KIND, words } from '#lib/wording/reader.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { cityLineText } from '../../parts/CityLine.tsx';
import { directoryOrNotFound } from '../../parts/find-directory.ts';
import { Page } from '../../parts/Page.tsx';
import { PageStyle } from '../../parts/PageStyle.tsx';
import { Phrases } from '../../parts/Phrases.tsx';
import { PrintControls } from '../../parts/PrintControls.tsx';
import { QrCode } from '../../parts/QrCode.tsx';
import { Wordmark } from '../../parts/Wordmark.tsx';
import { SheetNotice } from './SheetNotice.tsx';
import { SheetSection } from './SheetSection.tsx';

/** All numbers on one A4 page, with its date; on the screen the same list and a button to print it. */
export default async function PrintPage({ params }: PageProps<'/[directory]/print'>) {
  const directory = await directoryOrNotFound((await params).directory);
  const title = printWords.title(directory.facts.city);
  const notes = footnotes(directory);
  return (
    <Page directory={directory} title={title} namesCity path={paths.print(directory.id)}>
      <PageStyle file="(reader)/[directory]/print/sheet.css" />
      <BackLink directory={directory} />
      <div className="sheet">
        <SheetHead directory={directory} title={title} age={ageWithoutSign(directory, notes)} />
        <SheetNotice directory={directory} />
        <PrintControls button={printWords.button} />
        <div className="table">
          <div className="heads" aria-hidden="true">
            <ColumnHeads />
            <ColumnHeads />
          </div>
          <SheetTable directory={directory} notes={notes} />
        </div>
        <SheetFoot directory={directory} notes={notes} />
      </div>
    </Page>
  );
}

interface SheetHeadProps {
  directory: PublishedDirectory;
  title: string;
  /** How old every number is that has no sign, if there is one. */
  age: string | null;
}

function SheetHead({ directory, title, age }: SheetHeadProps) {
  const origin = publicOrigin();
  const printed = printWords.printedOn(longDate(new Date().toISOString()));
  return (
    <div className="sheethead">
      <Wordmark />
      <div>
        <h1>{title}</h1>
        {age !== null && (
          <p>
            <Phrases parts={paperPhrases(age)} />
          </p>
        )}
        <p>{printed}</p>
      </div>
      {origin && (
        <div className="qr">
          <p>
            {printWords.scan.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </p>
          <QrCode address={`${origin}${paths.directory(directory.id)}`} />
        </div>
      )}
    </div>
  );
}

/** Districts of one derived row each stand together under one head, as they do in the paper. */
function SheetTable({ directory, notes }: { directory: PublishedDirectory; notes: Footnote[] }) {
  const { districts, elsewhere } = viewDistricts(directory);
  const single = (view: DistrictView) =>
    view.stations.length === 1 && view.stations[0]?.station.district.how === 'derived';
  const signs = signsOf(notes);
  const singles = districts.filter(single).flatMap((view) => view.stations);
  const rows = (stations: StationView[]) => ({
    signs,
    ...{ note: null, stretches: [{ stations, remark: null }] },
  });
  return (
    <div className={`columns ${rowHeight(directory, notes)}`}>
      {districts
        .filter((view) => !single(view))
        .map((view) => (
          <SheetSection
            key={view.district.id}
            title={view.district.label}
            note={view.cityLineFirst ? cityFirst(directory, view) : null}
            stretches={stretches(directory, view.stations)}
            signs={signs}
          />
        ))}
      {singles.length > 0 && <SheetSection title={printWords.oneRowEach} {...rows(singles)} />}
      {elsewhere.length > 0 && <SheetSection title={words.elsewhere} {...rows(elsewhere)} />}
      <SheetLine directory={directory} />
    </div>
  );
}

function cityFirst(directory: PublishedDirectory, view: DistrictView): string {
  const streets = view.stations.flatMap(({ station }) => {
    const division = sameNameStreetIn(directory, station);
    return station.name.value && division ? [printWords.streets(station.name.value, division)] : [];
  });
  return [printWords.cityFirst, ...streets].join('；');
}

function SheetLine({ directory }: { directory: PublishedDirectory }) {
  const { label, digits } = cityLineText(directory);
  return (
    <div className="sheetline">
      <p>
        <strong>{words.help.heading.after_station}</strong>
      </p>
      <p>{label}</p>
      {!isOrdinaryLine(directory) && <p className="sheetage">{ageSentence(cityLineAge(directory))}</p>}
      <p className="digits">{digits}</p>
    </div>
  );
}

function SheetFoot({ directory, notes }: { directory: PublishedDirectory; notes: Footnote[] }) {
  const { facts } = directory;
  const assumed = directory.phones.some((phone) => phone.areaCodeFrom === 'notice');
  return (
    <div className="sheetfoot">
      <p>
        <Phrases
          parts={[
            ...notes.map(({ sign, text }) => `${sign} ${text}`),
            ...(assumed ? [words.areaCodeFromNotice(facts.areaCode)] : []),
          ]}
        />
      </p>
      <p>
        <Phrases parts={[sourceWords(directory).join('')]} />
      </p>
    </div>
  );
}

function ColumnHeads() {
  return (
    <div>
      <span>{words.column.name}</span>
      <span>{KIND.fixed_line}</span>
      <span>{KIND.mobile}</span>
    </div>
  );
}
