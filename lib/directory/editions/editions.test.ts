import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFlag, aPhone, aStation } from '../../../test/records.ts';
import { slugOf } from '../../table/slugs.ts';
import { carry } from '../carry.ts';
import type { Decision } from '../decision.ts';
import { type Identities, NO_IDENTITIES, withEdition } from '../identities.ts';
import { publish } from '../publish.ts';
import type { DirectoryTables, Phone } from '../records.ts';
import { flagsByPhone, isWithheld } from '../standing.ts';
import { differences } from './differences.ts';
import { identify } from './identify.ts';
import { type Answers, matchEdition, type Proposal, proposalKey } from './matching.ts';

/** A row as a paper prints it: district, name, numbers. Numbers are four digits that nobody can call. */
type Row = readonly [district: string, name: string | null, ...numbers: string[]];

const telOf = (number: string) => `tel:+8600000${number}`;

/** The tables as a reader would give them: ids by the order of the rows, the same for every edition. */
function read(rows: readonly Row[], edition = 'e'): DirectoryTables {
  const labels = [...new Set(rows.map(([district]) => district))];
  const counts = new Map<string, number>();
  const ids = rows.map(([, name], at) => {
    const slug = name === null ? `row-${at + 1}` : slugOf(name);
    const times = (counts.get(slug) ?? 0) + 1;
    counts.set(slug, times);
    return times === 1 ? slug : `${slug}-${times}`;
  });
  const phones = rows.flatMap(([, , ...numbers], at) =>
    numbers.map((printed, nth): Phone => {
      const cell = { edition, table: 1, row: at + 1, col: 3 + nth, raw: printed };
      const [id, tel] = [`${ids[at]}-office-${nth + 1}`, telOf(printed)];
      return aPhone({ id, station: ids[at] ?? '', printed, cells: [cell], e164: tel.slice(4), tel });
    }),
  );
  return {
    edition,
    districts: labels.map((label) => ({
      ...{ directory: 'example', id: slugOf(label), label, kind: 'delivery_area' as const, adminCandidates: [] },
    })),
    stations: rows.map(([district, name], at) =>
      aStation({
        id: ids[at] ?? '',
        row: at + 1,
        name: { printed: name, value: name, cells: [], how: 'printed' },
        district: { printed: district, value: slugOf(district), cells: [], how: 'printed' },
      }),
    ),
    phones,
    flags: rows.flatMap(([, name], at) =>
      name?.endsWith('疑')
        ? [
            aFlag({
              ...{ id: `district.boundary_uncertain:${ids[at]}:district`, code: 'district.boundary_uncertain' },
              ...{ rule: 'district.boundary_uncertain', severity: 'warning', row: at + 1, printed: null },
              ...{ subject: { record: ids[at] ?? '', phone: null, field: 'district' }, evidence: [`第${at + 1}行`] },
            }),
          ]
        : [],
    ),
    setAside: [],
  };
}

/** A directory through its editions, as the server leads it. */
class City {
  identities: Identities = NO_IDENTITIES;
  readonly editions: DirectoryTables[] = [];
  readonly history: Decision[] = [];
  inForce = 0;

  constructor(rows: readonly Row[]) {
    this.#add(read(rows, 'e1'));
  }

