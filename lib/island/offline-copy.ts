import { nextTextSize, textSizeOf } from '../shown/text-size.ts';
import { longMonth } from '../wording/dates.ts';
import { offlineWords } from '../wording/offline.ts';
import { textSizeWords } from '../wording/reader.ts';

/**
 * A kept page as it is shown: with a line that says of which day it is, in the text size last chosen, and without notices
 * that are over.
 *
 * @param said stands before that, where the page is another one than was asked for
 */
export async function offlineCopy(copy: Response, textSize: string | null, said?: string): Promise<Response> {
  const html = await copy.text();
  const made = new Date(copy.headers.get('date') ?? Date.now());
  const printed = /data-printed="([^"]*)"/.exec(html)?.[1];
  const day = offlineWords.kept(made.getMonth() + 1, made.getDate(), printed ? longMonth(printed) : null);
  const notices = (said === undefined ? [day] : [said, day]).map((line) => `<p class="remark kept">${line}</p>`);
  const text = inSize(withoutPast(html), textSize).replace(
    /<main[^>]*>/,
    `$&<div role="status">${notices.join('')}</div>`,
  );
  return new Response(text, { status: copy.status, headers: copy.headers });
}

/** A notice on a page, or on the sheet, with the time it ends. */
const NOTICE = /<(aside|p) class="(?:sheet)?notice"[^>]* data-until="([^"]*)"[\s\S]*?<\/\1>/g;

/** An office's notice is over at its end, also on a page that was kept before. */
function withoutPast(html: string): string {
  const now = new Date().toISOString();
  return html.replace(NOTICE, (notice, _, until: string) => (until <= now ? '' : notice));
}

/** The page, and the button that names the next size. */
function inSize(html: string, chosen: string | null): string {
  if (chosen === null) return html;
  const size = textSizeOf(chosen);
  return html
    .replace(/(<html[^>]* data-size=")\d+/, `$1${size}`)
    .replace(
      /(<a class="size" href="[^"]*to=)\d+([^>]*><span[^>]*>[^<]*<\/span>)[^<]*/,
      `$1${nextTextSize(size)}$2${textSizeWords[size]}`,
    );
}
