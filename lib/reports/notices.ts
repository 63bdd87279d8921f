import { daysLater } from './days.ts';

/**
 * Readers' notices (读者通知): what an office says before a thousand readers report it. A notice is what its events make of
 * it; none is ever changed or taken away. Instants are ISO texts in UTC.
 */

/** What it says: late, brought in the afternoon, not today but tomorrow, not printed. */
export const NOTICE_KINDS = ['late', 'afternoon', 'tomorrow', 'suspended'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Usual causes, one tap each; anything else is said in the notice's own words. */
export const NOTICE_CAUSES = ['van', 'press', 'snow', 'rain', 'road'] as const;
export type NoticeCause = (typeof NOTICE_CAUSES)[number];

export const NOTICE_SCOPES = ['city', 'districts', 'stations'] as const;
export type NoticeScope = (typeof NOTICE_SCOPES)[number];

/** Characters, but of `days`. `ahead`: how early one may be planned. */
export const NOTICE_LIMITS = { papers: 20, text: 30, office: 60, days: 3, ahead: 366 } as const;
/** For so many days readers may look up what was said. */
export const PAST_DAYS = 30;

/** What is said. Apart from its schema (`notice-schema.ts`), so that a browser needs no zod. */
export interface NoticeContent {
  kind: NoticeKind;
  /** In the office's words; null for all of them. */
  papers: string | null;
  scope: NoticeScope;
  /** Ids of districts or stations with their names at the time; empty for the whole city. */
  places: { id: string; name: string }[];
  cause: NoticeCause | null;
  /** By what time of day in China (`HH:MM`) they will be there, where somebody knows. */
  expected: string | null;
  /** One sentence more. */
  text: string | null;
  from: string;
  /** The first instant at which it is shown no longer. */
  until: string;
  /** By whom: an office, never a person. */
  office: string;
}

interface EventBase {
  seq: number;
  /** `seq` of the event that published it. */
  notice: number;
  /** The username of whoever did it; never shown to readers. */
  by: string;
  at: string;
}
export type NoticeEvent = EventBase &
  ({ type: 'published' | 'changed'; content: NoticeContent } | { type: 'ended' | 'cancelled'; content: null });
export type NoticeEventType = NoticeEvent['type'];

export interface Notice extends NoticeContent {
  /** Within its city. */
  id: number;
  /** The last event: whoever changes it names it. */
  seq: number;
  /** Since when it is said as it is said now. */
  issuedAt: string;
  isCancelled: boolean;
  events: readonly NoticeEvent[];
}

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

/** What the events of one notice make of it, oldest first; null where none published it. */
export function foldNotice(events: readonly NoticeEvent[]): Notice | null {
  const [first] = events;
  const said = events.findLast((event) => event.content !== null);
  if (!first || !said?.content) return null;
  const ended = events.find(({ type }) => type === 'ended');
  return {
    ...said.content,
    until: ended ? earlier(said.content.until, ended.at) : said.content.until,
    id: first.notice,
    seq: events.at(-1)?.seq ?? first.seq,
    issuedAt: later(said.at, said.content.from),
    isCancelled: events.some(({ type }) => type === 'cancelled'),
    events,
  };
}

/** Every notice of a list of events in any order, the one that begins first first. */
export function foldNotices(events: readonly NoticeEvent[]): Notice[] {
  const byNotice = Map.groupBy(
    events.toSorted((a, b) => a.seq - b.seq),
    ({ notice }) => notice,
  );
  const notices = [...byNotice.values()].flatMap((own) => foldNotice(own) ?? []);
  return notices.toSorted((a, b) => a.from.localeCompare(b.from) || a.id - b.id);
}

export type NoticeState = 'planned' | 'current' | 'past' | 'cancelled';

/** How it stands at an instant: in force from its begin on, until its end, which is the first instant without it. */
export function noticeState({ from, until, isCancelled }: Notice, now: string): NoticeState {
  if (isCancelled) return 'cancelled';
  if (now < from) return 'planned';
  return now < until ? 'current' : 'past';
}

/** The kinds, what matters most to somebody without a paper first. */
const BY_WEIGHT: readonly NoticeKind[] = ['suspended', 'tomorrow', 'afternoon', 'late'];

/** Less for what matters more: no paper today before a late one, the city before a place in it, all papers before some. */
const weightOf = ({ kind, scope, papers }: NoticeContent): number =>
  BY_WEIGHT.indexOf(kind) * 6 + NOTICE_SCOPES.indexOf(scope) * 2 + (papers === null ? 0 : 1);

/** Those in force at an instant, the weightiest first, then in the order in which they began: a banner shows the first. */
export const noticesInForce = (notices: readonly Notice[], now: string): Notice[] =>
  notices.filter((notice) => noticeState(notice, now) === 'current').toSorted((a, b) => weightOf(a) - weightOf(b));

/** Those of the last 30 days that are over, the newest first. */
export function pastNotices(notices: readonly Notice[], now: string): Notice[] {
  const oldest = daysLater(now, -PAST_DAYS);
  const past = notices.filter((notice) => noticeState(notice, now) === 'past' && notice.until > oldest);
  return past.toReversed();
}

/** Where somebody is: at a station, in a district with its stations, or just in the city. */
export interface Place {
  district?: string | null;
  /** The stations there. */
  stations?: readonly string[];
}

/** Whether a notice is about a place, or part of it. One for some stations says nothing of the city as such. */
export function noticeCovers({ scope, places }: NoticeContent, { district, stations = [] }: Place): boolean {
  if (scope === 'city') return true;
  if (scope === 'districts') return places.some(({ id }) => id === district);
  return places.some(({ id }) => stations.includes(id));
}

/** The one whose readers need no form: they can say with one tap that theirs is missing too. */
export const isCounted = ({ kind }: NoticeContent): boolean => kind === 'late';
