import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { findShownFigures } from '#lib/server/board/public-figures.ts';
import { findShownEditions } from '#lib/server/edition-history.ts';
import { cityLineAge } from '#lib/shown/age.ts';
import { flaggedEntries } from '#lib/shown/doubts.ts';
import { countPhones, viewStation } from '#lib/shown/present.ts';
import { aboutWords } from '#lib/wording/about.ts';
import { ageSentence } from '#lib/wording/age.ts';
import { longDate, longMonth } from '#lib/wording/dates.ts';
import { SEVERITY } from '#lib/wording/flags.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { FeedLink } from '../../parts/FeedLink.tsx';
import { directoryOrNotFound } from '../../parts/find-directory.ts';
import { Page } from '../../parts/Page.tsx';
import { Phrases } from '../../parts/Phrases.tsx';
import { Editions } from './Editions.tsx';
import { RecordNotes } from './RecordNotes.tsx';
import { ReportFigures } from './ReportFigures.tsx';

/** For everyone: where the numbers come from, what is flagged and why, and the records to take away. */
export default async function AboutRecordsPage({ params }: PageProps<'/[directory]/data'>) {
  const directory = await directoryOrNotFound((await params).directory);
  const { all, callable, checked } = countPhones(directory);
  const figures = await findShownFigures(directory.id);
  return (
    <Page directory={directory} title={aboutWords.heading} path={paths.about(directory.id)}>
      <FeedLink directory={directory} />
      <BackLink directory={directory} />
      <div className="title">
        <h1>{aboutWords.heading}</h1>
      </div>
      <div className="tally">
        <p className="note">{aboutWords.checked}</p>
        <span className="count">{`${checked}/${all}`}</span>
        <p className="note">
          <Phrases parts={[aboutWords.counts(all, callable), aboutWords.line(lineSaid(directory))]} />
        </p>
      </div>
      <Source directory={directory} />
      <Editions editions={await findShownEditions(directory.id)} />
      {figures && <ReportFigures shown={figures} />}
      <Flagged directory={directory} />
      <RecordNotes directory={directory} />
      <Downloads directory={directory} />
    </Page>
  );
}

/** How the city line is known; of one that nobody checked only that, since its print is said below. */
function lineSaid(directory: PublishedDirectory): string {
  const [first, , second] = cityLineAge(directory);
  const { checked, corrected } = directory.facts.cityLine;
  return checked || corrected ? ageSentence(cityLineAge(directory)) : (second ?? first);
}

function Source({ directory }: { directory: PublishedDirectory }) {
  const { from } = aboutWords;
  const { facts, stations, setAside } = directory;
  const printed = stations.filter(({ added }) => !added);
  const added = stations.length - printed.length;
  // Those that staff took out of use are printed all the same.
  const closed = directory.closed.filter(({ since }) => since === null);
  const all = printed.length + closed.length;
  const named = [...printed.map(({ name }) => name.value), ...closed.map(({ name }) => name)].filter(
    (name) => name !== null,
  ).length;
  const asked = stations.filter(({ address, hours }) => address || hours).length;
  const rows: [string, readonly string[]][] = [
    [from.source, from.sourceText(longMonth(facts.printedAbout), facts.publisher)],
    [from.since, [longDate(facts.effectiveFrom)]],
    [from.printed, [from.printedText(longMonth(facts.printedAbout))]],
    [from.content, from.contentText(all + setAside.length, named, all - named)],
    ...(added > 0 ? [[from.added, from.addedText(added)] satisfies [string, string[]]] : []),
    [from.missing, from.missingText(asked)],
  ];
  return (
    <section className="section">
      <h2>{from.heading}</h2>
      <Facts rows={rows} />
    </section>
  );
}

function Flagged({ directory }: { directory: PublishedDirectory }) {
  const { flags } = aboutWords;
  const entries = flaggedEntries(
    directory,
    directory.stations.map((station) => viewStation(directory, station)),
  );
  const stations = entries.reduce((sum, entry) => sum + entry.names.length, 0);
  return (
    <section className="section">
      <h2>{flags.heading(stations)}</h2>
      {entries.length === 0 ? (
        <p className="note">{flags.none}</p>
      ) : (
        <dl className="facts flagged">
          {entries.map((entry) => (
            <div key={entry.reason}>
              <dt>
                {entry.names.map((name) => (
                  <span key={name}>{name}</span>
                ))}
              </dt>
              <dd>
                <strong>{SEVERITY[entry.severity]}</strong> {entry.reason}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Downloads({ directory }: { directory: PublishedDirectory }) {
  const { downloads } = aboutWords;
  return (
    <section className="section stack">
      <h2>{downloads.heading}</h2>
      {(['xlsx', 'csv', 'vcard', 'json', 'package'] as const).map((format) => (
        <a key={format} className="btn" href={paths[format](directory.id)}>
          {downloads[format]}
        </a>
      ))}
      <p className="note">{downloads.note}</p>
      <a className="btn" href={paths.changes(directory.id)}>
        {downloads.changes}
      </a>
      <p className="note">{downloads.changesNote}</p>
    </section>
  );
}