  #add(tables: DirectoryTables): void {
    this.editions.push(tables);
    this.inForce = this.editions.length;
    this.identities = withEdition(this.identities, this.inForce, tables);
  }

  get printed(): DirectoryTables {
    return this.editions[this.inForce - 1] ?? expect.fail();
  }
  get shown(): DirectoryTables {
    return publish({ tables: this.printed, country: 'CN' }, this.identities, this.history);
  }
  get lapsed() {
    return carry(this.printed, this.identities, this.history).lapsed;
  }

  match(rows: readonly Row[], answers: Answers) {
    const before = { printed: this.printed, tables: this.shown, identities: this.identities };
    return matchEdition(read(rows, `e${this.editions.length + 1}`), before, answers, slugOf);
  }

  /** @param answer what is said of each proposal */
  publish(rows: readonly Row[], answer: (proposal: Proposal) => boolean = () => true, kept: string[] = []) {
    const answers = new Map<string, boolean>();
    let matched = this.match(rows, answers);
    for (;;) {
      const open = matched.proposals.filter((proposal) => !answers.has(proposalKey(proposal)));
      if (open.length === 0) break;
      for (const proposal of open) answers.set(proposalKey(proposal), answer(proposal));
      matched = this.match(rows, answers);
    }
    const fresh = read(rows, `e${this.editions.length + 1}`);
    const before = this.printed;
    const taken = new Set(matched.stations.values());
    const stays = new Set(kept.filter((id) => !taken.has(id)));
    this.#add(identify(fresh, matched, this.identities, before, stays));
    return { proposals: matched.proposals, ...differences(before, this.printed) };
  }

  decide(changes: Partial<Decision>): Decision {
    const row: Decision = {
      ...{
        id: `d${this.history.length + 1}`,
        directory: 'example',
        seq: this.history.length + 1,
        record: null,
        flag: null,
      },
      ...{ phone: null, field: null, action: 'check', how: 'called', before: null, after: null, reason: '示例理由' },
      ...{ by: '编辑甲', at: `2026-11-${String(this.history.length + 1).padStart(2, '0')}T00:00:00.000Z` },
      ...{ approvedBy: null, answers: null, proposes: null, edition: this.inForce, printed: null },
      ...changes,
    };
    this.history.push(row);
    return row;
  }

  phoneOf(name: string, nth = 0): Phone {
    const station = this.shown.stations.find(({ name: own }) => own.printed === name);
    return this.shown.phones.filter((phone) => phone.station === station?.id)[nth] ?? expect.fail(name);
  }
  idOf(name: string): string {
    return this.printed.stations.find(({ name: own }) => own.printed === name)?.id ?? expect.fail(name);
  }
  about(name: string, changes: Partial<Decision>) {
    const { id: phone, station: record } = this.phoneOf(name);
    return this.decide({ phone, record, ...changes });
  }
  correct(name: string, to: string) {
    return this.about(name, { action: 'correct', field: 'number', after: telOf(to) });
  }
  isWithheld(name: string): boolean {
    return isWithheld(flagsByPhone(this.shown.flags)(this.phoneOf(name)));
  }
}

const TWO: Row[] = [
  ['东区', '甲山', '0001'],
  ['东区', '乙河', '0002'],
  ['西区', '丙桥', '0003'],
];

