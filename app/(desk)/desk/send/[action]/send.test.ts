import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientBuckets } from '#lib/server/clients.ts';
import { takeOutcomes } from '#lib/server/desk/kept-outcome.ts';
import type { DeskAction } from '#lib/server/desk/roles.ts';
import { getDesk } from '#lib/server/desk.ts';
import { ASKED_METHOD_HEADER, DESK_PATH_HEADER } from '#lib/server/front/headers.ts';
import { readSession } from '#lib/server/read-session.ts';
import { hmac } from '#lib/server/reports/hmac.ts';
import { DRAFT_LIMITS } from '#lib/server/reports/limits.ts';
import { admit } from '#lib/server/session.ts';
import { closeStore, getStore } from '#lib/server/store.ts';
import {
  cookieHeader,
  cookies,
  DIRECTORY,
  fillDesk,
  PASSWORD,
  resetDesk,
  validFields,
} from '../../../../../test/a-desk.ts';
import { readRows } from '../../../../../test/rows.ts';
import { type Sending, sendForm } from '../../../../../test/send-form.ts';
import { POST } from './route.ts';

const BACK = '/desk/settings';
const script = { accept: 'application/json' };
const send = (action: string, body: Record<string, string> | string, how?: Sending) =>
  sendForm(POST, action, body, how);

beforeAll(fillDesk);
beforeEach(resetDesk);
afterAll(closeStore);

describe('a form', () => {
  it('that no page of ours sends is refused in a sentence and changes nothing', async () => {
    const cookie = cookies.admin;
    const valid = await validFields('decide', 'admin');
    const before = await readRows(await getStore());
    const refused: [number, Response][] = [
      [404, await send('decide-all', valid, { cookie })],
      [404, await send('__proto__', valid, { cookie })],
      [403, await send('decide', valid, { cookie, origin: 'https://elsewhere.example' })],
      [400, await send('decide', JSON.stringify(valid), { cookie, type: 'application/json' })],
      [400, await send('decide', 'a=b', { cookie, type: 'multipart/form-data; boundary=x' })],
    ];
    const wrong: [DeskAction, Record<string, string>][] = [
      ...['{', '[]', '{"a":-1}', 'null'].map((seen): [DeskAction, Record<string, string>] => [
        'decide',
        { ...valid, seen },
      ]),
      ['decide', { ...valid, record: '../x' }],
      ['decide', { ...valid, action: 'approve' }],
      ['decide', { ...valid, how: 'guessed' }],
      ['decide', {}],
      ['answer', { ...(await validFields('answer', 'admin')), answer: 'maybe' }],
      ['step', { ...(await validFields('step', 'admin')), event: 'erased' }],
      ['step', { ...(await validFields('step', 'admin')), after: 'x' }],
      ['file', { ...(await validFields('file', 'admin')), key: 'short' }],
      ['add-person', { ...(await validFields('add-person', 'admin')), [`role-${DIRECTORY}`]: 'owner' }],
      ['add-person', { ...(await validFields('add-person', 'admin')), station: `${DIRECTORY}/nowhere` }],
      ['change-person', { ...(await validFields('change-person', 'admin')), change: 'promote' }],
    ];
    for (const [action, fields] of wrong) refused.push([400, await send(action, fields, { cookie })]);
    for (const [status, response] of refused) {
      expect(response.status).toBe(status);
      expect(await response.text()).toMatch(/。$|看不到它$/);
    }
    expect(await readRows(await getStore())).toEqual(before);
  });

  it('leads nowhere but to the desk', async () => {
    const cookie = cookies.admin;
    for (const back of ['https://elsewhere.example/', '//elsewhere.example', '/desk/../x', '/dalian']) {
      const fields = { ...(await validFields('set-times', 'admin')), back };
      expect((await send('set-times', fields, { cookie })).headers.get('location')).toBe('/desk');
    }
    const signIn = { ...(await validFields('sign-in', 'nobody')), next: '//elsewhere.example' };
    expect((await send('sign-in', signIn)).headers.get('location')).toBe('/desk');
  });
});

