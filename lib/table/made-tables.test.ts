import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { EXAMPLE_CITY } from '../../test/example-city.ts';
import { type Normalised, normalise } from './normalise.ts';

/** Tables as offices make them, of which is known where each station stands. Every line is made, so that nothing is real. */

vi.setConfig({ testTimeout: 60_000 });

/** What a made line is; `label` is what is in force from here on, by what is printed. */
type Made =
  | { is: 'station'; cells: string[]; name: string; label: string | null; isSure: boolean }
  | { is: 'aside'; cells: string[] }
  | { is: 'odd'; cells: string[] };

const STEMS = ['示东', '示西', '示南', '示北', '示江', '示湖', '示塘', '示桥'];
const ENDINGS = ['区', '县', '镇', '片', '街道', '新城', '分局'];
const label = fc.tuple(fc.constantFrom(...STEMS), fc.constantFrom(...ENDINGS)).map((parts) => parts.join(''));
const WRITINGS: ((one: string, at: number) => string)[] = [
  (one) => one,
  (one) => `【${one}】`,
  (one, at) => `${'一二三四五六七八九'[at % 9]}、${one}`,
  (one, at) => `（${'一二三四五六七八九'[at % 9]}）${one}`,
  (one, at) => `${(at % 9) + 1}. ${one}`,
  (one) => `■${one}`,
  (one) => `◇ ${one}：`,
  (one) => `—— ${one} ——`,
  (one) => `〔${one}〕：`,
];
const NOTES = [
  '注：周日休息',
  '第2页 共3页',
  '- 2 -',
  '制表人：某某',
  '审核：某某 2025.1.3',
  '2025年1月',
  '二〇二五年一月制',
  '（接下页）',
];
const TEXTS = ['本表所列由示例报社供给，请留意', '以下各处归另一处管，详情请询问', '甲至丁之间（含两头）'];
const SIGNED = [
  ['编表：某某', '', '复核：某某', '2024.5.6'],
  ['制于', '2024年5月6日', '', ''],
  ['', '制表人：某某', '', '2025年1月'],
  ['说明：节日照常', '说明：节日照常', '说明：节日照常', '说明：节日照常'],
];

const local = (at: number) => `22${String(10_000 + at)}`;

interface Shape {
  /** Where labels stand: in rows of their own, or in the first row of their group. */
  inRows: boolean;
  hasColumn: boolean;
}

/** One group: its label, how it is written, how many stations, and what stands between them. */
const group = fc.record({
  label,
  writing: fc.nat({ max: WRITINGS.length - 1 }),
  stations: fc.integer({ min: 1, max: 4 }),
  counts: fc.constantFrom<'no' | 'right' | 'wrong'>('no', 'no', 'right', 'wrong'),
  between: fc.constantFrom<'nothing' | 'note' | 'signed' | 'text' | 'total' | 'heading' | 'ragged' | 'number' | 'cut'>(
    ...([
      'nothing',
      'nothing',
      'nothing',
      'note',
      'signed',
      'text',
      'total',
      'heading',
      'ragged',
      'number',
      'cut',
    ] as const),
  ),
  pick: fc.nat({ max: 20 }),
});
type Group = typeof group extends fc.Arbitrary<infer One> ? One : never;

interface MadeTable {
  lines: Made[];
  /** How many sections say a wrong number. */
  wrong: number;
  labels: string[];
}

function makeTable(groups: readonly Group[], { inRows, hasColumn }: Shape): MadeTable {
  const width = hasColumn ? 4 : 3;
  const cut = (cells: string[]) => (hasColumn ? cells : cells.slice(1)).slice(0, width);
  const heading = cut(['区域', '发行站', '办公电话', '移动电话']);
  const lines: Made[] = [{ is: 'aside', cells: heading }];
  let [serial, wrong] = [0, 0];
  const station = (printed: string, own: string | null, isSure: boolean) => {
    serial += 1;
    const name = `第${serial}站`.replace(/\d+/, (digits) =>
      [...digits].map((one) => '零一二三四五六七八九'[Number(one)]).join(''),
    );
    lines.push({ is: 'station', cells: cut([printed, name, local(serial), '']), name, label: own, isSure });
  };
  for (const [at, one] of groups.entries()) {
    const isCounted = inRows && one.counts !== 'no' && one.between === 'nothing';
    const said = one.stations + (one.counts === 'wrong' ? 1 : 0);
    if (isCounted && one.counts === 'wrong') wrong += 1;
    const count = isCounted ? `（共${said}站）` : '';
    const write = WRITINGS[one.writing] ?? String;
    if (inRows)
      lines.push({ is: 'aside', cells: [`${write(one.label, at)}${count}`, ...Array<string>(width - 1).fill('')] });
    let [own, isSure]: [string | null, boolean] = [one.label, true];
    for (let turn = 0; turn < one.stations; turn += 1) {
      station(!inRows && turn === 0 ? one.label : '', own, isSure);
      if (turn > 0) continue;
      const after = between(one, cut, heading, serial);
      lines.push(...after.lines);
      if (after.ends === 'doubt') isSure = false;
      if (after.ends === 'nothing') own = null;
    }
  }
  return { lines, wrong, labels: groups.map((one) => one.label) };
}

