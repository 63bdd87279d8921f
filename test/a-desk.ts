import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { symmetricEncrypt } from 'better-auth/crypto';
import { addDays, dayOf, daysLater } from '../lib/reports/days.ts';
import type { Channel } from '../lib/reports/messages/channel.ts';
import type { SpecialDay } from '../lib/reports/special-days.ts';
import { saveCall } from '../lib/server/calling.ts';
import { readCity, readPrintedTable } from '../lib/server/cities.ts';
import type { DeskAction } from '../lib/server/desk/roles.ts';
import { getDesk } from '../lib/server/desk.ts';
import { newDraftBody } from '../lib/server/editions/draft.ts';
import { findEditions, openFile, previewOf, publishEdition } from '../lib/server/editions/editions.ts';
import { makeCity } from '../lib/server/made-cities/make-city.ts';
import { readNewCity } from '../lib/server/made-cities/read-new-city.ts';
import { publishNotice } from '../lib/server/notices.ts';
import { readSession, type SignedIn } from '../lib/server/read-session.ts';
import { newRecoveryCodes } from '../lib/server/recovery-codes.ts';
import { fileReport } from '../lib/server/reports/file.ts';
import { openReportOffice } from '../lib/server/reports/office.ts';
import { phrasesMark } from '../lib/server/reports/phrases.ts';
import { stepByStaff } from '../lib/server/reports/staff-step.ts';
import { findDeskDirectory, saveCity, saveDecisions } from '../lib/server/review.ts';
import { inCity, signInFor } from '../lib/server/session.ts';
import { redeemLink } from '../lib/server/set-up.ts';
import { addStaff, type Posts, requireStaff } from '../lib/server/staff.ts';
import { closeStore } from '../lib/server/store.ts';
import { codeOfStep, stepAt } from '../lib/server/totp.ts';
import { FIRST_PHRASES } from '../lib/wording/phrases.ts';
import { EXAMPLE_FOLDER } from './example-city.ts';
import { addOldReports } from './old-reports.ts';
import { makePlaceOf } from './place-of.ts';

/**
 * A desk with people, decisions and reports in the process's own store, put back before each test. For tests that send
 * forms to it as a browser would.
 */

/** The environment is read when the store is opened, at the first question. */
const FILE = join(mkdtempSync(join(tmpdir(), 'baoda-desk-')), 'baoda.db');
const FIRST = '.first';
process.env.BAODA_STORE = FILE;
process.env.BAODA_ALLOW_PRIVATE_WEBHOOKS = '1'; // its robot is on this machine
/** Two cities, so that what is one's can be kept from the other. */
process.chdir(makePlaceOf([EXAMPLE_FOLDER], ['dalian']));

/**
 * Who asks: each role of the city, an owner who has none there, somebody who is admin of another city alone, nobody, and
 * an admin whose account was disabled while a session of theirs still stands.
 */
export const PEOPLE = ['admin', 'editor', 'dispatcher', 'agent', 'owner', 'elsewhere', 'nobody', 'disabled'] as const;
export type Person = (typeof PEOPLE)[number];

export const PASSWORD = '示例口令 2026 报到';
export const DIRECTORY = 'dalian';
const today = dayOf(new Date().toISOString());
const yesterday = addDays(today, -1);
/** What the browser of each sends. */
export const cookies: Partial<Record<Person, string>> = {};
/** Another session of the same person. */
const otherSessions: Partial<Record<Person, string>> = {};
const known = { token: '', undo: '', call: '', proposal: '', city: '', accepted: '', submitted: '', draft: '' };

/** A newer notice, which prints the same. */
const NOTICE = { title: '示例新通知', from: '2026-12-01', areaCode: '0411' };
/** What an office tells readers. */
const NOTICE_FIELDS = {
  kind: 'late',
  papers: '《示例晚报》',
  scope: 'city',
  cause: 'van',
  expected: '',
  text: '',
  office: '示例报社发行部',
};
/** So many hours from now, as a field for a moment in China has it. */
const chinaMinute = (hours: number) => new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 16);
const printedText = async () => Buffer.from(readPrintedTable(DIRECTORY, readCity(DIRECTORY).edition)).toString('utf8');

