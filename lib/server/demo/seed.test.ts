import { createHmac } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../../test/cheap-passwords.ts';
import { addUp } from '../../reports/board/figures.ts';
import { dayOf, daysLater } from '../../reports/days.ts';
import { fold } from '../../reports/fold.ts';
import type { Hmac } from '../../reports/secret.ts';
import { STATES } from '../../reports/words.ts';
import { inspectStore } from '../../store/inspect.ts';
import { openStore, type Store, type StorePlace } from '../../store/store.ts';
import { createAuth } from '../auth.ts';
import { isMarkedDemonstration } from '../demonstration.ts';
import { findPublished } from '../directories.ts';
import { findEdition } from '../edition-files.ts';
import { findDraft } from '../editions/drafts.ts';
import { Lease, WORK, WORK_MS } from '../lease.ts';
import { sendDue } from '../messages/send-due.ts';
import { openOfficeOn } from '../reports/office.ts';
import { passTime } from '../reports/tick.ts';
import { findByCode } from '../reports/track.ts';
import { findDeskDirectory } from '../review.ts';
import { signIn } from '../sign-in.ts';
import { type Desk, listStaff, ROLES } from '../staff.ts';
import { emptinessProblem } from './emptiness.ts';
import { type Demonstration, seedDemonstration } from './seed.ts';

const SECRET = 'a secret for tests only, of 40 characters';
const hmac: Hmac = (message) => createHmac('sha256', SECRET).update(message).digest();
/** 1:30 on a Tuesday in China, while it is still Monday elsewhere. */
const NOW = new Date('2026-11-23T17:30:00Z');

const stores = bothStores();

async function seed(place: StorePlace, now: Date): Promise<{ desk: Desk; made: Demonstration }> {
  const store = await openStore(place);
  const desk = { store, auth: createAuth(store, SECRET, null, CHEAP_PASSWORDS) };
  return { desk, made: await seedDemonstration(desk, hmac, now) };
}

const statesOf = ({ reports }: Demonstration) => new Set([...reports.values()].map(({ state }) => state));

