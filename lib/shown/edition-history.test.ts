import { expect, test } from 'vitest';
import { aDirectory } from '../../test/records.ts';
import { readChanges } from '../directory/editions/changes.ts';
import { differences } from '../directory/editions/differences.ts';
import { noteOf } from '../directory/records.ts';
import { type History, shownEditions } from './edition-history.ts';

const { facts } = aDirectory();
const listed = (id: string, name: string | null) => ({ id, name, row: 1, district: '示例区', numbers: ['86902732'] });
const CHANGES = readChanges({
  added: [listed('xin', '新站')],
  gone: [listed('lin', '邻站'), listed('row-9', null)],
  kept: [],
  renamed: [{ station: 'shili', before: '示列', after: '示例' }],
  moved: [{ station: 'shili', before: '示例区', after: null }],
  changed: [
    { station: 'shili', name: '示例', role: 'office', before: '86902732', after: '83990423' },
    { station: 'shili', name: '示例', role: 'mobile', before: null, after: '15400000001' },
  ],
  same: 3,
});

const edition = (seq: number, from: string, changes: typeof CHANGES) => ({
  ...{ seq, changes },
  note: noteOf({ ...facts, id: `e${seq}`, title: `通知${seq}`, effectiveFrom: from }),
});
const aHistory = (over: Partial<History> = {}): History => ({
  editions: [edition(1, '2025-01-01', null), edition(2, '2026-12-01', CHANGES)],
  forces: [
    { edition: 1, at: '2026-11-01T00:00:00Z' },
    { edition: 2, at: '2026-11-30T00:00:00Z' },
  ],
  inForce: 2,
  nameIn: () => '示例',
  ...over,
});

test('the edition in force comes first, with what it prints otherwise, by name and never by number', () => {
  const shown = shownEditions(aHistory());
  expect(shown.map(({ title, isInForce, shownSince }) => [title, isInForce, shownSince.slice(0, 10)])).toEqual([
    ['通知2', true, '2026-11-30'],
    ['通知1', false, '2026-11-01'],
  ]);
  expect(shown[0]).toMatchObject({ comparedWith: '2025-01-01' });
  expect(shown[0]?.changes.map(({ kind, names }) => [kind, names.join(' ')])).toEqual([
    ['added', '新站'],
    ['gone', '邻站 没写站名的号码'],
    ['renamed', '示列→示例'],
    ['moved', '示例（示例区→没印区域）'],
    ['changed', '示例'],
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/8690|8399|1540/);
});

test('one that was put back is in force since then, and compared with none', () => {
  const forces = [...aHistory().forces, { edition: 1, at: '2026-12-02T00:00:00Z' }];
  const shown = shownEditions(aHistory({ forces, inForce: 1 }));
  expect(shown.map(({ seq, shownSince, comparedWith }) => [seq, shownSince.slice(0, 10), comparedWith])).toEqual([
    [1, '2026-12-02', null],
    [2, '2026-11-30', '2025-01-01'],
  ]);
});

test('an edition is compared with the one that it came after, not with the one before it in number', () => {
  const editions = [...aHistory().editions, edition(3, '2027-01-01', CHANGES)];
  const at = '2026-12-03T00:00:00Z';
  const forces = [...aHistory().forces, { edition: 1, at }, { edition: 3, at }];
  expect(shownEditions(aHistory({ editions, forces, inForce: 3 }))[0]?.comparedWith).toBe('2025-01-01');
});

test('what is kept of an edition’s differences can be read', () => {
  const tables = aDirectory();
  expect(readChanges(JSON.parse(JSON.stringify(differences(tables, { ...tables, stations: [] }))))?.gone).toEqual([
    { id: 'shili', name: '示例' },
  ]);
  expect(readChanges(null)).toBeNull();
});
