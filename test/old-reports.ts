import { sql } from 'kysely';
import { dayOf, daysLater } from '../lib/reports/days.ts';
import { formatRef } from '../lib/reports/ref.ts';
import type { State } from '../lib/reports/words.ts';
import { type Filing, insertReports } from '../lib/store/reports.ts';
import type { Store } from '../lib/store/store.ts';
import { aReport, someEvents } from './reports.ts';

/** A hundred thousand reports are then half a year of a large city. */
const REPORTS_A_DAY = 500;
/** Variables of one statement are limited, and each report has some fifty. */
const BATCH = 100;
/** Numbers of open reports begin here, so that they meet none of the settled ones of their day. */
const FIRST_OPEN_NUMBER = 1_000_000;

const LETTERS = 'DL';

/** One report, in a building of its own. Its hashes are of nothing, so that no code opens it. */
function anOldFiling(state: State, at: string, serial: number): Filing {
  const place = `示例小区${serial}号楼`;
  return {
    directory: 'dalian',
    letters: LETTERS,
    day: dayOf(at),
    keyHash: `${state}-key-${serial}`,
    bodyHash: `${state}-body-${serial}`,
    secretHash: `${state}-secret-${serial}`,
    events: someEvents(state, at),
    report: aReport(state, at),
    private: {
      phone: '13800000000',
      caller: null,
      place,
      building: place,
      papers: null,
      text: '示例',
      words: { 4: '示例' },
    },
    receipt: { status: 'submitted' },
  };
}

/** Fills an empty store with reports in a state, evenly over the days before `now` (ISO), for benchmarks. */
export async function addOldReports(store: Store, state: State, count: number, now: string): Promise<void> {
  const { db } = store.accounts;
  const first = state === 'closed' ? 1 : FIRST_OPEN_NUMBER;
  for (let from = 0; from < count; from += BATCH) {
    const serials = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => from + index);
    const filings = serials.map((serial): [string, Filing] => {
      const at = daysLater(now, -1 - (serial + 1) / REPORTS_A_DAY);
      return [formatRef(LETTERS, dayOf(at), first + serial), anOldFiling(state, at, serial)];
    });
    await db.transaction().execute((transaction) => insertReports(transaction, new Map(filings)));
  }
  // PostgreSQL counts its rows by itself in time; after so many at once it has not yet.
  if (store.accounts.type === 'postgres') await sql`analyze`.execute(db);
}