/** A browser's next cookies, after an answer. */
export const cookieHeader = (set: readonly string[]) => set.map((cookie) => cookie.split(';', 1)[0]).join('; ');

async function enter(username: string): Promise<{ cookie: string; person: SignedIn }> {
  const result = await signInFor({ username, password: PASSWORD }, new Headers());
  if (!result.ok) throw new Error(result.code);
  return { cookie: cookieHeader(result.cookies), person: result.person };
}

/** What each of them is. */
export const POSTS: Record<Exclude<Person, 'nobody'> | '编辑乙', Partial<Posts>> = {
  admin: { roles: { [DIRECTORY]: 'admin' } },
  editor: { roles: { [DIRECTORY]: 'editor' } },
  dispatcher: { roles: { [DIRECTORY]: 'dispatcher' } },
  agent: { roles: { [DIRECTORY]: 'agent' }, stations: [{ directory: DIRECTORY, station: 'jinxiu' }] },
  owner: { isOwner: true },
  elsewhere: { roles: { shili: 'admin' } },
  disabled: { isOwner: true, roles: { [DIRECTORY]: 'admin' } },
  编辑乙: { roles: { [DIRECTORY]: 'editor' } },
};

async function addPeople(): Promise<void> {
  const desk = await getDesk();
  for (const person of [...PEOPLE.filter((one) => one !== 'nobody'), '编辑乙'] as const) {
    const username = `示例${person}`;
    const { token } = await addStaff(desk, { username, ...POSTS[person] }, new Date());
    await redeemLink(desk, token, { username, password: PASSWORD, again: PASSWORD }, new Date());
    if (person === '编辑乙') continue;
    const { cookie, person: entered } = await enter(username);
    cookies[person] = cookie;
    otherSessions[person] = (await enter(username)).person.session;
    if (person !== 'disabled') continue;
    // Not by the function that ends the sessions too: they are what this is about.
    await (await desk.auth.$context).internalAdapter.updateUser(entered.id, { banned: true });
  }
  known.token = (await addStaff(desk, { username: '示例新人', roles: { [DIRECTORY]: 'editor' } }, new Date())).token;
}

/** The secrets of second factors, by whose they are. */
const factors: Partial<Record<Person | 'waiting', string>> = {};

/** Gives somebody a second factor as it is once it is set up, or while it is. Nobody, and who may not, has none. */
async function giveFactor(person: Person, state: 'on' | 'pending' = 'on'): Promise<string> {
  const desk = await getDesk();
  const signedIn = await readSession(desk, new Headers({ cookie: cookies[person] ?? '' }));
  return signedIn === null ? '' : keepFactor(signedIn, state);
}

async function keepFactor({ id, session }: Pick<SignedIn, 'id' | 'session'>, state: 'on' | 'pending') {
  const { auth, store } = await getDesk();
  const { adapter, internalAdapter, secretConfig: key } = await auth.$context;
  const secret = `a-secret-of-a-test-${id}`;
  const kept = { secret: await symmetricEncrypt({ key, data: secret }), verified: state === 'on' };
  const backupCodes = await symmetricEncrypt({ key, data: JSON.stringify(newRecoveryCodes()) });
  await adapter.create({ model: 'twoFactor', data: { ...kept, backupCodes, userId: id } });
  if (state === 'on') await internalAdapter.updateUser(id, { twoFactorEnabled: true });
  else await store.secondFactors.begin(id, session, new Date().toISOString());
  return secret;
}

const codeOf = async (person: Person, state: 'on' | 'pending') =>
  codeOfStep(await giveFactor(person, state), stepAt(Date.now()));

/** In every browser a sign-in of somebody waits for its code, for as long as the tests take. */
async function addHalfSession(): Promise<void> {
  const { auth } = await getDesk();
  const username = '示例编辑乙';
  factors.waiting = await keepFactor({ ...(await requireStaff(await getDesk(), username)), session: '' }, 'on');
  const result = await signInFor({ username, password: PASSWORD }, new Headers());
  if (result.ok || result.code !== 'second_step') throw new Error('no code was asked for');
  const half = result.cookies.filter((cookie) => cookie.startsWith('baoda.two_factor='));
  for (const person of PEOPLE) cookies[person] = [cookies[person], cookieHeader(half)].filter(Boolean).join('; ');
  const { adapter } = await auth.$context;
  const expiresAt = new Date(Date.now() + 86_400_000);
  await adapter.updateMany({
    model: 'verification',
    where: [{ field: 'identifier', operator: 'contains', value: '2fa-' }],
    update: { expiresAt },
  });
}

