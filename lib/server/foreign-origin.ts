/** What a request says of the page it comes from and of where it went. */
export interface Asked {
  /** The header `Origin`. None at all is fine: programs send none. */
  origin: string | null | undefined;
  host: string;
  protocol: string;
}

const LOG_EVERY_MS = 60_000;
const LONGEST_LOGGED = 100;

// Next bundles this module more than once; the log is one all the same.
const KEY = Symbol.for('baoda.foreign-origin');
type Holder = { [KEY]?: number };

/** For one line of a log, whatever a client wrote. */
const forLog = (text: string) => text.slice(0, LONGEST_LOGGED).replace(/[^\x21-\x7e]/g, '?');

/** Once a minute: else whoever is refused by a wrong setting never learns of it, and whoever likes fills the disk. */
function log(origin: string, own: string): void {
  const holder = globalThis as Holder;
  const now = Date.now();
  if (now - (holder[KEY] ?? 0) < LOG_EVERY_MS) return;
  holder[KEY] = now;
  console.error(
    `Refused what comes from a page of ${forLog(origin)}: this is ${forLog(own)} (BAODA_ORIGIN, or the host)`,
  );
}

/**
 * The one law about pages of other sites: what they send is refused. This site is the public address where it is set,
 * else the host that was asked for, with or without the port that goes without saying. Where no proxy of ours says how it
 * was asked for, an `https` page of that host is our own behind somebody else's proxy.
 */
export function isForeignTo(publicOrigin: string | null, { origin, host, protocol }: Asked): boolean {
  if (origin === null || origin === undefined) return false;
  const from = URL.parse(origin);
  const own = publicOrigin ?? `${protocol}://${host}`;
  const names = publicOrigin === null && protocol === 'http' ? [own, `https://${host}`] : [own];
  const isOwn = from !== null && from.host !== '' && names.some((name) => URL.parse(name)?.origin === from.origin);
  if (!isOwn) log(origin, own);
  return !isOwn;
}
