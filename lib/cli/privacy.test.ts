import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aReport, FILED_AT, someEvents } from '../../test/reports.ts';
import { openStore } from '../store/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'baoda-privacy-'));
const BAODA_STORE = join(folder, 'baoda.db');
const blank = { caller: null, papers: null, building: null, text: null, words: {} };
const filing = (key: string, place: string) => ({
  directory: 'dalian',
  letters: 'DL',
  day: '2026-11-22',
  keyHash: key,
  bodyHash: key,
  secretHash: key,
  events: someEvents('closed'),
  report: aReport('closed'),
  private: { ...blank, phone: '138 0000 0000', place, words: { 4: '示例的话' } },
  receipt: {},
});

const privacy = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['lib/cli/privacy.ts', ...args], {
    env: { ...process.env, BAODA_STORE, DATABASE_URL: '' },
  });

beforeAll(async () => {
  const store = await openStore({ engine: 'sqlite', file: BAODA_STORE });
  await store.reports.file(filing('one', '示例小区3号楼'));
  await store.reports.file(filing('two', '别处9号楼'));
  await store.reportDrafts.keep('a', 'dalian', { tracked: 'DL261122-0001', typed: '示例的回答' }, '9999');
  await store.reportDrafts.keep('b', 'dalian', { tracked: 'DL261122-00011' }, '9999');
  await store.rememberedReports.remember({
    report: 'DL261122-0001',
    tokenHash: 'h',
    before: null,
    now: FILED_AT,
    expiresAt: '9999',
    beforeExpiresAt: '9999',
  });
  await store.attempts.count('guess:DL261122-0001', Date.parse(FILED_AT) / 1000, 3600);
  await store.reports.erase('DL261122-0001', 'contact', 'age', FILED_AT);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('prints everything that is held on a report, table by table, and nothing of another', async () => {
  const { stdout } = await privacy('show', 'dl261122-0001');
  const held = JSON.parse(stdout) as Record<string, object[]>;
  expect(Object.entries(held).map(([table, rows]) => `${table} ${rows.length}`)).toEqual([
    'report 1',
    'report_event 5',
    'report_private 1',
    'report_deletion 1',
    'report_outcome 0', // nothing has counted it yet
    'remembered_report 1',
    'report_draft 1',
    'attempt 1',
  ]);
  expect(held.report_private).toMatchObject([{ phone: null, place: null, words: '{"4":"示例的话"}' }]);
  expect(stdout).toContain('示例的回答');
  expect(stdout).not.toContain('别处');
});

test('says when nothing is held, and how it is asked', async () => {
  await expect(privacy('show', 'DL261122-0009')).rejects.toMatchObject({ code: 1, stdout: '' });
  await expect(privacy('show', '3840 2715 9648')).rejects.toMatchObject({ code: 2 });
});
