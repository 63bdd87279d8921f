import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { addDays, dayOf } from '../../reports/days.ts';

const folder = mkdtempSync(join(tmpdir(), 'baoda-drafts-'));
vi.stubEnv('BAODA_STORE', join(folder, 'baoda.db'));
vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
vi.stubEnv('DATABASE_URL', '');

const { DRAFT_COOKIE, readDraft } = await import('./drafts.ts');
const { sendForm } = await import('./send-form.ts');
const { sendTrack } = await import('./send-track.ts');
const { fileReport } = await import('./file.ts');
const { DRAFT_LIMITS } = await import('./limits.ts');
const { openReportOffice } = await import('./office.ts');
const { stepReport } = await import('./track.ts');
const { closeStore } = await import('../store.ts');

afterAll(async () => {
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

const yesterday = addDays(dayOf(new Date().toISOString()), -1);
const aReport = { station: 'jinxiu', kind: 'missed', dates: yesterday, wanted: 'record' };
const KEY = 'key-for-tests-of-drafts';

function posted(fields: Record<string, string>, cookie?: string, address: string | null = null) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return { fields: form, cookie, address };
}
const cookieOf = (answer: Response | null) =>
  new RegExp(`^${DRAFT_COOKIE}=([^;]+)`).exec(answer?.headers.get('set-cookie') ?? '')?.[1];
const send = async (fields: Record<string, string>, cookie?: string) =>
  cookieOf(await sendForm('dalian', posted({ key: KEY, ...aReport, ...fields }, cookie)));

describe('a draft’s cookie', () => {
  const PLANTED = 'A'.repeat(43);

  it('is one of ours: one that somebody else put there is not taken', async () => {
    const given = await send({ act: 'back' }, PLANTED);
    expect(given).not.toBe(PLANTED);
    expect((await readDraft(PLANTED, 'dalian')).form).toBeNull();
    expect(await send({ act: 'back' }, given)).toBe(given);
  });

  it('is another one once the report is filed: who knew the old one sees neither receipt nor form', async () => {
    const before = await send({ act: 'back' });
    const after = await send({ act: 'send' }, before);
    expect(after).not.toBe(before);
    expect((await readDraft(after, 'dalian')).filed?.key).toBe(KEY);
    expect(await readDraft(before, 'dalian')).toMatchObject({ form: null, filed: null, tracked: null });
  });

  it('shows a second tap of the same form the same receipt', async () => {
    const before = await send({ act: 'back' });
    const [one, two] = await Promise.all([send({ act: 'send' }, before), send({ act: 'send' }, before)]);
    const [first, second] = await Promise.all([readDraft(one, 'dalian'), readDraft(two, 'dalian')]);
    expect(first.filed).not.toBeNull();
    expect(second.filed).toEqual(first.filed);
  });

  it('is another one once number and code were right', async () => {
    const office = await openReportOffice('dalian');
    if (!office) throw new Error('no directory');
    const sender = { by: { role: 'reader', name: null }, address: null } as const;
    const filed = await fileReport(office, { ...aReport, dates: [yesterday] }, 'another-key-for-tests', sender);
    if (!filed.ok) throw new Error(filed.reason);
    const { ref, secret: code } = filed.receipt;
    const before = await send({ act: 'back' });
    const after = cookieOf(await sendTrack('dalian', posted({ act: 'open', ref, code }, before)));
    expect(after).not.toBe(before);
    expect(await readDraft(after, 'dalian')).toMatchObject({ tracked: ref, form: { key: KEY } });
    expect((await readDraft(before, 'dalian')).tracked).toBeNull();
  });
});

it('asks for what was left empty, instead of calling it wrong', async () => {
  for (const [ref, code] of [
    ['', ''],
    ['BD261122-0007', ' '],
    ['　', '1234'],
  ]) {
    const cookie = cookieOf(await sendTrack('dalian', posted({ act: 'open', ref: ref ?? '', code: code ?? '' })));
    expect((await readDraft(cookie, 'dalian')).trackNotice).toEqual({ code: 'missing', typed: ref });
  }
});

describe('what a reader writes about a report', () => {
  const act = async (fields: Record<string, string>, cookie?: string) =>
    cookieOf(await sendTrack('dalian', posted(fields, cookie)));
  const ANSWER = '二单元，示例。';

  it('is still there after the hour in which the page was open, and goes once it is taken', async () => {
    const office = await openReportOffice('dalian');
    if (!office) throw new Error('no directory');
    const sender = { by: { role: 'reader', name: null }, address: null } as const;
    const filed = await fileReport(office, { ...aReport, dates: [yesterday] }, 'a-third-key-for-tests', sender);
    if (!filed.ok) throw new Error(filed.reason);
    const { ref, secret: code } = filed.receipt;
    const stored = await office.store.reports.find(ref);
    if (!stored) throw new Error('lost');
    const asked = { happening: { type: 'asked', facts: {} }, text: '几单元？', after: 1 } as const;
    await stepReport(office, stored, asked, { role: 'dispatcher', name: '调度甲' });
    const late = await act({ act: 'answered', text: ANSWER, after: '2' });
    expect(await readDraft(late, 'dalian')).toMatchObject({ trackNotice: { code: 'gone_kept' }, answer: ANSWER });
    const opened = await act({ act: 'open', ref, code }, late);
    expect((await readDraft(opened, 'dalian')).answer).toBe(ANSWER);
    await act({ act: 'answered', text: ANSWER, after: '2' }, opened);
    expect(await readDraft(opened, 'dalian')).toMatchObject({ trackNotice: null, answer: '' });
    await act({ act: 'answered', text: '又一句', after: '2' }, opened);
    expect(await readDraft(opened, 'dalian')).toMatchObject({ trackNotice: { code: 'stale' }, answer: '又一句' });
  });
});

it('is begun six hundred times an hour from one address, and goes on for whoever has one', async () => {
  const url = 'http://localhost/dalian/report/send';
  const { answerForm } = await import('./form-route.ts');
  const begin = (cookie = '') => {
    const headers = { 'x-baoda-client-address': '192.0.2.9', cookie: `${DRAFT_COOKIE}=${cookie}` };
    const body = new URLSearchParams({ key: KEY, ...aReport, act: 'back' });
    return answerForm(new Request(url, { method: 'POST', headers, body }), (one) => sendForm('dalian', one));
  };
  const own = cookieOf(await begin());
  for (let n = 1; n < DRAFT_LIMITS.perClientAnHour; n += 1) await begin();
  const refused = await begin();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await begin('B'.repeat(43))).status).toBe(429);
  expect((await begin(own)).status).toBe(303);
});
