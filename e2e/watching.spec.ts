import { aFiling, fileReport } from '../test/report-client.ts';
import { startServer } from '../test/server.ts';
import { expect, test } from './fixtures.ts';

const TOKEN = 'a-token-for-tests-only-of-32-or-more';

test('who watches reads at an address of its own what was counted in every part of the server', async () => {
  const started = startServer({ BAODA_METRICS: '127.0.0.1:0', BAODA_TRUSTED_PROXIES: '1' });
  const origin = `http://127.0.0.1:${await started.port()}`;
  const address = /Metrics: (\S+)/.exec(started.said())?.[1] ?? '';
  expect(await fileReport(origin, aFiling())).not.toBeNull();
  expect((await fetch(`${origin}/dalian`)).status).toBe(200);
  expect((await fetch(`${origin}/metrics`)).status).toBe(404);
  const scraped = await fetch(address);
  expect(scraped.status).toBe(200);
  const lines = (await scraped.text()).split('\n');
  // Next bundles what files a report: it is counted in the one place all the same.
  expect(lines).toContain('baoda_filings_total{directory="dalian"} 1');
  expect(lines).toContain('baoda_http_requests_total{method="POST",route="api",status="2xx"} 1');
  expect(lines).toContain('baoda_open_reports{directory="dalian",state="submitted"} 1');
  expect(lines).toContain('baoda_store_up 1');
  started.process.kill('SIGTERM');
  expect(await started.ended()).toBe(0);
});

test('with a token they read it at the ordinary one, and nobody else does', async () => {
  const started = startServer({ BAODA_METRICS_TOKEN: TOKEN });
  const address = `http://127.0.0.1:${await started.port()}/metrics`;
  const refused = await fetch(address, { headers: { authorization: `Bearer ${TOKEN}x` } });
  expect([refused.status, refused.headers.get('www-authenticate'), await refused.text()]).toEqual([
    401,
    'Bearer',
    'Unauthorized\n',
  ]);
  const read = await fetch(address, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect([read.status, await read.text()]).toEqual([200, expect.stringContaining('\nbaoda_store_up 1\n')]);
  started.process.kill('SIGTERM');
  expect(await started.ended()).toBe(0);
});

test('an address for metrics that is taken is named', async () => {
  const first = startServer({ BAODA_METRICS: '127.0.0.1:0' });
  await first.port();
  const taken = /Metrics: http:\/\/(\S+)\/metrics/.exec(first.said())?.[1] ?? '';
  const second = startServer({ BAODA_METRICS: taken });
  expect(await second.ended()).toBe(1);
  expect(second.said()).toContain('BAODA_METRICS: listen EADDRINUSE');
  expect(second.said()).not.toContain('    at ');
  first.process.kill('SIGTERM');
  await first.ended();
});
