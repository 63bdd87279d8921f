import { symmetricDecrypt } from 'better-auth/crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../test/cheap-passwords.ts';
import { EXAMPLE_FOLDER } from '../../test/example-city.ts';
import { makePlaceOf } from '../../test/place-of.ts';
import { takeRefusals } from '../../test/refusals.ts';
import { readRows } from '../../test/rows.ts';
import { openStore } from '../store/store.ts';
import { createAuth } from './auth.ts';
import { CODE_LIMITS } from './code-guesses.ts';
import type { DeviceMark } from './known-device.ts';
import { afterCookies } from './next-request.ts';
import { resetFactor } from './people.ts';
import { readSession, type SignedIn } from './read-session.ts';
import { beginFactor, confirmFactor, endFactor, findPending, renewCodes, setFactorRule } from './second-factor.ts';
import { findHalfSession, type SecondStep, takeSecondStep } from './second-step.ts';
import { redeemLink } from './set-up.ts';
import { signIn } from './sign-in.ts';
import { addStaff, changePosts, type Desk, listStaff, type Posts, resetStaff } from './staff.ts';
import { codeOfStep, stepAt } from './totp.ts';

const SECRET = 'a secret for tests only, of 40 characters';
const PASSWORD = '晨报 到了没有呀 42';
const STEP_MS = 30_000;

const before = process.cwd();
beforeAll(() => process.chdir(makePlaceOf([EXAMPLE_FOLDER], ['dalian'])));
afterAll(() => process.chdir(before));

const stores = bothStores();

