import type { Happening } from '../../reports/events.ts';
import type { Kind, Wish } from '../../reports/words.ts';
import { demonstrationReports as words } from '../../wording/demonstration.ts';

/** What an act may need to know of the other reports. */
export interface Around {
  /** The station that the dispatcher names. */
  station: string;
  /** The number of another story's report. */
  refOf: (story: string) => string;
}

/**
 * One thing that somebody does with a report. `ago`: so many hours of service time before now (`within`: but not more
 * than so many days); `after`: so many hours after the act before, at any time of day.
 */
export interface Act {
  by: 'reader' | 'agent' | 'dispatcher';
  does: (around: Around) => Happening;
  text?: string | undefined;
  ago?: number;
  within?: number;
  after?: number;
}

/** What is typed into the form, beside the station and the days. */
interface Form {
  kind: Kind;
  wanted: Wish;
  place: string;
  papers?: string;
  copies?: number;
  phone?: string;
  text?: string;
  calledAlready?: string;
}

interface Circumstances {
  /** Which of the demonstration's stations, counted round; the form leaves it open where `unknown`. */
  station: number;
  unknown?: boolean;
  /** How many days before the filing the papers were of. */
  dates: number[];
  /** A clerk files it for a caller. */
  byClerk?: boolean;
}

/** A made-up report and what became of it. */
export interface Story extends Circumstances {
  name: string;
  form: Form;
  /** Hours of service time before now. */
  filed: number;
  acts: Act[];
}

const { said, texts, place } = words;

const act = (by: Act['by'], type: Happening['type'], ago: number, text?: string): Act => ({
  by,
  does: () => ({ type, facts: {} }) as Happening,
  text,
  ago,
});
const accepted = (ago: number): Act => ({
  ...act('dispatcher', 'accepted', ago, said.accepted),
  does: ({ station }) => ({ type: 'accepted', facts: { station } }),
});
const started = (ago: number) => act('agent', 'started', ago);
const resolved = (ago: number, text: string, result: 'redelivered' | 'explained' | 'stopped' | 'not_found'): Act => ({
  ...act('agent', 'resolved', ago, text),
  does: () => ({ type: 'resolved', facts: { result } }),
});
const redelivered = (ago: number) => resolved(ago, said.redelivered, 'redelivered');
const called = (by: Act['by'], ago: number): Act => ({
  ...act(by, 'called', ago),
  does: () => ({ type: 'called', facts: { outcome: by === 'reader' ? 'unsolved' : null } }),
});
const escalated = (ago: number): Act => ({
  ...act('reader', 'escalated', ago),
  does: () => ({ type: 'escalated', facts: { reason: 'overdue' } }),
});
const merged = (ago: number, story: string): Act => ({
  ...act('dispatcher', 'merged', ago, said.merged),
  does: ({ refOf }) => ({ type: 'merged', facts: { ref: refOf(story) } }),
});
/** What the reader says to it, so many hours after the act before. */
const reply = (after: number, type: Happening['type'], text?: string): Act => ({
  by: 'reader',
  does: () => ({ type, facts: {} }) as Happening,
  text,
  after,
});
const confirmed = (after: number) => reply(after, 'confirmed');
const disputed = (after: number) => reply(after, 'disputed', said.disputed);

/** A story that is a missed paper of the day before at the first station, as far as nothing else is said. */
function aStory(name: string, filed: number, told: Partial<Circumstances & Form>, ...acts: Act[]): Story {
  const { station = 0, dates = [1], unknown = false, byClerk = false, ...form } = told;
  const usual = { kind: 'missed', wanted: 'redelivery', place: place(0, 3, 2) } as const;
  return { name, filed, station, dates, unknown, byClerk, form: { ...usual, ...form }, acts };
}

