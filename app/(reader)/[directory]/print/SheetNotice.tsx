import type { PublishedDirectory } from '#lib/directory/records.ts';
import { noticesAt } from '#lib/server/notices.ts';
import { inlineStyle } from '#lib/server/style.ts';
import { noticeWords, sheetNotice } from '#lib/wording/notices.ts';

/** What is said in the city now, in one line with its date: paper is read on another day too. */
export async function SheetNotice({ directory }: { directory: PublishedDirectory }) {
  const now = new Date().toISOString();
  const [first, ...others] = await noticesAt(directory.id, null, now);
  if (!first) return null;
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, no foreign text */}
      <style dangerouslySetInnerHTML={{ __html: inlineStyle('(reader)/[directory]/print/SheetNotice.css') }} />
      <p className="sheetnotice" data-until={first.until}>
        {sheetNotice(first)}
        {others.length > 0 && `。${noticeWords.sheetMore(others.length)}`}
      </p>
    </>
  );
}
