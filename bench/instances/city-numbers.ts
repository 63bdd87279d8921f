import { randomUUID } from 'node:crypto';
import { addDays } from '../../lib/reports/days.ts';
import type { Filing } from '../../lib/store/reports.ts';
import type { Store } from '../../lib/store/store.ts';
import { aReport, someEvents } from '../../test/reports.ts';
import type { Row } from '../holding.ts';
import { mediansInTurns } from '../in-turns.ts';
import { benchPlace } from '../place.ts';

const WRITERS = 10;
const EACH = 15;
const ROUNDS = 7;
const DAY = '2026-11-22';
const LEAST = 0.9;

type Numbers = Pick<Filing, 'directory' | 'letters' | 'day'>;

function aFiling(numbers: Numbers): Filing {
  const key = randomUUID();
  return {
    ...numbers,
    keyHash: key,
    bodyHash: key,
    secretHash: key,
    events: someEvents('submitted'),
    report: aReport('submitted'),
    private: { phone: null, caller: null, place: null, building: null, papers: null, text: null, words: {} },
    receipt: {},
  };
}

const cityOf = (writer: number) => ({ directory: `city-${writer}`, letters: `X${String.fromCharCode(65 + writer)}` });

/** Ten who file at once, one after the other each. @param count whose row of numbers each takes its own from */
export function filing(store: Store, count: (writer: number) => Numbers) {
  const write = async (writer: number) => {
    for (let n = 0; n < EACH; n += 1) await store.reports.file(aFiling(count(writer)));
  };
  return async () => {
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  };
}

export const row: Row = {
  work: 'ten writers at once, one city each (PostgreSQL)',
  goal: `≥ ${LEAST} of a row of numbers each`,
  async measure() {
    const { store, close } = await benchPlace('postgres');
    const [cities = 0, own = 0, one = 0] = await mediansInTurns(
      [
        filing(store, (writer) => ({ ...cityOf(writer), day: DAY })),
        filing(store, (writer) => ({ ...cityOf(writer), day: addDays(DAY, writer + 1) })),
        filing(store, () => ({ directory: 'one', letters: 'ONE', day: DAY })),
      ],
      ROUNDS,
    );
    await close();
    const ratio = own / cities;
    return {
      measured: `${ratio.toFixed(2)} of a row each; all in one city ${(own / one).toFixed(2)}`,
      holds: ratio >= LEAST,
    };
  },
};
