import { type Change, changesIn } from '../directory/changed.ts';
import type { Decision } from '../directory/decision.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { withholds } from '../directory/standing.ts';
import { paths } from '../paths.ts';
import { editionWords } from '../wording/about.ts';
import { longDate } from '../wording/dates.ts';
import { feedWords } from '../wording/feed.ts';
import { presentStations } from './api.ts';
import type { ApiPhone, ApiStation } from './api-records.ts';
import { dialled } from './contacts.ts';
import type { ShownEdition } from './edition-history.ts';
import { spacedDigits } from './spaced-digits.ts';

/**
 * The changes of a directory as a feed tells them. What changed, and when, is of the history; every name and number is as
 * it is published now: nothing that was undone, withheld or replaced since stands in it.
 */

export interface FeedEntry {
  /** Tells it from every other of the feed, and stays. */
  key: string;
  title: string;
  text: string;
  path: string;
  published: string;
  updated: string;
}

export interface Told {
  directory: PublishedDirectory;
  history: readonly Decision[];
  editions: readonly ShownEdition[];
  /** Each time an edition was put in force, oldest first. */
  forces: readonly { n: number; edition: number; at: string }[];
  /** What a station was called in the edition that printed it last. */
  lastName: (station: string) => string | null;
}

const MOST_ENTRIES = 100;

const latest = (...moments: readonly string[]): string => moments.reduce((one, other) => (one > other ? one : other));

/** Newest first. */
export function feedEntries(told: Told): FeedEntry[] {
  const all = [...editionEntries(told), ...changeEntries(told)];
  return all.toSorted((a, b) => b.published.localeCompare(a.published)).slice(0, MOST_ENTRIES);
}

function changeEntries({ directory, history, forces, lastName }: Told): FeedEntry[] {
  const stations = new Map(presentStations(directory).map((station) => [station.id, station]));
  const lastForce = forces.at(-1)?.at ?? '';
  /** When each was changed next: what is so now is said by the newest change alone. */
  const later = new Map<string, string>();
  return withoutParts(changesIn(history, MOST_ENTRIES)).map((change) => {
    const station = stations.get(change.station ?? '');
    const phone = station?.phones.find(({ id }) => id === change.phone);
    const subject = subjectOf(change);
    const changedAt = later.get(subject);
    const now = nowText(change, directory, station, phone);
    later.set(subject, change.at);
    const closed = directory.closed.find(({ id }) => id === change.station);
    const name = station?.name ?? closed?.name ?? lastName(change.station ?? '');
    const changed = feedWords.changed(change, phone?.kind ?? null);
    return {
      key: `decision/${change.id}`,
      title: change.station === null ? changed : feedWords.title(name, changed),
      text: feedWords.how(change) + (changedAt === undefined ? (now ?? feedWords.notListed) : feedWords.changedLater),
      path: change.station === null ? paths.directory(directory.id) : paths.station(directory.id, change.station),
      published: change.at,
      updated: latest(change.at, changedAt ?? (now === null ? lastForce : '')),
    };
  });
}

/** A station is added with its district and its first number: one thing to tell. */
function withoutParts(changes: readonly Change[]): Change[] {
  const added = new Set(
    changes.flatMap(({ kind, station, at }) => (kind === 'add_station' ? [`${station} ${at}`] : [])),
  );
  return changes.filter(({ kind, station, at }) => kind === 'add_station' || !added.has(`${station} ${at}`));
}

/** What a later change replaces. Aliases stand beside each other. */
const subjectOf = ({ station, phone, kind, after }: Change): string =>
  phone ?? `${station}/${kind}${kind === 'alias' ? `/${after}` : ''}`;

/** What is published now of what was changed; null where nothing is. */
function nowText(
  { kind, after }: Change,
  directory: PublishedDirectory,
  station: ApiStation | undefined,
  phone: ApiPhone | undefined,
): string | null {
  if (kind === 'city_line') return lineText(directory.facts);
  if (!station) return null;
  switch (kind) {
    case 'name':
      return feedWords.name(station.name);
    case 'district':
      return feedWords.district(directory.districts.find(({ id }) => id === station.district.value)?.label ?? null);
    case 'address':
      return feedWords.address(station.address?.value ?? null);
    case 'hours':
      return feedWords.hours(station.hours?.value ?? null);
    case 'note':
      return feedWords.note(station.note?.value ?? null);
    case 'add_station':
      return feedWords.added;
    case 'closed':
      return feedWords.listed;
    case 'alias':
      return after !== null && station.aliases.includes(after) ? feedWords.alias(after) : null;
    default:
      return phone ? numberText(phone, directory.facts.country) : null;
  }
}

const lineText = ({ cityLine, country }: PublishedDirectory['facts']): string =>
  feedWords.cityLine(cityLine.label, spacedDigits(cityLine.e164, country));

function numberText({ kind, tel, extension, flags }: ApiPhone, country: string): string {
  if (tel !== null) return feedWords.number(kind, spacedDigits(dialled(tel), country, extension));
  return withholds(flags) ? feedWords.outOfUse : feedWords.barred;
}

function editionEntries({ directory, editions, forces }: Told): FeedEntry[] {
  const seen = new Set<number>();
  return forces.flatMap(({ n, edition: seq, at }) => {
    const edition = editions.find((one) => one.seq === seq);
    if (!edition) return [];
    const isBack = seen.has(seq);
    seen.add(seq);
    return [
      {
        key: `edition/${n}/${at}`,
        title: feedWords.edition(edition.title, isBack),
        text: feedWords.from(edition.from) + (isBack ? '' : differencesText(edition)),
        path: paths.about(directory.id),
        published: at,
        updated: at,
      },
    ];
  });
}

/** By name, as `/data` says it; '' for the first edition. */
function differencesText({ comparedWith, changes }: ShownEdition): string {
  if (comparedWith === null) return '';
  const { kinds, names } = editionWords;
  const said = changes.map((change) => `${kinds[change.kind]}：${names(change.names).join('')}。`);
  return editionWords.compared(longDate(comparedWith)) + (said.join('') || `${editionWords.same}。`);
}