const seenOf = async (record: string | null) =>
  (await findDeskDirectory(await getDesk(), DIRECTORY))?.history.findLast((row) => row.record === record)?.seq ?? 0;

/** The first flag about a station that is more than said. */
async function flagOf(record: string): Promise<string> {
  const flags = (await findDeskDirectory(await getDesk(), DIRECTORY))?.directory.flags ?? [];
  return flags.find(({ subject, severity }) => subject.record === record && severity !== 'info')?.id ?? '';
}

async function saved(record: string, input: { action: 'correct' | 'unverifiable'; value: string }): Promise<string> {
  const desk = await getDesk();
  const common = {
    directory: DIRECTORY,
    staff: { username: '示例编辑乙' },
    seen: { [record]: await seenOf(record) },
    now: new Date(),
  };
  const decision = {
    flag: await flagOf(record),
    phone: null,
    how: 'called',
    reason: '示例',
    shared: false,
    ...input,
  } as const;
  const result = await saveDecisions(desk, common, [decision]);
  if (!result?.ok) throw new Error(JSON.stringify(result));
  return result.rows[0]?.id ?? '';
}

async function addReport(key: string): Promise<string> {
  const office = await openReportOffice(DIRECTORY);
  if (!office) throw new Error('no directory');
  const form = { station: 'jinxiu', kind: 'missed', dates: [yesterday], wanted: 'call_back', phone: '138 0000 0000' };
  const result = await fileReport(office, form, key, { by: { role: 'reader', name: null }, address: null });
  if (!result.ok) throw new Error(result.reason);
  return result.receipt.ref;
}

/** More reports that are to be erased by their age than a day erases by itself. */
async function addManyOldReports(): Promise<void> {
  const { store } = await getDesk();
  const now = new Date().toISOString();
  await addOldReports(store, 'closed', 60, daysLater(now, -400));
  await store.clock.pass(now);
}

/** A second edition in force, and a draft of a third. */
async function addEditions(): Promise<void> {
  const { store } = await getDesk();
  const editions = await findEditions(store, DIRECTORY);
  if (!editions) throw new Error('no directory');
  const bytes = Buffer.from(await printedText());
  const said = { notice: NOTICE, choice: {}, answers: new Map<string, boolean>(), kept: new Set<string>() };
  const file = await openFile(bytes, 'edition.tsv');
  const author = { by: '示例编辑乙', at: new Date().toISOString(), approvedBy: null, way: 'command' } as const;
  await publishEdition(store, editions, previewOf(editions, file, said, new Date()), file, author);
  known.draft = 'a-draft-of-a-test';
  const draft = { id: known.draft, directory: DIRECTORY, by: author.by, at: author.at, fileName: 'edition.tsv' };
  await store.editionDrafts.add({ ...draft, sha256: '0'.repeat(64), body: newDraftBody(NOTICE) }, bytes);
}

/** Fills the store, which is empty. */
async function addNotice(): Promise<void> {
  const desk = await getDesk();
  const state = await findDeskDirectory(desk, DIRECTORY);
  if (!state) throw new Error('no directory');
  const typed = { ...NOTICE_FIELDS, districts: [], stations: [], from: '', until: chinaMinute(2) };
  const author = { by: '示例编辑乙', at: new Date().toISOString() };
  const { kind } = await publishNotice({ store: desk.store, directory: state.directory }, typed, author);
  if (kind !== 'saved') throw new Error(kind);
}

/** What the list of calls is tried with. */
const CALLED = { station: 'malanzi', phone: 'malanzi-office-1' } as const;

/** A call that nobody took. */
async function addCall(): Promise<void> {
  const common = { directory: DIRECTORY, staff: { username: '示例编辑乙' }, seen: {}, now: new Date() };
  const said = { phone: CALLED.phone, outcome: 'unanswered', reason: '' } as const;
  const result = await saveCall(await getDesk(), common, said);
  if (!result?.ok) throw new Error(JSON.stringify(result));
  known.call = result.rows[0]?.id ?? '';
}

