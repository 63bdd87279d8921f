import { describe, expect, it } from 'vitest';
import { madeDirectory, madeRows } from '../../test/made-city.ts';
import { PARTS, readQueries } from '../../test/queries.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { findDirectory } from '../server/directories.ts';
import { isSearchedOnPhone, makePhoneTables, phoneDivisions, phoneTables, showStations } from '../server/lookup.ts';
import { viewStation } from '../shown/present.ts';
import { rowOf } from '../shown/row.ts';
import { buildLookup } from './engine.ts';
import { engineTables, foundContext, type PhoneTables, wholeRows } from './phone-tables.ts';
import { presentAnswer, type ShownAnswer } from './present.ts';

const queries = PARTS.flatMap((part) => readQueries(part).map(({ query }) => query));

/** What a phone shows that was sent the directory's files. */
function phoneOf(directory: PublishedDirectory, sent: PhoneTables): (query: string) => ShownAnswer {
  const { rows, ...tables } = JSON.parse(JSON.stringify(sent)) as PhoneTables;
  const engine = buildLookup(engineTables({ rows, ...tables }), phoneDivisions(directory));
  const byId = new Map(wholeRows({ rows, ...tables }).map((row) => [row.id, row]));
  const context = foundContext(tables);
  return (query) => presentAnswer(query, engine.search(query, { limit: rows.length }), context, (id) => byId.get(id));
}

async function dalian(): Promise<PublishedDirectory> {
  const directory = await findDirectory('dalian');
  if (directory === null) throw new Error('no directory dalian');
  return directory;
}

describe('what a phone was sent', () => {
  it('shows what the server shows', async () => {
    const directory = await dalian();
    const phone = phoneOf(directory, makePhoneTables(directory));
    for (const query of queries) expect(phone(query), query).toEqual(showStations(directory, query));
  });

  it('holds every row, and a call for just the numbers that can be called', async () => {
    const directory = await dalian();
    const rows = directory.stations.map((station) => rowOf(directory, viewStation(directory, station)));
    expect(wholeRows(makePhoneTables(directory))).toEqual(rows);
    expect(rows.flatMap(({ phones }) => phones).filter(({ tel }) => tel === null)).toHaveLength(1);
  });
});

describe('a directory too large for a phone', () => {
  const directory = madeDirectory(3500);

  it('is answered by the server alone', () => {
    expect(isSearchedOnPhone(directory)).toBe(false);
    expect(phoneTables(directory)).toBeNull();
    expect(isSearchedOnPhone({ ...directory, stations: directory.stations.slice(0, 3000) })).toBe(true);
  });

  it('shows from the server what a phone would have shown', () => {
    const phone = phoneOf(directory, makePhoneTables(directory));
    const made = madeRows(3500).filter((_, at) => at % 60 === 0);
    const parts = made.flatMap(([, , name, office]) => [
      name,
      name.slice(0, 2),
      name.slice(1),
      office,
      office.slice(-4),
    ]);
    const some = queries.filter((_, at) => at % 6 === 0);
    for (const query of [...some, ...parts, 'm', '马', '8', 'wangjia']) {
      const shown = showStations(directory, query);
      expect(phone(query), query).toEqual(shown);
      expect(shown.stations.length).toBeLessThanOrEqual(50);
    }
    expect(showStations(directory, '王').stations).toHaveLength(50);
  });
});
