import { describe, expect, it } from 'vitest';
import { aDirectory, aStation } from '../../test/records.ts';
import { type AliasInput, decideAlias, findAliasDecision, nameKeysOf, stationsNamed } from './alias.ts';
import { carry } from './carry.ts';
import { type DecisionContext, undo } from './decide.ts';
import type { Decision, NewDecision } from './decision.ts';
import { effectiveDecisions } from './effective.ts';
import { firstIdentities, withEdition } from './identities.ts';
import { landmarksOf } from './landmark.ts';
import { publish } from './publish.ts';
import type { Divisions, PublishedDirectory } from './records.ts';

const named = (id: string, row: number, name: string, aliases: string[] = []) =>
  aStation({ id, row, aliases, name: { printed: name, value: name, cells: [], how: 'printed' } });
const edition: PublishedDirectory = aDirectory({
  stations: [named('one', 1, '示例一站', ['示例老站']), named('two', 2, '示例二站')],
});
const identities = firstIdentities(edition);
const DIVISIONS: Divisions = {
  about: '示例',
  counties: [['990101', '示例区']],
  streets: [['990101001', '示例街道']],
  communities: [],
};

/** A desk that only names stations. */
function aDesk() {
  const history: Decision[] = [];
  const published = (): PublishedDirectory => ({
    ...edition,
    ...publish({ tables: edition, country: 'CN' }, identities, history),
  });
  const context = (): DecisionContext => ({
    directory: published(),
    pending: [],
    by: '示例编辑',
    at: '2026-11-30T00:00:00.000Z',
    activeEditors: 2,
    edition: 1,
    newId: () => `d${history.length + 1}`,
    newPhone: (station) => `${station}-added-1`,
    readNumber: () => null,
  });
  const save = (row: NewDecision) => history.push({ ...row, directory: 'example', seq: history.length + 1 });
  return {
    history,
    add(changes: Partial<AliasInput> = {}) {
      const input: AliasInput = { station: 'one', alias: '示例广场', how: 'called', reason: '示例', ...changes };
      const decided = decideAlias(input, context(), DIVISIONS);
      if (decided.ok) save(decided.row);
      return decided.ok ? 'saved' : decided.problems.map(({ field, code }) => `${field}: ${code}`);
    },
    undo(id: string) {
      const undone = undo(id, history, context());
      if (undone.ok) save(undone.row);
      return undone.ok ? 'saved' : undone.problems;
    },
    landmarks: () => landmarksOf(history),
    aliases: (id: string) => published().stations.find((station) => station.id === id)?.aliases,
  };
}