/** One report in every state, and whatever else a desk meets; newest first. */
const SHOWN: readonly Story[] = [
  aStory('new', 0.4, { phone: words.phone(1), text: texts.upstairs, papers: words.papers }),
  aStory('late', 9, { station: 1, unknown: true, text: texts.unknown, place: place(1, 1, 1) }),
  aStory('accepted', 5, { station: 1, dates: [0, 1], place: place(2, 5, 1), copies: 2 }, accepted(3.5)),
  aStory(
    'returned',
    3.2,
    { station: 4, place: place(3, 8, 1) },
    accepted(2.6),
    act('agent', 'returned', 1.2, said.wrongStation),
  ),
  aStory('not_started', 15, { station: 3, kind: 'late', wanted: 'record' }, accepted(14)),
  aStory(
    'in_progress',
    7,
    { wanted: 'call_back', phone: words.phone(2), calledAlready: 'no_answer' },
    accepted(6),
    started(4),
    act('dispatcher', 'unmasked', 3, said.unmask),
    called('dispatcher', 2.9),
    act('agent', 'noted', 2, said.noteCalled),
  ),
  aStory(
    'overdue',
    60,
    { station: 2, dates: [0, 1, 2], place: place(1, 2, 3), phone: words.phone(3) },
    accepted(59),
    started(57),
    act('agent', 'noted', 30, said.noteWaiting),
    called('reader', 18),
    escalated(17.5),
  ),
  aStory('waiting', 10, { station: 1, kind: 'misdelivered', place: place(2, 6, 1) }, accepted(9), {
    ...act('dispatcher', 'asked', 6, said.ask),
    within: 2,
  }),
  aStory('resolved', 20, { dates: [1, 2], place: place(1, 7, 1) }, accepted(19), started(17), {
    ...redelivered(5),
    within: 3,
  }),
  aStory(
    'reopened',
    34,
    { station: 3, place: place(2, 9, 2) },
    accepted(33),
    started(31),
    redelivered(17),
    disputed(5),
  ),
  aStory(
    'again',
    52,
    { station: 2, place: place(3, 4, 1) },
    accepted(51),
    started(49),
    redelivered(41),
    disputed(6),
    started(28),
    resolved(25, said.again, 'redelivered'),
    confirmed(5),
  ),
  aStory(
    'answered',
    46,
    { station: 5 },
    accepted(45),
    act('dispatcher', 'asked', 44, said.ask),
    reply(3, 'answered', said.answer),
    started(32),
    redelivered(25),
    confirmed(4),
  ),
  aStory(
    'by_clerk',
    12,
    { station: 3, byClerk: true, kind: 'pages_missing', wanted: 'record' },
    accepted(11.9),
    started(10),
  ),
  aStory(
    'rejected',
    66,
    { kind: 'other', wanted: 'record', text: texts.other },
    act('dispatcher', 'rejected', 65, said.rejected),
  ),
  aStory('neighbour', 28, { station: 4, place: place(3, 6, 1) }, accepted(27.5), started(26)),
  aStory('duplicate', 27.4, { station: 4, place: place(3, 6, 2) }, merged(27, 'neighbour')),
  aStory('withdrawn', 38, { station: 2 }, reply(2, 'withdrawn')),
  aStory('erased', 44, { station: 5, kind: 'late', wanted: 'record' }, reply(3, 'erased')),
  aStory(
    'ended_by_office',
    96,
    { station: 1, kind: 'delivered_while_stopped', wanted: 'record', text: texts.paused },
    accepted(95),
    started(93),
    resolved(85, said.stopped, 'stopped'),
    confirmed(4),
    act('dispatcher', 'reopened', 68, said.reopened),
    act('dispatcher', 'closed', 67, said.closed),
  ),
];

/** How an ordinary report ends, in turn. Hours are counted from its filing. */
const ENDINGS: readonly ((filed: number) => Act[])[] = [
  (filed) => [accepted(filed - 1), started(filed - 3), redelivered(filed - 9), confirmed(5)],
  (filed) => [accepted(filed - 0.5), started(filed - 2), resolved(filed - 6, said.explained, 'explained')],
  (filed) => [accepted(filed - 1.5), started(filed - 4), redelivered(filed - 34), confirmed(20)],
  (filed) => [accepted(filed - 1), started(filed - 2), redelivered(filed - 7), confirmed(2)],
  (filed) => [
    ...[accepted(filed - 1), started(filed - 2), redelivered(filed - 6), disputed(3)],
    ...[started(filed - 12), resolved(filed - 16, said.again, 'redelivered'), confirmed(4)],
  ],
  (filed) => [accepted(filed - 5), started(filed - 8), resolved(filed - 18, said.notFound, 'not_found')],
];

const ORDINARY_KINDS: readonly Kind[] = [
  'missed',
  'missed',
  'late',
  'missed',
  'damaged',
  'misdelivered',
  'missed',
  'pages_missing',
];
/** So many in the first city, and in a smaller one. */
const ORDINARY = { large: 40, small: 12 };
/** Service hours before now; the longest story goes on for 34. */
const [OLDEST, NEWEST] = [172, 40];

/** The rest of the month, closed long ago: so that the board has something to count. */
function ordinaryStory(index: number, all: number): Story {
  const kind = ORDINARY_KINDS[index % ORDINARY_KINDS.length] ?? 'missed';
  const filed = OLDEST - (index * (OLDEST - NEWEST)) / all;
  const told = {
    station: index * 2 + Math.floor(index / 6),
    kind,
    wanted: kind === 'missed' ? 'redelivery' : 'record',
    place: place(index, 10 + index, 1),
    ...(kind === 'damaged' ? { text: texts.wet } : {}),
  } as const;
  return aStory(`ordinary-${index}`, filed, told, ...(ENDINGS[index % ENDINGS.length]?.(filed) ?? []));
}

const ordinary = (all: number): Story[] => Array.from({ length: all }, (_, index) => ordinaryStory(index, all));

/** What happened in the first city, and in a smaller one where nothing but the ordinary does. */
export const STORIES: readonly Story[] = [...SHOWN, ...ordinary(ORDINARY.large)];
export const ORDINARY_STORIES: readonly Story[] = ordinary(ORDINARY.small);