describe.each(ENGINES)('a demonstration on %s', (engine) => {
  let place: StorePlace;
  let desk: Desk;
  let store: Store;
  let made: Demonstration;

  beforeAll(async () => {
    place = await stores.newPlace(engine);
    expect(await emptinessProblem(place)).toBe(null);
    ({ desk, made } = await seed(place, NOW));
    store = desk.store;
  }, 120_000);
  afterAll(() => store.close());

  const readAll = () =>
    Promise.all(
      [...made.reports.values()].map(async ({ ref }) => {
        const stored = await store.reports.find(ref);
        if (!stored) throw new Error(`${ref} is lost`);
        return stored;
      }),
    );

  it('has had two editions, of which the printed one is in force, and a draft with a question', async () => {
    const heads = await store.editions.list(made.directory);
    expect([heads.map(({ seq }) => seq), (await store.editions.inForce(made.directory))?.edition]).toEqual([[1, 2], 1]);
    const [draft] = await store.editionDrafts.list(made.directory);
    const state = draft && (await findDraft(store, made.directory, draft.id, NOW));
    // The added one was there for an hour: its id is its own, if somebody says so.
    expect(state?.preview?.open.map(({ kind }) => kind).sort()).toEqual(['renamed', 'returned']);
    const numbers = state?.preview?.tables.phones.filter(({ printed }) => printed.startsWith('154')) ?? [];
    expect(numbers.map(({ tel }) => tel)).toEqual([null, null]);
  });

  it('has a report in every state, told by whole histories of the past month', async () => {
    expect(statesOf(made)).toEqual(new Set(STATES));
    const [now, first] = [NOW.toISOString(), daysLater(NOW.toISOString(), -45)];
    for (const { events } of await readAll()) {
      expect(() => fold(events)).not.toThrow();
      const times = events.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      expect((times[0] ?? '') > first && (times.at(-1) ?? '9') <= now).toBe(true);
    }
  });

  it('has late ones, notes, calls, a merge, a repeat of one building, and nothing left for time to do', async () => {
    const all = await readAll();
    const reports = all.map(({ events }) => fold(events));
    const types = new Set(all.flatMap(({ events }) => events.map(({ type }) => type)));
    for (const type of ['noted', 'called', 'merged', 'unmasked', 'answered', 'lapsed', 'erased', 'reopened'] as const)
      expect(types).toContain(type);
    const reasons = new Set(reports.flatMap(({ escalations }) => escalations));
    expect(reasons).toEqual(new Set(['overdue', 'unsolved', 'repeat']));
    expect(reports.some(({ filedBy }) => filedBy === 'dispatcher')).toBe(true);
    const office = await openOfficeOn(store, hmac, made.directory, NOW);
    if (!office) throw new Error('no directory');
    expect(office.attendance).toBe('attended');
    expect(await passTime(office)).toBe(0);
  });

  it('opens each report by its code', async () => {
    const open = [...made.reports.entries()].filter(([name]) => name !== 'erased').slice(0, 8);
    for (const [, { ref, secret }] of open) {
      const typed = { ref, code: secret, address: null };
      expect(await findByCode({ store, hmac }, typed, NOW.toISOString())).toMatchObject({ found: true });
    }
  });

  it('has somebody of each role who can sign in, and agents with stations', async () => {
    const staff = await listStaff(desk);
    expect(new Set(staff.map(({ roles }) => roles[made.directory]))).toEqual(new Set(ROLES));
    expect(staff.filter(({ roles }) => roles.shili === 'admin')).toHaveLength(1);
    expect(staff.filter(({ isOwner }) => isOwner)).toHaveLength(1);
    for (const { username, roles, stations } of staff) {
      expect(stations.length > 0).toBe(roles[made.directory] === 'agent');
      const typed = { username, password: made.password };
      expect(await signIn(desk, typed, new Headers(), NOW.getTime())).toMatchObject({ ok: true });
    }
  });

  it('has decisions of every kind, one undone and one that waits for a second editor', async () => {
    const state = await findDeskDirectory(desk, made.directory);
    const actions = state?.history.map(({ action }) => action) ?? [];
    expect(new Set(actions)).toEqual(
      new Set([
        ...['correct', 'undo', 'confirm', 'check', 'unverifiable', 'out_of_use', 'propose', 'approve'],
        ...['add_station', 'set', 'add_alias', 'unanswered'],
      ]),
    );
    expect(state?.pending).toHaveLength(1);
    for (const code of ['phone.reader_reported', 'phone.unanswered'])
      expect(state?.directory.flags.filter((flag) => flag.code === code)).toHaveLength(1);
    expect((await store.askedPlaces.list(made.directory)).map(({ count }) => count)).toEqual([3, 2, 1]);
  });

  it('has a second city, made at the desk, of which nobody can call a station', async () => {
    const second = await findPublished(store, 'shili');
    expect(second?.directory.stations.length).toBe(4);
    expect(second?.directory.phones.map(({ tel }) => tel)).toEqual([null, null, null]);
    expect(second?.directory.facts.cityLine.tel).toMatch(/^tel:\+86/);
  });

  it('has figures to show of both cities, copies, and a work group to which nothing is sent', async () => {
    const today = dayOf(NOW.toISOString());
    const cut = { from: '2026-10', to: '2026-11', stations: null, today };
    const figures = addUp(await store.outcomes.cells(made.directory, cut));
    expect(figures.filed).toBe(made.reports.size);
    for (const figure of ['due', 'onTime', 'done', 'reopened', 'solved', 'unsolved'] as const)
      expect(figures[figure]).toBeGreaterThan(0);
    expect(figures.onTime).toBeLessThan(figures.due);
    expect(addUp(await store.outcomes.cells('shili', cut)).filed).toBe(12);
    expect((await store.copies.list(made.directory)).length).toBeGreaterThan(0);
    const lease = new Lease(WORK, WORK_MS);
    const sending = { store, hmac, lease, clock: () => new Date(NOW.getTime() + 60_000) };
    expect(await sendDue(sending)).toBeGreaterThan(0);
    const messages = await store.outbox.recent(made.directory, 20);
    expect(new Set(messages.map(({ said }) => said))).toContain('demonstration');
    expect(messages.some(({ state }) => state === 'dead')).toBe(false);
  });

  it('holds no number that anybody could call but those that are printed', async () => {
    const edition = await findEdition(made.directory);
    const printed = new Set(edition?.tables.phones.flatMap(({ e164 }) => e164 ?? []));
    const published = await findPublished(store, made.directory);
    for (const { e164 } of published?.directory.phones ?? []) expect(e164 === null || printed.has(e164)).toBe(true);
    const privates = (await readAll()).map((stored) => stored.private);
    const reports = privates.flatMap((part) => [
      part?.phone,
      part?.place,
      part?.text,
      ...Object.values(part?.words ?? {}),
    ]);
    const decisions = (published?.history ?? []).flatMap(({ before, after, reason }) => [before, after, reason]);
    const texts = [...reports, ...decisions].filter((text) => typeof text === 'string');
    const numbers = texts.flatMap((text) => text.match(/\+?\d[\d -]{5,}\d/g) ?? []);
    expect(numbers).toContain('154 0000 0001');
    const callable = numbers.map((text) => parsePhoneNumberFromString(text, 'CN')).filter((one) => one?.isValid());
    expect(callable.length).toBeGreaterThan(0); // the printed ones in the decisions
    expect(callable.filter((one) => one && !printed.has(one.number))).toEqual([]);
  });

  it('is marked for good, in its version too, and refused as a store for another one', async () => {
    expect(await isMarkedDemonstration(store)).toBe(true);
    expect((await findPublished(store, made.directory))?.directory.version).toMatch(/-demo$/);
    const problem = await emptinessProblem(place);
    expect(problem).toContain('is not empty; nothing was changed');
    expect(problem).toContain(`report: ${made.reports.size + 12} rows`);
    expect(problem).toContain('It is an earlier demonstration');
  });
});

