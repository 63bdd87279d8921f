import { expect, test } from 'vitest';
import { changesIn } from './changed.ts';
import type { Decision } from './decision.ts';
import { phoneFlagId } from './phone-flags.ts';

const PHONE = 'shili-mobile-1';

/** A history of rows, each about the number of one station unless it says otherwise. */
const aHistory = (...rows: readonly Partial<Decision>[]): Decision[] =>
  rows.map((row, at) => ({
    ...{ id: `d${at + 1}`, seq: at + 1, directory: 'example', record: 'shili', flag: null, phone: PHONE },
    ...{ field: null, action: 'check', how: null, before: null, after: null, reason: '示例', by: '甲' },
    ...{
      at: `2026-12-0${at + 1}T00:00:00.000Z`,
      approvedBy: null,
      answers: null,
      proposes: null,
      edition: 1,
      printed: null,
    },
    ...row,
  }));

const number = { action: 'correct', field: 'number', after: 'tel:+8618525553601', how: 'called' } as const;
const said = (...rows: readonly Partial<Decision>[]) =>
  changesIn(aHistory(...rows), 100).map(({ id, kind, isTakenBack }) => `${id} ${kind}${isTakenBack ? ' back' : ''}`);

test('corrections of every field, a number out of use and another name are changes, newest first', () => {
  expect(
    said(
      number,
      { action: 'correct', field: 'kind', after: 'mobile' },
      { action: 'correct', field: 'name', after: '示列', phone: null },
      { action: 'correct', field: 'district', after: 'linqu', phone: null },
      { action: 'out_of_use' },
      { action: 'add_alias', field: 'alias', after: '示例', phone: null },
    ),
  ).toEqual(['d6 alias', 'd5 out_of_use', 'd4 district', 'd3 name', 'd2 kind', 'd1 number']);
});

test('so are what staff add beside the print, what they say of a station, and one that is no more', () => {
  const station = { phone: null } as const;
  expect(
    said(
      { action: 'add_station', after: '示例', ...station },
      { action: 'add_phone', after: 'tel:+8618525553601' },
      { action: 'set', field: 'address', after: '示例路1号', ...station },
      { action: 'set', field: 'hours', after: null, ...station },
      { action: 'propose', proposes: 'out_of_use', ...station },
      { action: 'approve', answers: 'd5' },
    ),
  ).toEqual(['d6 closed', 'd4 hours', 'd3 address', 'd2 add_phone', 'd1 add_station']);
});

test.each<Partial<Decision>>([
  { action: 'unanswered' },
  { action: 'check', how: 'called' },
  { action: 'confirm', how: 'called' },
  { action: 'unverifiable' },
  { ...number, action: 'propose' },
  { ...number, after: null },
  { action: 'add_landmark', field: 'landmark', after: '示例广场', record: '210202' },
  { ...number, record: null },
])('%j is none', (row) => expect(said(row)).toEqual([]));

test('a proposal is a change once it is agreed to, with how the number was established', () => {
  const propose = { ...number, action: 'propose' } as const;
  expect(said(propose, { action: 'reject', answers: 'd1' })).toEqual([]);
  expect(changesIn(aHistory(propose, { action: 'approve', answers: 'd1' }), 100)).toEqual([
    {
      ...{ id: 'd2', at: '2026-12-02T00:00:00.000Z', kind: 'number', isTakenBack: false, how: 'called' },
      ...{ station: 'shili', phone: PHONE, after: 'tel:+8618525553601' },
    },
  ]);
  const undone = { action: 'undo', answers: 'd2' } as const;
  expect(said(propose, { action: 'approve', answers: 'd1' }, undone)).toEqual(['d3 number back', 'd2 number']);
});

test('an undo takes back what was changed, and nothing where nothing was', () => {
  expect(said(number, { action: 'undo', answers: 'd1' })).toEqual(['d2 number back', 'd1 number']);
  expect(said({ action: 'check' }, { action: 'undo', answers: 'd1' })).toEqual([]);
});

test('a reopened flag takes back what was decided about it and stood until then', () => {
  const about = { flag: 'f1' } as const;
  const reopen = { action: 'reopen', ...about } as const;
  expect(said({ ...number, ...about }, reopen)).toEqual(['d2 number back', 'd1 number']);
  expect(said({ ...number, flag: 'f2' }, reopen)).toEqual(['d1 number']);
  expect(said({ ...number, ...about }, { action: 'undo', answers: 'd1' }, reopen)).toEqual([
    'd2 number back',
    'd1 number',
  ]);
  expect(said({ action: 'confirm', ...about }, reopen)).toEqual([]);
  const back = { action: 'reopen', flag: phoneFlagId('out_of_use', PHONE) } as const;
  expect(said({ action: 'out_of_use' }, back)).toEqual(['d2 out_of_use back', 'd1 out_of_use']);
  expect(said({ action: 'out_of_use' }, back, { action: 'undo', answers: 'd2' })[0]).toBe('d3 out_of_use');
});

test('no more than was asked for', () => {
  expect(changesIn(aHistory(number, number, number), 2).map(({ id }) => id)).toEqual(['d3', 'd2']);
});
