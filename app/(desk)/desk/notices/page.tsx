import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { type Notice, noticeState } from '#lib/reports/notices.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { noticesForDesk, stationNameIn } from '#lib/server/notices.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { noticeDeskWords as words } from '#lib/wording/notices.ts';
import { one } from '../flags/query.ts';
import { type DraftNotice, fieldMoment, usualSpan } from './draft.ts';
import { Current, History, Planned } from './Lists.tsx';
import { NoticeForm, type NoticePlaces } from './NoticeForm.tsx';
import { NoticesSaid } from './Said.tsx';

export const metadata: Metadata = { title: deskWords.title(words.section) };

/** 读者通知: what is shown, what is planned, what was; and the form for one more. */
export default async function NoticesPage({ searchParams }: PageProps<'/desk/notices'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const staff = await requireCityPage(paths.desk.notices, 'notices', { directory: asked });
  const directory = (await findDirectory(staff.directory)) ?? notFound();
  const now = new Date().toISOString();
  const { notices, counts } = await noticesForDesk((await getDesk()).store, directory.id, now);
  const inState = (...states: string[]) => notices.filter((notice) => states.includes(noticeState(notice, now)));
  const list = { directory: directory.id, asked, now };
  const changed = notices.find(({ id }) => String(id) === one(query.of)) ?? null;
  return (
    <>
      <div className="head">
        <h1>{words.section}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="notices">
        <div className="lists">
          <NoticesSaid />
          <Current {...list} notices={inState('current').toReversed()} counts={counts} />
          <Planned {...list} notices={inState('planned').toReversed()} />
          <History now={now} notices={inState('past', 'cancelled')} />
        </div>
        <NoticeForm
          key={changed?.id ?? 'new'}
          directory={directory.id}
          city={directory.facts.city}
          places={placesOf(directory)}
          draft={changed ? draftOfNotice(changed, now) : emptyDraft(directory, notices, now)}
          papers={[...new Set(notices.flatMap(({ papers }) => papers ?? []))]}
          changing={changed && changingOf(changed, now)}
          stop={inDirectory(paths.desk.notices, asked)}
          now={now}
        />
      </div>
    </>
  );
}

function changingOf(notice: Notice, now: string) {
  const isOver = ['past', 'cancelled'].includes(noticeState(notice, now));
  return { of: String(notice.id), after: String(notice.seq), heading: words.changing(notice), isOver };
}

/** Every district with its stations; those under none last. */
function placesOf(directory: PublishedDirectory): NoticePlaces[] {
  const byDistrict = Map.groupBy(directory.stations, ({ district }) => district.value ?? '');
  const districts = [...directory.districts, { id: '', label: words.noDistrict }];
  return districts.map(({ id, label }) => ({
    ...{ id, label },
    stations: (byDistrict.get(id) ?? []).map((station) => ({
      id: station.id,
      name: stationNameIn(directory, station),
    })),
  }));
}

/** What is usual: late, everywhere, all papers, until noon; by the operator, or by whoever signed the last one. */
function emptyDraft({ service }: PublishedDirectory, notices: readonly Notice[], now: string): DraftNotice {
  const office = service.operator ?? notices[0]?.office ?? '';
  const nothing = { papers: '', cause: '', expected: '', text: '', districts: [], stations: [] };
  return { ...nothing, kind: 'late', scope: 'city', ...usualSpan(now), office };
}

/** As it was said. What is over begins and ends anew. */
function draftOfNotice(notice: Notice, now: string): DraftNotice {
  const { kind, papers, scope, places, cause, expected, text, from, until, office } = notice;
  const ids = places.map(({ id }) => id);
  const isOver = ['past', 'cancelled'].includes(noticeState(notice, now));
  return {
    ...{ kind, scope, office, papers: papers ?? '', cause: cause ?? '', expected: expected ?? '', text: text ?? '' },
    districts: scope === 'districts' ? ids : [],
    stations: scope === 'stations' ? ids : [],
    ...(isOver ? usualSpan(now) : { from: fieldMoment(from), until: fieldMoment(until) }),
  };
}
