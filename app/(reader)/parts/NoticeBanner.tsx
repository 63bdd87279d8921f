import type { ReactNode } from 'react';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import type { Notice, Place } from '#lib/reports/notices.ts';
import { noticesAt } from '#lib/server/notices.ts';
import { noticeWords, sayNotice, trueUntil } from '#lib/wording/notices.ts';
import { NoticeText } from './NoticeText.tsx';
import { PageStyle } from './PageStyle.tsx';

interface NoticeBannerProps {
  directory: PublishedDirectory;
  /** Where the page is about; null for the whole city with all that is said anywhere in it. */
  place: Place | null;
}

/** What the office says at a place now: the first in full, and how many more. Nothing where nothing is said. */
export async function NoticeBanner({ directory, place }: NoticeBannerProps) {
  const now = new Date().toISOString();
  const [first, ...others] = await noticesAt(directory.id, place, now);
  if (!first) return null;
  return (
    <>
      <NoticeStyle />
      <NoticeBox notice={first} now={now}>
        {others.length > 0 && (
          <a className="quiet" href={paths.notices(directory.id)}>
            <span>{noticeWords.more(others.length)}</span>
          </a>
        )}
      </NoticeBox>
    </>
  );
}

/** Only a page that shows a notice carries its style. */
export const NoticeStyle = () => <PageStyle file="(reader)/parts/NoticeBanner.css" />;

/** `data-until`: from then on a kept copy of the page must not show it. */
export function NoticeBox({ notice, now, children }: { notice: Notice; now: string; children?: ReactNode }) {
  return (
    <aside className="notice" aria-label={noticeWords.label} data-until={trueUntil(notice, now)}>
      <NoticeText notice={sayNotice(notice, notice.issuedAt, now)} />
      {children}
    </aside>
  );
}
