/// <reference lib="webworker" />
/**
 * The service worker of reader pages: calls need no data, so a kept page is worth having. Documents come from the
 * network first and from the kept copy after three seconds; a kept copy says of which day it is. A new build or a new
 * version of the directory fetches everything again. The desk, the API, forms and what is sent are never kept.
 */
import { longMonth } from '../wording/dates.ts';
import { offlineWords } from '../wording/offline.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __BUILD__: string;

const CACHE = `baoda-${__BUILD__}`;
const PATIENCE_MS = 3000;
/** At most so many station pages are kept: a large directory must not fill a small phone. */
const STATION_PAGES = 60;
const FILES = ['/page.js', '/lookup.js', '/icon.svg'];
const NEVER = /^\/(desk|api|text-size|healthz|readyz)(\/|$)|\/(report|track|problem)(\/|$)/;
/** What is not there any more must not stay callable in a kept copy. */
const GONE = [404, 410];
/** Kept without a version; renewed with the others. */
const SEARCHED = /\/(lookup|divisions)\.json$/;
/** Of these, what a reader opens: without network the kept front page says so, with every call in it. */
const READERS = /^\/text-size$|\/(report|track|problem)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(keepEverything().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldBuilds().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (!NEVER.test(url.pathname)) event.respondWith(networkFirst(event, url));
  else if (event.request.mode === 'navigate' && READERS.test(url.pathname)) event.respondWith(networkOnly(event));
});

async function dropOldBuilds(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

/** Home, and from its links every district and the first station pages, with the files they need. */
async function keepEverything(): Promise<void> {
  const home = await fetch('/', { cache: 'reload' });
  if (!home.ok) throw new Error(`home answered ${home.status}`);
  const html = await home.clone().text();
  const cache = await caches.open(CACHE);
  await cache.put('/', home);
  await keepLinked(cache, html);
}

async function keepLinked(cache: Cache, html: string): Promise<void> {
  const links = new Set([...html.matchAll(/href="(\/[^"?#]*)"/g)].map(([, path]) => path ?? '/'));
  const directory = directoryOf(html);
  if (directory) links.add(`/${directory}/lookup.json`).add(`/${directory}/divisions.json`);
  const stations = [...links].filter((path) => path.includes('/stations/')).slice(STATION_PAGES);
  const wanted = [...links].filter((path) => !NEVER.test(path) && !stations.includes(path) && path !== '/');
  await Promise.all([...FILES, ...wanted].map((path) => keep(cache, path)));
}

/** One page that cannot be had now does not keep the others from being kept. */
async function keep(cache: Cache, path: string): Promise<void> {
  const answer = await fetch(path, { cache: 'no-cache' }).catch(() => null);
  if (answer?.ok && !answer.redirected) await cache.put(path, answer);
}

async function networkFirst(event: FetchEvent, url: URL): Promise<Response> {
  const cache = await caches.open(CACHE);
  const isDocument = event.request.mode === 'navigate';
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.ok && !url.search) event.waitUntil(store(cache, url.pathname, answer.clone()));
    if (GONE.includes(answer.status)) event.waitUntil(cache.delete(url.pathname));
    return answer;
  });
  // A query is answered by the kept front page: its script searches what is on the phone.
  const kept = () => cache.match(url.pathname).then((answer) => answer && (isDocument ? withNotice(answer) : answer));
  try {
    return await (isDocument ? Promise.race([fresh, late(kept)]) : fresh);
  } catch (error) {
    return (await kept()) ?? (isDocument ? ((await kept404(cache)) ?? raise(error)) : raise(error));
  }
}

async function networkOnly({ request }: FetchEvent): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const home = await (await caches.open(CACHE)).match('/');
    return home ? withRemark(home, offlineWords.needsNetwork) : raise(error);
  }
}

function raise(error: unknown): never {
  throw error;
}

/** The kept front page stands in for a page that was never kept. */
async function kept404(cache: Cache): Promise<Response | undefined> {
  const home = await cache.match('/');
  return home && withNotice(home);
}

/** Settles with the kept copy once the network has been slow for too long; never where there is none. */
function late(kept: () => Promise<Response | undefined>): Promise<Response> {
  return new Promise((resolve) => {
    setTimeout(() => kept().then((answer) => answer && resolve(answer)), PATIENCE_MS);
  });
}

/** Keeps a page; a front page of another version of the directory renews everything that hangs on it. */
async function store(cache: Cache, path: string, answer: Response): Promise<void> {
  const before = await cache.match(path);
  const isPage = /text\/html/.test(answer.headers.get('content-type') ?? '');
  if (!isPage) return cache.put(path, answer);
  const html = await answer.clone().text();
  const changed = before ? versionOf(await before.text()) !== versionOf(html) : false;
  await cache.put(path, answer);
  if (changed) {
    const home = path === '/' ? html : await fetch('/').then((one) => one.text());
    await keepLinked(cache, home);
    await dropOlder(cache, path, html);
  }
}

/** What could not be renewed goes: its station may be gone, or its number out of use. */
async function dropOlder(cache: Cache, path: string, html: string): Promise<void> {
  const city = path.split('/')[1] || directoryOf(html);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`/${city}/`) || SEARCHED.test(pathname)) continue;
    const kept = await cache.match(request);
    if (kept && versionOf(await kept.text()) !== versionOf(html)) await cache.delete(request);
  }
}

const directoryOf = (html: string) => /data-lookup="([^"]*)"/.exec(html)?.[1];
const versionOf = (html: string) => /data-version="([^"]*)"/.exec(html)?.[1];

/** The kept page with a line that says of which day it is. */
async function withNotice(answer: Response): Promise<Response> {
  const made = new Date(answer.headers.get('date') ?? Date.now());
  const printed = /data-printed="([^"]*)"/.exec(await answer.clone().text())?.[1];
  return withRemark(
    answer,
    offlineWords.kept(made.getMonth() + 1, made.getDate(), printed ? longMonth(printed) : null),
  );
}

async function withRemark(answer: Response, said: string): Promise<Response> {
  const notice = `<p class="remark kept" role="status">${said}</p>`;
  return new Response((await answer.text()).replace(/<main([^>]*)>/, `<main$1>${notice}`), {
    status: answer.status,
    headers: answer.headers,
  });
}
