import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../../test/postgres.ts';
import { publishTable } from '../../test/second-edition.ts';
import { firstIdentities } from '../directory/identities.ts';
import type { DirectoryTables, Flag, Phone, Station } from '../directory/records.ts';
import { fold } from '../reports/fold.ts';
import { makeSecret } from '../reports/secret.ts';
import { restoreStore } from '../store/backup.ts';
import { openStore, type Store, type StorePlace } from '../store/store.ts';
import { createAuth } from './auth.ts';
import { findPublished } from './directories.ts';
import { findEdition } from './edition-files.ts';
import { settleEditions } from './editions/move-in.ts';
import { fileReport } from './reports/file.ts';
import { hmac } from './reports/hmac.ts';
import { openOfficeOn } from './reports/office.ts';
import { findByCode } from './reports/track.ts';
import { findDeskDirectory } from './review.ts';
import { secret } from './secret.ts';
import { signIn } from './sign-in.ts';
import { type Desk, listStaff } from './staff.ts';

/**
 * Stores that 0.1.0 made, as SQL of its SQLite file and as its backup of PostgreSQL: a person of each role, one disabled,
 * one whose link was not opened, an agent without stations, two reports, two decisions.
 */
const FILE = 'test/store-0.1.0.sql';
const BACKUP = 'test/store-0.1.0.jsonl';
const PASSWORD = '示例口令 2026 报到';
const NOW = new Date('2026-12-01T02:00:00Z');
const AT = '2026-11-29T16:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'baoda-upgrade-'));
const sqlite = (name: string): StorePlace => ({ engine: 'sqlite', file: join(folder, name) });

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

async function oldFile(): Promise<StorePlace> {
  const place = sqlite('old.db');
  const database = new DatabaseSync(join(folder, 'old.db'));
  database.exec(readFileSync(FILE, 'utf8'));
  database.close();
  return place;
}

async function restored(place: StorePlace): Promise<StorePlace> {
  await restoreStore(place, BACKUP);
  return place;
}

/** A row of the history as 0.1.0 writes it: it knows nothing of editions. */
const anOldDecision = (seq: number, about: object) => ({
  ...{ directory: 'dalian', seq, id: `old-${seq}`, record: '', flag: null, phone: null, field: null, how: 'called' },
  ...{ before: null, after: null, reason: '示例', by: '示例编辑乙', at: `2026-11-29T15:00:0${seq}.000Z` },
  ...{ approvedBy: null, answers: null, ...about },
});
const PROPOSED = '2bdd5f6b-9682-4af6-b2fb-4f4209adee93';
/** Behind the two that stand in the stores, the second of which proposes another number. */
const OLD_DECISIONS = [
  { record: 'shahe', action: 'approve', how: null, answers: PROPOSED, approvedBy: '示例editor', by: '示例editor' },
  { record: 'xigang', phone: 'xigang-office-1', action: 'check', how: 'station' },
  { record: 'jinxiu', phone: 'jinxiu-mobile-1', action: 'out_of_use' },
  { record: 'row-27', flag: 'station.missing:row-27:name', field: 'name', action: 'correct', after: '示例站' },
  { record: 'lingshui', flag: 'district.boundary_uncertain:lingshui:district', field: 'district', action: 'confirm' },
].map((about, at) => anOldDecision(at + 3, about));

async function addOldRows({ accounts: { db } }: Store, rows: readonly object[] = OLD_DECISIONS): Promise<void> {
  await db
    .insertInto('decision' as never)
    .values(rows as never)
    .execute();
}

const byId = <T extends { id: string }>(records: readonly T[], changes: Readonly<Record<string, Partial<T>>>): T[] =>
  records.map((record) => ({ ...record, ...changes[record.id] }));