/** Another title of the notice, which an admin put right. */
async function addTitle(): Promise<void> {
  const common = { directory: DIRECTORY, staff: { username: '示例admin' }, seen: { '': 0 }, now: new Date() };
  const change = { field: 'title', isCheck: false, value: '示例通知', how: null, reason: '示例' } as const;
  const result = await saveCity(await getDesk(), common, [change]);
  if (!result?.ok) throw new Error(JSON.stringify(result));
  known.city = result.rows[0]?.id ?? '';
}

/** A work group whose robot takes everything. */
const SPECIAL_DAY: SpecialDay = { from: '2027-05-04', to: '2027-05-04', hours: 'off', delivery: true, note: '示例' };
const CHANNEL: Omit<Channel, 'address'> = {
  id: 'a-channel-of-a-test',
  directory: DIRECTORY,
  name: '示例群',
  type: 'wecom',
  secret: null,
  stations: null,
  kinds: ['filed'],
};

async function addChannel(): Promise<void> {
  const robot = createServer((_request, response) => response.end('{"errcode":0}')).listen(0, '127.0.0.1');
  await once(robot, 'listening');
  robot.unref();
  const address = `http://127.0.0.1:${(robot.address() as AddressInfo).port}`;
  await (await getDesk()).store.channels.save({ ...CHANNEL, address }, '示例编辑乙', new Date().toISOString());
  const days = { specialDays: [SPECIAL_DAY] };
  await (await getDesk()).store.settings.write(DIRECTORY, days, '示例编辑乙', new Date().toISOString());
}

/** What readers asked for. */
const ASKED = { open: '示例广场', dismissed: '示例公园' } as const;

async function addAskedPlaces(): Promise<void> {
  const { store } = await getDesk();
  for (const text of Object.values(ASKED)) await store.askedPlaces.count(DIRECTORY, text, yesterday, 500);
  await store.askedPlaces.dismiss(DIRECTORY, ASKED.dismissed, { by: '示例编辑乙', at: new Date().toISOString() });
}

/** A city that nobody but the desk has seen. */
const MADE = { city: '示例丁', id: 'shili-ding', country: 'CN', areaCode: '0470', publisher: '示例报社' } as const;

/** Its admin is an account that is disabled: nobody gains a role by it. */
async function addMadeCity(): Promise<void> {
  const desk = await getDesk();
  const { facts } = readNewCity({ ...MADE, lineLabel: '示例市局客服', lineNumber: '0470-2000000' }, []);
  const by = await requireStaff(desk, '示例disabled');
  if (!facts || !(await makeCity(desk, { facts, divisions: null }, by, new Date()))) throw new Error('no city');
}

export async function fillDesk(): Promise<void> {
  await addPeople();
  await addHalfSession();
  await addMadeCity();
  known.undo = await saved('qixianling', { action: 'unverifiable', value: '' });
  known.proposal = await saved('shahe', { action: 'correct', value: '18525553608' });
  known.accepted = await addReport('key-of-a-test-000001');
  known.submitted = await addReport('key-of-a-test-000002');
  const office = await openReportOffice(DIRECTORY);
  const person = await readSession(await getDesk(), new Headers({ cookie: cookies.dispatcher ?? '' }));
  const by = person && inCity(person, DIRECTORY);
  if (!office || !by) throw new Error('nobody accepts it');
  const accepted = { event: 'accepted', after: 1, station: 'jinxiu', result: null, ref: '', text: '' } as const;
  const { ok } = await stepByStaff(office, by, known.accepted, accepted);
  if (!ok) throw new Error('it was not accepted');
  await addManyOldReports();
  await addEditions();
  await addCall();
  await addTitle();
  await addNotice();
  await addAskedPlaces();
  await addChannel();
  await closeStore();
  copyFileSync(FILE, FILE + FIRST);
}

/** The last change of the special days, as a page shows it. */
const lastOfDays = async () => {
  const change = await (await getDesk()).store.settings.lastChange(DIRECTORY, ['specialDays']);
  return String(change?.seq ?? 0);
};