describe.each(ENGINES)('a second factor on %s', (engine) => {
  let desk: Desk;

  beforeEach(async () => {
    const store = await openStore(await stores.newPlace(engine));
    desk = { store, auth: createAuth(store, SECRET, null, CHEAP_PASSWORDS) };
    vi.useFakeTimers({ toFake: ['Date'] });
    return () => store.close();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Until codes are others. */
  const wait = (ms = STEP_MS) => vi.setSystemTime(Date.now() + ms);
  const codeOf = (key: string, off = 0) => codeOfStep(key, stepAt(Date.now()) + off);
  const from = (address: string) => new Headers({ 'x-baoda-client-address': address, 'user-agent': 'Firefox Linux' });

  /** A browser: what it sends, with what it was given. */
  class Browser {
    headers: Headers;
    constructor(address = '192.0.2.1') {
      this.headers = from(address);
    }
    keep(answer: Headers, marks: readonly DeviceMark[] = []): void {
      const lines = [...answer.getSetCookie(), ...marks.map(({ name, value }) => `${name}=${value}`)];
      this.headers = afterCookies(this.headers, lines);
    }
    async password(username: string, password = PASSWORD) {
      const result = await signIn(desk, { username, password }, this.headers, Date.now());
      if (result.ok || result.code === 'second_step') this.keep(result.headers);
      return result.ok ? 'in' : result.code;
    }
    async code(typed: string) {
      const result: SecondStep = await takeSecondStep(desk, typed, this.headers, Date.now());
      if (result.ok) this.keep(result.headers, result.marks);
      return result.ok ? 'in' : result.code;
    }
    person = () => readSession(desk, this.headers);
    async asking() {
      const staff = await this.person();
      if (!staff) throw new Error('nobody is signed in');
      return { staff, headers: this.headers, now: new Date() };
    }
  }

  const EDITOR: Partial<Posts> = { roles: { dalian: 'editor' } };
  async function member(username: string, posts: Partial<Posts> = EDITOR): Promise<Browser> {
    const { token } = await addStaff(desk, { username, ...posts }, new Date());
    await redeemLink(desk, token, { username, password: PASSWORD, again: PASSWORD }, new Date());
    const browser = new Browser();
    expect(await browser.password(username)).toBe('in');
    return browser;
  }

  /** Sets one up. */
  async function turnOn(browser: Browser): Promise<{ key: string; codes: string[] }> {
    expect(await beginFactor(desk, await browser.asking(), PASSWORD)).toMatchObject({ ok: true });
    const { staff } = await browser.asking();
    const key = (await findPending(desk, staff, new Date())) ?? '';
    const on = await confirmFactor(desk, await browser.asking(), codeOf(key));
    if (!on.ok) throw new Error(on.code);
    browser.keep(on.headers, on.marks);
    wait();
    return { key, codes: on.codes };
  }

  async function enabled(username = '编辑甲', posts?: Partial<Posts>) {
    const browser = await member(username, posts);
    return { browser, ...(await turnOn(browser)) };
  }

  const auditOf = async (directory = 'dalian') =>
    (await desk.store.audit.list({ directory, beside: 'all' }, { kind: null, by: null }, { limit: 99, offset: 0 })).map(
      ({ kind, by, about, said, times }) => [kind, by, about, said, times].join(' '),
    );

  it('is begun with the password, shown where it was begun and for a while, and holds after a first code', async () => {
    const [office, home] = [await member('编辑甲'), new Browser()];
    await home.password('编辑甲');
    expect(await beginFactor(desk, await office.asking(), 'wrong password')).toMatchObject({ code: 'password' });
    const { staff } = await office.asking();
    expect(await findPending(desk, staff, new Date())).toBeNull();
    expect(await beginFactor(desk, await office.asking(), PASSWORD)).toMatchObject({ ok: true });
    const key = (await findPending(desk, staff, new Date())) ?? '';
    expect(key.length).toBeGreaterThan(20);
    expect(await findPending(desk, (await home.asking()).staff, new Date())).toBeNull();
    expect(await findPending(desk, staff, new Date(Date.now() + 31 * 60_000))).toBeNull();
    expect(await new Browser().password('编辑甲')).toBe('in');
    expect(await confirmFactor(desk, await office.asking(), codeOf(key, 5))).toMatchObject({ code: 'wrong' });
    expect(await confirmFactor(desk, await home.asking(), codeOf(key))).toMatchObject({ code: 'begin' });
    const on = await confirmFactor(desk, await office.asking(), codeOf(key));
    if (!on.ok) throw new Error(on.code);
    const old = new Browser();
    old.headers = office.headers;
    office.keep(on.headers);
    expect([await old.person(), await home.person()]).toEqual([null, null]);
    expect(await office.person()).toMatchObject({ username: '编辑甲', hasFactor: true });
    expect(on.codes).toHaveLength(10);
    expect(await beginFactor(desk, await office.asking(), PASSWORD)).toMatchObject({ code: 'changed' });
    const stranger = new Browser();
    expect(await stranger.password('编辑甲')).toBe('second_step');
    expect(await stranger.code(codeOf(key))).toBe('used');
  });

  it('asks for a code after the password, and half a sign-in opens nothing', async () => {
    const { key } = await enabled();
    const browser = new Browser();
    expect(await browser.password('编辑甲', 'wrong password')).toBe('refused');
    expect(await browser.code(codeOf(key))).toBe('ended');
    expect(await browser.password('编辑甲')).toBe('second_step');
    expect(await browser.person()).toBeNull();
    const { api } = desk.auth;
    const { headers } = browser;
    expect(await api.getSession({ headers })).toBeNull();
    await expect(api.enableTwoFactor({ body: { password: PASSWORD }, headers })).rejects.toThrow();
    await expect(api.disableTwoFactor({ body: { password: PASSWORD }, headers })).rejects.toThrow();
    await expect(api.generateBackupCodes({ body: { password: PASSWORD }, headers })).rejects.toThrow();
    await expect(api.getTOTPURI({ body: { password: PASSWORD }, headers })).rejects.toThrow();
    const signIns = await desk.store.posts.signIns();
    wait(1000);
    expect(await browser.code(codeOf(key))).toBe('in');
    expect(await browser.person()).toMatchObject({ username: '编辑甲', roles: { dalian: 'editor' } });
    expect(await desk.store.posts.signIns()).not.toEqual(signIns); // only now somebody is there
    expect(await browser.code(codeOf(key, 1))).toBe('ended');
  });

  it.each([-1, 0, 1])('takes the code of a phone whose clock is %i steps off', async (off) => {
    const { key } = await enabled();
    wait();
    const browser = new Browser();
    await browser.password('编辑甲');
    expect(await browser.code(` ${codeOf(key, off).replace(/(...)/, '$1 ')}`)).toBe('in');
  });

  it('takes a code once, also of two at the same moment, and none before the newest', async () => {
    const { key } = await enabled();
    const browsers = [new Browser(), new Browser(), new Browser()];
    for (const browser of browsers) await browser.password('编辑甲');
    const code = codeOf(key);
    const results = await Promise.all(browsers.map((browser) => browser.code(code)));
    expect(results.toSorted()).toEqual(['in', 'used', 'used']);
    const late = new Browser();
    await late.password('编辑甲');
    expect(await late.code(codeOf(key, -1))).toBe('used');
    wait();
    expect(await late.code(codeOf(key))).toBe('in');
  });

  it('takes a recovery code once, also of two at the same moment, until others are made', async () => {
    const { browser: own, codes } = await enabled();
    const [first = '', second = '', third = ''] = codes;
    const browsers = [new Browser(), new Browser()];
    for (const browser of browsers) await browser.password('编辑甲');
    const results = await Promise.all(browsers.map((browser) => browser.code(first.replaceAll('-', ' '))));
    expect(results.filter((result) => result === 'in')).toHaveLength(1);
    const next = new Browser();
    await next.password('编辑甲');
    expect(await next.code(first)).toBe('wrong');
    expect(await next.code(second)).toBe('in');
    expect(await renewCodes(desk, await own.asking(), 'wrong password')).toMatchObject({ code: 'password' });
    const renewed = await renewCodes(desk, await own.asking(), PASSWORD);
    if (!renewed.ok) throw new Error(renewed.code);
    const last = new Browser();
    await last.password('编辑甲');
    expect(await last.code(third)).toBe('wrong');
    expect(await last.code(renewed.codes[9] ?? '')).toBe('in');
    expect(await auditOf()).toEqual(
      expect.arrayContaining(['sign_in 编辑甲 Firefox Linux recovery 1', 'factor 编辑甲  codes 1']),
    );
  });

  it('leads back to the password after five wrong codes, and after ten minutes', async () => {
    const { key } = await enabled();
    const browser = new Browser();
    await browser.password('编辑甲');
    const said = [];
    takeRefusals();
    for (const typed of ['000000', 'x', '', '12345-67890-12345', '１２３']) said.push(await browser.code(typed));
    expect(takeRefusals()).toEqual({ sign_in_code_tries: 1 });
    expect(said).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'ended']);
    expect(await browser.code(codeOf(key))).toBe('ended');
    await browser.password('编辑甲');
    wait(10 * 60_000 + 1000);
    expect(await findHalfSession(desk, browser.headers)).toBeNull();
    expect(await browser.code(codeOf(key))).toBe('ended');
    expect(await auditOf()).toContain('failed 编辑甲 code  5');
  });

  it('is not guessed by beginning anew, from wherever, and shuts nobody out who has entered a code before', async () => {
    const { browser: own, key, codes } = await enabled();
    const guesses = async (address: string) => {
      const browser = new Browser(address);
      await browser.password('编辑甲');
      const said = [];
      for (let n = 0; n < 4; n += 1) said.push(await browser.code('000000'));
      return said;
    };
    const said = [];
    takeRefusals();
    for (let n = 0; n < 10; n += 1) said.push(...(await guesses(`198.51.100.${n}`)));
    const { strangersPerDay } = CODE_LIMITS;
    expect(takeRefusals()).toEqual({ sign_in_codes: said.length - strangersPerDay });
    expect(said.indexOf('too_many_codes')).toBe(strangersPerDay);
    expect(said.slice(strangersPerDay).every((one) => one === 'too_many_codes')).toBe(true);
    wait();
    const stranger = new Browser('203.0.113.5');
    await stranger.password('编辑甲');
    expect(await stranger.code(codeOf(key))).toBe('too_many_codes');
    // The browser it was set up in, and a code of paper.
    expect(await own.password('编辑甲')).toBe('second_step');
    expect(await own.code(codeOf(key))).toBe('in');
    expect(await stranger.code(codes[0] ?? '')).toBe('in');
    wait(24 * 3_600_000);
    const later = new Browser('203.0.113.6');
    await later.password('编辑甲');
    expect(await later.code(codeOf(key))).toBe('in');
  });

  it('gives a known browser guesses of its own, and not more', async () => {
    const { browser, key } = await enabled();
    const said = [];
    for (let n = 0; n < CODE_LIMITS.knownPerHour + 2; n += 1) {
      await browser.password('编辑甲');
      said.push(await browser.code('000000'));
    }
    expect(said.filter((one) => one === 'wrong')).toHaveLength(CODE_LIMITS.knownPerHour);
    expect(said.at(-1)).toBe('too_many_codes');
    wait(3_600_000);
    await browser.password('编辑甲');
    expect(await browser.code(codeOf(key))).toBe('in');
  });

  it('is that of whoever gave the password, whoever else is signed in beside', async () => {
    const mine = await enabled('编辑甲');
    const { browser: theirs } = await enabled('编辑乙');
    const victim = new Browser();
    await victim.password('编辑乙');
    const mixed = new Browser();
    const pairs = (victim.headers.get('cookie') ?? '').split('; ');
    mixed.headers = afterCookies(
      mine.browser.headers,
      pairs.filter((pair) => pair.startsWith('baoda.two_factor=')),
    );
    expect(await mixed.person()).toMatchObject({ username: '编辑甲' });
    const half = await findHalfSession(desk, mixed.headers);
    expect(half?.staff.username).toBe('编辑乙');
    expect(await mixed.code(codeOf(mine.key))).toBe('wrong');
    expect(await mixed.code(mine.codes[0] ?? '')).toBe('wrong');
    expect(await theirs.person()).toMatchObject({ username: '编辑乙' });
  });

  it('waits for nobody whose half session was made up or changed', async () => {
    const { key } = await enabled();
    const browser = new Browser();
    await browser.password('编辑甲');
    const pair = (browser.headers.get('cookie') ?? '').split('; ').find((one) => one.startsWith('baoda.two_factor='));
    const forged = new Browser();
    for (const value of ['', '2fa-x', '%E0%A4%A', `${pair?.split('=')[1]?.split('.')[0]}.AAAA`]) {
      forged.headers = afterCookies(forged.headers, [`baoda.two_factor=${value}`]);
      expect(await forged.code(codeOf(key))).toBe('ended');
    }
  });

  it('loses half sessions with the password, and when it is taken away', async () => {
    const { key } = await enabled();
    const browser = new Browser();
    await browser.password('编辑甲');
    await resetStaff(desk, '编辑甲', new Date());
    expect(await browser.code(codeOf(key))).toBe('ended');
  });

  it('is turned off with the password and a code, and the password alone is enough again', async () => {
    const { browser, key, codes } = await enabled();
    const end = async (password: string, code: string) => {
      const ended = await endFactor(desk, await browser.asking(), { password, code });
      return ended.ok ? 'off' : ended.code;
    };
    expect(await end('wrong password', codeOf(key))).toBe('password');
    expect(await end(PASSWORD, '000000')).toBe('wrong');
    expect(await end(PASSWORD, '12345-67890-12345')).toBe('wrong');
    expect(await end(PASSWORD, codes[0] ?? '')).toBe('off');
    expect(await browser.person()).toMatchObject({ hasFactor: false });
    expect(await new Browser().password('编辑甲')).toBe('in');
    // Set up anew: another key, and the codes of before open nothing.
    const { key: other } = await turnOn(browser);
    expect(other).not.toBe(key);
    const next = new Browser();
    await next.password('编辑甲');
    expect(await next.code(codes[1] ?? '')).toBe('wrong');
  });

  it('is sealed: the store alone tells neither key nor codes', async () => {
    const { key, codes } = await enabled();
    const rows = JSON.stringify(await readRows(desk.store));
    for (const secret of [key, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(rows).not.toContain(secret);
    const [kept] = (await sql<{ secret: string }>`select secret from staff_two_factor`.execute(desk.store.accounts.db))
      .rows;
    expect(await symmetricDecrypt({ key: SECRET, data: kept?.secret ?? '' })).toBe(key);
  });

  it('says so where it was kept under another BAODA_SECRET', async () => {
    const { key } = await enabled();
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    desk = { ...desk, auth: createAuth(desk.store, `${SECRET}, changed`, null, CHEAP_PASSWORDS) };
    const browser = new Browser();
    expect(await browser.password('编辑甲')).toBe('second_step');
    expect(await browser.code(codeOf(key))).toBe('unreadable');
    expect(await browser.code('12345-67890-12345')).toBe('unreadable');
    expect(String(said.mock.calls)).not.toContain(key);
    said.mockRestore();
  });

  const rule = async (browser: Browser, roles: ('admin' | 'editor')[]) => {
    const { staff } = await browser.asking();
    const { ok } = await setFactorRule(
      desk,
      { ...staff, directory: 'dalian', role: 'admin', stations: [] },
      roles,
      new Date(),
    );
    return ok;
  };

  it('is asked of admins by one who has it; who has none has no role until it is set up', async () => {
    const admin: Partial<Posts> = { roles: { dalian: 'admin' } };
    const [other, owner, editor, elsewhere] = [
      await member('管理员乙', admin),
      await member('总管理甲', { isOwner: true, roles: {} }),
      await member('编辑甲'),
      await member('外地管理员', { roles: { shili: 'admin' } }),
    ];
    expect(await rule(other, ['admin'])).toBe(false);
    const { browser } = await enabled('管理员甲', admin);
    expect(await rule(browser, ['admin'])).toBe(true);
    const none = { mustSetUp: true, roles: {}, isOwner: false };
    expect(await other.person()).toMatchObject(none);
    expect(await owner.person()).toMatchObject(none);
    for (const one of [browser, editor, elsewhere]) expect(await one.person()).toMatchObject({ mustSetUp: false });
    await turnOn(other);
    expect(await other.person()).toMatchObject({ mustSetUp: false, roles: { dalian: 'admin' } });
    expect(await endFactor(desk, await other.asking(), { password: PASSWORD, code: '' })).toMatchObject({
      code: 'required',
    });
    // Whoever becomes an admin is asked for it at once.
    await changePosts(desk, '编辑甲', { roles: { dalian: 'admin' } });
    expect(await editor.person()).toMatchObject(none);
    expect(await rule(browser, [])).toBe(true);
    expect(await owner.person()).toMatchObject({ mustSetUp: false, isOwner: true });
  });

  it('is reset by another admin of theirs, who says why, and every session ends', async () => {
    const { browser } = await enabled('编辑甲');
    await enabled('总管理甲', { isOwner: true, roles: { dalian: 'admin' } });
    const at = (username: string, more: Partial<SignedIn>) => ({ username, isOwner: false, roles: {}, ...more });
    const here = at('管理员甲', { roles: { dalian: 'admin' } });
    const reset = (by: ReturnType<typeof at>, name: string) =>
      resetFactor(desk, by, name, '手机丢了', new Date()).then(
        () => 'done',
        ({ code }: { code: string }) => code,
      );
    expect(await reset(at('外地管理员', { roles: { shili: 'admin' } }), '编辑甲')).toBe('unknown');
    expect(await reset(at('编辑乙', { roles: { dalian: 'editor' } }), '编辑甲')).toBe('unknown');
    expect(await reset(here, '总管理甲')).toBe('theirs');
    expect(await reset(at('总管理甲', { isOwner: true }), '总管理甲')).toBe('own');
    expect(await reset(here, '编辑甲')).toBe('done');
    expect(await reset(here, '编辑甲')).toBe('none');
    expect(await browser.person()).toBeNull();
    expect(await new Browser().password('编辑甲')).toBe('in');
    expect((await listStaff(desk)).map(({ hasFactor }) => hasFactor)).toEqual([false, true]);
    expect(await auditOf()).toContain('account 管理员甲 编辑甲 factor 1');
    expect(await auditOf('shili')).toEqual([]);
  });

  it('leaves in the list how somebody signed in, and what failed, without names that nobody has', async () => {
    const { key } = await enabled();
    const browser = new Browser();
    await browser.password('编辑甲', 'wrong password');
    await browser.password('编辑甲', 'wrong password');
    await browser.password('我的密码是这个');
    await browser.password('编辑甲');
    await browser.code('000000');
    await browser.code(codeOf(key));
    const rows = await auditOf();
    expect(rows.toSorted()).toEqual(
      [
        'failed  password  1',
        'failed 编辑甲 code  1',
        'failed 编辑甲 password  2',
        'factor 编辑甲  on 1',
        'sign_in 编辑甲 Firefox Linux code 1',
        'sign_in 编辑甲 Firefox Linux password 1',
      ].toSorted(),
    );
    expect(JSON.stringify(await readRows(desk.store))).not.toContain('我的密码');
  });
});
