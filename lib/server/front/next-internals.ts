import { existsSync, readFileSync } from 'node:fs';
import { RESERVE_SCRIPT } from '../reserve-script.ts';
import type { Exchange } from './exchange.ts';

/**
 * Everything the front knows of what Next sends, takes and builds, beyond what Next documents. `e2e/next-alone.spec.ts`
 * holds it against a built page of Next by itself and says what an upgrade has changed.
 */

/** Headers of a request that Next takes for its own. Its client is answered in a format of its own by them. */
const REQUEST_HEADERS = /^x-(middleware|matched|invoke|now|vercel)-/;
const CLIENT_REQUEST_HEADERS = /^(rsc$|next-|x-nextjs-)/;

/** Headers by which Next tells its client and its host about a page. */
const CLIENT_RESPONSE_HEADERS = /^(x-nextjs-|vary$|link$)/;

/** Paths that Next answers in a format that only its own build step asks for. */
export const BUILD_STEP_PATH = /\.rsc$/;

/** Files of the build, by addresses that name their content. */
export const STATIC_FILES = /^\/_next\/static\//;

const BUILT_NOT_FOUND = '.next/server/app/_not-found.html';

const PRELOADS = /<link rel="(?:preload" as="script|modulepreload)"[^>]*>/g;
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
/** Our own files (not Next's under /_next/) and JSON-LD, which is no script. */
const OURS = /\btype="application\/ld\+json"|\bsrc="\/(?!_next\/|\/)/;
/** An empty boundary that React puts first in the body for its client. */
const EMPTY_BOUNDARY = '<div hidden=""><!--$--><!--/$--></div>';

/** Whether Next's client runs in the page that asks. */
function hasClient({ options, route }: Exchange): boolean {
  return options.mode !== 'lean' || route.audience === 'desk';
}

/** Whether a header of this name is Next's, and not for the one who asks to send. */
export function isNextRequestHeader(name: string, exchange: Exchange): boolean {
  return REQUEST_HEADERS.test(name) || (!hasClient(exchange) && CLIENT_REQUEST_HEADERS.test(name));
}

/** Step: drops what Next tells its client and its host, where neither is there. */
export function dropNextHeaders(exchange: Exchange): void {
  if (hasClient(exchange)) return;
  const { response } = exchange;
  for (const name of response.getHeaderNames()) if (CLIENT_RESPONSE_HEADERS.test(name)) response.removeHeader(name);
}

/**
 * A reader's page as an ordinary document: Next's client runtime (some 150 KB) and the copy of the page in its own
 * format are left out. React writes every quote in an attribute as `&quot;`, so no text can pass for one of ours.
 */
export function leaveOutClient(html: string): string {
  return html
    .replace(PRELOADS, '')
    .replace(SCRIPT, (tag, attributes: string, text: string) =>
      OURS.test(attributes) || text === RESERVE_SCRIPT ? tag : '',
    )
    .replace(EMPTY_BOUNDARY, '');
}

/**
 * Whether this is the empty shell that Next sends for `notFound()`, `redirect()` or an error in a dynamic page
 * (next.js#62228): only its client would fill it in.
 */
export function isErrorShell(html: string): boolean {
  return html.slice(0, 200).includes('<html id="__next_error__"');
}

/** @returns the built 404 page, or null in dev, where nothing is built */
export function readBuiltNotFound(): string | null {
  return existsSync(BUILT_NOT_FOUND) ? readFileSync(BUILT_NOT_FOUND, 'utf8') : null;
}
