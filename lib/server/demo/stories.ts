import type { Happening } from '../../reports/events.ts';
import { KINDS, type Kind, type Wish } from '../../reports/words.ts';
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
  text?: string;
  ago?: number;
  within?: number;
  after?: number;
}

/** A made-up report and what became of it. */
export interface Story {
  name: string;
  /** Which of the demonstration's stations; the form leaves it open where `unknown`. */
  station: number;
  unknown?: boolean;
  kind: Kind;
  wanted: Wish;
  /** How many days before the filing the papers were of. */
  dates: number[];
  more?: { place?: string; papers?: string; copies?: number; phone?: string; text?: string; calledAlready?: string };
  /** A clerk files it for a caller. */
  byClerk?: boolean;
  /** Hours of service time before now. */
  filed: number;
  acts: Act[];
}

const plain =
  <T extends Happening['type']>(type: T) =>
  () =>
    ({ type, facts: {} }) as unknown as Happening;
const { said } = words;

const accepted = (ago: number): Act => ({
  by: 'dispatcher',
  does: ({ station }) => ({ type: 'accepted', facts: { station } }),
  text: said.accepted,
  ago,
});
const started = (ago: number): Act => ({ by: 'agent', does: plain('started'), ago });
const resolved = (ago: number, text: string, result: 'redelivered' | 'explained' | 'stopped' | 'not_found'): Act => ({
  by: 'agent',
  does: () => ({ type: 'resolved', facts: { result } }),
  text,
  ago,
});
const redelivered = (ago: number) => resolved(ago, said.redelivered, 'redelivered');
const byReader = (type: 'confirmed' | 'disputed' | 'withdrawn' | 'erased', after: number): Act => ({
  by: 'reader',
  does: plain(type),
  after,
  ...(type === 'disputed' ? { text: said.disputed } : {}),
});
const byDispatcher = (type: Happening['type'], ago: number, text: string): Act => ({
  by: 'dispatcher',
  does: plain(type),
  text,
  ago,
});
const noted = (ago: number, text: string): Act => ({ by: 'agent', does: plain('noted'), text, ago });
const called = (by: Act['by'], ago: number): Act => ({
  by,
  does: () => ({ type: 'called', facts: { outcome: by === 'reader' ? 'unsolved' : null } }),
  ago,
});

const missed = { kind: 'missed', wanted: 'redelivery', dates: [1] } as const satisfies Partial<Story>;
const aStory = (name: string, story: Partial<Story> & Pick<Story, 'filed' | 'acts'>): Story => ({
  name,
  station: 0,
  ...missed,
  dates: [1],
  ...story,
  more: { place: words.place(0, 3, 2), ...story.more },
});

