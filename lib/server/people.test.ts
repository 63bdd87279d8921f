import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHEAP_PASSWORDS } from '../../test/cheap-passwords.ts';
import { EXAMPLE_FOLDER } from '../../test/example-city.ts';
import { makePlaceOf } from '../../test/place-of.ts';
import { openStore } from '../store/store.ts';
import { createAuth } from './auth.ts';
import { addPerson, administeredCities, changePerson, disablePerson, listPeople, resetPerson } from './people.ts';
import { addStaff, type Desk, listStaff, type Posts } from './staff.ts';

const NOW = new Date('2026-11-20T01:00:00Z');
const OWNER: Posts & { username: string } = { username: '示例总管', isOwner: true, roles: {}, stations: [] };
const ADMIN: Posts & { username: string } = {
  username: '示例管理',
  isOwner: false,
  roles: { dalian: 'admin', shili: 'editor' },
  stations: [],
};
const STATIONS = [{ directory: 'dalian', station: 'shahe' }];

const before = process.cwd();
beforeAll(() => process.chdir(makePlaceOf([EXAMPLE_FOLDER], ['dalian'])));
afterAll(() => process.chdir(before));

let desk: Desk;
beforeEach(async () => {
  const store = await openStore({ engine: 'sqlite', file: ':memory:' });
  desk = { store, auth: createAuth(store, 'a secret for tests only, of 40 characters', null, CHEAP_PASSWORDS) };
  const add = (username: string, posts: Partial<Posts>) => addStaff(desk, { username, ...posts }, NOW);
  await add('总管理', OWNER);
  await add('本地编辑', { roles: { dalian: 'editor' } });
  await add('两地编辑', { roles: { dalian: 'editor', shili: 'admin' } });
  await add('外地编辑', { roles: { shili: 'editor' } });
  await add('兼总管理', { isOwner: true, roles: { dalian: 'admin' } });
  return () => store.close();
});

const rolesOf = async (name: string) => (await listStaff(desk)).find(({ username }) => username === name);

describe('an admin of a city', () => {
  it('sees who works there, and nothing of what they are elsewhere', async () => {
    expect(await administeredCities(desk, ADMIN)).toEqual(['dalian']);
    const seen = (await listPeople(desk, ADMIN)).map(({ username, roles, isTheirs }) => [username, roles, isTheirs]);
    expect(seen).toEqual([
      ['本地编辑', { dalian: 'editor' }, true],
      ['两地编辑', { dalian: 'editor' }, false],
      ['兼总管理', { dalian: 'admin' }, false],
    ]);
  });

  it('gives and takes roles there, and what somebody is elsewhere stays', async () => {
    await changePerson(desk, ADMIN, '两地编辑', { roles: { dalian: 'agent' }, stations: STATIONS }, NOW);
    expect(await rolesOf('两地编辑')).toMatchObject({ roles: { dalian: 'agent', shili: 'admin' }, stations: STATIONS });
    await changePerson(desk, ADMIN, '两地编辑', { roles: { dalian: null } }, NOW);
    expect(await rolesOf('两地编辑')).toMatchObject({ roles: { shili: 'admin' }, stations: [] });
    await addPerson(desk, ADMIN, { username: '新人', roles: { dalian: 'dispatcher' } }, NOW);
    expect(await rolesOf('新人')).toMatchObject({ isOwner: false, roles: { dalian: 'dispatcher' } });
  });

  it.each([
    ['a role in another city', () => changePerson(desk, ADMIN, '本地编辑', { roles: { shili: 'agent' } }, NOW), 'city'],
    [
      'the role that they have elsewhere',
      () => changePerson(desk, ADMIN, '两地编辑', { roles: { shili: null } }, NOW),
      'city',
    ],
    [
      'an account for another city',
      () => addPerson(desk, ADMIN, { username: '新人', roles: { shili: 'agent' } }, NOW),
      'city',
    ],
    ['an owner', () => addPerson(desk, ADMIN, { username: '新人', isOwner: true }, NOW), 'city'],
    ['themselves as an owner', () => changePerson(desk, ADMIN, '本地编辑', { isOwner: true }, NOW), 'city'],
    ['what an owner is', () => changePerson(desk, ADMIN, '兼总管理', { roles: { dalian: null } }, NOW), 'theirs'],
    ['the password of who works elsewhere too', () => resetPerson(desk, ADMIN, '两地编辑', NOW), 'theirs'],
    ["an owner's password", () => resetPerson(desk, ADMIN, '兼总管理', NOW), 'theirs'],
    ['the account of who works elsewhere too', () => disablePerson(desk, ADMIN, '两地编辑', NOW), 'theirs'],
    [
      'who works elsewhere alone',
      () => changePerson(desk, ADMIN, '外地编辑', { roles: { dalian: 'agent' } }, NOW),
      'unknown',
    ],
    ['the password of who works elsewhere alone', () => resetPerson(desk, ADMIN, '外地编辑', NOW), 'unknown'],
    ['who does not exist', () => disablePerson(desk, ADMIN, '没有这个人', NOW), 'unknown'],
    [
      'an agent without a station',
      () => changePerson(desk, ADMIN, '本地编辑', { roles: { dalian: 'agent' } }, NOW),
      'stations',
    ],
  ] as [string, () => Promise<unknown>, string][])('changes not: %s', async (_what, act, code) => {
    const unchanged = await listStaff(desk);
    await expect(act()).rejects.toMatchObject({ code });
    expect(await listStaff(desk)).toEqual(unchanged);
  });
});

describe('an owner', () => {
  it('sees and changes everybody, everywhere', async () => {
    expect(await listPeople(desk, OWNER)).toHaveLength(5);
    await changePerson(desk, OWNER, '外地编辑', { isOwner: true, roles: { dalian: 'agent' }, stations: STATIONS }, NOW);
    expect(await rolesOf('外地编辑')).toMatchObject({ isOwner: true, roles: { dalian: 'agent', shili: 'editor' } });
    await disablePerson(desk, OWNER, '两地编辑', NOW);
    expect(await rolesOf('两地编辑')).toMatchObject({ disabled: true });
  });
});

describe('an editor', () => {
  it('looks after nobody', async () => {
    const editor = { username: '本地编辑', isOwner: false, roles: { dalian: 'editor' } } as const;
    expect(await listPeople(desk, editor)).toEqual([]);
    await expect(changePerson(desk, editor, '本地编辑', { roles: { dalian: 'admin' } }, NOW)).rejects.toMatchObject({
      code: 'unknown',
    });
  });
});
