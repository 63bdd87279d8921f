import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'baoda-problem-'));
vi.stubEnv('BAODA_STORE', join(folder, 'baoda.db'));
vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
vi.stubEnv('DATABASE_URL', '');

const { findDirectory } = await import('#lib/server/directories.ts');
const { closeStore } = await import('#lib/server/store.ts');
const { POST } = await import('./route.ts');

afterAll(async () => {
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

it('gives what was chosen back where too many came from there, to be sent again', async () => {
  const directory = await findDirectory('dalian');
  const phones = directory?.phones.filter(({ tel }) => tel !== null).slice(0, 21) ?? [];
  const send = ({ station, id }: (typeof phones)[number]) => {
    const request = new Request(`http://localhost/dalian/stations/${station}/problem/send`, {
      method: 'POST',
      headers: { 'x-baoda-client-address': '192.0.2.1' },
      body: new URLSearchParams({ phone: id, kind: 'no_answer' }),
    });
    return POST(request, { params: Promise.resolve({ directory: 'dalian', station: station ?? '' }) });
  };
  const statuses = [];
  let last: Response | undefined;
  for (const phone of phones) {
    last = await send(phone);
    statuses.push(last.status);
  }
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 303), 429]);
  const html = await last?.text();
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(html).toContain(`<textarea name="phone" hidden>\n${phones.at(-1)?.id}</textarea>`);
  expect(html).toContain('<textarea name="kind" hidden>\nno_answer</textarea>');
  expect(html).toContain('打不通');
});
