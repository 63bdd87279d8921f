import { describe, expect, it } from 'vitest';
import { aDirectory, aPhone, aStation } from '../../test/records.ts';
import { blankRow } from './decide.ts';
import type { Decision } from './decision.ts';
import { identify } from './editions/identify.ts';
import { matchEdition, proposalKey } from './editions/matching.ts';
import { firstIdentities, withAdded, withEdition } from './identities.ts';
import { publish } from './publish.ts';
import type { DirectoryTables } from './records.ts';

/** What no paper printed, and what staff took out. */

const first: DirectoryTables = aDirectory({
  stations: [aStation({ id: 'one' })],
  phones: [aPhone({ id: 'one-office-1', station: 'one' })],
});
const identities = firstIdentities(first);
const AT = '2026-11-30T00:00:00.000Z';
const TEL = 'tel:+8615400000003';

/** The history of these rows, each of them given its place in it. */
const history = (...rows: Partial<Decision>[]): Decision[] =>
  rows.map((row, at) => ({
    ...blankRow({ by: '示例编辑', at: AT, newId: () => `d${at + 1}`, edition: 1 }),
    ...{ directory: 'example', seq: at + 1, how: 'called' as const, record: 'new', ...row },
  }));
const published = (rows: Decision[], tables = first, known = identities) =>
  publish({ tables, country: 'CN' }, known, rows);

const nameOf = (value: string) => ({ printed: value, value, cells: [], how: 'printed' as const });
const districtOf = (value: string) => ({ printed: '邻区', value, cells: [], how: 'printed' as const });

const addStation = { action: 'add_station', field: 'name', after: '示例新站' } as const;
const inDistrict = { action: 'correct', field: 'district', after: 'linqu' } as const;
const addPhone = { action: 'add_phone', field: 'number', phone: 'new-added-1', after: TEL } as const;

describe('a station that no paper printed', () => {
  it('stands behind the others with its district and number, none of it printed', () => {
    const { stations, phones } = published(history(addStation, inDistrict, addPhone));
    expect(stations.map(({ id }) => id)).toEqual(['one', 'new']);
    expect(stations[1]).toMatchObject({
      ...{ row: 0, added: { how: 'called', at: AT } },
      name: { printed: null, value: '示例新站', how: 'added' },
      district: { printed: null, value: 'linqu' },
    });
    expect(phones[1]).toMatchObject({
      ...{ id: 'new-added-1', station: 'new', role: 'mobile', printed: '', tel: TEL, e164: '+8615400000003' },
      ...{ checked: { how: 'called', at: AT }, added: { how: 'called', at: AT } },
    });
  });

  it('stands without its number while that waits for a second person', () => {
    const rows = history(addStation, { ...addPhone, action: 'propose', proposes: 'add_phone' });
    expect(published(rows)).toMatchObject({ stations: [{ id: 'one' }, { id: 'new' }], phones: [{ station: 'one' }] });
    const approved = [...rows, ...history({}, {}, { action: 'approve', answers: 'd2', how: null }).slice(2)];
    expect(published(approved).phones.map(({ tel }) => tel)).toEqual([first.phones[0]?.tel, TEL]);
  });

  it('stays in the next edition, and gives way to one that prints it, its number then being checked', () => {
    const rows = history(addStation, addPhone, { action: 'set', field: 'address', after: '示例路' });
    const unprinted = withEdition(identities, 2, first);
    expect(published(rows, first, unprinted).stations).toHaveLength(2);
    const second: DirectoryTables = {
      ...first,
      stations: [...first.stations, aStation({ id: 'new', row: 2 })],
      phones: [...first.phones, aPhone({ id: 'new-mobile-1', station: 'new', printed: '15400000003', tel: TEL })],
    };
    const { stations, phones } = published(rows, second, withEdition(identities, 2, second));
    expect(stations[1]).toMatchObject({ row: 2, name: { how: 'printed' }, address: { value: '示例路' } });
    expect(stations[1]?.added).toBeUndefined();
    expect(phones.filter(({ station }) => station === 'new')).toMatchObject([
      { id: 'new-mobile-1', checked: { how: 'called', at: AT } },
    ]);
  });

  it('may be corrected and taken out of use like another', () => {
    const renamed = history(addStation, addPhone, { action: 'correct', field: 'name', after: '示例改名站' });
    expect(published(renamed).stations[1]).toMatchObject({ name: { value: '示例改名站' }, aliases: ['示例新站'] });
    const corrected = history(addStation, addPhone, {
      ...{ action: 'correct', field: 'number', phone: 'new-added-1', after: 'tel:+8615400000004' },
    });
    expect(published(corrected).phones[1]).toMatchObject({ e164: '+8615400000004', printed: '' });
    const out = history(addStation, addPhone, { action: 'out_of_use', phone: 'new-added-1' });
    expect(published(out).phones[1]).toMatchObject({ tel: null, e164: null });
  });
});

