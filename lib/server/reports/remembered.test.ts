import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { addDays, dayOf, daysLater } from '../../reports/days.ts';

const folder = mkdtempSync(join(tmpdir(), 'baoda-remembered-'));
vi.stubEnv('BAODA_STORE', join(folder, 'baoda.db'));
vi.stubEnv('BAODA_SECRET', 'a secret for tests only, not used anywhere');
vi.stubEnv('BAODA_ORIGIN', 'https://baoda.example');
vi.stubEnv('DATABASE_URL', '');

const { DRAFT_COOKIE, readDraft } = await import('./drafts.ts');
const { answerForm } = await import('./form-route.ts');
const { fileReport } = await import('./file.ts');
const { openReportOffice } = await import('./office.ts');
const { findRemembered, REMEMBERED_COOKIE } = await import('./remembered.ts');
const { sendTrack } = await import('./send-track.ts');
const { eraseReport } = await import('./track.ts');
const { GUESS_LIMITS } = await import('./limits.ts');
const { closeStore, getStore } = await import('../store.ts');

afterAll(async () => {
  await closeStore();
  await rm(folder, { recursive: true, force: true });
});

const yesterday = addDays(dayOf(new Date().toISOString()), -1);

async function open() {
  const office = await openReportOffice('dalian');
  if (!office) throw new Error('no directory');
  return office;
}

let keys = 0;
async function file(changes: object = {}) {
  const typed = { station: 'jinxiu', kind: 'missed', dates: [yesterday], wanted: 'record', ...changes };
  const sender = { by: { role: 'reader', name: null }, address: null } as const;
  const filed = await fileReport(await open(), typed, `key-for-remembered-${++keys}`, sender);
  if (!filed.ok) throw new Error(filed.reason);
  return filed.receipt;
}

/** A phone's browser: it keeps the cookies it is given and sends them where they belong. */
function aPhone(address = '192.0.2.1') {
  const cookies = new Map<string, string>();
  const set = (line: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/Max-Age=0/.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  };
  return {
    cookies,
    async send(fields: Record<string, string>) {
      const headers = {
        'x-baoda-client-address': address,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      };
      const body = new URLSearchParams(fields);
      const request = new Request('http://localhost/dalian/track/send', { method: 'POST', headers, body });
      const answer = await answerForm(request, (posted) => sendTrack('dalian', posted));
      const lines = answer.headers.getSetCookie();
      for (const line of lines) set(line);
      return { status: answer.status, to: answer.headers.get('location'), lines };
    },
    draft: () => readDraft(cookies.get(DRAFT_COOKIE), 'dalian'),
    async has() {
      return (await findRemembered(await open(), cookies.get(REMEMBERED_COOKIE))).map(({ ref }) => ref);
    },
  };
}

async function aPhoneThatRemembers() {
  const { ref, secret } = await file();
  const phone = aPhone();
  await phone.send({ act: 'open', ref, code: secret });
  const { lines } = await phone.send({ act: 'remember' });
  return { ref, phone, lines };
}

