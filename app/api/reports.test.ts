import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { addDays, dayOf } from '#lib/reports/days.ts';

const folder = mkdtempSync(join(tmpdir(), 'baoda-api-'));
vi.stubEnv('BAODA_STORE', join(folder, 'baoda.db'));
vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
vi.stubEnv('BAODA_ORIGIN', 'https://baoda.example');
vi.stubEnv('DATABASE_URL', '');

const filing = await import('./v1/directories/[directory]/reports/route.ts');
const one = await import('./v1/reports/[ref]/route.ts');
const events = await import('./v1/reports/[ref]/events/route.ts');
const { reportViewSchema, receiptSchema } = await import('#lib/server/api/report-records.ts');
const { problemSchema } = await import('#lib/server/api/problems.ts');
const { closeStore, getStore } = await import('#lib/server/store.ts');

afterAll(async () => {
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

const yesterday = addDays(dayOf(new Date().toISOString()), -1);
const aReport = (changes: object = {}) => ({
  station: 'jinxiu',
  kind: 'missed',
  dates: [yesterday],
  wanted: 'record',
  ...changes,
});
let keys = 0;
const aKey = () => `key-for-tests-${String(++keys).padStart(6, '0')}`;

type Headers = Record<string, string>;
const post = (body: unknown, headers: Headers = {}, directory = 'dalian') =>
  filing.POST(
    new Request('http://localhost/x', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': aKey(), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
    { params: Promise.resolve({ directory }) },
  );
const withCode = (secret: string) => ({ authorization: `Code ${secret}` });
const context = (ref: string) => ({ params: Promise.resolve({ ref }) });
const read = (ref: string, headers: Headers) => one.GET(new Request('http://localhost/x', { headers }), context(ref));
const move = (ref: string, secret: string, body: object) =>
  events.POST(
    new Request('http://localhost/x', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...withCode(secret) },
      body: JSON.stringify(body),
    }),
    context(ref),
  );

async function file(changes: object = {}) {
  const response = await post(aReport(changes));
  expect(response.status).toBe(201);
  return receiptSchema.parse(await response.json());
}

async function problemOf(answer: Response | Promise<Response>) {
  const response = await answer;
  const { status, code, errors, current } = problemSchema.parse(await response.json());
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(status).toBe(response.status);
  return { status, code, errors: errors?.map((one) => `${one.pointer} ${one.code}`), current };
}

describe('filing by the API', () => {
  it('gives the same bytes for the same request, and refuses the key for another', async () => {
    const key = { 'idempotency-key': aKey() };
    const first = await post(aReport(), key);
    const again = await post(aReport(), key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(await again.text()).toBe(await first.text());
    expect(await problemOf(post(aReport({ kind: 'late' }), key))).toMatchObject({
      status: 409,
      code: 'idempotency_key_reused',
    });
  });

  it.each([{ 'idempotency-key': '' }, { 'idempotency-key': 'short' }, { 'idempotency-key': `${'x'.repeat(65)}` }])(
    'asks for a key of the right shape (%j)',
    async (headers) =>
      expect(await problemOf(post(aReport(), headers))).toMatchObject({ status: 400, code: 'idempotency_key_invalid' }),
  );

  it('names every wrong field', async () => {
    const body = aReport({ kind: 'x', dates: [yesterday, '2020-01-01'], 'a/b': 1, text: '\u0000' });
    const { status, errors } = await problemOf(post(body));
    expect(status).toBe(422);
    expect(errors).toEqual([
      '/kind kind_needed',
      '/dates/1 date_too_old',
      '/text control_characters',
      '/a~1b unknown_field',
    ]);
  });

  it('takes a closed door without a day, with how to get in, and repeats nothing of that', async () => {
    const { errors } = await problemOf(post(aReport({ kind: 'no_access', dates: [] })));
    expect(errors).toEqual(['/text text_needed_no_access']);
    expect((await problemOf(post(aReport({ dates: [] })))).errors).toEqual(['/dates dates_needed']);
    const { ref, secret } = await file({ kind: 'no_access', dates: [], text: '示例：按一楼门铃' });
    await move(ref, secret, { type: 'called', after: 1, text: '示例：门铃坏了' });
    const said = await (await read(ref, withCode(secret))).text();
    expect(reportViewSchema.parse(JSON.parse(said)).timeline.map(({ text }) => text)).toEqual([
      '您登记：送报员进不来',
      '您已电话联系',
    ]);
    expect(said).not.toContain('门铃');
  });

  it('promises nothing while nobody is there', async () => {
    const { errors } = await problemOf(post(aReport({ wanted: 'call_back', phone: '138 0000 0000' })));
    expect(errors).toEqual(['/wanted wanted_not_offered', '/phone phone_not_taken']);
    expect((await file()).next).toEqual({ who: 'reader', action: 'call', by: null });
  });

  it('refuses what is not JSON, too long, from elsewhere or nowhere', async () => {
    expect(await problemOf(post('{'))).toMatchObject({ status: 400, code: 'malformed_request' });
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    expect(await problemOf(post(deep))).toMatchObject({ status: 400, code: 'malformed_request' });
    expect(await problemOf(post(`{"text":${deep}}`))).toMatchObject({ status: 400 });
    expect(await problemOf(post(aReport(), { 'content-type': 'text/plain' }))).toMatchObject({ status: 415 });
    expect(await problemOf(post(`"${'x'.repeat(70_000)}"`))).toMatchObject({ status: 413 });
    expect(await problemOf(post(aReport(), { origin: 'https://elsewhere.example' }))).toMatchObject({
      status: 403,
      code: 'foreign_origin',
    });
    expect(await problemOf(post(aReport(), { origin: 'null' }))).toMatchObject({ status: 403 });
    expect((await post(aReport(), { origin: 'https://baoda.example' })).status).toBe(201);
    expect(await problemOf(post(aReport(), {}, 'nowhere'))).toMatchObject({ status: 404, code: 'directory_not_found' });
  });

  it('says how long to wait after sixty an hour from one address', async () => {
    const from = { 'x-baoda-client-address': '192.0.2.7' };
    for (let n = 0; n < 60; n += 1) expect((await post(aReport(), from)).status).toBe(201);
    const refused = await post(aReport(), from);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('tracking by the API', () => {
  it('shows the timeline in words to whoever has the code', async () => {
    const { ref, secret } = await file({ calledAlready: 'no_answer', text: '<b>示例</b>' });
    const response = await read(ref, withCode(secret));
    const view = reportViewSchema.parse(await response.json());
    expect(view).toMatchObject({ ref, station: 'jinxiu', status: 'submitted' });
    expect(view.timeline.map(({ seq, by, text }) => `${seq} ${by} ${text}`)).toEqual([
      expect.stringMatching(/^1 reader 您登记：没收到，\d+月\d+日$/),
      '2 reader 您已电话联系：打了，没打通',
    ]);
    expect(JSON.stringify(view)).not.toContain('<b>');
  });

  it('answers wrong, missing, malformed and unknown alike', async () => {
    const { ref, secret } = await file();
    const answers = await Promise.all([
      read(ref, withCode('384027159648')),
      read(ref, {}),
      read(ref, withCode('abc')),
      read(ref, { authorization: `Bearer ${secret}` }),
      read('BD200101-0001', withCode(secret)),
      read('x', withCode(secret)),
    ]);
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(answers.every(({ status }) => status === 404)).toBe(true);
    expect(bodies.size).toBe(1);
  });

  it('lets the reader withdraw once, and tells the second one how it stands', async () => {
    const { ref, secret } = await file();
    expect(await problemOf(move(ref, secret, { type: 'confirmed', after: 1 }))).toMatchObject({
      status: 409,
      code: 'report_move_refused',
      current: { status: 'submitted' },
    });
    expect((await move(ref, secret, { type: 'withdrawn', after: 1 })).status).toBe(200);
    expect(await problemOf(move(ref, secret, { type: 'called', after: 1 }))).toMatchObject({
      status: 409,
      code: 'report_moved_on',
      current: { status: 'withdrawn' },
    });
    expect(await problemOf(move(ref, secret, { type: 'withdrawn', after: 2 }))).toMatchObject({
      status: 409,
      code: 'report_move_refused',
    });
  });

  it('refuses events that are staff’s, and words with control characters', async () => {
    const { ref, secret } = await file();
    expect(await problemOf(move(ref, secret, { type: 'accepted', after: 1 }))).toMatchObject({ status: 422 });
    expect(await problemOf(move(ref, secret, { type: 'called', after: 1, text: '\u0007' }))).toMatchObject({
      errors: ['/text control_characters'],
    });
    const long = await problemOf(
      move(ref, secret, { type: 'called', after: 1, text: '字'.repeat(2000), colour: 'red' }),
    );
    expect(long.errors).toEqual(['/colour unknown_field']);
    expect(await problemOf(move(ref, secret, { type: 'called', after: 1, text: '字'.repeat(2000) }))).toMatchObject({
      errors: ['/text text_too_long'],
    });
  });

  it('is not in the way of a reader that staff noted something for themselves', async () => {
    const { ref, secret } = await file();
    const { openReportOffice } = await import('#lib/server/reports/office.ts');
    const { stepReport } = await import('#lib/server/reports/track.ts');
    const office = await openReportOffice('dalian');
    const stored = await (await getStore()).reports.find(ref);
    if (!office || !stored) throw new Error('lost');
    const note = { happening: { type: 'noted', facts: {} }, text: '同事看的话', after: 1 } as const;
    await stepReport(office, stored, note, { role: 'dispatcher', name: '调度甲' });
    const moved = await move(ref, secret, { type: 'withdrawn', after: 1 });
    expect(moved.status).toBe(200);
    expect(await moved.text()).not.toContain('同事看的话');
  });

  it('erases everything, and the code with it', async () => {
    const { ref, secret } = await file({ text: '示例的话' });
    const request = new Request('http://localhost/x', { method: 'DELETE', headers: withCode(secret) });
    expect((await one.DELETE(request, context(ref))).status).toBe(204);
    expect((await read(ref, withCode(secret))).status).toBe(404);
    const left = await (await getStore()).reports.find(ref);
    expect(left).toMatchObject({ private: null, secretHash: null });
  });

  it('refuses other methods, naming what is allowed', async () => {
    const response = await filing.GET(new Request('http://localhost/x'), {
      params: Promise.resolve({ directory: 'dalian' }),
    });
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    expect(response.status).toBe(405);
    expect((await one.PATCH(new Request('http://localhost/x'), context('BD261122-0001'))).headers.get('allow')).toBe(
      'GET, DELETE, OPTIONS',
    );
  });
});
