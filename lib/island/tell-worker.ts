import { myStation } from './my-station.ts';
import { KEEP, READER_CACHE, READER_RECORD, type ReaderRecord } from './reader-record.ts';

/** Tells the service worker whose copy is worth having. Without it a page works the same; WeChat on iOS has none. */
export function keepForLater(): void {
  if ('serviceWorker' in navigator) tellWorker().catch(() => undefined);
}

async function tellWorker(): Promise<void> {
  const mine = myStation();
  const directory = mine?.directory ?? document.querySelector<HTMLElement>('.page')?.dataset.directory;
  if (!directory) return;
  const record: ReaderRecord = { directory, station: mine?.station ?? null, path: location.pathname };
  await (await caches.open(READER_CACHE)).put(READER_RECORD, new Response(JSON.stringify(record)));
  await navigator.serviceWorker.register('/sw.js');
  (await navigator.serviceWorker.ready).active?.postMessage(KEEP);
}