describe('a new edition and what staff added', () => {
  const rows = history(addStation, inDistrict, addPhone);
  const known = withAdded(identities, rows);
  const before = { printed: first, tables: published(rows), identities: known };
  const read: DirectoryTables = {
    ...first,
    stations: [aStation({ id: 'new', name: nameOf('示例新站'), district: districtOf('linqu') })],
    phones: [aPhone({ id: 'new-mobile-1', station: 'new', printed: '15400000003', tel: TEL })],
  };

  it('is asked whether it prints the same, and given its id only then', () => {
    const { proposals, stations } = matchEdition(read, before, new Map(), (name) => name);
    expect(proposals).toMatchObject([{ candidate: { id: 'new' }, printed: { name: '示例新站' } }]);
    expect(stations.get('new')).toBe('new');
    const [proposal = expect.fail()] = proposals;
    const no = matchEdition(read, before, new Map([[proposalKey(proposal), false]]), (name) => name);
    expect(no.stations.size).toBe(0);
    const apart = identify(read, no, known, first, new Set());
    expect(apart.stations.map(({ id }) => id)).toEqual(['new-2']);
  });

  it('never gives one of its ids to anything else, also once it was taken back', () => {
    const undone = [...rows, ...history({}, {}, {}, { action: 'undo', answers: 'd1', how: null }).slice(3)];
    const ids = withAdded(identities, undone);
    const other = identify(read, { districts: new Map(), stations: new Map(), proposals: [] }, ids, first, new Set());
    expect(other.stations.map(({ id }) => id)).toEqual(['new-2']);
  });
});

describe('one more number of a printed station', () => {
  const more = { ...addPhone, record: 'one', phone: 'one-added-1' };

  it('stands beside the printed ones', () => {
    expect(published(history(more)).phones.map(({ id }) => id)).toEqual(['one-office-1', 'one-added-1']);
  });

  it('goes with its station', () => {
    const other = { ...first, stations: [aStation({ id: 'two' })], phones: [] };
    expect(published(history(more), other, withEdition(identities, 2, other)).phones).toEqual([]);
  });
});

describe('what no paper prints of a station', () => {
  const hours = [{ days: [1, 2], from: '08:00', to: '16:00' }];

  it('is set, set anew and taken away again', () => {
    const one = { record: 'one', action: 'set' } as const;
    const set = history({ ...one, field: 'address', after: '示例路' }, { ...one, field: 'note', after: '示例' });
    expect(published(set).stations[0]).toMatchObject({
      address: { value: '示例路', how: 'called', at: AT },
      note: { value: '示例' },
    });
    const anew = history({ ...one, field: 'address', after: '示例路' }, { ...one, field: 'address', after: null });
    expect(published(anew).stations[0]?.address).toBeUndefined();
    const open = history({ ...one, field: 'hours', after: JSON.stringify(hours) });
    expect(published(open).stations[0]?.hours).toEqual({ how: 'called', at: AT, value: hours });
  });
});

describe('a station that is taken out of use', () => {
  const close = { record: 'one', action: 'out_of_use' } as const;

  it('leaves nothing in the directory but that it was', () => {
    const { stations, phones, flags, closed } = published(history(close));
    expect([stations, phones, flags]).toEqual([[], [], []]);
    expect(closed).toMatchObject([{ id: 'one', at: AT }]);
  });

  it('waits where a second person must agree, and comes back by undoing', () => {
    const waits = history({ ...close, action: 'propose', proposes: 'out_of_use' });
    expect(published(waits)).toMatchObject({ stations: [{ id: 'one' }], closed: [] });
    const undone = history(close, { record: 'one', action: 'undo', answers: 'd1', how: null });
    expect(published(undone)).toMatchObject({ stations: [{ id: 'one' }], closed: [] });
  });
});
