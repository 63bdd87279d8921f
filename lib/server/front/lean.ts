const PRELOADS = /<link rel="(?:preload" as="script|modulepreload)"[^>]*>/g;
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
/** Our own files (not Next's under /_next/) and JSON-LD, which is no script. */
const OURS = /\btype="application\/ld\+json"|\bsrc="\/(?!_next\/|\/)/;
/** An empty boundary that React puts first in the body for its client. */
const EMPTY_BOUNDARY = '<div hidden=""><!--$--><!--/$--></div>';

/**
 * A reader's page as an ordinary document: Next's client runtime (some 150 KB) and the copy of the page in its own
 * format are left out. React writes every quote in an attribute as `&quot;`, so no text can pass for one of ours.
 */
export function leaveOutClient(html: string): string {
  return html
    .replace(PRELOADS, '')
    .replace(SCRIPT, (tag, attributes: string) => (OURS.test(attributes) ? tag : ''))
    .replace(EMPTY_BOUNDARY, '');
}

/**
 * Whether this is the empty shell that Next sends for `notFound()` or an error in a dynamic page (next.js#62228): only
 * its client would fill it in.
 */
export function isErrorShell(html: string): boolean {
  return html.slice(0, 200).includes('<html id="__next_error__"');
}
