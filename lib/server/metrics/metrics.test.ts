import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addOldReports } from '../../../test/old-reports.ts';
import { OPEN_STATES } from '../../reports/lifecycle.ts';
import { openStore, type Store } from '../../store/store.ts';
import { parseEnvironment } from '../environment.ts';
import { type OfferedMetrics, offerMetrics } from './offer.ts';
import { QueueLengthReader } from './queue-lengths.ts';
import { makeScrape } from './registry.ts';
import { countFiled, countRefusal, countStoreError, LIMITS } from './tallies.ts';

const TOKEN = 'a-token-for-tests-only-of-32-or-more';
const AT = '2026-11-22T01:00:00.000Z';
const AWAY = { BAODA_METRICS: '127.0.0.1:0', BAODA_METRICS_TOKEN: '' };

let store: Store;
let offered: OfferedMetrics | null = null;
beforeEach(async () => {
  store = await openStore({ engine: 'sqlite', file: join(mkdtempSync(join(tmpdir(), 'baoda-metrics-')), 'baoda.db') });
});
afterEach(async () => {
  await offered?.close();
  offered = null;
  await store.close();
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the address of its own answers. */
async function askAt(path: string, { method = 'GET', headers = {}, variables = AWAY } = {}): Promise<Answer> {
  offered ??= await offerMetrics(parseEnvironment(variables), async () => store);
  const sent = ask(new URL(path, offered.at ?? ''), { method, headers, agent: false }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

/** The samples of a scrape, by name and labels as they stand there. */
async function scraped(read = makeScrape(async () => store)): Promise<Map<string, number>> {
  const lines = (await read()).text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

describe('an address of its own', () => {
  it('gives what is counted by GET and HEAD, and nothing else', async () => {
    const { status, headers, body } = await askAt('/metrics');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ]);
    expect(body).toMatch(/^process_resident_memory_bytes \d+/m);
    const head = await askAt('/metrics', { method: 'HEAD' });
    expect([head.status, head.body, Number(head.headers['content-length']) > 1_000]).toEqual([200, '', true]);
    const posted = await askAt('/metrics', { method: 'POST' });
    expect([posted.status, posted.headers.allow, posted.body]).toEqual([405, 'GET, HEAD', '']);
    for (const path of ['/', '/metrics/', '/metricsx', '/dalian', '/healthz'])
      expect([path, (await askAt(path)).status]).toEqual([path, 404]);
    expect(offered?.atFront).toBeNull();
  });

  it('asks for the token where one is set, and hints at nothing', async () => {
    const variables = { ...AWAY, BAODA_METRICS_TOKEN: TOKEN };
    const given = (authorization?: string) =>
      askAt('/metrics', { variables, headers: authorization === undefined ? {} : { authorization } });
    for (const wrong of [
      undefined,
      '',
      'Bearer',
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      `Basic ${TOKEN}`,
      TOKEN,
    ]) {
      const { status, headers, body } = await given(wrong);
      expect([wrong, status, headers['www-authenticate'], body]).toEqual([wrong, 401, 'Bearer', 'Unauthorized\n']);
    }
    expect((await given(`Bearer ${TOKEN}`)).status).toBe(200);
    expect((await given(`bearer ${TOKEN}`)).status).toBe(200);
  });

  it('says which it is, and that it cannot be had', async () => {
    offered = await offerMetrics(parseEnvironment({ BAODA_METRICS: '[::1]:0' }), async () => store);
    expect(offered.at).toMatch(/^http:\/\/\[::1\]:\d+\/metrics$/);
    const taken = parseEnvironment({ BAODA_METRICS: `[::1]:${new URL(offered.at ?? '').port}` });
    await expect(offerMetrics(taken, async () => store)).rejects.toThrow('EADDRINUSE');
  });

  it('is none unless it is asked for', async () => {
    const none = await offerMetrics(parseEnvironment({}), async () => store);
    expect([none.atFront, none.at]).toEqual([null, null]);
    const atFront = await offerMetrics(parseEnvironment({ BAODA_METRICS_TOKEN: TOKEN }), async () => store);
    expect([atFront.atFront, atFront.at]).toEqual([expect.any(Function), null]);
  });
});

describe('what is counted', () => {
  it('is named as Prometheus asks: counters end with _total and nothing else does, in base units', async () => {
    const { text: said } = await makeScrape(async () => store)();
    const types = [...said.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => ({ name, type }));
    expect(types.length).toBeGreaterThan(20);
    expect(types.filter(({ name, type }) => name.endsWith('_total') !== (type === 'counter'))).toEqual([]);
    expect(types.filter(({ name, type }) => type === 'histogram' && !name.endsWith('_seconds'))).toEqual([]);
    expect(types.filter(({ name }) => !/^(baoda|process|nodejs)_/.test(name))).toEqual([]);
    expect(types.filter(({ name }) => /milliseconds|_ms\b|kilobytes|percent/.test(name))).toEqual([]);
  });

  it('is each limit and each kind of fault from the start, so that the first one shows', async () => {
    const read = makeScrape(async () => store);
    const before = await scraped(read);
    for (const limit of LIMITS) expect(before.get(`baoda_refusals_total{limit="${limit}"}`)).toBe(0);
    expect(before.get('baoda_store_errors_total{kind="disk_full"}')).toBe(0);
    countRefusal('searches');
    countStoreError('disk_full');
    countFiled('dalian');
    countFiled('dalian');
    const after = await scraped(read);
    expect(after.get('baoda_refusals_total{limit="searches"}')).toBe(1);
    expect(after.get('baoda_store_errors_total{kind="disk_full"}')).toBe(1);
    expect(after.get('baoda_filings_total{directory="dalian"}')).toBe(2);
  });

  it('is how much waits, of every city that ever had a report', async () => {
    await addOldReports(store, 'submitted', 2, AT);
    await store.outbox.add([{ directory: 'shili', channel: 'c', kind: 'daily', report: null, about: 'x' }], AT);
    const samples = await scraped();
    expect(samples.get('baoda_store_up')).toBe(1);
    for (const state of OPEN_STATES)
      expect(samples.get(`baoda_open_reports{directory="dalian",state="${state}"}`)).toBe(
        state === 'submitted' ? 2 : 0,
      );
    expect(samples.get('baoda_unsent_messages{directory="shili",state="waiting"}')).toBe(1);
    expect(samples.get('baoda_unsent_messages{directory="shili",state="dead"}')).toBe(0);
    expect(samples.get('baoda_unsent_messages{directory="dalian",state="waiting"}')).toBe(0);
    expect(samples.has('baoda_filings_total{directory="shili"}')).toBe(true);
  });

  it('is left out where the store does not answer, and the rest is said all the same', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const away = async () => {
      throw new Error('away');
    };
    for (const none of [away, () => new Promise<Store>(() => {})]) {
      const samples = await scraped(makeScrape(none));
      expect(samples.get('baoda_store_up')).toBe(0);
      expect([...samples.keys()].filter((name) => /^baoda_(open|unsent)/.test(name))).toEqual([]);
      expect(samples.has('process_resident_memory_bytes')).toBe(true);
    }
    vi.mocked(console.error).mockRestore();
  });
});

describe('the store', () => {
  it('is asked once, however many ask, and once more after some seconds', async () => {
    let asked = 0;
    const reader = new QueueLengthReader(async () => {
      asked += 1;
      return store;
    });
    await Promise.all(Array.from({ length: 20 }, () => reader.read()));
    await reader.read();
    expect(asked).toBe(1);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 6_000);
    await reader.read();
    expect(asked).toBe(2);
    vi.mocked(performance.now).mockRestore();
  });

  it('is not asked again while it has not answered, and what it then says is kept', async () => {
    let asked = 0;
    const back = Promise.withResolvers<Store>();
    const reader = new QueueLengthReader(() => {
      asked += 1;
      return back.promise;
    });
    expect(await Promise.all([reader.read(), reader.read()])).toEqual([null, null]);
    expect(await reader.read()).toBeNull();
    back.resolve(store);
    await pause(50);
    expect([await reader.read(), asked]).toEqual([{ reports: [], messages: [] }, 1]);
  });

  it('that fails is said to, once', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const now = vi.spyOn(performance, 'now');
    const reader = new QueueLengthReader(async () => {
      throw new Error('away');
    });
    for (let round = 0; round < 3; round += 1) {
      now.mockReturnValue(round * 10_000);
      expect(await reader.read()).toBeNull();
    }
    expect(log.mock.calls).toEqual([['The lengths of the queues cannot be read: away']]);
    now.mockRestore();
    log.mockRestore();
  });
});
