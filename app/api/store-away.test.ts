import { mkdtempSync, openSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';

const file = join(mkdtempSync(join(tmpdir(), 'baoda-away-')), 'baoda.db');
vi.stubEnv('BAODA_STORE', file);
vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
vi.stubEnv('DATABASE_URL', '');

const stations = await import('./v1/directories/[directory]/stations/route.ts');
const filing = await import('./v1/directories/[directory]/reports/route.ts');
const form = await import('../[directory]/report/send/route.ts');
const feed = await import('../[directory]/changes.atom/route.ts');
const mark = await import('../[directory]/stations/[station]/problem/send/route.ts');
const { isDemonstration } = await import('#lib/server/demonstration.ts');

const dalian = { params: Promise.resolve({ directory: 'dalian' }) };
const readStations = () => stations.GET(new Request('http://localhost/x'), dalian);
const readFeed = async () => (await feed.GET(new Request('http://localhost/x'), dalian)).text();
let feedBefore = '';
const post = (path: string, body: URLSearchParams) => new Request(`http://localhost${path}`, { method: 'POST', body });

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** Everything is known once; then the file and what lies beside it hold nothing that could be read. */
beforeAll(async () => {
  expect((await readStations()).status).toBe(200);
  expect(await isDemonstration()).toBe(false);
  feedBefore = await readFeed();
  for (const one of [file, `${file}-wal`, `${file}-shm`]) {
    writeSync(openSync(one, 'r+'), Buffer.alloc(statSync(one).size, 0xff), 0, undefined, 0);
  }
});

it('shows what was last known', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1_100); // past what is taken for fresh
  const known = await readStations();
  expect(known.status).toBe(200);
  expect(await isDemonstration()).toBe(false);
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('last known'), expect.any(Error));
  expect(feedBefore).toContain('<entry>');
  expect(await readFeed()).toBe(feedBefore);
});

it('tells a program that nothing was kept, and when to try again', async () => {
  const request = new Request('http://localhost/x', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'key-for-tests-0001' },
    body: '{}',
  });
  const answer = await filing.POST(request, dalian);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '15']);
  expect(await answer.json()).toMatchObject({ code: 'store_unavailable' });
});

it('gives a form back with what was typed', async () => {
  const body = new URLSearchParams({ act: 'send', key: 'k'.repeat(32), text: '示例' });
  const answer = await form.POST(post('/dalian/report/send', body), dalian);
  expect(answer.status).toBe(503);
  expect(await answer.text()).toMatch(/name="text"[^>]*>\s*示例</);
  const station = { params: Promise.resolve({ directory: 'dalian', station: 'jinxiu' }) };
  const number = new URLSearchParams({ phone: 'jinxiu-office-1', kind: 'no_answer' });
  expect((await mark.POST(post('/dalian/stations/jinxiu/problem/send', number), station)).status).toBe(503);
});
