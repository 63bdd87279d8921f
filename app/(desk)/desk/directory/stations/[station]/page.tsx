import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { lastSeen } from '#lib/directory/decide.ts';
import { groupedRecords, listedUnder } from '#lib/directory/grouped.ts';
import { inOfferedOrder } from '#lib/directory/offered-order.ts';
import type { ClosedStation, PublishedDirectory, Station } from '#lib/directory/records.ts';
import { allowedPhoneActions } from '#lib/directory/rules.ts';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { type DeskDirectory, findDeskDirectory } from '#lib/server/review.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { countEditors } from '#lib/server/staff.ts';
import { ageOfPhone, editionOfStation, printedAboutOf } from '#lib/shown/age.ts';
import { ageSentence, checkedWords } from '#lib/wording/age.ts';
import { longDate, longMonth } from '#lib/wording/dates.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { editWords as words } from '#lib/wording/edit.ts';
import { openWords } from '#lib/wording/open.ts';
import { SaidOf } from '../../../../parts/Outcome.tsx';
import { History } from '../../../flags/[station]/History.tsx';
import { Waiting } from '../../../flags/[station]/Waiting.tsx';
import { one } from '../../../flags/query.ts';
import { ReaderRow } from '../../../flags/ReaderRow.tsx';
import { kindWord, staffDigits, stationName } from '../../../flags/words.ts';
import { EditForm, type PhoneLine } from './EditForm.tsx';
import { currentOf } from './typed.ts';

export const metadata: Metadata = { title: deskWords.title(words.link) };

/** 编辑: a station with all that staff may change of it, what waits for a second person, and what was changed. */
export default async function StationPage({ params, searchParams }: PageProps<'/desk/directory/stations/[station]'>) {
  const { station: id } = await params;
  const asked = one((await searchParams).directory);
  const staff = await requireCityPage(paths.desk.station(id), 'directory', { directory: asked });
  const state = (await findDeskDirectory(await getDesk(), staff.directory)) ?? notFound();
  const { directory, history } = state;
  const station = directory.stations.find((one) => one.id === id);
  const closed = directory.closed.find((one) => one.id === id);
  if (!station && !closed) notFound();
  const hasSecond = (await countEditors(await getDesk(), staff.directory)) >= 2;
  return (
    <>
      <p className="position">
        <Link href={inDirectory(paths.desk.directory, asked)}>{deskWords.sections.directory}</Link>
      </p>
      {station ? <Head {...{ directory, station, asked }} /> : closed && <ClosedHead closed={closed} />}
      <SaidOf actions={[...(station ? [] : (['edit-station'] as const)), 'add-station', 'undo', 'answer']} />
      <div className="entry edit">
        {station && <Form {...{ state, station, asked, hasSecond }} />}
        <div className="side">
          <Waiting {...{ state, staff }} record={id} />
          {station && (
            <section className="readers">
              <h2>{deskWords.entry.readers}</h2>
              <ReaderRow directory={directory} station={station} />
            </section>
          )}
          <History
            {...{ directory, history }}
            rows={history.filter(({ record }) => record === id)}
            flags={directory.flags.filter(({ subject }) => subject.record === id)}
            lapsed={state.lapsed}
            role={staff.role}
            isPrinted={station !== undefined && !station.added}
          />
        </div>
      </div>
    </>
  );
}

interface StationProps {
  directory: PublishedDirectory;
  station: Station;
  /** The directory the address asks for. */
  asked: string | undefined;
}

function Head({ directory, station, asked }: StationProps) {
  const { added } = station;
  const month = longMonth(printedAboutOf(directory, editionOfStation(directory, station.id)));
  return (
    <div className="head">
      <h1>{stationName(station)}</h1>
      <p>
        {added && <span className="tag">{words.added}</span>}{' '}
        {added ? words.addedAt(longDate(added.at)) : words.printed(month, deskWords.queue.rowLabel(station.row))}
      </p>
      {!added && (
        <p className="exports">
          <Link className="button" href={inDirectory(paths.desk.flag(station.id), asked)}>
            {words.original}
          </Link>
        </p>
      )}
    </div>
  );
}

function ClosedHead({ closed: { name, at } }: { closed: ClosedStation }) {
  return (
    <div className="head">
      <h1>{name ?? deskWords.queue.unnamed}</h1>
      <p className="lead">{words.closed(longDate(at))}</p>
    </div>
  );
}

interface FormProps {
  state: DeskDirectory;
  station: Station;
  asked: string | undefined;
  hasSecond: boolean;
}

function Form({ state, station, asked, hasSecond }: FormProps) {
  const { directory, history } = state;
  const { address, hours, note } = station;
  const said = (
    what: { value: unknown; how: 'called' | 'official' | 'station'; at: string } | undefined,
    text: string,
  ) => (what ? `${text}（${checkedWords(what)}）` : '');
  return (
    <EditForm
      key={lastSeen(history, station.id)}
      directory={directory.id}
      station={station.id}
      address={inDirectory(paths.desk.station(station.id), asked)}
      seen={lastSeen(history, station.id)}
      phones={phoneLines(state, station)}
      districts={directory.districts.map(({ id, label }) => ({ value: id, text: label }))}
      now={{
        name: station.name.value ?? '',
        alias: station.aliases.join('、'),
        district: directory.districts.find(({ id }) => id === listedUnder(station))?.label ?? '',
        address: said(address, address?.value ?? ''),
        hours: said(hours, openWords.week(hours?.value ?? []).join('；')),
        note: said(note, note?.value ?? ''),
      }}
      values={{
        name: currentOf('name', station),
        district: currentOf('district', station),
        address: currentOf('address', station),
        hours: currentOf('hours', station),
        note: currentOf('note', station),
      }}
      hours={hours?.value ?? []}
      hasSecond={hasSecond}
    />
  );
}

function phoneLines({ directory, pending }: DeskDirectory, station: Station): PhoneLine[] {
  const { phones, flags } = groupedRecords(directory);
  return inOfferedOrder(phones.get(station.id) ?? []).map((phone) => {
    const own = (flags.get(station.id) ?? []).filter(({ subject }) => subject.phone === phone.id);
    const isPending = pending.some((proposal) => proposal.phone === phone.id);
    return {
      id: phone.id,
      kind: kindWord(phone),
      digits: staffDigits(phone, directory.facts.country),
      age: ageSentence(ageOfPhone(directory, phone)),
      actions: allowedPhoneActions(own, isPending),
    };
  });
}
