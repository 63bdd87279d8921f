import { cookies } from 'next/headers';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { isCounted, type Notice } from '#lib/reports/notices.ts';
import { COUNTED_COOKIE, readCounted } from '#lib/server/notice-count.ts';
import { noticesAt, placeOfStation } from '#lib/server/notices.ts';
import { noticeWords } from '#lib/wording/notices.ts';
import { NoticeBox, NoticeStyle } from '../../parts/NoticeBanner.tsx';

interface NoticeFirstProps {
  directory: PublishedDirectory;
  station: string | undefined;
  /** Whether there is a form below. */
  isOpen: boolean;
}

/** What is said at the station of the form, before the form: where papers are late, one tap counts in its place. */
export async function NoticeFirst({ directory, station, isOpen }: NoticeFirstProps) {
  const now = new Date().toISOString();
  const notices = await noticesAt(directory.id, placeOfStation(directory, station), now);
  if (notices.length === 0) return null;
  const counted = readCounted((await cookies()).get(COUNTED_COOKIE)?.value);
  return (
    <>
      <NoticeStyle />
      {notices.map((notice) => (
        <NoticeBox key={notice.id} notice={notice} now={now}>
          {isOpen && isCounted(notice) && (
            <Counted {...{ directory, station, notice, now }} isDone={counted.includes(notice.id)} />
          )}
        </NoticeBox>
      ))}
    </>
  );
}

interface CountedProps {
  directory: PublishedDirectory;
  station: string | undefined;
  notice: Notice;
  now: string;
  isDone: boolean;
}

/** 我也没收到, once; and when it is time for the form. */
function Counted({ directory, station = '', notice, now, isDone }: CountedProps) {
  const { button, thanks, wait, still } = noticeWords.counted;
  return (
    <form method="post" action={paths.noticesSend(directory.id)}>
      <input type="hidden" name="notice" value={notice.id} />
      <input type="hidden" name="station" value={station} />
      {!isDone && (
        <button className="btn" type="submit">
          {button}
        </button>
      )}
      <p className="note">
        {isDone && <span className="ph">{thanks}</span>}
        <span className="ph">{wait(notice.until, now)}</span>
        <span className="ph">{still}</span>
      </p>
    </form>
  );
}