/** One report in every state, and whatever else a desk meets; newest first. */
const SHOWN: readonly Story[] = [
  aStory('new', {
    filed: 0.4,
    more: { phone: words.phone(1), text: words.texts.upstairs, papers: words.papers },
    acts: [],
  }),
  aStory('late', {
    station: 1,
    unknown: true,
    filed: 9,
    more: { text: words.texts.unknown, place: words.place(1, 1, 1) },
    acts: [],
  }),
  aStory('accepted', {
    station: 1,
    filed: 5,
    dates: [0, 1],
    more: { place: words.place(2, 5, 1), copies: 2 },
    acts: [accepted(3.5)],
  }),
  aStory('returned', {
    station: 4,
    filed: 3.2,
    more: { place: words.place(3, 8, 1) },
    acts: [accepted(2.6), { by: 'agent', does: plain('returned'), text: said.wrongStation, ago: 1.2 }],
  }),
  aStory('not_started', { station: 3, filed: 15, kind: 'late', wanted: 'record', acts: [accepted(14)] }),
  aStory('in_progress', {
    filed: 7,
    wanted: 'call_back',
    more: { phone: words.phone(2), calledAlready: 'no_answer' },
    acts: [
      accepted(6),
      started(4),
      byDispatcher('unmasked', 3, words.said.unmask),
      called('dispatcher', 2.9),
      noted(2, said.noteCalled),
    ],
  }),
  aStory('overdue', {
    station: 2,
    filed: 60,
    dates: [0, 1, 2],
    more: { place: words.place(1, 2, 3), phone: words.phone(3) },
    acts: [
      accepted(59),
      started(57),
      noted(30, said.noteWaiting),
      called('reader', 18),
      { by: 'reader', does: () => ({ type: 'escalated', facts: { reason: 'overdue' } }), ago: 17.5 },
    ],
  }),
  aStory('waiting', {
    station: 1,
    filed: 10,
    kind: 'misdelivered',
    more: { place: words.place(2, 6, 1) },
    acts: [accepted(9), { ...byDispatcher('asked', 6, said.ask), within: 2 }],
  }),
  aStory('resolved', {
    filed: 20,
    dates: [1, 2],
    more: { place: words.place(1, 7, 1) },
    acts: [accepted(19), started(17), { ...redelivered(5), within: 3 }],
  }),
  aStory('reopened', {
    station: 3,
    filed: 34,
    more: { place: words.place(2, 9, 2) },
    acts: [accepted(33), started(31), redelivered(17), byReader('disputed', 5)],
  }),
  aStory('again', {
    station: 2,
    filed: 52,
    more: { place: words.place(3, 4, 1) },
    acts: [
      accepted(51),
      started(49),
      redelivered(41),
      byReader('disputed', 6),
      started(28),
      resolved(25, said.again, 'redelivered'),
      byReader('confirmed', 5),
    ],
  }),
  aStory('answered', {
    station: 5,
    filed: 46,
    acts: [
      accepted(45),
      byDispatcher('asked', 44, said.ask),
      { by: 'reader', does: plain('answered'), text: said.answer, after: 3 },
      started(32),
      redelivered(25),
      byReader('confirmed', 4),
    ],
  }),
  aStory('by_clerk', {
    station: 3,
    byClerk: true,
    filed: 12,
    kind: 'pages_missing',
    wanted: 'record',
    acts: [accepted(11.9), started(10)],
  }),
  aStory('rejected', {
    filed: 66,
    kind: 'other',
    wanted: 'record',
    more: { text: words.texts.other },
    acts: [byDispatcher('rejected', 65, said.rejected)],
  }),
  aStory('neighbour', {
    station: 4,
    filed: 28,
    more: { place: words.place(3, 6, 1) },
    acts: [accepted(27.5), started(26)],
  }),
  aStory('duplicate', {
    station: 4,
    filed: 27.4,
    more: { place: words.place(3, 6, 2) },
    acts: [
      {
        by: 'dispatcher',
        does: ({ refOf }) => ({ type: 'merged', facts: { ref: refOf('neighbour') } }),
        text: said.merged,
        ago: 27,
      },
    ],
  }),
  aStory('withdrawn', { station: 2, filed: 38, acts: [byReader('withdrawn', 2)] }),
  aStory('erased', { station: 5, filed: 44, kind: 'late', wanted: 'record', acts: [byReader('erased', 3)] }),
  aStory('ended_by_office', {
    station: 1,
    filed: 96,
    kind: 'delivered_while_stopped',
    wanted: 'record',
    more: { text: words.texts.paused },
    acts: [
      accepted(95),
      started(93),
      resolved(85, said.stopped, 'stopped'),
      byReader('confirmed', 4),
      byDispatcher('reopened', 68, said.reopened),
      byDispatcher('closed', 67, said.closed),
    ],
  }),
];

/** How an ordinary report ends, in turn. Hours are counted from its filing. */
const ENDINGS: readonly ((filed: number) => Act[])[] = [
  (filed) => [accepted(filed - 1), started(filed - 3), redelivered(filed - 9), byReader('confirmed', 5)],
  (filed) => [accepted(filed - 0.5), started(filed - 2), resolved(filed - 6, said.explained, 'explained')],
  (filed) => [accepted(filed - 1.5), started(filed - 4), redelivered(filed - 34), byReader('confirmed', 20)],
  (filed) => [accepted(filed - 1), started(filed - 2), redelivered(filed - 7), byReader('confirmed', 2)],
  (filed) => [accepted(filed - 5), started(filed - 8), resolved(filed - 18, said.notFound, 'not_found')],
];

const ORDINARY = 22;
const OLDEST = 172;

/** The rest of the month, closed long ago: so that the board has something to count. */
function ordinaryStory(_: unknown, index: number): Story {
  const kind = KINDS[[0, 0, 1, 0, 2, 3, 0, 5][index % 8] ?? 0] ?? 'missed';
  const filed = OLDEST - index * 4.5;
  return aStory(`ordinary-${index}`, {
    station: (index * 2 + Math.floor(index / 6)) % 6,
    kind,
    wanted: kind === 'missed' ? 'redelivery' : 'record',
    filed,
    more: {
      place: words.place(index, 10 + index, 1),
      ...(kind === 'damaged' ? { text: words.texts.wet } : {}),
    },
    acts: ENDINGS[index % ENDINGS.length]?.(filed) ?? [],
  });
}

export const STORIES: readonly Story[] = [...SHOWN, ...Array.from({ length: ORDINARY }, ordinaryStory)];