describe('a station keeps its id', () => {
  it('by district and name, wherever it stands and whoever has a like name now', () => {
    const city = new City(TWO);
    // 甲善 sounds like 甲山 and stands before it: it must not take its id.
    city.publish([
      ['西区', '丙桥', '0003'],
      ['东区', '甲善', '0009'],
      ['东区', '甲山', '0001'],
      ['东区', '乙河', '0002'],
    ]);
    expect(['甲山', '乙河', '丙桥', '甲善'].map((name) => city.idOf(name))).toEqual([
      'jiashan',
      'yihe',
      'bingqiao',
      'jiashan-2',
    ]);
  });

  it.each<[string, Row, string[], string]>([
    ['its number is the same', ['东区', '子湖', '0002'], ['number.same'], 'renamed'],
    ['it moved with its number', ['西区', '乙河', '0002'], ['number.same', 'name.same'], 'moved'],
    ['it moved and has another number', ['西区', '乙河', '0008'], ['name.same'], 'moved'],
    ['both are others', ['西区', '子湖', '0002'], ['number.same'], 'renamed_and_moved'],
    ['its name sounds the same', ['东区', '以河', '0008'], ['name.homophone'], 'renamed'],
    ['one character is another', ['东区', '乙湖', '0008'], ['name.one_apart'], 'renamed'],
    ['a character was added', ['东区', '乙河口', '0008'], ['name.one_apart'], 'renamed'],
  ])('where %s, if somebody says so, and is another one else', (_, row, why, kind) => {
    const rows = [TWO[0] ?? expect.fail(), TWO[2] ?? expect.fail(), row];
    const agreed = new City(TWO);
    expect(agreed.publish(rows).proposals).toMatchObject([{ kind, why, candidate: { id: 'yihe', name: '乙河' } }]);
    expect(agreed.idOf(row[1] ?? '')).toBe('yihe');
    const refused = new City(TWO);
    const { added, gone } = refused.publish(rows, () => false);
    expect([added.map(({ name }) => name), gone.map(({ id }) => id)]).toEqual([[row[1]], ['yihe']]);
    expect(refused.idOf(row[1] ?? '')).not.toBe('yihe');
  });

  it('and one that is known by its name is not proposed for another that has its number', () => {
    const city = new City(TWO);
    const { proposals, added } = city.publish([...TWO, ['东区', '丁塔', '0001']]);
    expect([proposals, added.map(({ id }) => id)]).toEqual([[], ['dingta']]);
  });

  it('of several of one name by its number, then by its place', () => {
    const named = (...numbers: string[]) => numbers.map((number): Row => ['东区', '代办点', number]);
    const city = new City(named('0001', '0002', '0003'));
    const { proposals, same, changed } = city.publish(named('0003', '0009', '0001'));
    expect([proposals, same, changed.map(({ before, after }) => [before, after])]).toEqual([[], 2, [['0002', '0009']]]);
    expect(city.printed.stations.map(({ id }) => id)).toEqual(['daibandian-3', 'daibandian-2', 'daibandian']);
    city.publish(named('0001', '0003', '0008', '0009'));
    expect(city.printed.stations.map(({ id }) => id)).toEqual([
      'daibandian',
      'daibandian-3',
      'daibandian-4',
      'daibandian-2',
    ]);
  });

  it('not by a name that is like those of too many', () => {
    const alike = (count: number) =>
      Array.from({ length: count }, (_, at): Row => ['东区', `${String.fromCodePoint(0x5000 + at)}桥`, `1${at}`]);
    const asked = (count: number) => new City(alike(count)).publish([['东区', '鼻桥', '0001']]).proposals.length;
    expect([asked(100), asked(101)]).toEqual([1, 0]);
  });

  it('not by a number that many have', () => {
    const shared = ['甲', '乙', '丙', '丁'].map((name): Row => ['东区', `${name}站山`, '0007']);
    const { proposals } = new City(shared).publish([['西区', '戊塔', '0007']]);
    expect(proposals).toEqual([]);
  });

  it('where it has no name, if all its numbers are the same', () => {
    const unnamed: Row = ['东区', null, '0005'];
    const city = new City([...TWO, unnamed]);
    city.publish([['东区', '新站', '0006'], unnamed, ...TWO]);
    expect(city.printed.stations.map(({ id }) => id)).toEqual(['xinzhan', 'row-4', 'jiashan', 'yihe', 'bingqiao']);
    const { proposals } = city.publish([...TWO, ['东区', '新站', '0006'], ['东区', null, '0009']]);
    expect(proposals).toMatchObject([{ kind: 'renamed', candidate: { id: 'row-4' } }]);
  });

  it('also where it was gone for a while, if somebody says so; nobody else is ever given its id', () => {
    const city = new City(TWO);
    city.publish(TWO.slice(1));
    const { proposals } = city.publish(TWO);
    expect(proposals).toMatchObject([{ kind: 'returned', candidate: { id: 'jiashan' } }]);
    expect(city.idOf('甲山')).toBe('jiashan');
    const other = new City(TWO);
    other.publish(TWO.slice(1));
    other.publish([...TWO.slice(1), ['西区', '甲山', '0009']]);
    expect(other.idOf('甲山')).toBe('jiashan-2');
  });

  it('and a district does, whose label is written otherwise', () => {
    const city = new City(TWO);
    const { proposals, moved, same } = city.publish(
      TWO.map(([label, ...rest]): Row => [label.replace('区', '县'), ...rest]),
    );
    expect(proposals.map(({ kind, candidate }) => [kind, candidate.id])).toEqual([
      ['district', 'dongqu'],
      ['district', 'xiqu'],
    ]);
    expect([moved, same, city.printed.districts.map(({ id }) => id)]).toEqual([[], 3, ['dongqu', 'xiqu']]);
  });

  it('where it is kept although it is not printed, with the edition that printed it', () => {
    const city = new City(TWO);
    const { gone, kept } = city.publish(TWO.slice(1), () => true, ['jiashan']);
    expect([gone, kept.map(({ id }) => id)]).toEqual([[], ['jiashan']]);
    expect(city.printed.stations.find(({ id }) => id === 'jiashan')?.keptFrom).toBe('e1');
    expect(city.phoneOf('甲山').tel).toBe(telOf('0001'));
    city.publish(TWO);
    expect(city.printed.stations.find(({ id }) => id === 'jiashan')?.keptFrom).toBeUndefined();
  });
});

