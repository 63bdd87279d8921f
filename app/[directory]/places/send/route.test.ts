import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'baoda-places-'));
vi.stubEnv('BAODA_STORE', join(folder, 'baoda.db'));
vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
vi.stubEnv('DATABASE_URL', '');

const { closeStore, getStore } = await import('#lib/server/store.ts');
const { POST } = await import('./route.ts');

afterAll(async () => {
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

function send(words: string, headers: Record<string, string> = {}, directory = 'dalian'): Promise<Response> {
  const body = new URLSearchParams({ words });
  const request = new Request(`http://localhost/${directory}/places/send`, {
    ...{ method: 'POST', body, headers: { host: 'localhost', 'x-baoda-client-address': '192.0.2.1', ...headers } },
  });
  return POST(request, { params: Promise.resolve({ directory }) });
}
const led = async (answer: Promise<Response>) => {
  const { status, headers } = await answer;
  return [status, decodeURIComponent(headers.get('location') ?? '')];
};
const counted = async () => (await (await getStore()).askedPlaces.list('dalian')).map(({ text }) => text);

it('leads to where it says what became of the words', async () => {
  expect(await led(send('示例广场'))).toEqual([303, '/dalian/places?words=示例广场']);
  expect(await led(send('示例3路'))).toEqual([303, '/dalian/places?not=1']);
  expect(await led(send('锦绣'))).toEqual([303, '/dalian?q=锦绣']);
  expect(await counted()).toEqual(['示例广场']);
});

it('takes nothing from another site, of no city, or what is no form', async () => {
  expect((await send('示例公园', { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await send('示例公园', { 'content-type': 'application/json' })).status).toBe(415);
  expect((await send('示例公园', {}, 'nowhere')).status).toBe(404);
  expect(await counted()).toEqual(['示例广场']);
});

it('gives the words back where too many came from there, to be sent again', async () => {
  let last = await send('示例示例a');
  for (const letter of 'bcdefghijklmnopqrstuv') if (last.status === 303) last = await send(`示例示例${letter}`);
  expect(last.status).toBe(429);
  expect(await last.text()).toMatch(/<textarea name="words" hidden>\n示例示例[a-v]<\/textarea>/);
});
