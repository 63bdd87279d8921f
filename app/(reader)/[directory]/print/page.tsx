import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { drawQr } from '#lib/server/qr.ts';
import { publicOrigin } from '#lib/server/site.ts';
import { inlineStyle } from '#lib/server/style.ts';
import { ageOfPhone, isAllAsPrinted, ordinaryAge } from '#lib/shown/age.ts';
import { footnotes } from '#lib/shown/footnotes.ts';
import { type DistrictView, type StationView, sameNameStreetIn, stretches, viewDistricts } from '#lib/shown/present.ts';
import { sourceWords } from '#lib/shown/source-words.ts';
import { printWords } from '#lib/wording/about.ts';
import { sameAge } from '#lib/wording/age.ts';
import { longDate, longMonth } from '#lib/wording/dates.ts';
import { KIND, words } from '#lib/wording/reader.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { cityLineText } from '../../parts/CityLine.tsx';
import { directoryOrNotFound } from '../../parts/find-directory.ts';
import { Page } from '../../parts/Page.tsx';
import { Phrases } from '../../parts/Phrases.tsx';
import { ToolsScript } from '../../parts/ToolsScript.tsx';
import { Wordmark } from '../../parts/Wordmark.tsx';
import { SheetSection } from './SheetSection.tsx';

/** All numbers on one A4 page, with its date; on the screen the same list and a button to print it. */
export default async function PrintPage({ params }: PageProps<'/[directory]/print'>) {
  const directory = await directoryOrNotFound((await params).directory);
  const title = printWords.title(directory.facts.city);
  return (
    <Page directory={directory} title={title} namesCity path={paths.print(directory.id)}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, no foreign text */}
      <style dangerouslySetInnerHTML={{ __html: inlineStyle('(reader)/[directory]/print/sheet.css') }} />
      <ToolsScript />
      <BackLink directory={directory} />
      <div className="sheet">
        <SheetHead directory={directory} title={title} />
        <div className="controls">
          <button className="btn" type="button" hidden data-print="">
            {printWords.button}
          </button>
          <p className="note">{printWords.how}</p>
        </div>
        <div className="heads" aria-hidden="true">
          <ColumnHeads />
          <ColumnHeads />
        </div>
        <SheetTable directory={directory} />
        <SheetFoot directory={directory} />
      </div>
    </Page>
  );
}

function SheetHead({ directory, title }: { directory: PublishedDirectory; title: string }) {
  const origin = publicOrigin();
  return (
    <div className="sheethead">
      <Wordmark />
      <div>
        <h1>{title}</h1>
        <p>
          <Phrases parts={[...sheetAge(directory), printWords.printedOn(longDate(new Date().toISOString()))]} />
        </p>
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

/** How old every number is that says nothing itself. */
function sheetAge(directory: PublishedDirectory): string[] {
  const month = longMonth(directory.facts.printedAbout);
  if (isAllAsPrinted(directory)) return [printWords.allAge(month)];
  const ordinary = ordinaryAge(directory);
  const isSaid = directory.phones.some((phone) => sameAge(ageOfPhone(directory, phone), ordinary));
  return isSaid ? [printWords.restAge(month)] : [];
}

/** Districts of one derived row each stand together under one head, as they do in the paper. */
function SheetTable({ directory }: { directory: PublishedDirectory }) {
  const { districts, elsewhere } = viewDistricts(directory);
  const single = (view: DistrictView) =>
    view.stations.length === 1 && view.stations[0]?.station.district.how === 'derived';
  const notes = footnotes(directory);
  const singles = districts.filter(single).flatMap((view) => view.stations);
  const rows = (stations: StationView[]) => ({
    ...{ directory, notes },
    ...{ note: null, stretches: [{ stations, remark: null }] },
  });
  return (
    <div className="columns">
      {districts
        .filter((view) => !single(view))
        .map((view) => (
          <SheetSection
            key={view.district.id}
            directory={directory}
            title={view.district.label}
            note={view.cityLineFirst ? cityFirst(directory, view) : null}
            stretches={stretches(directory, view.stations)}
            notes={notes}
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
      <p className="digits">{digits}</p>
    </div>
  );
}

function SheetFoot({ directory }: { directory: PublishedDirectory }) {
  const { facts } = directory;
  const assumed = directory.phones.some((phone) => phone.areaCodeFrom === 'notice');
  return (
    <div className="sheetfoot">
      <p>
        <Phrases
          parts={[
            ...footnotes(directory).map(({ sign, text }) => `${sign} ${text}`),
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

function QrCode({ address }: { address: string }) {
  const { size, path } = drawQr(address);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={printWords.qr(address)}>
      <path d={path} fill="#000" />
    </svg>
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