/** What 0.1.0 showed of the printed records with these decisions. */
function asShownBefore(tables: DirectoryTables): DirectoryTables {
  const name = tables.stations.find(({ id }) => id === 'row-27')?.name ?? expect.unreachable();
  const stations: Record<string, Partial<Station>> = {
    'row-27': { name: { ...name, value: '示例站', how: 'corrected' } },
  };
  const at = '2026-11-29T14:16:26.140Z';
  const checked = { checked: { how: 'station', at: '2026-11-29T15:00:04.000Z' } } as const;
  const phones: Record<string, Partial<Phone>> = {
    'shahe-mobile-1': {
      ...{ kind: 'mobile', e164: '+8618525553608', tel: 'tel:+8618525553608', areaCodeFrom: null, extension: null },
      ...{ corrected: { how: 'called', at }, checked: { how: 'called', at } },
    },
    'xigang-office-1': checked,
    'xiangertoudi-office-1': checked, // the same number
    'jinxiu-mobile-1': { tel: null, e164: null },
  };
  const statuses: Record<string, Flag['status']> = {
    'district.boundary_uncertain:qixianling:district': 'unverifiable',
    'phone.too_short:shahe-mobile-1': 'corrected',
    'station.missing:row-27:name': 'corrected',
    'district.boundary_uncertain:lingshui:district': 'confirmed',
  };
  const superseded = tables.flags.filter(({ subject }) => subject.phone === 'shahe-mobile-1');
  const flags = byId(tables.flags, {
    ...Object.fromEntries(superseded.map(({ id }) => [id, { status: 'superseded' as const }])),
    ...Object.fromEntries(Object.entries(statuses).map(([id, status]) => [id, { status }])),
  });
  return { ...tables, stations: byId(tables.stations, stations), phones: byId(tables.phones, phones), flags };
}

const MADE: [string, () => Promise<StorePlace>][] = [
  ['the file of 0.1.0', oldFile],
  ['a backup of 0.1.0, into SQLite', () => restored(sqlite('restored.db'))],
  [
    'a backup of 0.1.0, into PostgreSQL',
    async () => restored({ engine: 'postgres', url: await postgres.database('upgrade') }),
  ],
];

