import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';

const file = join(mkdtempSync(join(tmpdir(), 'baoda-ready-')), 'baoda.db');
vi.stubEnv('BAODA_STORE', file);
vi.stubEnv('DATABASE_URL', '');

const { GET } = await import('../../app/readyz/route.ts');
const { endBy, heedSignals } = await import('./ending.ts');
const { closeStore, getStore } = await import('./store.ts');

vi.mock('next/server', () => ({ connection: async () => {} })); // there is no request of Next's here

/** Past what was found last. */
function later(): void {
  const now = performance.now() + 1_100;
  vi.spyOn(performance, 'now').mockReturnValue(now);
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(closeStore);

async function answer(): Promise<[number, unknown]> {
  const response = await GET();
  return [response.status, await response.json()];
}

it('is ready while the store takes what it is given, and writes once however many ask', async () => {
  const { accounts } = await getStore();
  const changes = async () => (await sql<{ n: number }>`select total_changes() as n`.execute(accounts.db)).rows[0]?.n;
  const before = (await changes()) ?? 0;
  const answers = await Promise.all(Array.from({ length: 20 }, answer));
  expect(new Set(answers.map(([status]) => status))).toEqual(new Set([200]));
  expect(answers[0]?.[1]).toEqual({ status: 'ready' });
  expect(((await changes()) ?? 0) - before).toBe(1);
});

it('says why not, in a word and a sentence that hold nothing of the store', async () => {
  const { accounts } = await getStore();
  await sql.raw('pragma query_only = on').execute(accounts.db);
  later();
  const [status, body] = await answer();
  expect([status, body]).toEqual([503, expect.objectContaining({ status: 'not ready', reason: 'read_only' })]);
  expect(JSON.stringify(body)).not.toContain(file);
  await sql.raw('pragma query_only = off').execute(accounts.db);
  later();
  expect((await answer())[0]).toBe(200);
});

it('sends requests elsewhere once the process is told to end', async () => {
  heedSignals(undefined);
  endBy(() => new Promise(() => {})); // what is under way takes its time
  process.emit('SIGTERM');
  expect(await answer()).toEqual([503, expect.objectContaining({ reason: 'ending' })]);
});