function between(
  one: Group,
  cut: (cells: string[]) => string[],
  heading: string[],
  serial: number,
): { lines: Made[]; ends: 'doubt' | 'nothing' | null } {
  const alone = (text: string) => [text, ...Array<string>(heading.length - 1).fill('')];
  const of = <T>(list: readonly T[]) => list[one.pick % list.length] as T;
  switch (one.between) {
    case 'note':
      return { lines: [{ is: 'aside', cells: alone(of(NOTES)) }], ends: null };
    case 'signed':
      return { lines: [{ is: 'aside', cells: heading.length === 4 ? of(SIGNED) : alone('编表：某某') }], ends: null };
    case 'text':
      // A text in the place of a name may be one: then the row is not clear.
      return {
        lines: [{ is: of(TEXTS).endsWith('）') && heading.length < 4 ? 'odd' : 'aside', cells: alone(of(TEXTS)) }],
        ends: 'doubt',
      };
    case 'total':
      return {
        lines: [{ is: 'aside', cells: of([alone('小计 1'), ['合计', '1', ...heading.slice(2).map(() => '')]]) }],
        ends: 'nothing',
      };
    case 'heading':
      return { lines: [{ is: 'aside', cells: heading }], ends: null };
    case 'ragged':
      return heading.length < 4
        ? { lines: [], ends: null }
        : {
            lines: [{ is: 'odd', cells: [`零${serial}`.replace(/\d/g, '甲'), `185255${20_000 + serial}`] }],
            ends: 'doubt',
          };
    case 'number':
      return heading.length < 4
        ? { lines: [], ends: null }
        : { lines: [{ is: 'odd', cells: [`185256${20_000 + serial}`, '', '', ''] }], ends: 'doubt' };
    case 'cut':
      return { lines: [{ is: 'aside', cells: cut(['', '服务站', '', '']) }], ends: null };
    default:
      return { lines: [], ends: null };
  }
}

const textOf = (lines: readonly Made[]) => lines.map(({ cells }) => cells.join('\t')).join('\n');
const OPTIONS = { ...EXAMPLE_CITY, city: null };
const read = ({ lines }: MadeTable) => normalise(new TextEncoder().encode(textOf(lines)), OPTIONS);

const shape = fc.constantFrom<Shape>(
  { inRows: true, hasColumn: true },
  { inRows: true, hasColumn: false },
  { inRows: false, hasColumn: true },
);
const tables = fc
  .tuple(fc.uniqueArray(group, { minLength: 1, maxLength: 6, selector: (one) => one.label.slice(0, 2) }), shape)
  .map(([groups, one]) => makeTable(groups, one));

const UNSURE = ['district.boundary_uncertain', 'district.missing', 'row.unclear'];
const check = (property: (made: MadeTable, result: Normalised) => void) =>
  fc.assert(
    fc.property(tables, (made) => property(made, read(made))),
    { numRuns: 250 },
  );

describe('over tables of which is known what they say', () => {
  test('no station stands under a district that its place does not say, without a flag; sure ones have none', () =>
    check(({ lines }, { stations, districts, flags }) => {
      const labelOf = new Map(districts.map(({ id, label }) => [id, label]));
      for (const made of lines) {
        if (made.is !== 'station') continue;
        const found = stations.find(({ name }) => name.value?.replace('服务站', '') === made.name);
        if (found === undefined) return expect.fail(`${made.name} is lost`);
        const own = flags.filter(({ subject, code }) => subject.record === found.id && UNSURE.includes(code));
        const is = labelOf.get(found.district.value ?? '') ?? null;
        if (own.length === 0) expect([made.name, is, made.isSure]).toEqual([made.name, made.label, true]);
        else expect([made.name, made.isSure && made.label !== null]).toEqual([made.name, false]);
      }
      return undefined;
    }));

  test('no station and no district is invented', () =>
    check(({ lines, labels }, { stations, districts }) => {
      const names = lines.flatMap((made) => (made.is === 'station' ? [made.name] : []));
      expect(
        stations.map(({ name }) => name.value?.replace('服务站', '')).filter((name) => name !== undefined),
      ).toEqual(names);
      expect(labels).toEqual(expect.arrayContaining(districts.map(({ label }) => label)));
      expect(stations).toHaveLength(lines.filter(({ is }) => is !== 'aside').length);
    }));

  test('lines in are stations and lines set aside, each of these with its line and its cells', () =>
    check(({ lines }, { stations, setAside }) => {
      const filled = lines.slice(1); // the heading itself
      expect(stations.length + setAside.length).toBe(filled.length);
      for (const { line, cells } of setAside) expect(lines[line - 1]).toMatchObject({ is: 'aside', cells });
      for (const { row } of stations) expect(lines[row]?.is).not.toBe('aside');
    }));

  test('a section that says a wrong number is said, and no other', () =>
    check(({ wrong }, { flags }) => {
      expect(flags.filter(({ code }) => code === 'district.count_mismatch')).toHaveLength(wrong);
    }));

  test('whole numbers are called, and no others', () =>
    check(({ lines }, { phones }) => {
      const printed = lines.flatMap((made) =>
        made.is === 'aside' ? [] : made.cells.filter((cell) => /^\d{7,}$/.test(cell)),
      );
      expect(phones.flatMap(({ tel, printed: one }) => (tel === null ? [] : [one]))).toEqual(printed);
    }));
});
