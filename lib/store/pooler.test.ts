import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Pooler, startPooler } from '../../test/pooler.ts';
import { startPostgres, type TestPostgres } from '../../test/postgres.ts';
import { aReport, FILED_AT, someEvents } from '../../test/reports.ts';
import { connect, openStore, type Store, type StorePlace } from './store.ts';

/** Behind a pooler in transaction mode: a session's settings and locks are whoever's comes next. */

const INSTANCES = 6;
/** Fewer than there are instances, so that each connection is several's. */
const POOL = 3;

let server: TestPostgres;
let pooler: Pooler;
let direct: StorePlace;
let stores: Store[];
beforeAll(async () => {
  server = await startPostgres();
  const url = await server.database('pooled');
  direct = { engine: 'postgres', url };
  pooler = await startPooler(url, POOL);
  const place = { engine: 'postgres', url: pooler.url } as const;
  stores = await Promise.all(Array.from({ length: INSTANCES }, () => openStore(place)));
}, 60_000);
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  pooler.close();
  await server.stop();
});

/** What the server says of its sessions, asked past the pooler. */
async function sessions<T>(question: ReturnType<typeof sql<T>>): Promise<T[]> {
  const db = connect(direct);
  const { rows } = await question.execute(db);
  await db.destroy();
  return rows;
}

it('instances that start at once make the tables once, and leave no lock with a session', async () => {
  expect(
    await sessions(sql<{ n: number }>`select count(*)::int as n from pg_locks where locktype = 'advisory'`),
  ).toEqual([{ n: 0 }]);
  await Promise.all(stores.map((store) => store.probe(FILED_AT)));
});

it('file the next numbers of a day, none twice and without a gap', async () => {
  let keys = 0;
  const file = (store: Store) => {
    keys += 1;
    const hashes = { keyHash: `key-${keys}`, bodyHash: `body-${keys}`, secretHash: `secret-${keys}` };
    const nothing = { phone: null, caller: null, place: null, building: null, papers: null, text: null, words: {} };
    const numbers = { directory: 'dalian', letters: 'DL', day: '2026-11-22' };
    const report = { events: someEvents('submitted'), report: aReport('submitted'), private: nothing, receipt: {} };
    return store.reports.file({ ...numbers, ...hashes, ...report });
  };
  const filed = await Promise.all(Array.from({ length: 60 }, (_, at) => file(stores[at % INSTANCES] as Store)));
  const refs = filed.map((one) => (one.filed === 'now' ? one.ref : one.filed));
  expect(new Set(refs).size).toBe(60);
  expect(refs.toSorted().at(-1)).toBe('DL261122-0060');
});

it('leave nobody else the bounds of their transactions', async () => {
  const [row] = (
    await sql<{ statement_timeout: string }>`show statement_timeout`.execute((stores[0] as Store).accounts.db)
  ).rows;
  expect(row?.statement_timeout).toBe('0');
});

it('give one of them the work that is for one', async () => {
  const taken = await Promise.all(stores.map((store) => store.leases.take('work', 60_000)));
  expect(taken.filter(Boolean)).toHaveLength(1);
});

it('go on when the server behind the pooler has closed every connection', async () => {
  await sessions(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const answered = await Promise.all(
    stores.map(async (store) => {
      for (let tries = 1; ; tries += 1) {
        const known = await store.clock.known().catch((error: unknown) => error);
        if (!(known instanceof Error)) return true;
        if (tries === 20) return known;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }),
  );
  expect(answered).toEqual(stores.map(() => true));
});
