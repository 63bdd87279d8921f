import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { addOldReports } from '../../test/old-reports.ts';
import { openStore, type Store } from './store.ts';

const stores = bothStores();
const NOW = '2026-11-22T01:00:00.000Z';

const aMessage = (directory: string, about: string) => ({
  directory,
  channel: `channel-of-${directory}`,
  kind: 'filed' as const,
  report: null,
  about,
});

describe.each(ENGINES)('the lengths of queues on %s', (engine) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(await stores.newPlace(engine));
  });
  afterEach(() => store.close());

  it('are none where nothing was ever filed or sent', async () => {
    expect(await store.reportQueues.countOpen()).toEqual([]);
    expect(await store.outbox.countUnsent()).toEqual([]);
  });

  it('say of each city how many are open in which state, those in which none is among them', async () => {
    await addOldReports(store, 'closed', 5, NOW);
    await addOldReports(store, 'submitted', 4, NOW);
    await sql`update report set directory = 'changsha', state = 'waiting' where ref = (
      select max(ref) from report where state = 'submitted')`.execute(store.accounts.db);
    const open = await store.reportQueues.countOpen();
    const of = (directory: string) =>
      Object.fromEntries(open.filter((one) => one.directory === directory).map(({ state, count }) => [state, count]));
    const none = { submitted: 0, accepted: 0, in_progress: 0, waiting: 0, resolved: 0, reopened: 0 };
    expect(open).toHaveLength(12);
    expect(of('dalian')).toEqual({ ...none, submitted: 3 });
    expect(of('changsha')).toEqual({ ...none, waiting: 1 });
  });

  it('say of each city how many messages wait or were given up', async () => {
    const messages = [
      aMessage('dalian', '1'),
      aMessage('dalian', '2'),
      aMessage('dalian', '3'),
      aMessage('shili', '1'),
    ];
    await store.outbox.add(messages, NOW);
    const due = await store.outbox.due('channel-of-dalian', NOW, 9);
    await store.outbox.settle([due[0]?.id ?? ''], 'dead', 'timeout', NOW);
    await store.outbox.settle([due[1]?.id ?? ''], 'sent', '', NOW);
    const unsent = await store.outbox.countUnsent();
    expect(unsent.toSorted((a, b) => (`${a.directory}${a.state}` < `${b.directory}${b.state}` ? -1 : 1))).toEqual([
      { directory: 'dalian', state: 'dead', count: 1 },
      { directory: 'dalian', state: 'waiting', count: 1 },
      { directory: 'shili', state: 'waiting', count: 1 },
    ]);
  });

  it('are counted by indexes, however many are settled', async () => {
    await addOldReports(store, 'closed', 3_000, NOW);
    await addOldReports(store, 'submitted', 10, NOW);
    const plan = await planOf(store, () => store.reportQueues.countOpen());
    expect(plan).toContain('report_by_state');
    expect(plan).not.toMatch(/SCAN report|Seq Scan on report/);
    const ofMessages = await planOf(store, () => store.outbox.countUnsent());
    if (engine === 'sqlite') expect(ofMessages).toContain('outbox_due'); // PostgreSQL reads an empty table as it is
  });
});

/** How the engine goes about the statement that a question asks. */
async function planOf(store: Store, ask: () => Promise<unknown>): Promise<string> {
  const { db, type } = store.accounts;
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const executor = db.getExecutor();
  const run = executor.executeQuery.bind(executor);
  executor.executeQuery = (query, ...rest) => {
    asked.push(query);
    return run(query, ...rest);
  };
  await ask();
  executor.executeQuery = run;
  const [query] = asked;
  if (!query) throw new Error('nothing was asked');
  const literal = query.parameters.reduce<string>(
    (text, value) => text.replace(/\?|\$\d+/, () => `'${String(value)}'`),
    query.sql,
  );
  const { rows } = await sql.raw(`${type === 'sqlite' ? 'explain query plan' : 'explain'} ${literal}`).execute(db);
  return JSON.stringify(rows);
}