/** Puts the store back to what `fillDesk` made of it. */
export async function resetDesk(): Promise<void> {
  await closeStore();
  for (const suffix of ['-wal', '-shm']) rmSync(FILE + suffix, { force: true });
  copyFileSync(FILE + FIRST, FILE);
}

/** Fields that do their work for whoever may. */
export async function validFields(action: DeskAction, person: Person): Promise<Record<string, string>> {
  const directory = DIRECTORY;
  const passwords = { password: '别的示例口令 2026', 'password-again': '别的示例口令 2026' };
  const fields: Record<DeskAction, () => Promise<Record<string, string>> | Record<string, string>> = {
    'sign-in': () => ({ username: '示例editor', password: PASSWORD, next: '/desk/flags' }),
    'sign-out': () => ({}),
    'second-step': () => ({ 'password-code': codeOfStep(factors.waiting ?? '', stepAt(Date.now())) }),
    'set-up': () => ({ of: known.token, ...passwords }),
    decide: async () => ({
      directory,
      record: 'xinzhaizi',
      of: 'xinzhaizi',
      seen: JSON.stringify({ xinzhaizi: 0 }),
      flag: await flagOf('xinzhaizi'),
      action: 'unverifiable',
      how: 'called',
      reason: '示例',
    }),
    undo: () => ({ directory, record: 'qixianling', of: known.undo }),
    answer: () => ({ directory, record: 'shahe', proposal: known.proposal, answer: 'approve', reason: '' }),
    call: async () => ({
      ...{ directory, of: CALLED.phone, outcome: 'unanswered', reason: '' },
      seen: JSON.stringify({ [CALLED.station]: await seenOf(CALLED.station) }),
    }),
    'undo-call': () => ({ directory, of: known.call }),
    step: () => ({ directory, of: known.accepted, after: '2', event: 'noted', text: '示例' }),
    unmask: () => ({ directory, of: known.accepted, why: '示例' }),
    'step-ticked': () => ({ directory, do: 'start', tick: `${known.accepted} 2` }),
    'print-orders': () => ({ directory, tick: `${known.accepted} 2` }),
    'find-report': () => ({ directory, q: '示例小区' }),
    'set-phrases': () => ({ directory, seen: phrasesMark(FIRST_PHRASES), redelivered: '示例补送了' }),
    file: () => ({
      directory,
      key: 'key-of-a-test-000003',
      station: 'jinxiu',
      kind: 'late',
      dates: yesterday,
      wanted: 'record',
    }),
    'import-begin': async () => ({ directory, ...NOTICE, text: await printedText() }),
    'import-columns': () => ({ directory, of: known.draft, version: '1', go: 'again' }),
    'import-lines': () => ({ directory, of: known.draft, version: '1' }),
    'import-match': () => ({ directory, of: known.draft, version: '1', say: 'next' }),
    'import-publish': () => ({ directory, of: known.draft, version: '1', do: 'drop' }),
    'put-back': () => ({ directory, of: '1', after: '2' }),
    'publish-notice': () => ({ directory, ...NOTICE_FIELDS, from: '', until: chinaMinute(2) }),
    'change-notice': () => ({ directory, of: '1', after: '1', ...NOTICE_FIELDS, from: '', until: chinaMinute(3) }),
    'end-notice': () => ({ directory, of: '1', after: '1' }),
    'add-station': () => ({
      directory,
      ...{ 'name-value': '示例新站', 'district-value': 'shahe', 'number-value': '18525553233', 'number-shared': 'on' },
      ...{ 'name-how': 'called', 'name-reason': '示例' },
    }),
    'edit-station': () => ({
      directory,
      ...{
        of: 'paoya',
        seen: '0',
        'name-value': '泡崖',
        'name-was': '泡崖',
        'district-value': 'shahe',
        'district-was': 'shahe',
      },
      ...{ 'address-value': '示例路', 'address-how': 'station', 'address-reason': '示例' },
    }),
    'set-city-line': async () => ({
      ...{ directory, seen: String(await seenOf(null)) },
      ...{ 'city_line-action': 'correct', 'city_line-value': '18525553608' },
      ...{
        'city_line-how': 'called',
        'city_line_name-value': '示例',
        'city_line_name-was': '示例',
        'line-reason': '示例',
      },
    }),
    'set-facts': async () => ({
      ...{ directory, seen: String(await seenOf(null)) },
      ...{ 'title-value': '示例标题', 'title-was': '示例', 'facts-reason': '示例' },
      ...{ 'publisher-value': '示例', 'publisher-was': '示例', 'from-value': '示例', 'from-was': '示例' },
    }),
    'add-short-code': async () => ({
      ...{ directory, seen: String(await seenOf(null)) },
      ...{ 'short_code-value': '11185', 'short_code-how': 'official', 'code-reason': '示例' },
    }),
    'undo-city': () => ({ directory, record: '', of: known.city }),
    'add-alias': () => ({
      directory,
      of: ASKED.open,
      seen: '0',
      station: 'lingshui',
      alias: ASKED.open,
      how: 'called',
      reason: '示例',
    }),
    'dismiss-place': () => ({ directory, of: ASKED.open }),
    'restore-place': () => ({ directory, of: ASKED.dismissed }),
    'add-person': () => ({ username: '示例又一人', [`role-${directory}`]: 'agent', station: `${directory}/jinxiu` }),
    'change-person': () => ({
      of: '示例编辑乙',
      change: 'role',
      [`role-${directory}`]: 'agent',
      station: `${directory}/shahe`,
    }),
    'add-city': () => ({
      ...{ city: '示例乙', id: '', country: 'CN', areaCode: '0470', publisher: '示例报社' },
      ...{ lineLabel: '示例市局客服', lineNumber: '0470-2000000' },
    }),
    'change-city': () => ({
      ...{ of: MADE.id, after: '1', city: '示例丙', country: 'CN', areaCode: '0470', publisher: '示例报社' },
      ...{ lineLabel: '示例市局客服', lineNumber: '0470-2000000', letters: 'QX' },
    }),
    'remove-city': () => ({ of: MADE.id, after: '1', sure: 'on' }),
    'set-service': () => ({ directory, operator: '示例运营单位' }),
    'save-channel': () => ({
      ...{ directory, of: 'new', name: '示例又一群', type: 'feishu', address: 'https://robot.example/hook' },
      ...{ kinds: 'overdue', stations: 'jinxiu' },
    }),
    'remove-channel': () => ({ directory, of: CHANNEL.id }),
    'try-channel': () => ({ directory, of: CHANNEL.id }),
    'set-quiet': () => ({ directory, from: '21:00', to: '07:30' }),
    'set-hours': () => ({ directory, seen: '0', 'period-1-0-from': '8:30', 'period-1-0-to': '24:00', delivery: '1' }),
    'save-days': () => ({ directory, of: 'new', from: '2027-02-05', to: '2027-02-11', hours: 'off', note: '示例' }),
    'paste-days': () => ({ directory, lines: '2027-02-05 休息\n2027-02-14 照常上班' }),
    'remove-days': async () => ({ directory, of: SPECIAL_DAY.from, seen: await lastOfDays() }),
    'set-whole-year': () => ({ directory, of: '2027', seen: '0', whole: 'on' }),
    'set-times': () => ({ directory, deliveryCutOff: '10:00' }),
    'allow-erasure': () => ({ directory }),
    'set-copies': () => ({ directory, month: today.slice(0, 7), seen: '0', 'copies-jinxiu': '1200' }),
    'publish-board': () => ({ directory, month: today.slice(0, 7), do: 'month' }),
    'require-factor': async () => {
      await giveFactor('admin');
      return { directory, role: 'admin' };
    },
    'begin-factor': () => ({ password: PASSWORD }),
    'confirm-factor': async () => ({ 'password-code': await codeOf(person, 'pending') }),
    'renew-codes': async () => {
      await giveFactor(person);
      return { password: PASSWORD };
    },
    'end-factor': async () => ({ password: PASSWORD, 'password-code': await codeOf(person, 'on') }),
    'change-password': () => ({ 'password-current': PASSWORD, ...passwords }),
    'end-session': () => ({ of: otherSessions[person] ?? otherSessions.admin ?? '' }),
    'end-sessions': () => ({}),
  };
  return { back: '/desk/settings', ...(await fields[action]()) };
}
