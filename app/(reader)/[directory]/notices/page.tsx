import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { dayOf } from '#lib/reports/days.ts';
import { type Notice, noticesInForce, pastNotices } from '#lib/reports/notices.ts';
import { listNotices } from '#lib/server/notices.ts';
import { inlineStyle } from '#lib/server/style.ts';
import { sayNotice, trueUntil, noticeWords as words } from '#lib/wording/notices.ts';
import { BackLink } from '../../parts/BackLink.tsx';
import { directoryOrNotFound } from '../../parts/find-directory.ts';
import { NoticeStyle } from '../../parts/NoticeBanner.tsx';
import { NoticeText } from '../../parts/NoticeText.tsx';
import { Page } from '../../parts/Page.tsx';
import { Phrases } from '../../parts/Phrases.tsx';

/** 今天的通知: what is said now, every place named; what was said in the last 30 days, folded. */
export default async function NoticesPage({ params }: PageProps<'/[directory]/notices'>) {
  const directory = await directoryOrNotFound((await params).directory);
  const now = new Date().toISOString();
  const notices = await listNotices(directory.id);
  const current = noticesInForce(notices, now);
  return (
    <Page directory={directory} title={words.title} path={paths.notices(directory.id)} report={false}>
      <NoticeStyle />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, no foreign text */}
      <style dangerouslySetInnerHTML={{ __html: inlineStyle('(reader)/[directory]/notices/notices.css') }} />
      <BackLink directory={directory} />
      <div className="title">
        <h1>{words.heading(directory.facts.city)}</h1>
        <p className="note">{words.day(dayOf(now))}</p>
      </div>
      {current.length > 0 ? <Notices notices={current} now={now} /> : <p className="nothing">{words.none}</p>}
      <p className="note promise">
        <Phrases parts={words.noPromise} />
      </p>
      <Report directory={directory} />
      <Past notices={pastNotices(notices, now)} now={now} />
    </Page>
  );
}

/** A list, so that it can be heard how many there are. */
function Notices({ notices, now }: { notices: readonly Notice[]; now: string }) {
  return (
    <ul>
      {notices.map((notice) => (
        <li className="notice" key={notice.id} data-until={trueUntil(notice, now)}>
          <NoticeText notice={sayNotice(notice, notice.issuedAt, now, true)} />
        </li>
      ))}
    </ul>
  );
}

function Report({ directory }: { directory: PublishedDirectory }) {
  if (!directory.service.onlineReports) return null;
  return (
    <a className="btn" href={paths.report(directory.id)}>
      {words.report}
    </a>
  );
}

function Past({ notices, now }: { notices: readonly Notice[]; now: string }) {
  if (notices.length === 0) return null;
  return (
    <details className="past fold">
      <summary>
        <span>
          <b>{words.past}</b>
          <span className="ph">{words.pastCount(notices.length)}</span>
        </span>
      </summary>
      <ul>
        {notices.map((notice) => (
          <li className="notice" key={notice.id}>
            <NoticeText notice={sayNotice(notice, notice.issuedAt, now, true)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
