import { aFiling, fileReport } from '../test/report-client.ts';
import { type StartedServer, startServer } from '../test/server.ts';
import { expect, test } from './fixtures.ts';

const TOKEN = 'a-token-for-tests-only-of-32-or-more';

/** The lines of a log, each an object. @throws where one is not */
const linesOf = ({ said }: StartedServer) =>
  said()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { at: string; level: string; message: string; stack?: string; pid: number });

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

test('a log of JSON is one object a line, whoever speaks', async () => {
  const started = startServer({ BAODA_LOG: 'json' });
  const port = await started.port();
  await fetch(`http://127.0.0.1:${port}/desk`); // Next speaks where a page fails; the set-up link is said at the start
  started.process.kill('SIGTERM');
  expect(await started.ended()).toBe(0);
  const lines = linesOf(started);
  expect(lines.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(new RegExp(`^报达 is at http://localhost:${port}\n`)),
  );
  for (const line of lines)
    expect(line).toMatchObject({
      at: expect.stringMatching(/^\d{4}-/),
      level: expect.stringMatching(/^(info|warn|error)$/),
    });
});

test('so is what ends the process before it serves', async () => {
  const started = startServer({ BAODA_LOG: 'json', PORT: 'web' });
  expect(await started.ended()).toBe(1);
  expect(linesOf(started)).toEqual([
    expect.objectContaining({ level: 'error', message: expect.stringMatching(/not usable[\s\S]*\n {2}PORT must be/) }),
  ]);
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
