import { scryptSync } from 'node:crypto';
import { getMigrations } from 'better-auth/db/migration';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bothStores, ENGINES } from '../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../test/cheap-passwords.ts';
import { takeRefusals } from '../../test/refusals.ts';
import { openStore } from '../store/store.ts';
import { authOptions, createAuth } from './auth.ts';
import { mayAct } from './desk/roles.ts';
import { endSession, endSessions, listSessions } from './own-account.ts';
import { passwordProblem } from './passwords.ts';
import { readSession } from './read-session.ts';
import { addSetupLink, readLink, redeemLink } from './set-up.ts';
import { checkPassword, SIGN_IN_LIMITS, signIn } from './sign-in.ts';
import { addStaff, changePosts, countEditors, type Desk, disableStaff, listStaff, resetStaff } from './staff.ts';
import { foldUsername } from './usernames.ts';

const SECRET = 'a secret for tests only, of 40 characters';
const NOW = new Date('2026-11-20T01:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const PASSWORD = '晨报 到了没有呀 42';
const typed = (password = PASSWORD, username = '') => ({ username, password, again: password });

const stores = bothStores();

describe.each(ENGINES)('the people of a desk on %s', (engine) => {
  let desk: Desk;

  beforeEach(async () => {
    const store = await openStore(await stores.newPlace(engine));
    desk = { store, auth: createAuth(store, SECRET, null, CHEAP_PASSWORDS) };
    return () => store.close();
  });

  const enter = (username: string, password = PASSWORD, headers = new Headers()) =>
    signIn(desk, { username, password }, headers, NOW.getTime());
  /** Signs in and gives the headers of the browser's next request. */
  async function cookieOf(username: string): Promise<Headers> {
    const result = await enter(username);
    if (!result.ok) throw new Error(`refused: ${result.code}`);
    const cookies = result.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
    return new Headers({ cookie: cookies.join('; ') });
  }
  async function member(username: string, role: 'editor' | 'admin' | 'agent'): Promise<void> {
    const isOwner = role === 'admin';
    const link = await addStaff(desk, { username, isOwner, roles: { dalian: role } }, NOW);
    expect(await redeemLink(desk, link.token, typed(), NOW)).toMatchObject({ ok: true });
  }

  it('stand in exactly the tables that better-auth asks for', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(authOptions(desk.store.accounts, SECRET, null));
    expect([toBeCreated, toBeAdded]).toEqual([[], []]);
  });

  it('begin with one admin, made by the set-up link and only once', async () => {
    const link = await addSetupLink(desk, NOW);
    const token = link?.token ?? '';
    expect(await readLink(desk, token, NOW)).toEqual({ name: null });
    expect(await readLink(desk, token, later(31))).toBeNull();
    expect(await redeemLink(desk, token, typed(PASSWORD, '管理员甲'), NOW)).toEqual({ ok: true, username: '管理员甲' });
    expect(await redeemLink(desk, token, typed(PASSWORD, '管理员乙'), NOW)).toEqual({ ok: false, code: 'link.gone' });
    expect(await addSetupLink(desk, NOW)).toBeNull();
    expect(await listStaff(desk)).toMatchObject([
      { username: '管理员甲', isOwner: true, roles: { dalian: 'admin' }, disabled: false },
    ]);
  });

  it('sign in and out; the session says who they are', async () => {
    await member('编辑甲', 'editor');
    const headers = await cookieOf('编辑甲');
    expect(await readSession(desk, headers)).toMatchObject({
      username: '编辑甲',
      isOwner: false,
      roles: { dalian: 'editor' },
    });
    expect(await readSession(desk, new Headers())).toBeNull();
    await desk.auth.api.signOut({ headers });
    expect(await readSession(desk, headers)).toBeNull();
  });

  it('see their sessions, end one of them, end none of anybody else, or all at once', async () => {
    await member('编辑甲', 'editor');
    await member('编辑乙', 'editor');
    const [office, home, other] = [await cookieOf('编辑甲'), await cookieOf('编辑甲'), await cookieOf('编辑乙')];
    const at = async (headers: Headers) => {
      const staff = await readSession(desk, headers);
      if (!staff) throw new Error('nobody is signed in');
      return staff;
    };
    const { id, session } = await at(home);
    const theirs = await at(other);
    expect((await listSessions(desk, id)).map((one) => one.id).toSorted()).toEqual(
      [session, (await at(office)).session].toSorted(),
    );
    await endSession(desk, id, theirs.session);
    expect(await readSession(desk, other)).not.toBeNull();
    await endSession(desk, id, session);
    expect([await readSession(desk, home), await readSession(desk, office)]).toEqual([
      null,
      expect.objectContaining({ username: '编辑甲' }),
    ]);
    await endSessions(desk, id);
    expect(await readSession(desk, office)).toBeNull();
    expect(await readSession(desk, other)).not.toBeNull();
  });

  it('set no password that is short, common, their name or typed differently twice', async () => {
    const { token } = await addStaff(desk, { username: 'bianji-jia', roles: { dalian: 'editor' } }, NOW);
    const attempt = async (password: string, again = password) => {
      const result = await redeemLink(desk, token, { username: '', password, again }, NOW);
      return result.ok ? 'ok' : result.code;
    };
    expect(await attempt('短')).toBe('password.too_short');
    expect(await attempt('1234567890')).toBe('password.common');
    expect(await attempt('Bianji-Jia-2026')).toBe('password.has_name');
    expect(await attempt(PASSWORD, `${PASSWORD}!`)).toBe('password.differs');
    expect(await attempt(PASSWORD)).toBe('ok');
  });

  it('answer alike to an unknown name, a wrong password, an odd name and a disabled account', async () => {
    await member('编辑甲', 'editor');
    await member('编辑乙', 'editor');
    await disableStaff(desk, '编辑乙');
    const answers = await Promise.all([
      enter('编辑甲', 'wrong password'),
      enter('没有这个人'),
      enter("' or 1=1 --\u0000"),
      enter('编辑乙'),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, code: 'refused' });
  });

  it('cost one look at a password whoever is named, so that time does not tell who has an account', async () => {
    await member('编辑甲', 'editor');
    await member('编辑乙', 'editor');
    await disableStaff(desk, '编辑乙');
    await addStaff(desk, { username: '编辑丙', roles: { dalian: 'editor' } }, NOW); // has opened no link yet
    const { password } = await desk.auth.$context;
    const looks = [vi.spyOn(password, 'hash'), vi.spyOn(password, 'verify')];
    for (const [name, typedPassword] of [
      ['编辑甲', 'wrong password'],
      ['编辑乙', PASSWORD],
      ['编辑丙', PASSWORD],
      ['没有这个人', PASSWORD],
      ["' or 1=1 --\u0000", PASSWORD],
    ] as const) {
      for (const look of looks) look.mockClear();
      expect(await enter(name, typedPassword)).toMatchObject({ ok: false, code: 'refused' });
      expect(
        looks.reduce((sum, look) => sum + look.mock.calls.length, 0),
        name,
      ).toBe(1);
    }
  });

  it('have passwords that cost as much to guess as better-auth makes them cost', async () => {
    const { password } = await createAuth(desk.store, SECRET, null).$context;
    const [salt = '', kept] = (await password.hash(PASSWORD)).split(':');
    const cost = { N: 16384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
    expect(kept).toBe(scryptSync(PASSWORD.normalize('NFKC'), salt, 64, cost).toString('hex'));
  });

  it('begin with one admin where two set-up links are opened at once', async () => {
    const links = [await addSetupLink(desk, NOW), await addSetupLink(desk, NOW)];
    const made = await Promise.all(
      links.map((link, at) => redeemLink(desk, link?.token ?? '', typed(PASSWORD, `管理员${at}`), NOW)),
    );
    expect(made.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await listStaff(desk)).toHaveLength(1);
  });

  it('sign in with the longest password there may be, in whatever characters', async () => {
    const longest = Array.from({ length: 128 }, (_, at) => String.fromCodePoint(0x20000 + at)).join('');
    const { token } = await addStaff(desk, { username: '编辑甲', roles: { dalian: 'editor' } }, NOW);
    expect(await redeemLink(desk, token, typed(longest), NOW)).toMatchObject({ ok: true });
    expect(await enter('编辑甲', longest)).toMatchObject({ ok: true });
    expect(await enter('编辑甲', `${longest}x`)).toMatchObject({ ok: false });
  });

  const at = (address: string, cookie = '') => new Headers({ 'x-baoda-client-address': address, cookie });
  const guess = async (times: number, headers: Headers, name = '编辑甲') => {
    for (let i = 0; i < times; i += 1)
      expect(await enter(name, 'wrong password', headers)).toMatchObject({ code: 'refused' });
  };
  /** Counts as often as if it had happened. */
  async function fill(bucket: RegExp, count: number): Promise<void> {
    const { db } = desk.store.accounts;
    const rows = (await db
      .selectFrom('attempt' as never)
      .selectAll()
      .execute()) as { bucket: string }[];
    for (const { bucket: own } of rows.filter(({ bucket: one }) => bucket.test(one)))
      await db
        .updateTable('attempt' as never)
        .set({ count } as never)
        .where('bucket' as never, '=', own as never)
        .execute();
  }

  it('have ten guesses from each client, which a right password gives back and nobody else uses up', async () => {
    await member('编辑甲', 'editor');
    const { perNameAndClient } = SIGN_IN_LIMITS;
    const [stranger, own] = [at('2001:db8:1:2300::1'), at('192.0.2.9')];
    await guess(perNameAndClient, stranger);
    takeRefusals();
    expect(await enter('编辑甲', PASSWORD, at('2001:DB8:1:23ff::9'))).toMatchObject({
      code: 'too_many',
      retryAfter: 600,
    });
    expect(takeRefusals()).toEqual({ sign_ins: 1 });
    expect(await enter('ＢＩＡＮＪＩ', PASSWORD, stranger)).toMatchObject({ code: 'refused' });
    await guess(perNameAndClient - 1, own);
    expect(await enter('编辑甲', PASSWORD, own)).toMatchObject({ ok: true });
    await guess(perNameAndClient, own);
    expect(await enter('编辑甲', PASSWORD, own)).toMatchObject({ code: 'too_many' });
    const next = await signIn(desk, { username: '编辑甲', password: PASSWORD }, own, later(10).getTime());
    expect(next.ok).toBe(true);
  });

  it.each([
    ['their name', /^sign-in-name:/, SIGN_IN_LIMITS.heldAbovePerName, [1, 1, 2]],
    ['all names', /^sign-in$/, SIGN_IN_LIMITS.heldAbove, [1]],
  ])(
    'are held for a moment, one at a time, and never refused where many guess at %s',
    async (_, bucket, count, turns) => {
      if (engine !== 'sqlite') return; // the same counts, and it takes seconds
      await member('编辑甲', 'editor');
      await guess(1, at('192.0.2.1'));
      await fill(bucket, count);
      takeRefusals();
      const began = performance.now();
      const clients = ['192.0.2.8', '192.0.2.7', '192.0.2.7'].slice(0, turns.length);
      const times = await Promise.all(
        clients.map(async (address) => {
          expect(await enter('编辑甲', PASSWORD, at(address))).toMatchObject({ ok: true });
          return Math.floor((performance.now() - began) / 1990);
        }),
      );
      expect(times).toEqual(turns);
      expect(takeRefusals()).toEqual({ sign_ins_held: turns.length });
    },
  );

  it('have no more than two passwords looked at at once, so that files and pages have threads left', async () => {
    await member('编辑甲', 'editor');
    const { password } = await desk.auth.$context;
    let [now, most] = [0, 0];
    const two = Promise.withResolvers<void>();
    vi.spyOn(password, 'verify').mockImplementation(async () => {
      now += 1;
      most = Math.max(most, now);
      if (now === 2) two.resolve();
      await two.promise; // the first waits for a second: without this a busy machine would never have two at once
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return false;
    });
    const tries = Array.from({ length: 9 }, (_, n) => enter('编辑甲', 'wrong password', at(`192.0.2.${n}`)));
    for (const result of await Promise.all(tries)) expect(result).toMatchObject({ code: 'refused' });
    expect(most).toBe(2);
  });

  it('are counted alike where they give their password within the desk', async () => {
    await member('编辑甲', 'editor');
    const check = (password: string, headers = at('192.0.2.9')) =>
      checkPassword(desk, { username: '编辑甲', password }, headers, NOW.getTime());
    expect(await check(PASSWORD)).toBe('right');
    for (let i = 0; i < SIGN_IN_LIMITS.perNameAndClient; i += 1) expect(await check('wrong password')).toBe('wrong');
    expect(await check(PASSWORD)).toBe(600);
    expect(await check(PASSWORD, at('192.0.2.8'))).toBe('right');
  });

  it('are not locked out of a browser they have used before by whoever guesses at their name', async () => {
    await member('编辑甲', 'editor');
    const first = await enter('编辑甲');
    const mark = first.ok && first.device ? first.device : { name: '', value: '' };
    await guess(SIGN_IN_LIMITS.perNameAndClient, new Headers());
    const from = (cookie: string) => enter('编辑甲', PASSWORD, new Headers({ cookie }));
    expect(await from('')).toMatchObject({ code: 'too_many' });
    expect(await from(`${mark.name}=${mark.value.slice(0, -2)}xx`)).toMatchObject({ code: 'too_many' });
    expect(await from(`x=1; ${mark.name}=${mark.value}`)).toMatchObject({ ok: true, device: null });
    await guess(SIGN_IN_LIMITS.perNameAndClient, new Headers({ cookie: `${mark.name}=${mark.value}` }));
    expect(await from(`${mark.name}=${mark.value}`)).toMatchObject({ code: 'too_many' });
  });

  it('have no name of a megabyte, however it would fold', async () => {
    await member('编辑甲', 'editor');
    expect(foldUsername('\ufdfa'.repeat(300_000))).toBe('');
    expect(await enter(`编辑甲${' '.repeat(300_000)}x`)).toMatchObject({ code: 'refused' });
    const long = { username: `编辑乙${' '.repeat(300)}x`, roles: { dalian: 'editor' } } as const;
    await expect(addStaff(desk, long, NOW)).rejects.toMatchObject({ code: 'name.invalid' });
  });

  it('have no guess counted in all that is refused anyway', async () => {
    await member('编辑甲', 'editor');
    const { perNameAndClient, windowSeconds } = SIGN_IN_LIMITS;
    for (let i = 0; i < perNameAndClient + 5; i += 1) await enter('nobody', 'wrong password', at('192.0.2.1'));
    const all = { bucket: 'sign-in', now: NOW.getTime() / 1000, window: windowSeconds };
    expect(await desk.store.attempts.peek(all)).toBe(perNameAndClient);
  });

  it('lose their sessions at once when they are disabled or reset', async () => {
    await member('编辑甲', 'editor');
    const headers = await cookieOf('编辑甲');
    const { token } = await resetStaff(desk, '编辑甲', NOW);
    expect(await readSession(desk, headers)).toBeNull();
    expect(await enter('编辑甲')).toMatchObject({ ok: false });
    await redeemLink(desk, token, typed(), NOW);
    const again = await cookieOf('编辑甲');
    await disableStaff(desk, '编辑甲');
    expect(await readSession(desk, again)).toBeNull();
  });

  it('have unique names, and their stations', async () => {
    await member('管理员甲', 'admin');
    await expect(addStaff(desk, { username: '管理员甲', roles: {} }, NOW)).rejects.toMatchObject({
      code: 'name.taken',
    });
    await expect(addStaff(desk, { username: '', roles: {} }, NOW)).rejects.toMatchObject({ code: 'name.invalid' });
    const stations = [{ directory: 'dalian', station: 'shahe' }];
    await addStaff(desk, { username: '投递员甲', roles: { dalian: 'agent' }, stations }, NOW);
    expect((await listStaff(desk)).at(-1)).toMatchObject({ username: '投递员甲', stations });
    expect([await countEditors(desk, 'dalian'), await countEditors(desk, 'elsewhere')]).toEqual([1, 0]);
    await changePosts(desk, '投递员甲', { roles: { dalian: 'editor' } });
    expect((await listStaff(desk)).at(-1)).toMatchObject({ roles: { dalian: 'editor' }, stations: [] });
    expect(await countEditors(desk, 'dalian')).toBe(2);
  });

  describe('keep an owner', () => {
    const owners = async () =>
      (await listStaff(desk)).filter(({ isOwner, disabled }) => isOwner && !disabled).map(({ username }) => username);
    const lose = [
      ['made none', (name: string) => changePosts(desk, name, { isOwner: false })],
      ['disabled', (name: string) => disableStaff(desk, name)],
    ] as const;

    it.each(lose)('who is the only one and would be %s', async (_name, end) => {
      await member('管理员甲', 'admin');
      await enter('管理员甲');
      await expect(end('管理员甲')).rejects.toMatchObject({ code: 'owner.last' });
      // One whose link was never opened is nobody to fall back on.
      await addStaff(desk, { username: '管理员乙', isOwner: true, roles: {} }, NOW);
      await expect(end('管理员甲')).rejects.toMatchObject({ code: 'owner.last' });
      expect(await owners()).toEqual(['管理员甲', '管理员乙']);
      expect(await enter('管理员甲')).toMatchObject({ ok: true });
      await end('管理员乙');
      expect(await owners()).toEqual(['管理员甲']);
    });

    it.each(lose)('where two would be %s at once', async (_name, end) => {
      for (const name of ['管理员甲', '管理员乙']) {
        await member(name, 'admin');
        await enter(name);
      }
      const ended = await Promise.allSettled([end('管理员甲'), end('管理员乙')]);
      expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await owners()).toHaveLength(1);
    });
  });
});

describe('roles', () => {
  it('let an admin do all, and the others their own', () => {
    expect(mayAct('admin', ['editor'])).toBe(true);
    expect(mayAct('editor', ['editor'])).toBe(true);
    expect(mayAct('agent', ['editor', 'dispatcher'])).toBe(false);
  });
});

describe('a password', () => {
  it.each(['0123456789', 'QWERTYUIOP', 'aaaaaaaaaaaa', 'abcabcabcabc', '18500000000', 'Password123'])(
    '%s is common',
    (password) => {
      expect(passwordProblem(password, '编辑甲')).toBe('password.common');
    },
  );
});