describe('one more name for a station', () => {
  it('stands beside the others at once, whoever else is an editor, and leaves the print alone', () => {
    const desk = aDesk();
    expect(desk.add({ alias: '\u200b 示例广场 ' })).toBe('saved');
    expect(desk.aliases('one')).toEqual(['示例老站', '示例广场']);
    expect(desk.history).toMatchObject([
      { action: 'add_alias', field: 'alias', record: 'one', before: null, after: '示例广场', printed: '示例一站' },
    ]);
    expect(edition.stations[0]?.aliases).toEqual(['示例老站']);
  });

  it('is taken back on its own, in whatever order', () => {
    const desk = aDesk();
    desk.add();
    desk.add({ alias: '示例公园' });
    expect(desk.undo('d1')).toBe('saved');
    expect(desk.aliases('one')).toEqual(['示例老站', '示例公园']);
    expect(desk.undo('d1')).toEqual(['unknown']);
    expect(desk.add()).toBe('saved');
  });

  it.each([
    ['示例一站', 'alias: alias.own'],
    ['示例老站', 'alias: alias.own'],
    ['示例二站', 'alias: alias.taken'],
    ['', 'alias: alias.missing'],
    [' \u3164 ', 'alias: alias.missing'],
    ['站', 'alias: alias.length'],
    ['字'.repeat(21), 'alias: alias.length'],
    ['示例3路', 'alias: alias.digits'],
    ['示例③路', 'alias: alias.digits'],
    ['八六九零二七三二', 'alias: alias.digits'],
    ['示例,广场', 'alias: alias.signs'],
    ['示例：广场', 'alias: alias.signs'],
    ['示例\ufffd广场', 'alias: alias.signs'],
    ['示例\u202e广场', 'alias: alias.unseen'],
    ['示例\n广场', 'alias: alias.unseen'],
  ])('%j is refused: %s', (alias, problem) => {
    const desk = aDesk();
    expect(desk.add({ alias })).toEqual([problem]);
    expect(desk.history).toEqual([]);
  });

  it('that another station has by an editor is refused, written in whatever width', () => {
    const desk = aDesk();
    desk.add({ alias: 'Shili 广场' });
    expect(desk.add({ station: 'two', alias: 'ｓｈｉｌｉ广场' })).toEqual(['alias: alias.taken']);
  });

  it('needs a station, how it was established and a reason, all said at once', () => {
    const wrong = { station: 'three', alias: '', how: null, reason: ' ' };
    expect(aDesk().add(wrong)).toEqual([
      'station: station.needed',
      'alias: alias.missing',
      'how: how.missing',
      'reason: reason.missing',
    ]);
  });

  it('lapses where something else is printed, and holds again with its print', () => {
    const desk = aDesk();
    desk.add();
    const renamed = { ...edition, stations: [named('one', 1, '示例新站'), named('two', 2, '示例二站')] };
    const both = withEdition(identities, 2, renamed);
    expect(carry(renamed, both, desk.history)).toMatchObject({ decisions: [], lapsed: [{ id: 'd1' }] });
    const again = { ...edition, stations: [named('one', 5, '示例一站')] };
    expect(carry(again, withEdition(both, 3, again), desk.history)).toMatchObject({ decisions: [{ id: 'd1' }] });
  });
});

describe('a place that lies somewhere', () => {
  const place = { station: '990101001', alias: '示例广场' };

  it('is a row about its division, beside others, and gives no station a name', () => {
    const desk = aDesk();
    expect(desk.add(place)).toBe('saved');
    expect(desk.add({ station: '990101', alias: '示例公园' })).toBe('saved');
    expect(desk.history).toMatchObject([
      { action: 'add_landmark', field: 'landmark', record: '990101001', after: '示例广场', printed: null },
      { action: 'add_landmark', field: 'landmark', record: '990101', after: '示例公园', printed: null },
    ]);
    expect(desk.landmarks()).toEqual([
      { names: ['示例广场'], county: '990101', street: '990101001', source: 'desk' },
      { names: ['示例公园'], county: '990101', street: null, source: 'desk' },
    ]);
    expect(desk.aliases('one')).toEqual(['示例老站']);
  });

  it('is taken back on its own, in whatever order, and stands whatever is printed', () => {
    const desk = aDesk();
    desk.add(place);
    desk.add({ ...place, alias: '示例公园' });
    const other = { ...edition, stations: [named('three', 1, '示例三站')] };
    expect(carry(other, withEdition(identities, 2, other), desk.history).lapsed).toEqual([]);
    expect(desk.undo('d1')).toBe('saved');
    expect(desk.landmarks().map(({ names: [name] }) => name)).toEqual(['示例公园']);
  });

  it.each(['990102', '990101009', '9901', '990101001001'])('lies in no %s', (station) => {
    expect(aDesk().add({ ...place, station })).toEqual(['station: station.needed']);
  });

  it('that is a station’s name is refused', () => {
    expect(aDesk().add({ ...place, alias: '示例二站' })).toEqual(['alias: alias.taken']);
  });
});

it('finds who bears a name, and which decision in force gave it', () => {
  const desk = aDesk();
  desk.add({ alias: 'Shili广场' });
  const { decisions } = effectiveDecisions(desk.history);
  expect(findAliasDecision(decisions, 'SHILI 广场')?.id).toBe('d1');
  expect(findAliasDecision(decisions, '示例二站')).toBeNull();
  expect(stationsNamed(edition, ' 示例老站').map(({ id }) => id)).toEqual(['one']);
  expect([...nameKeysOf(edition)]).toEqual(['示例一站', '示例老站', '示例二站']);
});