describe.each(MADE)('%s', (_name, make) => {
  let desk: Desk;
  let store: Store;
  beforeAll(async () => {
    store = await openStore(await make());
    desk = { store, auth: createAuth(store, secret(), null) };
    await store.posts.settleRoles(['dalian', 'shili']);
    await addOldRows(store);
    await store.readerMarks.add({ id: 'm1', directory: 'dalian', phone: 'xigang-office-1', kind: 'no_answer', at: AT });
    await settleEditions(store, NOW);
    await settleEditions(store, NOW);
    return () => store.close();
  });

  it('gives everybody roles by city', async () => {
    const everywhere = (role: string) => ({ dalian: role, shili: role });
    const people = (await listStaff(desk)).map(({ username, isOwner, roles, disabled, stations }) => ({
      username,
      isOwner,
      roles,
      disabled,
      stations: stations.map(({ directory, station }) => `${directory}/${station}`),
    }));
    const plain = { isOwner: false, disabled: false, stations: [] };
    expect(people).toEqual([
      { ...plain, username: '示例admin', isOwner: true, roles: everywhere('admin') },
      { ...plain, username: '示例editor', roles: everywhere('editor') },
      { ...plain, username: '示例dispatcher', roles: everywhere('dispatcher') },
      { ...plain, username: '示例agent', roles: { dalian: 'agent' }, stations: ['dalian/jinxiu'] },
      { ...plain, username: '示例disabled', isOwner: true, roles: everywhere('admin'), disabled: true },
      { ...plain, username: '示例编辑乙', roles: everywhere('editor') },
      { ...plain, username: '示例新人', roles: everywhere('editor') },
      { ...plain, username: '示例无站', roles: {} },
    ]);
    // A city that comes later is nobody's until an owner says so.
    await store.posts.settleRoles(['dalian', 'shili', 'elsewhere']);
    expect((await listStaff(desk))[0]?.roles).toEqual(everywhere('admin'));
  });

  it('lets them sign in, shows what they decided, and opens a report by its old number', async () => {
    const typed = { username: '示例admin', password: PASSWORD };
    expect(await signIn(desk, typed, new Headers(), NOW.getTime())).toMatchObject({ ok: true });
    expect((await findDeskDirectory(desk, 'dalian'))?.history.slice(0, 2)).toMatchObject([
      { action: 'unverifiable', by: '示例编辑乙' },
      { action: 'propose', by: '示例编辑乙' },
    ]);
    const code = makeSecret(hmac, 'dalian', 'key-of-a-test-000001');
    for (const ref of ['BD261129-0001', '2611290001']) {
      const asked = { ref, code, address: null, letters: 'DL' };
      expect(await findByCode({ store, hmac }, asked, NOW.toISOString())).toMatchObject({
        found: true,
        stored: { ref: 'BD261129-0001', events: [{ type: 'submitted' }, { type: 'accepted' }] },
      });
    }
  });

  it('numbers new reports by city, from one', async () => {
    const office = await openOfficeOn(store, hmac, 'dalian', NOW);
    const form = { station: 'jinxiu', kind: 'missed', dates: ['2026-11-30'], wanted: 'record' };
    const sender = { by: { role: 'reader', name: null }, address: null } as const;
    if (!office) throw new Error('no directory');
    expect(await fileReport(office, form, 'key-of-a-test-000009', sender)).toMatchObject({
      receipt: { ref: 'DL261201-0001' },
    });
  });

  const find = async () => (await findPublished(store, 'dalian', true)) ?? expect.unreachable();
  const files = async () => (await findEdition('dalian')) ?? expect.unreachable();

  it('keeps what stands in the folder as the first edition, with the ids of today', async () => {
    const { city, tables } = await files();
    const { printed, identities, edition, heads } = await find();
    expect([edition, printed, identities]).toEqual([{ seq: 1, n: 1 }, tables, firstIdentities(tables)]);
    expect(heads).toMatchObject([{ seq: 1, facts: city.edition, way: 'files', by: null, at: NOW.toISOString() }]);
    const file = await store.editions.file('dalian', 1);
    expect(file && [file.name, Buffer.from(file.bytes)]).toEqual([
      'edition.tsv',
      readFileSync('data/dalian/edition.tsv'),
    ]);
    expect(await store.editionDrafts.list('dalian')).toEqual([]);
  });

  it('shows what it showed, with every decision as it held', async () => {
    const { directory, history } = await find();
    const { city, tables } = await files();
    const { flags, ...shown } = asShownBefore(tables);
    expect(directory).toMatchObject({ ...shown, facts: city.edition });
    const outOfUse = directory.flags.filter(({ id }) => !tables.flags.some((flag) => flag.id === id));
    expect(directory.flags.filter((flag) => !outOfUse.includes(flag))).toEqual(flags);
    expect(outOfUse).toMatchObject([{ code: 'phone.not_public', subject: { phone: 'jinxiu-mobile-1' } }]);
    expect(history).toHaveLength(7);
    expect(history.map((row) => [row.edition, row.printed])).toEqual(history.map(() => [null, null]));
    expect((await findDeskDirectory(desk, 'dalian'))?.lapsed).toEqual([]);
  });

  it('leaves reports, readers’ marks and agents with their stations', async () => {
    const { directory } = await find();
    const ids = new Set(directory.stations.map(({ id }) => id));
    const agents = await store.posts.allStations();
    const reports = await store.reportQueues.list(
      'dalian',
      { states: ['accepted', 'submitted'], stations: null },
      { limit: 9 },
    );
    const marked = (await findDeskDirectory(desk, 'dalian'))?.directory.flags.filter(
      ({ rule }) => rule === 'phone.reader_reported',
    );
    expect(agents).toMatchObject([{ directory: 'dalian', station: 'jinxiu' }]);
    expect(reports).toHaveLength(3);
    for (const { station } of [...agents, ...reports.map(({ events }) => fold(events))]) expect(ids).toContain(station);
    expect(marked).toMatchObject([{ subject: { record: 'xigang', phone: 'xigang-office-1' } }]);
  });

  it('takes what an instance of 0.1.0 decides later for a decision about the first edition', async () => {
    const decided = async (id: string) => {
      const { phones } = (await find()).directory;
      return phones
        .filter((phone) => phone.station === id)
        .map(({ printed, checked }) => [printed, checked?.at ?? null]);
    };
    const check = (seq: number, phone: string) =>
      addOldRows(store, [anOldDecision(seq, { record: 'qixianling', phone, action: 'check' })]);
    await check(8, 'qixianling-mobile-1');
    expect(await decided('qixianling')).toEqual([
      ['84792263', null],
      ['18525553850', '2026-11-29T15:00:08.000Z'],
    ]);
    await publishTable(store);
    expect(await decided('qixianling')).toEqual([
      ['84792263', null],
      ['18525552763', null],
    ]);
    await check(9, 'qixianling-office-1');
    expect(await decided('qixianling')).toEqual([
      ['84792263', '2026-11-29T15:00:09.000Z'],
      ['18525552763', null],
    ]);
    expect((await findDeskDirectory(desk, 'dalian'))?.lapsed.map(({ id }) => id)).toContain('old-8');
  });
});
