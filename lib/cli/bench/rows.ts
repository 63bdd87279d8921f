import type { LookupTables } from '../../lookup/tables.ts';
import type { Random } from './random.ts';

/** A row as `npm run lookup -- --rows` reads it: id, district, name, office number, mobile number. */
export type BenchRow = readonly [id: string, district: string, name: string, office: string, mobile: string];

const FIRST = [
  ...'东西南北中大小上下前后新老金银玉石青白黑红龙凤虎马牛杨柳松梅兰竹王李张刘陈赵孙周吴郑高林何郭梁宋唐许韩冯董程曹',
];
const MIDDLE =
  '家 家屯 山 河 沟 岭 子 店 房 台 甸 泉 湾 桥 家沟 家店 王庙 台子 岗子 树 水 井 家窑 城 塔 寺 庄 堡'.split(' ');
const LAST = ['街', '路', '村', '镇', '屯', '桥', '里', '园', ''];

/** The printed rows of a directory. */
export function printedRows({ stations, districts }: LookupTables): BenchRow[] {
  return stations.map(({ id, name, district, phones }) => [
    id,
    districts[district ?? -1]?.label ?? '',
    name ?? '',
    phones.find(({ role }) => role === 'office')?.digits ?? '',
    phones.find(({ role }) => role === 'mobile')?.digits ?? '',
  ]);
}

/** The printed rows and made ones behind them, `count` in all: names put together as such names are, numbers at random. */
export function withMadeRows(printed: readonly BenchRow[], count: number, random: Random): BenchRow[] {
  const rows = [...printed];
  const taken = new Set(rows.map(([, , name]) => name));
  const labels = [...new Set(rows.map(([, district]) => district))].filter((label) => label !== '');
  while (rows.length < count) {
    const second = random.next() < 0.35 ? random.pick(FIRST) : '';
    const name = random.pick(FIRST) + second + random.pick(MIDDLE) + (random.next() < 0.5 ? random.pick(LAST) : '');
    if (name.length < 2 || taken.has(name)) continue;
    taken.add(name);
    const office = `8${String(random.below(10_000_000)).padStart(7, '0')}`;
    const mobile = `1${random.pick(['33', '59', '85'])}${String(random.below(100_000_000)).padStart(8, '0')}`;
    rows.push([`made-${rows.length}`, random.pick(labels), name, office, mobile]);
  }
  return rows;
}

/** The rows as the text of a file for `--rows`. */
export function formatRows(rows: readonly BenchRow[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}
