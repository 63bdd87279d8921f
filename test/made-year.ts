import { sql } from 'kysely';
import { officeCalendar } from '../lib/reports/calendar.ts';
import { promiseFor } from '../lib/reports/clocks.ts';
import { dayOf, daysLater } from '../lib/reports/days.ts';
import type { Happening, ReportEvent } from '../lib/reports/events.ts';
import { apply, fold, type Report } from '../lib/reports/fold.ts';
import { formatRef } from '../lib/reports/ref.ts';
import { type Doer, KINDS, RESULTS, type State } from '../lib/reports/words.ts';
import { type Filing, insertReports } from '../lib/store/reports.ts';
import type { Store } from '../lib/store/store.ts';
import { Random } from './random.ts';

/** A year of reports, the same each time: of every kind, at every station, gone every way the lifecycle knows. */

export const TIMES = {
  hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
  limits: { accept: 2, start: 4, resolve: 3 },
};
const BATCH = 100;
const HOUR = 1 / 24;

type Way = [weight: number, by: Doer, happening: Happening | null];
const plain = (
  weight: number,
  by: Doer,
  type: 'rejected' | 'asked' | 'withdrawn' | 'started' | 'returned' | 'confirmed',
) => [weight, by, { type, facts: {} }] satisfies Way;

/** What may come next from a state, by how likely; null is that nothing does. */
function waysFrom(state: State, random: Random, stations: readonly string[]): Way[] {
  switch (state) {
    case 'submitted':
      return [
        [80, 'dispatcher', { type: 'accepted', facts: { station: random.pick(stations) } }],
        [4, 'dispatcher', { type: 'merged', facts: { ref: 'BD261121-0001' } }],
        ...[plain(6, 'dispatcher', 'rejected'), plain(6, 'dispatcher', 'asked'), plain(4, 'reader', 'withdrawn')],
      ];
    case 'accepted':
      return [
        ...[plain(80, 'agent', 'started'), plain(8, 'agent', 'returned'), plain(6, 'dispatcher', 'asked')],
        plain(6, 'reader', 'withdrawn'),
      ];
    case 'in_progress':
      return [
        [85, 'agent', { type: 'resolved', facts: { result: random.pick(RESULTS) } }],
        ...[plain(7, 'dispatcher', 'asked'), plain(4, 'reader', 'confirmed'), plain(4, 'reader', 'withdrawn')],
      ];
    case 'waiting':
      return [
        [70, 'reader', { type: 'answered', facts: {} }],
        [15, 'time', { type: 'lapsed', facts: {} }],
        plain(15, 'reader', 'withdrawn'),
      ];
    case 'resolved':
      return [
        plain(40, 'reader', 'confirmed'),
        [15, 'reader', { type: 'disputed', facts: {} }],
        [41, 'time', { type: 'lapsed', facts: {} }],
        [4, 'reader', { type: 'erased', facts: {} }],
      ];
    case 'reopened':
      return [
        ...[plain(80, 'agent', 'started'), plain(5, 'reader', 'confirmed')],
        [15, 'dispatcher', { type: 'closed', facts: {} }],
      ];
    case 'closed':
      return [
        [6, 'reader', { type: 'disputed', facts: {} }],
        [4, 'dispatcher', { type: 'reopened', facts: {} }],
        [2, 'reader', { type: 'erased', facts: {} }],
        [88, 'time', null],
      ];
    default:
      return [[1, 'time', null]];
  }
}

function pickWay(ways: readonly Way[], random: Random): Way {
  let left = random.next() * ways.reduce((sum, [weight]) => sum + weight, 0);
  for (const way of ways) {
    left -= way[0];
    if (left < 0) return way;
  }
  return ways[0] as Way;
}

/** What may happen to a report next, after some hours or some days; null where nothing does. */
export function nextEvent(report: Report, at: string, random: Random, stations: readonly string[]): ReportEvent | null {
  const [, role, happening] = pickWay(waysFrom(report.state, random, stations), random);
  if (happening === null) return null;
  const wait = random.next() < 0.8 ? random.next() * 20 * HOUR : random.next() * 6;
  const name = role === 'reader' || role === 'time' ? null : `示例${role}`;
  return { ...happening, seq: report.seq + 1, by: { role, name }, at: daysLater(at, wait + HOUR) };
}

function historyOf(random: Random, at: string, until: string, stations: readonly string[]): ReportEvent[] {
  const station = random.next() < 0.9 ? random.pick(stations) : null;
  const kind = random.pick(KINDS);
  const events: ReportEvent[] = [
    {
      type: 'submitted',
      facts: { station, kind, dates: [], wanted: 'record', copies: null, calledAlready: null },
      ...{ seq: 1, by: { role: 'reader', name: null }, at },
    },
  ];
  let report = fold(events);
  for (let last = at; ; ) {
    const next = nextEvent(report, last, random, stations);
    if (!next || next.at > until || events.length > 14) return events;
    events.push(next);
    [report, last] = [apply(report, next), next.at];
  }
}

/** One in so many was told no day. */
const UNTOLD = 8;

function aFiling(random: Random, serial: number, at: string, until: string, stations: readonly string[]): Filing {
  const events = historyOf(random, at, until, stations);
  const doneBy = random.below(UNTOLD) === 0 ? null : (promiseFor(at, TIMES, officeCalendar(TIMES))?.doneBy ?? null);
  return {
    ...{ directory: 'dalian', letters: 'DL', day: dayOf(at) },
    ...{ keyHash: `key-${serial}`, bodyHash: `body-${serial}`, secretHash: `secret-${serial}` },
    events,
    report: fold(events),
    private: { phone: null, caller: null, place: null, building: null, papers: null, text: null, words: {} },
    receipt: { status: 'submitted', doneBy },
  };
}

/** Fills a store with so many reports, filed over the 365 days before a moment (ISO). */
export async function makeYear(store: Store, count: number, until: string, stations: readonly string[]): Promise<void> {
  const random = new Random(26);
  const { db, type } = store.accounts;
  for (let from = 0; from < count; from += BATCH) {
    const filings = new Map<string, Filing>();
    for (let serial = from; serial < Math.min(count, from + BATCH); serial += 1) {
      const at = daysLater(until, -365 * (1 - serial / count) - random.next() * HOUR);
      filings.set(formatRef('DL', dayOf(at), serial + 1), aFiling(random, serial, at, until, stations));
    }
    await db.transaction().execute((transaction) => insertReports(transaction, filings));
  }
  // PostgreSQL counts its rows by itself in time; after so many at once it has not yet.
  if (type === 'postgres') await sql`analyze`.execute(db);
}
