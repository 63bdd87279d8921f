import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { takeRefusals } from '../../test/refusals.ts';

const folder = mkdtempSync(join(tmpdir(), 'baoda-marks-'));
vi.stubEnv('BAODA_STORE', join(folder, 'baoda.db'));
vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
vi.stubEnv('DATABASE_URL', '');

const { findDirectory } = await import('./directories.ts');
const { keepReaderMark } = await import('./reader-marks.ts');
const { closeStore, getStore } = await import('./store.ts');
const { getDesk } = await import('./desk.ts');
const { findDeskDirectory } = await import('./review.ts');

afterAll(async () => {
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

it('stay few and fresh for the desk, however many come over the months', async () => {
  const directory = await findDirectory('dalian');
  const phone = directory?.phones.find(({ station, tel }) => station === 'jinxiu' && tel !== null);
  const mark = { directory: 'dalian', station: 'jinxiu', phone: phone?.id ?? '' } as const;
  const start = Date.parse('2026-11-20T00:00:00Z');
  const keep = (n: number, kind: 'no_answer' | 'not_station') =>
    keepReaderMark({ ...mark, kind }, null, new Date(start + n * 150_000));
  for (let n = 0; n < 205; n += 1) expect(await keep(n, 'no_answer')).toBe('kept');
  const store = await getStore();
  expect(await store.readerMarks.list('dalian')).toHaveLength(200);
  const flagOf = async () =>
    (await findDeskDirectory(await getDesk(), 'dalian'))?.directory.flags.find(
      ({ code }) => code === 'phone.reader_reported',
    );
  const before = await flagOf();
  expect(await keep(205, 'not_station')).toBe('kept');
  expect((await flagOf())?.evidence).not.toEqual(before?.evidence);
});

it('count one of a client and number in an hour, twenty of a client, and those of others whatever came before', async () => {
  const directory = await findDirectory('dalian');
  const phones = directory?.phones.filter(({ tel }) => tel !== null) ?? [];
  const now = new Date('2026-11-27T01:00:00Z');
  const keep = (n: number, address: string) => {
    const { station = '', id = '' } = phones[n] ?? {};
    return keepReaderMark({ directory: 'dalian', station, phone: id, kind: 'no_answer' }, address, now);
  };
  const rows = async () =>
    (await (await getStore()).readerMarks.list('dalian')).filter(({ at }) => at === now.toISOString()).length;
  takeRefusals();
  expect([await keep(0, '192.0.2.1'), await keep(0, '192.0.2.1'), await rows()]).toEqual(['kept', 'kept', 1]);
  expect(takeRefusals()).toEqual({ marks_repeated: 1 });
  for (let n = 1; n < 20; n += 1) expect(await keep(n, '192.0.2.1')).toBe('kept');
  expect(await keep(20, '192.0.2.1')).toBe(3600);
  expect(takeRefusals()).toEqual({ marks: 1 });
  expect(await rows()).toBe(20);
  for (let n = 2; n < 60; n += 1) expect(await keep(0, `192.0.2.${n}`)).toBe('kept');
});
