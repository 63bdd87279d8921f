/// <reference lib="webworker" />
/**
 * The service worker of reader pages: calls need no data, so a kept page is worth having. What the network gives comes
 * first, and the kept copy after three seconds, without a network, or where only a proxy answers (5xx). The desk, the
 * API, forms and what is sent are never kept.
 */
import { offlineWords } from '../wording/offline.ts';
import { Copies } from './copies.ts';
import { offlineCopy } from './offline-copy.ts';
import { KEEP } from './reader-record.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __BUILD__: string;

const PATIENCE_MS = 3000;
/** Nor files that are taken away: they carry no version by which an old one would be known. */
const NEVER =
  /^\/(desk|help|api|text-size|healthz|readyz)(\/|$)|\/(report|track|problem|notices|places)(\/|$)|\.(vcf|csv|atom)$|\/data\/./;
/** Of these, what a reader opens: where it cannot be had the kept front page says so, with every call in it. */
const READERS = /^\/text-size$|\/(report|track|problem|notices|places)(\/|$)/;
/** What is not there any more must not stay callable in a kept copy. */
const GONE = [404, 410];

const copies = new Copies(`baoda-${__BUILD__}`, (path) => !NEVER.test(path));

self.addEventListener('install', (event) => {
  event.waitUntil(copies.keepFirst().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(copies.dropOldBuilds().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === KEEP) event.waitUntil(copies.keepRest());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  const isDocument = event.request.mode === 'navigate';
  if (!NEVER.test(url.pathname)) event.respondWith(networkFirst(event, url, isDocument));
  else if (isDocument && READERS.test(url.pathname)) event.respondWith(networkOnly(event, url));
});

/** A server that cannot answer is as good as none. */
class Away extends Error {
  readonly answer: Response;

  constructor(answer: Response) {
    super(String(answer.status));
    this.answer = answer;
  }
}

/** What the network gives; what can be learned from it is noted, and kept where `isKept`. */
async function fromNetwork(event: FetchEvent, url: URL, isKept: boolean): Promise<Response> {
  const answer = await fetch(event.request);
  if (answer.status >= 500) throw new Away(answer);
  if (GONE.includes(answer.status)) event.waitUntil(copies.drop(url.pathname));
  if (answer.ok) event.waitUntil(copies.take(url.pathname, answer.clone(), isKept && !url.search));
  return answer;
}

async function networkFirst(event: FetchEvent, url: URL, isDocument: boolean): Promise<Response> {
  // A query is answered by the kept front page: its script searches what is on the phone.
  const kept = async () => {
    const copy = await copies.find(url.pathname);
    return copy && isDocument ? offlineCopy(copy, await copies.textSize()) : copy;
  };
  const fresh = fromNetwork(event, url, true);
  fresh.catch(() => undefined); // where the kept copy was faster, nobody waits for it any more
  try {
    return await Promise.race([fresh, late(kept)]);
  } catch (error) {
    return (await kept()) ?? (await instead(url, isDocument, offlineWords.notKept)) ?? passOn(error);
  }
}

async function networkOnly(event: FetchEvent, url: URL): Promise<Response> {
  try {
    return await fromNetwork(event, url, false);
  } catch (error) {
    return (await instead(url, true, offlineWords.needsNetwork)) ?? passOn(error);
  }
}

/** A kept front page in the place of a page that cannot be had. */
async function instead(url: URL, isDocument: boolean, said: string): Promise<Response | undefined> {
  const home = isDocument ? await copies.findHome(url.pathname) : undefined;
  return home && offlineCopy(home, await copies.textSize(), said);
}

function passOn(error: unknown): Response {
  if (error instanceof Away) return error.answer;
  throw error;
}

/** Settles with the kept copy once the network has been slow for too long; never where there is none. */
function late(kept: () => Promise<Response | undefined>): Promise<Response> {
  return new Promise((resolve) => {
    setTimeout(() => void kept().then((copy) => copy && resolve(copy)), PATIENCE_MS);
  });
}
