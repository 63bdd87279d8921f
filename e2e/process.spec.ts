import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makePlaceOf } from '../test/place-of.ts';
import { type StartedServer, startByNpm, startServer, startServerAt } from '../test/server.ts';
import { expect, test } from './fixtures.ts';
import { rawRequest, sendRaw } from './raw-http.ts';

/** A database server that is not there. */
const NO_DATABASE = {
  DATABASE_URL: 'postgres://baoda@127.0.0.1:1/baoda',
  BAODA_SECRET: 'a secret for tests only, not used anywhere',
};

/** Sends a request without its body of two bytes; it is taken once the server has asked for that. */
function beginRequest(port: number) {
  const taken = Promise.withResolvers<Socket>();
  const head = 'POST /api/v1/directories HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2';
  const answer = sendRaw(
    (socket) => {
      socket.once('data', () => taken.resolve(socket));
      socket.write(`${head}\r\nExpect: 100-continue\r\n\r\n`);
    },
    { port },
  );
  return { answer, taken: taken.promise };
}

/** Whether nobody listens there any more. */
async function isRefused(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}

test('SIGTERM reaches the server through npm: what is under way is answered, nothing more is taken', async () => {
  const started = startByNpm('start');
  const port = await started.port();
  const idle = once(connect(port, '127.0.0.1').resume(), 'close');
  const underWay = beginRequest(port);
  const socket = await underWay.taken;
  started.process.kill('SIGTERM');
  await idle;
  socket.write('{}');
  const { status, head } = await underWay.answer;
  expect(status).toBe(405);
  expect(head).toMatch(/^connection: close$/im);
  expect(await started.ended()).toBe(0);
  await expect(sendRaw(rawRequest('GET /'), { port })).rejects.toThrow('ECONNREFUSED');
});

test('told to linger, it answers after SIGTERM, closes each connection, and says that it ends', async () => {
  const started = startServerAt('.', { BAODA_LINGER: '60' });
  const port = await started.port();
  started.process.kill('SIGTERM');
  const ask = (path: string) => sendRaw(rawRequest(`GET ${path}`), { port });
  await expect.poll(async () => (await ask('/readyz')).status).toBe(503);
  expect((await ask('/readyz')).body).toContain('"ending"');
  const { status, head } = await sendRaw('GET /dalian HTTP/1.1\r\nHost: localhost\r\n\r\n', { port }); // keeps its own
  expect(status).toBe(200);
  expect(head).toMatch(/^connection: close$/im);
  await pause(600); // before that a second one is taken for the first
  started.process.kill('SIGTERM');
  expect(await started.ended()).toBe(1);
});

test('a second SIGTERM ends the process at once', async () => {
  const started = startServer();
  const port = await started.port();
  const cut = beginRequest(port);
  await cut.taken;
  started.process.kill('SIGTERM');
  started.process.kill('SIGTERM'); // Ctrl+C comes twice, from the terminal and from npm
  await expect.poll(() => isRefused(port)).toBe(true); // heard, however busy the machine is
  await pause(600);
  expect(started.process.exitCode).toBe(null);
  started.process.kill('SIGTERM');
  expect(await started.ended()).toBe(1);
  expect((await cut.answer).status).toBeNaN();
});

test('while it waits for its database, SIGTERM ends the process', async () => {
  const started = startServer(NO_DATABASE);
  await expect.poll(started.said, { timeout: 30_000 }).toContain('It is tried again'); // a start takes its time
  started.process.kill('SIGTERM');
  expect(await started.ended()).toBe(0);
});

test('many requests sent at once on one connection are answered one after the other, and others meanwhile', async () => {
  const started = startServer({});
  const port = await started.port();
  const [many, path] = [150, '/dalian'];
  const answers = (text: string) => text.split('HTTP/1.1 200 OK').length - 1;
  let arrived = 0;
  const all = sendRaw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(many), {
    port,
    ends: (text) => {
      arrived = answers(text);
      return arrived === many && text.endsWith('</html>');
    },
  });
  const health = await sendRaw(rawRequest('GET /healthz'), { port });
  expect([health.status, arrived < many]).toEqual([200, true]);
  await all;
  expect(arrived).toBe(many);
  started.process.kill('SIGTERM');
  expect(await started.ended()).toBe(0);
});