describe('a store that is not empty', () => {
  const AT = NOW.toISOString();
  const FILLED: [string, (desk: Desk) => Promise<unknown>][] = [
    ['setting', ({ store }) => store.settings.write('dalian', { operator: null }, '管理员甲', AT)],
    [
      'reader_mark',
      ({ store }) =>
        store.readerMarks.add({ id: 'm', directory: 'dalian', phone: 'shahe-office-1', kind: 'no_answer', at: AT }),
    ],
    ['staff_link', ({ store }) => store.staffLinks.addLink({ token_hash: 'h', staff: null, expires_at: AT })],
    ['report_draft', ({ store }) => store.reportDrafts.keep('h', 'dalian', {}, AT)],
  ];
  it.each(FILLED)('is refused for a row of %s alone, and left as it is', async (table, fill) => {
    const place = await stores.newPlace('sqlite');
    const store = await openStore(place);
    await fill({ store, auth: createAuth(store, SECRET, null, CHEAP_PASSWORDS) });
    const problem = await emptinessProblem(place);
    expect(problem).toContain(`  ${table}: 1 row\n`);
    expect(problem).not.toContain('earlier demonstration');
    expect((await inspectStore(place)).held).toEqual([{ table, rows: 1 }]);
    await store.close();
  });

  it('that cannot be opened is named', async () => {
    expect(await emptinessProblem({ engine: 'sqlite', file: 'README.md' })).toMatch(
      /^README\.md cannot be opened \(file is not a database\)/,
    );
  });
});

describe('whatever the day', () => {
  it.each(['2026-02-20T02:00:00Z', '2026-11-21T15:59:00Z', '2027-01-01T01:00:00Z'])(
    'every state is there at %s: in the Spring Festival, on a Saturday night, in a year without known holidays',
    async (now) => {
      const { desk, made } = await seed({ engine: 'sqlite', file: ':memory:' }, new Date(now));
      expect(statesOf(made)).toEqual(new Set(STATES));
      await desk.store.close();
    },
    60_000,
  );
});