describe('what was decided about a number', () => {
  const changed = (to: string) => [['东区', '甲山', to] as const, ...TWO.slice(1)];

  it('holds while the same is printed, in whatever form', () => {
    const city = new City(TWO);
    const { at } = city.about('甲山', {});
    city.publish(changed('(0001)'));
    expect(city.phoneOf('甲山')).toMatchObject({ id: 'jiashan-office-1', checked: { how: 'called', at } });
  });

  it('lapses with the print, and holds again with it', () => {
    const city = new City(TWO);
    const check = city.about('甲山', {});
    const before = JSON.stringify(city.shown);
    city.publish(changed('0009'));
    expect(city.phoneOf('甲山')).toMatchObject({ id: 'jiashan-office-2', checked: null, tel: telOf('0009') });
    expect(city.lapsed.map(({ id }) => id)).toEqual([check.id]);
    city.inForce = 1;
    expect(JSON.stringify(city.shown)).toBe(before);
    city.inForce = 2;
    city.publish(changed('0001'));
    expect(city.phoneOf('甲山')).toMatchObject({ id: 'jiashan-office-1', checked: { at: check.at } });
  });

  it('overrides no new print, and withholds none', () => {
    const corrected = new City(TWO);
    corrected.correct('甲山', '0005');
    corrected.publish(changed('0009'));
    expect(corrected.phoneOf('甲山')).toMatchObject({ tel: telOf('0009'), checked: null });
    const retired = new City(TWO);
    retired.about('甲山', { action: 'out_of_use' });
    expect(retired.isWithheld('甲山')).toBe(true);
    retired.publish(changed('0009'));
    expect([retired.isWithheld('甲山'), retired.phoneOf('甲山').tel]).toEqual([false, telOf('0009')]);
  });

  it('stands as a check of a new print that is what it was corrected to, and what was decided since goes with it', () => {
    const city = new City(TWO);
    const { at } = city.correct('甲山', '0009');
    city.publish(changed('0009'));
    expect(city.phoneOf('甲山')).toMatchObject({ checked: { how: 'called', at } });
    expect(city.phoneOf('甲山').corrected).toBeUndefined();
    city.inForce = 1;
    city.about('甲山', { action: 'out_of_use' }); // of the corrected one
    city.inForce = 2;
    expect(city.isWithheld('甲山')).toBe(true);
  });

  it('is no check of a print that was corrected to something else', () => {
    const city = new City([['东区', '甲山', '0003']]);
    const first = city.correct('甲山', '0006');
    city.publish([['东区', '甲山', '0001']]);
    city.correct('甲山', '0003');
    expect(city.phoneOf('甲山')).toMatchObject({ tel: telOf('0003') });
    city.inForce = 1;
    expect(city.phoneOf('甲山')).toMatchObject({ tel: telOf('0006'), checked: { at: first.at } });
    expect(city.lapsed).toHaveLength(1);
  });

  it('keeps a number out of use that is printed again', () => {
    const city = new City(TWO);
    city.about('甲山', { action: 'out_of_use' });
    city.publish(changed('0009'));
    city.publish(changed('0001'));
    expect([city.isWithheld('甲山'), city.phoneOf('甲山').tel]).toEqual([true, null]);
  });

  it('dates the number where another station has it too, but not where it is printed only later', () => {
    const city = new City([...TWO, ['西区', '丁塔', '0001']]);
    const { at } = city.about('甲山', {});
    expect(city.phoneOf('丁塔').checked?.at).toBe(at);
    city.publish([...TWO, ['西区', '丁塔', '0001'], ['西区', '戊楼', '0001']]);
    expect([city.phoneOf('丁塔').checked?.at, city.phoneOf('戊楼').checked]).toEqual([at, null]);
  });

  it('waits for nobody once its print is gone', () => {
    const city = new City(TWO);
    city.about('甲山', { action: 'propose', field: 'number', after: telOf('0005') });
    expect(carry(city.printed, city.identities, city.history).pending).toHaveLength(1);
    city.publish(changed('0009'));
    expect(carry(city.printed, city.identities, city.history).pending).toEqual([]);
    expect(city.lapsed).toHaveLength(1);
  });
});

