import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../../test/postgres.ts';
import { makeSecret } from '../reports/secret.ts';
import { restoreStore } from '../store/backup.ts';
import { openStore, type Store, type StorePlace } from '../store/store.ts';
import { createAuth } from './auth.ts';
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
    expect((await findDeskDirectory(desk, 'dalian'))?.history).toMatchObject([
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
});
