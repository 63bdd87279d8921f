import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from './fixtures.ts';
import { rawRequest, sendRaw } from './raw-http.ts';

interface Started {
  process: ChildProcess;
  /** Everything it has said so far. */
  said: () => string;
}

function startServer(variables: Record<string, string>, options: string[] = []): Started {
  const store = join(mkdtempSync(join(tmpdir(), 'baoda-')), 'baoda.db');
  const env = { ...process.env, BAODA_STORE: store, HOST: '127.0.0.1', PORT: '0', ...variables };
  const child = spawn(process.execPath, [...options, 'server.mjs'], { env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  return { process: child, said: () => text };
}

async function portOf(started: Started): Promise<number> {
  await expect.poll(started.said, { timeout: 30_000 }).toContain('http://localhost:');
  return Number(/http:\/\/localhost:(\d+)/.exec(started.said())?.[1]);
}

async function exitOf({ process: child }: Started): Promise<number | null> {
  return child.exitCode ?? (await once(child, 'exit'))[0];
}

test('SIGTERM lets what is under way end, and takes nothing more', async () => {
  const started = startServer({});
  const port = await portOf(started);
  const underWay = sendRaw(
    async (socket) => {
      socket.write(rawRequest('POST /api/v1/directories', ['Content-Length: 2']));
      await pause(500);
      started.process.kill('SIGTERM');
      await pause(500);
      socket.write('{}');
    },
    { port },
  );
  expect((await underWay).status).toBe(405);
  expect(await exitOf(started)).toBe(0);
  await expect(sendRaw(rawRequest('GET /'), { port })).rejects.toThrow('ECONNREFUSED');
});

test('a port that is taken is named', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const started = startServer({ PORT: String(port) });
  expect(await exitOf(started)).toBe(1);
  expect(started.said()).toContain(`Port ${port} is taken`);
  expect(started.said()).not.toContain('    at ');
  holder.close();
});

test('an environment that cannot be used is named before anything starts', async () => {
  const started = startServer({ PORT: 'web', BAODA_ORIGIN: 'baoda' });
  expect(await exitOf(started)).toBe(1);
  expect(started.said()).toMatch(/PORT [\s\S]*BAODA_ORIGIN must be an address/);
  expect(started.said()).not.toContain('    at ');
});

test('an older Node is told what is missing', async () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})';
  const started = startServer({}, ['--import', older]);
  expect(await exitOf(started)).toBe(1);
  expect(started.said()).toContain('Node 24 or newer is needed; this is 20.20.2');
});

test('with its public address on https it asks for https', async () => {
  const started = startServer({ BAODA_ORIGIN: 'https://baoda.example' });
  const port = await portOf(started);
  expect(started.said()).not.toContain('BAODA_ORIGIN');
  const answer = await sendRaw(rawRequest('GET /robots.txt'), { port });
  expect(answer.head).toMatch(/^strict-transport-security: max-age=\d+/im);
  expect(answer.body).toContain('Sitemap: https://baoda.example/sitemap.xml');
  started.process.kill('SIGTERM');
  expect(await exitOf(started)).toBe(0);
});

test('behind a proxy of ours, the proxy’s word counts', async () => {
  const started = startServer({ BAODA_TRUSTED_PROXIES: '1' });
  const port = await portOf(started);
  const headers = ['X-Forwarded-Host: baoda.example', 'X-Forwarded-Proto: https'];
  const answer = await sendRaw(rawRequest('GET /robots.txt', headers), { port });
  expect(answer.body).toContain('Sitemap: https://baoda.example/sitemap.xml');
  started.process.kill('SIGTERM');
  await exitOf(started);
});