describe('a report that a phone remembers', () => {
  it('is opened by one touch, without number and code, by that phone alone', async () => {
    const { ref, phone } = await aPhoneThatRemembers();
    expect(await phone.has()).toEqual([ref]);
    phone.cookies.delete(DRAFT_COOKIE); // an hour later
    expect(await phone.send({ act: 'mine', ref })).toMatchObject({ status: 303, to: '/dalian/track' });
    expect((await phone.draft()).tracked).toBe(ref);
    const other = aPhone();
    await other.send({ act: 'mine', ref });
    expect((await other.draft()).tracked).toBeNull();
  });

  it('stands under a cookie of the tracking page alone, for 60 days, that no script reads; the store has no token', async () => {
    const { phone, lines } = await aPhoneThatRemembers();
    const [, line = ''] = lines;
    expect(line).toMatch(
      /^remembered=[\w-]{43}; Path=\/dalian\/track; Max-Age=5184000; HttpOnly; SameSite=Lax; Secure$/,
    );
    const rows = await (await getStore()).accounts.db.selectFrom('remembered_report').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(phone.cookies.get(REMEMBERED_COOKIE));
  });

  it('is another token with each report, with what the one before had; a token that was planted gets nothing', async () => {
    const { ref, phone } = await aPhoneThatRemembers();
    const planted = phone.cookies.get(REMEMBERED_COOKIE) ?? '';
    const next = await file();
    await phone.send({ act: 'open', ref: next.ref, code: next.secret });
    await phone.send({ act: 'remember' });
    expect(await phone.has()).toEqual([next.ref, ref]);
    const planter = aPhone();
    planter.cookies.set(REMEMBERED_COOKIE, planted);
    expect(await planter.has()).toEqual([ref]);
    const later = { ...(await open()), now: daysLater(new Date().toISOString(), 1) };
    expect(await findRemembered(later, planted)).toEqual([]);
    const stranger = aPhone();
    stranger.cookies.set(REMEMBERED_COOKIE, 'A'.repeat(43));
    await stranger.send({ act: 'open', ref: next.ref, code: next.secret });
    await stranger.send({ act: 'remember' });
    expect(stranger.cookies.get(REMEMBERED_COOKIE)).not.toBe('A'.repeat(43));
  });

  it('is forgotten by a touch: this one, or all of them', async () => {
    const { ref, phone } = await aPhoneThatRemembers();
    const next = await file();
    await phone.send({ act: 'open', ref: next.ref, code: next.secret });
    await phone.send({ act: 'remember' });
    await phone.send({ act: 'forget' });
    expect(await phone.has()).toEqual([ref]);
    expect(phone.cookies.has(REMEMBERED_COOKIE)).toBe(true);
    await phone.send({ act: 'forget_all' });
    expect(phone.cookies.has(REMEMBERED_COOKIE)).toBe(false);
  });

  it('goes with the report, and its phone is told no more than that it is not there', async () => {
    const { ref, phone } = await aPhoneThatRemembers();
    const stored = await (await getStore()).reports.find(ref);
    if (!stored) throw new Error('lost');
    await eraseReport(await open(), stored);
    expect(await phone.has()).toEqual([]);
    expect(await phone.send({ act: 'mine', ref })).toMatchObject({ status: 303, to: '/dalian/track' });
    expect(phone.cookies.has(REMEMBERED_COOKIE)).toBe(false);
  });

  it.each(['A'.repeat(43), 'x', "' or 1=1", ''])('is not there for the token %j, which is forgotten', async (token) => {
    const { ref } = await file();
    const phone = aPhone();
    phone.cookies.set(REMEMBERED_COOKIE, token);
    const { status, to } = await phone.send({ act: 'mine', ref });
    expect([status, to]).toEqual([303, '/dalian/track']);
    expect(phone.cookies.has(REMEMBERED_COOKIE)).toBe(false);
  });

  it('needs the code once: nobody remembers a report by its number', async () => {
    const { ref } = await file();
    const phone = aPhone();
    await phone.send({ act: 'remember', ref });
    await phone.send({ act: 'remember', of: 'receipt', ref });
    expect(phone.cookies.has(REMEMBERED_COOKIE)).toBe(false);
    expect((await phone.draft()).trackNotice).toMatchObject({ code: 'gone' });
  });
});

describe('a code as it was typed', () => {
  const WRONG = '384027159648';
  const guesses = async () => {
    const rows = await (await getStore()).accounts.db.selectFrom('attempt').selectAll().execute();
    return rows.filter(({ bucket }) => bucket.startsWith('guess')).reduce((sum, { count }) => sum + count, 0);
  };

  it('stays in its field, and in the store nobody reads it', async () => {
    const { ref } = await file();
    const phone = aPhone('192.0.2.50');
    await phone.send({ act: 'open', ref, code: WRONG });
    expect((await phone.draft()).trackNotice).toEqual({ code: 'unknown', typed: ref, secret: WRONG });
    const rows = await (await getStore()).accounts.db.selectFrom('report_draft').selectAll().execute();
    expect(JSON.stringify(rows)).toContain(ref);
    expect(JSON.stringify(rows)).not.toContain(WRONG);
  });

  it('goes once a report is open', async () => {
    const { ref, secret } = await file();
    const phone = aPhone('192.0.2.51');
    await phone.send({ act: 'open', ref, code: WRONG });
    await phone.send({ act: 'open', ref, code: secret });
    expect(await phone.draft()).toMatchObject({ tracked: ref, trackNotice: null });
  });

  it.each(['3840 2715 964', '3840 2715 9640', '3840 2715 96481', '3840 2715 964O'])(
    'that is none, %j, is a slip and counts as no guess, also where all guesses are used up',
    async (code) => {
      const { ref } = await file();
      const before = await guesses();
      const phone = aPhone('192.0.2.52');
      for (let n = 0; n <= GUESS_LIMITS.perReportAnHour / 20; n += 1)
        expect(await phone.send({ act: 'open', ref, code })).toMatchObject({ status: 303, to: '/dalian/track#check' });
      expect((await phone.draft()).trackNotice).toEqual({ code: 'slip', typed: ref, secret: code });
      expect(await guesses()).toBe(before);
    },
  );
});