describe('what was decided about a name or a district', () => {
  it('holds while that is printed', () => {
    const city = new City(TWO);
    city.decide({ record: 'jiashan', field: 'name', action: 'correct', after: '甲峰' });
    city.decide({ record: 'yihe', field: 'district', action: 'correct', after: 'xiqu' });
    const shown = () => ['jiashan', 'yihe'].map((id) => city.shown.stations.find((one) => one.id === id));
    city.publish([...TWO, ['西区', '丁塔', '0004']]);
    expect(shown()).toMatchObject([{ name: { value: '甲峰' } }, { district: { value: 'xiqu' } }]);
    // The corrected name is an alias by which it is proposed; the moved one is read where it now stands.
    const { proposals } = city.publish([
      ['东区', '甲峰', '0008'],
      ['西区', '乙河', '0002'],
    ]);
    expect(proposals.map(({ kind, candidate, why }) => [kind, candidate.id, why[0]])).toEqual([
      ['moved', 'yihe', 'number.same'],
      ['renamed', 'jiashan', 'name.alias'],
    ]);
    expect(shown()).toMatchObject([
      { name: { value: '甲峰', how: 'printed' } },
      { district: { value: 'xiqu', how: 'printed' } },
    ]);
    expect(city.lapsed).toHaveLength(2);
  });

  it('leaves a doubt settled while the same is said of the same, wherever its row stands', () => {
    const city = new City([...TWO, ['西区', '丁疑', '0004']]);
    const flag = city.printed.flags[0]?.id ?? '';
    city.decide({ record: 'dingyi', flag, field: 'district', action: 'confirm' });
    city.publish([['西区', '丁疑', '0004'], ...TWO]);
    expect(city.shown.flags.map(({ status }) => status)).toEqual(['confirmed']);
  });
});

// Random editions and decisions.
const NAMES = ['甲山', '甲善', '乙河', '丙桥', '丁塔', '戊楼', null] as const;
const row = fc
  .tuple(
    fc.constantFrom('东区', '西区', '东县'),
    fc.constantFrom(...NAMES),
    fc.array(fc.constantFrom('0001', '0002', '0003', '0004', '0005'), { minLength: 1, maxLength: 2 }),
  )
  .map(([district, name, numbers]): Row => [district, name, ...numbers]);