test('where npm is killed, what it started ends too', async () => {
  const started = startByNpm('start', NO_DATABASE);
  await expect.poll(started.said, { timeout: 30_000 }).toContain('It is tried again'); // a start takes its time
  started.process.kill('SIGKILL');
  await started.ended(); // nobody holds its output any more
});

test('a port that is taken is named', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const started = startServer({ PORT: String(port) });
  expect(await started.ended()).toBe(1);
  expect(started.said()).toContain(`Port ${port} is taken`);
  expect(started.said()).not.toContain('    at ');
  holder.close();
});

test('an environment that cannot be used is named before anything starts', async () => {
  const started = startServer({ PORT: 'web', BAODA_ORIGIN: 'baoda' });
  expect(await started.ended()).toBe(1);
  expect(started.said()).toMatch(/PORT [\s\S]*BAODA_ORIGIN must be an address/);
  expect(started.said()).not.toContain('    at ');
});

test('a store that is no database is named, and nothing is served', async () => {
  const started = startServer({ BAODA_STORE: 'package.json' });
  expect(await started.ended()).toBe(1);
  expect(started.said()).toContain('The store cannot be opened: package.json cannot be opened as a database');
  expect(started.said()).not.toContain('    at ');
});

test('an older Node is told what is missing', async () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})';
  const started = startServer({}, ['--import', older]);
  expect(await started.ended()).toBe(1);
  expect(started.said()).toContain('Node 24 or newer is needed; this is 20.20.2');
});

test('with its public address on https it asks for https', async () => {
  const started = startServer({ BAODA_ORIGIN: 'https://baoda.example' });
  const port = await started.port();
  expect(started.said()).not.toContain('BAODA_ORIGIN');
  expect(started.said(), 'an unchanged build is used as it is').not.toContain('Next.js');
  const answer = await sendRaw(rawRequest('GET /robots.txt'), { port });
  expect(answer.head).toMatch(/^strict-transport-security: max-age=\d+/im);
  expect(answer.body).toContain('Sitemap: https://baoda.example/sitemap.xml');
  const { body } = await sendRaw(rawRequest('GET /sitemap.xml'), { port });
  const addresses = [...body.matchAll(/<loc>https:\/\/baoda\.example([^<]+)<\/loc>/g)].map(([, path]) => path);
  expect(addresses.length).toBeGreaterThan(40);
  for (const path of addresses) expect((await sendRaw(rawRequest(`GET ${path}`), { port })).status, path).toBe(200);
  started.process.kill('SIGTERM');
  expect(await started.ended()).toBe(0);
});

test('behind a proxy of ours, the proxy’s word counts', async () => {
  const started = startServer({ BAODA_TRUSTED_PROXIES: '1' });
  const port = await started.port();
  const headers = ['X-Forwarded-Host: baoda.example', 'X-Forwarded-Proto: https'];
  const form = ['Origin: https://baoda.example', 'Content-Type: text/plain', 'Content-Length: 0'];
  const post = (...more: string[]) => sendRaw(rawRequest('POST /desk/send/sign-out', [...form, ...more]), { port });
  expect((await post()).status, 'of another site').toBe(403);
  expect((await post(...headers)).status, 'of ours, and no form').toBe(400);
  started.process.kill('SIGTERM');
  await started.ended();
});

test.describe('a page that fails', () => {
  test.use({ javaScriptEnabled: false });

  let started: StartedServer;
  test.afterEach(async () => {
    started.process.kill('SIGTERM');
    await started.ended();
  });

  for (const BAODA_LEAN of ['1', '0']) {
    test(`says so calmly, with a call and a way home (BAODA_LEAN=${BAODA_LEAN})`, async ({ page }) => {
      const place = makePlaceOf([], ['dalian']);
      rmSync(join(place, 'app')); // a link
      cpSync('app', join(place, 'app'), { recursive: true });
      rmSync(join(place, 'app/(reader)/[directory]/print/sheet.css')); // which the page reads when it is asked for
      started = startServerAt(place, { BAODA_LEAN });
      const answer = await page.goto(`http://localhost:${await started.port()}/dalian/print`);
      expect([answer?.status(), answer?.headers()['cache-control']]).toEqual([500, 'no-store']);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('页面出错了');
      await expect(page.getByText('出错的是本站，不是您的问题。已经登记的都还在。')).toBeVisible();
      await expect(page.getByRole('link', { name: /^拨打大连市局/ }).first()).toBeVisible();
      await expect(page.getByRole('link', { name: '看全部发行站' })).toHaveAttribute('href', '/');
    });
  }
});
