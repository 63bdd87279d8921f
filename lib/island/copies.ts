import { READER_CACHE, READER_RECORD, type ReaderRecord } from './reader-record.ts';

/** At most so many station pages are kept: a large directory must not fill a small phone. */
const STATION_PAGES = 60;
/** What pages need to be more than documents. */
const FILES = ['/page.js', '/lookup.js', '/tools.js', '/icon.svg'];
/** What the network has shown last, for telling what is older. */
const SEEN_RECORD = '/seen.json';

interface Seen {
  /** The version of each city's directory. */
  versions: Record<string, string>;
  textSize: string | null;
}

/** Home of the only city stands at `/` too, and says whose it is. */
const cityOf = (path: string, text: string) => /data-lookup="([^"]*)"/.exec(text)?.[1] ?? path.split('/')[1] ?? '';
const versionOf = (text: string) => /(?:data-version=|"version":)"([^"]*)"/.exec(text)?.[1];
const isText = (answer: Response) => /html|json/.test(answer.headers.get('content-type') ?? '');
const linksOf = (html: string) => [...html.matchAll(/href="(\/[^"?#]*)"/g)].map(([, path]) => path ?? '/');
const isStationPage = (path: string) => /^\/[^/]+\/stations\/[^/]+$/.test(path);
const pathOf = ({ url }: Request) => new URL(url).pathname;

/**
 * The copies of pages and files on this phone. A copy of another version of the directory than the network has shown last
 * is renewed, and never shown before: a number may be out of use since.
 */
export class Copies {
  private readonly name: string;
  private readonly mayKeep: (path: string) => boolean;
  private seen: Promise<Seen> | undefined;
  private keeping: Promise<void> | undefined;

  constructor(name: string, mayKeep: (path: string) => boolean) {
    this.name = name;
    this.mayKeep = mayKeep;
  }

  /** What makes the worker worth having: home, the files of the search, and the reader's own station. */
  async keepFirst(): Promise<void> {
    const { directory, station } = await readRecord();
    const city = directory && `/${directory}`;
    const own = station && `${city}/stations/${station}`;
    const pages = ['/', ...(city ? [city, `${city}/lookup.json`, `${city}/divisions.json`] : [])];
    await Promise.all([...pages, ...(own ? [own, `${own}/row.json`] : []), ...FILES].map((path) => this.keep(path)));
    if (!(await this.find('/'))) throw new Error('home could not be kept');
  }

  /** The rest of the reader's own city: districts, then station pages, those of the own district first. */
  keepRest(): Promise<void> {
    this.keeping ??= this.keepCity().finally(() => {
      this.keeping = undefined;
    });
    return this.keeping;
  }

  private async keepCity(): Promise<void> {
    const reader = await readRecord();
    if (!reader.directory) return;
    await this.keepFirst();
    const city = `/${reader.directory}/`;
    const home = await this.textOf(`/${reader.directory}`);
    const listed = linksOf(home).filter((path) => path.startsWith(city) && !isStationPage(path) && this.mayKeep(path));
    const pages: { path: string; html: string }[] = [];
    for (const path of new Set(listed)) {
      await this.keep(path);
      pages.push({ path, html: await this.textOf(path) });
    }
    const own = pages.find(({ path, html }) => isOwn(reader, path, html));
    const stations = [own?.html ?? '', home, ...pages.map(({ html }) => html)].flatMap(linksOf);
    await this.keepStations(new Set(stations.filter((path) => path.startsWith(city) && isStationPage(path))), city);
  }

  private async keepStations(stations: ReadonlySet<string>, city: string): Promise<void> {
    for (const path of await this.stationPages()) if (!path.startsWith(city)) await this.drop(path);
    let room = STATION_PAGES - (await this.stationPages()).length;
    for (const path of stations) {
      if (room <= 0) return;
      if (await this.find(path)) continue;
      await this.keep(path);
      room--;
    }
  }

  /** What came from the network: noted, and kept where it may be. */
  async take(path: string, answer: Response, isKept: boolean): Promise<void> {
    const renewed = isText(answer) && (await this.note(path, await answer.clone().text()));
    if (isKept && !answer.redirected) await this.put(path, answer);
    if (renewed) await this.renewCity(renewed);
  }

  /** The copy of a page or file, unless it is of another version than the network has shown last. */
  async find(path: string): Promise<Response | undefined> {
    const copy = await (await this.open()).match(path);
    if (!copy || !isText(copy)) return copy;
    if (await this.isCurrent(path, await copy.clone().text())) return copy;
    await this.drop(path);
    return undefined;
  }

  /** The kept front page of the city that an address is about; where there is none, of the reader's own. */
  async findHome(path: string): Promise<Response | undefined> {
    const { directory } = await readRecord();
    return (
      (await this.find(`/${path.split('/')[1]}`)) ??
      (directory ? await this.find(`/${directory}`) : undefined) ??
      (await this.find('/'))
    );
  }

  async drop(path: string): Promise<void> {
    await (await this.open()).delete(path);
  }

  /** The text size of the page that the network has shown last. */
  async textSize(): Promise<string | null> {
    return (await this.readSeen()).textSize;
  }

  async dropOldBuilds(): Promise<void> {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => ![this.name, READER_CACHE].includes(name)).map((name) => caches.delete(name)),
    );
  }

  private open(): Promise<Cache> {
    return caches.open(this.name);
  }

  private async textOf(path: string): Promise<string> {
    return (await this.find(path))?.text() ?? '';
  }

  private async stationPages(): Promise<string[]> {
    return (await (await this.open()).keys()).map(pathOf).filter(isStationPage);
  }

  /** One page that cannot be had now does not keep the others from being kept. */
  private async keep(path: string): Promise<void> {
    if (await this.find(path)) return;
    const answer = await fetch(path, { cache: 'no-cache' }).catch(() => null);
    if (answer?.ok) await this.take(path, answer, true);
  }

  private async put(path: string, answer: Response): Promise<void> {
    await (await this.open()).put(path, answer);
    if (!isStationPage(path)) return;
    const { directory, station } = await readRecord();
    const pages = await this.stationPages(); // those kept longest come first
    const others = pages.filter((page) => page !== `/${directory}/stations/${station}`);
    for (const page of others.slice(0, Math.max(0, pages.length - STATION_PAGES))) await this.drop(page);
  }

  /** Learns from what the network has shown. @returns the city whose directory is of another version now */
  private async note(path: string, text: string): Promise<string | null> {
    const seen = await this.readSeen();
    const textSize = /<html[^>]* data-size="([^"]*)"/.exec(text)?.[1] ?? seen.textSize;
    const city = cityOf(path, text);
    const version = versionOf(text);
    const isNew = version !== undefined && seen.versions[city] !== version;
    if (!isNew && textSize === seen.textSize) return null;
    seen.textSize = textSize;
    if (isNew) seen.versions[city] = version;
    await (await caches.open(READER_CACHE)).put(SEEN_RECORD, new Response(JSON.stringify(seen)));
    return isNew ? city : null;
  }

  private async renewCity(city: string): Promise<void> {
    const paths = (await (await this.open()).keys()).map(pathOf);
    // What is older is dropped on being looked for, and had anew.
    for (const path of paths) if (path === '/' || path.split('/')[1] === city) await this.keep(path);
  }

  private async isCurrent(path: string, text: string): Promise<boolean> {
    const version = versionOf(text);
    const { versions } = await this.readSeen();
    const current = versions[cityOf(path, text)];
    return version === undefined || current === undefined || version === current;
  }

  private readSeen(): Promise<Seen> {
    this.seen ??= caches
      .open(READER_CACHE)
      .then((cache) => cache.match(SEEN_RECORD))
      .then((kept): Seen | Promise<Seen> => kept?.json() ?? { versions: {}, textSize: null });
    return this.seen;
  }
}

/** Whether the list of a district is the one that the reader is most likely to want. */
const isOwn = ({ directory, station, path }: ReaderRecord, list: string, html: string): boolean =>
  station ? html.includes(`"/${directory}/stations/${station}"`) : list === path || html.includes(`"${path}"`);

async function readRecord(): Promise<ReaderRecord> {
  const kept = await (await caches.open(READER_CACHE)).match(READER_RECORD);
  return kept?.json() ?? { directory: null, station: null, path: '/' };
}