const rows = fc.array(row, { minLength: 1, maxLength: 7 });
const step = fc.oneof(
  fc.record({
    kind: fc.constant('publish' as const),
    rows,
    same: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('restore' as const), at: fc.nat(9) }),
  fc.record({
    kind: fc.constant('decide' as const),
    at: fc.nat(20),
    action: fc.constantFrom('check' as const, 'correct' as const, 'out_of_use' as const),
    to: fc.constantFrom('0003', '0006', '0007'),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer Taken> ? Taken : never;

/** Takes every step, and calls `look` after each. */
function live(first: readonly Row[], steps: readonly Step[], look: (city: City) => void): City {
  const city = new City(first);
  for (const one of steps) {
    if (one.kind === 'publish') {
      let asked = 0;
      city.publish(one.rows, () => one.same[asked++ % one.same.length] ?? true);
    } else if (one.kind === 'restore') city.inForce = (one.at % city.editions.length) + 1;
    else {
      const { phones } = city.printed;
      const { id: phone, station: record } = phones[one.at % phones.length] ?? expect.fail();
      const field = one.action === 'correct' ? 'number' : null;
      city.decide({ phone, record, field, action: one.action, after: field && telOf(one.to) });
    }
    look(city);
  }
  return city;
}

describe('through any editions and decisions', () => {
  const check = (property: (first: Row[], steps: Step[]) => void) =>
    fc.assert(fc.property(rows, fc.array(step, { maxLength: 9 }), property), { numRuns: 150 });

  it('no number is shown as checked that was not printed, or put in its place, when it was checked', () => {
    check((first, steps) => {
      /** What readers could call as each decision was made, by its date. */
      const known = new Map<string, Set<string>>();
      live(first, steps, (city) => {
        const last = city.history.at(-1);
        const tels = city.shown.phones.flatMap(({ id, tel }) => (tel === null ? [] : [`${id} ${tel}`, tel]));
        if (last && !known.has(last.at)) known.set(last.at, new Set(tels));
        for (const { checked, tel } of city.shown.phones)
          if (checked && tel) expect(known.get(checked.at)?.has(tel)).toBe(true);
      });
    });
  });

  it('an id is given once: of a number to what is printed at its station, of a station to one of a name or a match', () => {
    check((first, steps) => {
      const numbers = new Map<string, string>();
      live(first, steps, (city) => {
        const { stations, phones, flags, districts } = city.printed;
        for (const ids of [stations, phones, flags, districts].map((list) => list.map(({ id }) => id)))
          expect(new Set(ids).size).toBe(ids.length);
        for (const { id, station, printed } of phones) {
          const what = `${station} ${printed}`;
          expect(numbers.get(id) ?? what).toBe(what);
          numbers.set(id, what);
          expect(stations.some((one) => one.id === station)).toBe(true);
        }
        for (const { district } of stations) expect(districts.some(({ id }) => id === district.value)).toBe(true);
      });
    });
  });

  it('an edition put back is what it was, plus what was decided since; later editions change nothing about it', () => {
    check((first, steps) => {
      const seen = new Map<number, { tables: string; decisions: number; shown: string }>();
      live(first, steps, (city) => {
        const was = seen.get(city.inForce);
        const now = {
          tables: JSON.stringify(city.printed),
          decisions: city.history.length,
          shown: JSON.stringify(city.shown),
        };
        if (was) expect(now.tables).toBe(was.tables);
        if (was && was.decisions === now.decisions) expect(now.shown).toBe(was.shown);
        seen.set(city.inForce, now);
      });
    });
  });

  it('what is not decided about a number that is printed is not decided at all, and what is stays', () => {
    check((first, steps) => {
      live(first, steps, (city) => {
        const { decisions, lapsed } = carry(city.printed, city.identities, city.history);
        expect(decisions.length + lapsed.length).toBe(city.history.length);
        const decided = new Set(decisions.map(({ phone }) => phone));
        const flagsOf = flagsByPhone(city.shown.flags);
        for (const phone of city.shown.phones) {
          if (!decided.has(phone.id))
            expect([phone.tel, isWithheld(flagsOf(phone))]).toEqual([telOf(phone.printed), false]);
          const last = decisions.findLast((one) => one.phone === phone.id && one.action !== 'check');
          if (last?.action === 'out_of_use') expect(phone.tel).toBeNull();
        }
      });
    });
  });
});
