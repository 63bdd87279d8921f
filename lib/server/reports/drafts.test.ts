import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { takeRefusals } from '../../../test/refusals.ts';
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

/** Files a report beside the browser under test → its receipt, and the office. */
async function fileAnother(key: string) {
  const office = await openReportOffice('dalian');
  if (!office) throw new Error('no directory');
  const sender = { by: { role: 'reader', name: null }, address: null } as const;
  const filed = await fileReport(office, { ...aReport, dates: [yesterday] }, key, sender);
  if (!filed.ok) throw new Error(filed.reason);
  return { office, ...filed.receipt };
}

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
    const { ref, secret: code } = await fileAnother('another-key-for-tests');
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
    expect((await readDraft(cookie, 'dalian')).trackNotice).toMatchObject({ code: 'missing', typed: ref });
  }
});

describe('what a reader writes about a report', () => {
  const act = async (fields: Record<string, string>, cookie?: string) =>
    cookieOf(await sendTrack('dalian', posted(fields, cookie)));
  const ANSWER = '二单元，示例。';

  it('is still there after the hour in which the page was open, and goes once it is taken', async () => {
    const { office, ref, secret: code } = await fileAnother('a-third-key-for-tests');
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

describe('where six hundred forms were begun from one address within the hour', () => {
  const post = async (kind: 'report' | 'track', fields: Record<string, string>, cookie = '', size = '') => {
    const { answerForm } = await import('./form-route.ts');
    const headers = { 'x-baoda-client-address': '192.0.2.9', cookie: `${DRAFT_COOKIE}=${cookie}; size=${size}` };
    const request = new Request(`http://localhost/dalian/${kind}/send`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
    });
    return answerForm(request, (one) => (kind === 'report' ? sendForm : sendTrack)('dalian', one));
  };
  const begin = (cookie = '') => post('report', { key: KEY, ...aReport, act: 'back' }, cookie);
  let own: string | undefined;

  beforeAll(async () => {
    own = cookieOf(await begin());
    const { clientBuckets } = await import('../clients.ts');
    const { hmac } = await import('./hmac.ts');
    const { getStore } = await import('../store.ts');
    const { attempts } = await getStore();
    const [bucket] = clientBuckets('draft-client', hmac, '192.0.2.9');
    const limit = { bucket: bucket?.bucket ?? '', now: Math.floor(Date.now() / 1000), window: 3600 };
    expect(await attempts.peek(limit)).toBe(1);
    await (await getStore()).accounts.db
      .updateTable('attempt' as never)
      .set({ count: DRAFT_LIMITS.perClientAnHour } as never)
      .where('bucket' as never, '=', limit.bucket as never)
      .execute();
  });

  it('whoever has one goes on', async () => {
    expect((await begin(own)).status).toBe(303);
  });

  it('another form comes back with everything typed, to be sent again', async () => {
    const typed = { key: KEY, ...aReport, act: 'check', place: '示例小区3号楼', text: '第一行\n<b>第二行' };
    takeRefusals();
    const refused = await post('report', typed, 'B'.repeat(43), '150');
    expect(refused.status).toBe(429);
    expect(takeRefusals()).toEqual({ drafts: 1 });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const html = await refused.text();
    for (const [name, value] of Object.entries(typed))
      expect(html).toContain(`<textarea name="${name}" hidden>\n${value.replace('<b>', '&#60;b&#62;')}</textarea>`);
    expect(html).toContain('data-size="150"');
    expect(html).toContain('锦绣');
  });

  it('the tracking page gives number and code back, and what was written about a report', async () => {
    const opened = await post('track', { act: 'open', ref: 'BD261122-0007', code: '384027159648' });
    expect(opened.status).toBe(429);
    const html = await opened.text();
    expect(html).toContain('value="BD261122-0007"');
    expect(html).toContain('name="code" value="384027159648"');
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('填对了随时能打开');
    const written = await (await post('track', { act: 'answered', after: '2', text: '二单元，示例。' })).text();
    expect(written).toContain('<textarea name="text" hidden>\n二单元，示例。</textarea>');
    expect(written).toContain('<textarea name="after" hidden>\n2</textarea>');
  });

  it('a right code is answered all the same', async () => {
    const { ref, secret: code } = await fileAnother('a-fourth-key-for-tests');
    expect((await post('track', { act: 'open', ref, code })).status).toBe(303);
  });
});