describe('what came of a form that a browser sends itself', () => {
  const typed = { 'password-current': '不是这个口令', password: '别的示例口令', 'password-again': '又一个' };
  const wrong = {
    back: `${BACK}?directory=dalian`,
    of: 'x',
    operator: '长'.repeat(61),
    directory: DIRECTORY,
    ...typed,
  };

  async function keptCookie(cookie: string | undefined, of = 'x'): Promise<string> {
    const response = await send('set-service', { ...wrong, of }, { cookie });
    expect([response.status, response.headers.get('location')]).toEqual([303, wrong.back]);
    return cookieHeader(response.headers.getSetCookie());
  }
  const takeAll = (kept: string, viewer: string | undefined, path = BACK) =>
    takeOutcomes(new Headers({ cookie: [kept, viewer].filter(Boolean).join('; '), [DESK_PATH_HEADER]: path }));
  const take = async (...of: Parameters<typeof takeAll>) => (await takeAll(...of))[0] ?? null;

  it('is shown by its page, once, to whoever sent it, with what was typed and no password', async () => {
    const kept = await keptCookie(cookies.admin);
    expect(await take(kept, cookies.admin, '/desk/people')).toBeNull();
    expect(await take(kept, cookies.editor)).toBeNull();
    expect(await take(kept, undefined)).toBeNull();
    expect(await take(`baoda.outcome=${'x'.repeat(43)}`, cookies.admin)).toBeNull();
    const stored = JSON.stringify(await readRows(await getStore()));
    for (const text of [wrong.operator, ...Object.values(typed)]) expect(stored).not.toContain(text);
    const taken = await take(kept, cookies.admin);
    expect(taken).toMatchObject({ form: 'set-service x', outcome: { kind: 'refused' } });
    expect(taken?.outcome.typed).toEqual({
      back: [wrong.back],
      of: ['x'],
      operator: [wrong.operator],
      directory: [DIRECTORY],
    });
    expect(await take(kept, cookies.admin)).toBeNull();
  });

  it('is not used up by who asks for the headers of its page', async () => {
    const kept = await keptCookie(cookies.admin);
    const cookie = `${kept}; ${cookies.admin}`;
    const asked = new Headers({ cookie, [DESK_PATH_HEADER]: BACK, [ASKED_METHOD_HEADER]: 'HEAD' });
    expect(await takeOutcomes(asked)).toHaveLength(1);
    expect(await take(kept, cookies.admin)).not.toBeNull();
  });

  it('gives back little of what strangers send, and all that staff typed', async () => {
    const long = '长'.repeat(30_000);
    const sent = { username: long, password: PASSWORD, [`x${long}`]: long, of: long, back: '/desk' };
    const response = await send('sign-in', {
      ...sent,
      ...Object.fromEntries([...Array(99).keys()].map((n) => [`n${n}`, long])),
    });
    const [{ outcome, form } = { outcome: null, form: '' }] = await takeAll(
      cookieHeader(response.headers.getSetCookie()),
      undefined,
      '/desk',
    );
    expect(outcome?.typed.username).toEqual([long.slice(0, 200)]);
    expect(JSON.stringify(outcome).length + form.length).toBeLessThan(4_000);
    const operator = '长'.repeat(30_000);
    const refused = await send('set-service', { ...wrong, operator }, { cookie: cookies.admin });
    const kept = cookieHeader(refused.headers.getSetCookie());
    expect((await take(kept, cookies.admin))?.outcome.typed.operator).toEqual([operator]);
  });

  it('is kept for two forms of one page, and under no cookie that is not ours', async () => {
    const planted = `baoda.outcome=${'x'.repeat(43)}`;
    const kept = await keptCookie(`${cookies.admin}; ${planted}`);
    expect(kept).not.toContain(planted);
    expect(await keptCookie(`${cookies.admin}; ${kept}`, 'y')).toBe(kept);
    const forms = (await takeAll(kept, cookies.admin)).map(({ form }) => form);
    expect(forms).toEqual(['set-service x', 'set-service y']);
  });

  it('comes back itself where nothing more is kept for strangers from there, with no password', async () => {
    const address = '192.0.2.9';
    const { attempts } = await getStore();
    const [bucket] = clientBuckets('draft-client', hmac, address);
    const limit = { bucket: bucket?.bucket ?? '', now: Math.floor(Date.now() / 1000), window: 3600 };
    for (let n = 0; n < DRAFT_LIMITS.perClientAnHour; n += 1)
      await attempts.count(limit.bucket, limit.now, limit.window);
    const refused = await send('sign-in', { username: '<示例>', password: PASSWORD, next: '/desk/flags' }, { address });
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    const html = await refused.text();
    for (const part of [
      '用户名或密码不对',
      'name="username" value="&#60;示例&#62;"',
      'name="next" hidden>\n/desk/flags',
    ])
      expect(html).toContain(part);
    expect(html).toMatch(/type="password" name="password" value=""/);
    expect(html).not.toContain(PASSWORD);
    const lost = await send('set-times', { ...(await validFields('set-times', 'nobody')) }, { address });
    const form = await lost.text();
    for (const part of ['name="deliveryCutOff" hidden>\n10:00', 'name="again-username"', 'name="again-password"'])
      expect(form).toContain(part);
    const right = { username: '示例editor', password: PASSWORD, next: '/desk/flags' };
    expect((await send('sign-in', right, { address })).headers.get('location')).toBe('/desk/flags');
  });

  it('is not called undone where only the next page cannot be told of it', async () => {
    const { schema } = (await getStore()).accounts.db;
    const fields = { ...(await validFields('add-person', 'admin')), back: BACK };
    await schema.alterTable('report_draft').renameTo('out_of_the_way').execute();
    const response = await send('add-person', fields, { cookie: cookies.admin });
    await schema.alterTable('out_of_the_way').renameTo('report_draft').execute();
    expect([response.status, response.headers.get('location')]).toEqual([303, BACK]);
  });

  it('waits, where the session had run out, for whoever signs in, and says so', async () => {
    const kept = await keptCookie(undefined);
    expect(await take(kept, undefined)).toBeNull();
    expect(await take(kept, cookies.disabled)).toBeNull();
    const message = '登录过期时您填的都在，还没有保存，请再按一次。';
    const typedBefore = { operator: [wrong.operator] };
    expect(await take(kept, cookies.admin)).toMatchObject({
      outcome: { kind: 'refused', message, typed: typedBefore },
    });
  });

  it('holds a link to hand over, which no store can show', async () => {
    const fields = { ...(await validFields('add-person', 'admin')), back: BACK };
    const response = await send('add-person', fields, { cookie: cookies.admin });
    const taken = await take(cookieHeader(response.headers.getSetCookie()), cookies.admin);
    const link = taken?.outcome.shown.link ?? '';
    expect(link).toMatch(/^http:\/\/localhost\/desk\/setup\/[\w-]{43}$/);
    expect(taken?.outcome.typed).toEqual({});
  });
});

describe('a name and a password in the same form', () => {
  it('do what was asked, for those who may, and begin a session', async () => {
    const again = { 'again-username': '示例editor', 'again-password': PASSWORD };
    const fields = { ...(await validFields('decide', 'nobody')), ...again };
    const response = await send('decide', fields, script);
    expect(await response.json()).toMatchObject({ kind: 'done' });
    const cookie = cookieHeader(response.headers.getSetCookie());
    expect(await readSession(await getDesk(), new Headers({ cookie }))).toMatchObject({ username: '示例editor' });
  });

  it('of another role, or wrong ones, do nothing', async () => {
    const fields = new URLSearchParams({ 'again-username': '示例agent', 'again-password': PASSWORD });
    expect(await admit('decide', new Headers(), fields)).toMatchObject({ refusal: { kind: 'signed_out' } });
    fields.set('again-password', '不是这个口令');
    expect(await admit('step', new Headers(), fields)).toMatchObject({ by: null, refusal: { kind: 'signed_out' } });
    fields.set('again-username', '示例disabled');
    fields.set('again-password', PASSWORD);
    expect(await admit('step', new Headers(), fields)).toMatchObject({ by: null, refusal: { kind: 'signed_out' } });
  });
});
