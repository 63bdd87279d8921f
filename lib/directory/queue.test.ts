import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aDirectory, aFlag } from '../../test/records.ts';
import { candidatesFor } from '../shown/digit-candidates.ts';
import { filterQueue, numbersByAge, type QueueFilter, reviewQueue, sameQuestion } from './queue.ts';
import { directoryTablesSchema, editionSchema } from './records.ts';
import { subjectsOf } from './subjects.ts';

const read = (name: string) => JSON.parse(readFileSync(`data/dalian/${name}.json`, 'utf8'));
const tables = directoryTablesSchema.parse(read('directory'));
const dalian = aDirectory({ ...tables, facts: editionSchema.parse(read('edition')) });
const queue = reviewQueue(dalian);
const open: QueueFilter = { status: 'open', severity: null, district: null, code: null };
const station = (id: string) => dalian.stations.find((one) => one.id === id) ?? expect.unreachable();

describe('the queue of the printed table', () => {
  it('holds nine stations, worst first: severity, number of flags, printed order', () => {
    expect(queue.map(({ row }) => row)).toEqual([13, 27, 14, 16, 17, 18, 26, 15, 24]);
    expect(queue.flatMap(({ flags }) => flags)).toHaveLength(16);
  });

  it('is filtered by status, severity, district and code, with the counts of each', () => {
    const all = filterQueue(queue, open);
    expect(all.statuses.map(({ count }) => count)).toEqual([9, 0, 0]);
    expect(all.severities.map(({ count }) => count)).toEqual([1, 8]);
    expect(all.districts).toEqual([
      { value: 'shahe', count: 6 },
      { value: 'lvshun', count: 2 },
      { value: 'ganjingzi', count: 1 },
    ]);
    expect(all.codes[0]).toEqual({ value: 'district.boundary_uncertain', count: 7 });
    expect(filterQueue(queue, { ...open, district: 'lvshun' }).entries.map(({ row }) => row)).toEqual([27, 26]);
    expect(filterQueue(queue, { ...open, status: 'settled' }).entries).toEqual([]);
  });

  it('knows rows 14 to 18 for one question, and asks nothing together about a number', () => {
    const flags = queue.find(({ row }) => row === 14)?.flags ?? [];
    expect(sameQuestion(queue, 'qixianling', flags).map(({ entry }) => entry.row)).toEqual([15, 16, 17, 18]);
    expect(sameQuestion(queue, 'shahe', queue[0]?.flags ?? [])).toEqual([]);
  });
});

describe('what may be decided about a station', () => {
  it('begins with the number that cannot be called, which is never offered for confirmation', () => {
    const [first, second] = subjectsOf(dalian, station('shahe'), []);
    expect(first).toMatchObject({
      key: 'shahe-mobile-1',
      field: 'number',
      actions: ['correct', 'unverifiable', 'out_of_use'],
    });
    expect(second).toMatchObject({ key: 'number:shahe-office-1', actions: ['check', 'correct', 'out_of_use'] });
  });

  it('asks for name and district apart', () => {
    const subjects = subjectsOf(dalian, station('row-27'), []);
    expect(subjects.map(({ key, flags }) => [key, flags.length])).toEqual([
      ['name', 1],
      ['district', 2],
      ['number:row-27-mobile-1', 0],
    ]);
  });

  it('asks once about a number out of use: its flag offers all that the number would', () => {
    const mobile = dalian.phones.find(({ id }) => id === 'tangligou-mobile-1');
    if (!mobile) throw new Error('no such number');
    const directory = {
      ...dalian,
      flags: [...dalian.flags, aFlag({ subject: { record: 'tangligou', phone: mobile.id, field: 'mobile' } })],
    };
    const about = subjectsOf(directory, station('tangligou'), []).filter(({ phone }) => phone === mobile.id);
    expect(about).toMatchObject([{ key: mobile.id, actions: ['correct', 'reopen'] }]);
  });

  it('offers a column that does not fit as a question of kind', () => {
    expect(subjectsOf(dalian, station('xinzhaizi'), [])[0]).toMatchObject({
      field: 'kind',
      actions: ['correct', 'confirm', 'unverifiable', 'out_of_use'],
    });
  });
});

describe('all numbers', () => {
  it('are listed with those that nobody has checked first, then by how long ago', () => {
    const [first, second] = dalian.phones;
    const phones = dalian.phones.map((phone) => {
      if (phone === first) return { ...phone, checked: { how: 'called', at: '2026-08-12T00:00:00.000Z' } as const };
      return phone === second
        ? { ...phone, checked: { how: 'called', at: '2026-08-11T00:00:00.000Z' } as const }
        : phone;
    });
    const listed = numbersByAge({ ...dalian, phones });
    expect(listed).toHaveLength(57);
    expect(listed.slice(-2).map(({ phone }) => phone.id)).toEqual([second?.id, first?.id]);
  });
});

describe('the number that is a digit short', () => {
  it('may be one of 88, 37 in its block, of which one is 马栏子’s own', () => {
    expect(candidatesFor('1852555368', dalian)).toEqual({
      all: 88,
      block: '1852555',
      patterns: ['□368', '3□68', '36□8', '368□'],
      inBlock: { count: 37, taken: [{ e164: '+8618525553668', owner: { station: '马栏子', row: 9, kind: 'mobile' } }] },
      elsewhere: { count: 51, taken: [] },
    });
    expect(candidatesFor('18525553668', dalian)).toBeNull();
  });
});
