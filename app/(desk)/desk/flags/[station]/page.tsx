import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReviewEntry } from '#lib/directory/queue.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { subjectsOf } from '#lib/directory/subjects.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDeskDirectory } from '#lib/server/review.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { SEVERITY } from '#lib/wording/flags.ts';
import { all, one } from '../query.ts';
import { flagTitles } from '../words.ts';
import { Conflict } from './Conflict.tsx';
import { Decide, findSubject, identityOf } from './Decide.tsx';
import { History } from './History.tsx';
import { Printed } from './Printed.tsx';
import { ReadersSee } from './ReadersSee.tsx';
import { Why } from './Why.tsx';

const words = deskWords.entry;
export const metadata: Metadata = { title: deskWords.title(deskWords.sections.flags) };

/** One entry: what was printed, why it is doubted, what may be decided, what readers see, what was decided before. */
export default async function FlagPage({ params, searchParams }: PageProps<'/desk/flags/[station]'>) {
  const { station: record } = await params;
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requireCityPage(paths.desk.flag(record), 'flags', { directory: asked });
  const state = await findDeskDirectory(await getDesk(), staff.directory);
  const station = state?.directory.stations.find((one) => one.id === record) ?? null;
  if (!state || (station === null && record !== 'edition')) notFound();
  const { directory, history, pending, queue } = state;
  const entry = queue.find((one) => one.station?.id === station?.id);
  const subjects = subjectsOf(directory, station, pending);
  const subject = findSubject(subjects, one(query.on));
  const address = inDirectory(`${paths.desk.flag(record)}?on=${encodeURIComponent(subject?.key ?? '')}`, asked);
  const rows = history.filter((row) => row.record === (station?.id ?? null));
  return (
    <>
      <Position queue={queue} entry={entry} asked={asked} />
      <Head directory={directory} record={record} entry={entry} name={station?.name.value ?? null} />
      {subject && <Conflict of={identityOf(subject)} opened={shortTime(new Date())} address={address} />}
      <div className="entry">
        <div className="evidence">
          {station && !station.added && <Printed directory={directory} station={station} flags={entry?.flags ?? []} />}
          <Why directory={directory} flags={entry?.flags ?? []} station={station} />
          <History
            directory={directory}
            rows={rows}
            history={history}
            flags={entry?.flags ?? []}
            lapsed={state.lapsed}
            role={staff.role}
          />
        </div>
        <div className="side">
          <Decide {...{ state, record, subjects, subject, address, asked, staff }} together={all(query.with)} />
          {station && <ReadersSee directory={directory} station={station} asked={asked} />}
        </div>
      </div>
    </>
  );
}

interface PositionProps {
  queue: readonly ReviewEntry[];
  entry: ReviewEntry | undefined;
  asked: string | undefined;
}

/** The place in the queue, with the keys that go on. */
function Position({ queue, entry, asked }: PositionProps) {
  const list = queue.filter((other) => other.status === 'open' || other === entry);
  const index = entry ? list.indexOf(entry) : -1;
  const link = (target: ReviewEntry | undefined, key: string, text: string) =>
    target && (
      <span>
        <kbd>{key}</kbd>{' '}
        <Link href={inDirectory(paths.desk.flag(target.station?.id ?? 'edition'), asked)} data-key={key}>
          {text}
        </Link>
      </span>
    );
  return (
    <p className="position">
      <Link href={inDirectory(paths.desk.flags, asked)}>{deskWords.sections.flags}</Link>
      {entry?.status === 'open' && <span>{words.position(index + 1, list.length)}</span>}
      {link(list[index - 1], 'k', words.previous)}
      {link(list[index + 1], 'j', words.next)}
    </p>
  );
}

interface HeadProps {
  directory: PublishedDirectory;
  record: string;
  entry: ReviewEntry | undefined;
  name: string | null;
}

function Head({ record, entry, name }: HeadProps) {
  const station = record === 'edition' ? deskWords.queue.edition : name === null ? words.unnamed : words.station(name);
  return (
    <div className="head">
      <h1>{words.heading(station, entry ? flagTitles(entry.flags).join('、') : '')}</h1>
      {entry && (
        <p>
          {entry.status !== 'settled' && <span className={`tag ${entry.severity}`}>{SEVERITY[entry.severity]}</span>}{' '}
          <span className="tag">{deskWords.status[entry.status]}</span>
        </p>
      )}
    </div>
  );
}
