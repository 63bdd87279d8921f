import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { makeWorkbook, makeZip } from '../../test/workbook.ts';
import type { CommandJson } from '../shown/command-json.ts';
import { widthOf } from '../text/width.ts';

/** Every case starts a process of its own. */
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), 'normalise-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADING = '区域\t发行站\t办公电话\t移动电话\n';
const ROW = '甲示\t示山\t2212345\t\n';

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('node_modules/.bin/node', ['lib/cli/normalise.ts', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

function runJson(...args: string[]): { status: number | null; json: CommandJson } {
  const { status, stdout, stderr } = run(...args, '--json');
  expect(stderr).toBe('');
  return { status, json: JSON.parse(stdout) as CommandJson };
}

test('--help shows the usage and is no fault', () => {
  expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^用法：.*--directory/) });
});

describe('bad input is refused with its place and a remedy', () => {
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const CASES: [
    what: string,
    content: string | Uint8Array,
    code: string,
    place: { row: number; col: number } | null,
  ][] = [
    ['an empty file', '', 'file.empty', null],
    ['nothing but space', ' \n\t\n', 'file.empty', null],
    ['no heading', '甲\t乙\n1\t2\n', 'table.not_found', { row: 1, col: 1 }],
    ['single spaces instead of tabs', '区域 发行站 办公电话\n甲 乙 2212345\n', 'table.not_found', { row: 1, col: 1 }],
    ['a heading alone', HEADING, 'table.no_rows', { row: 1, col: 1 }],
    ['a heading twice', `区域\t发行站\t站名\t电话\n${ROW}`, 'table.not_found', { row: 1, col: 3 }],
    ['a zip or xlsx that is cut', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6]), 'file.unreadable', null],
    ['a zip', makeZip([{ name: 'a.tsv', content: HEADING + ROW }]), 'file.unsupported', null],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...wide('Workbook')]), 'file.unsupported', null],
    ['a photograph', Buffer.from('\0\0\0\x18ftypheic'), 'file.unsupported', null],
    ['a PDF', '%PDF-1.7\n', 'file.unsupported', null],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'file.unsupported', null],
    ['a web page without a table', '<!doctype html><p>x', 'table.not_found', null],
    ['a heading alone in UTF-16', new Uint8Array([0xff, 0xfe, ...wide(HEADING)]), 'table.no_rows', { row: 1, col: 1 }],
    ['binary', new Uint8Array(4096).map((_, at) => (at * 7) % 32), 'file.unsupported', null],
    ['no encoding at all', new Uint8Array([0x41, 10, 0xff, 0xff]), 'file.unreadable', { row: 2, col: 1 }],
    [
      'a stray byte in line 3',
      Buffer.concat([Buffer.from(`${HEADING}${ROW}甲\t示`), Buffer.from([0xff])]),
      'file.unreadable',
      { row: 3, col: 2 },
    ],
    ['UTF-32 with a mark', new Uint8Array([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'file.unsupported', null],
    ['a cell of 5 MB', `${HEADING}${ROW}甲\t${'示'.repeat(1_800_000)}\t\t\n`, 'file.too_large', { row: 3, col: 2 }],
    ['50,001 rows', HEADING + ROW.repeat(50_001), 'file.too_large', { row: 50_002, col: 1 }],
    ['a thousand columns', `${HEADING}${'x\t'.repeat(1000)}\n`, 'file.too_large', { row: 2, col: 201 }],
  ];

  test.each(CASES)('%s', (what, content, code, place) => {
    const path = write(`${what}.tsv`, content);
    const { status, json } = runJson(path);
    expect(status).toBe(2);
    expect(json).toMatchObject({ outcome: 'rejected', error: { code, place }, stations: [], flags: [] });
    expect(json.error?.message).toContain(path);
    expect(json.error?.remedy).not.toBe('');
  });

  test('a name of a file that would steer the terminal does not', () => {
    expect(run('\u001b[31mx.tsv').stderr).toContain('\ufffd[31mx.tsv：找不到');
  });

  test('also in words, without a stack', () => {
    const { status, stdout, stderr } = run(write('plain.tsv', HEADING));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/plain\.tsv：第1行的表头下面没有数据行\n怎么办：/);
    expect(stderr).not.toMatch(/\s+at /);
  });

  test.each<[string, string[], RegExp]>([
    ['a file that is not there', ['nowhere.tsv'], /nowhere\.tsv：找不到/],
    ['a folder', ['data'], /文件夹/],
    ['no file', [], /没有给出文件/],
    ['two files', ['a', 'b'], /给了2个/],
    ['an unknown option', ['a', '--colour'], /--colour/],
    ['an unknown directory', ['package.json', '--directory', '../x'], /可用的名录：.*dalian/],
    ['an option without its value', ['package.json', '--directory'], /--directory的值不对/],
    ['an unknown country', ['package.json', '--country', 'XX'], /--country的值不对：XX/],
    ['an area code without its zero', ['package.json', '--area-code', '411'], /--area-code的值不对：411/],
  ])('%s', (_what, args, words) => {
    const { status, json } = runJson(...args);
    expect(status).toBe(2);
    expect(`${json.error?.message} ${json.error?.remedy}`).toMatch(words);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', () => {
    const path = write('closed.tsv', ROW);
    chmodSync(path, 0);
    expect(runJson(path).json.error?.message).toContain('权限');
  });
});

describe('a workbook', () => {
  const sheets = [
    { name: '说明', rows: [['甲']] },
    { name: '站点', rows: [['地区', '谁', '怎么打'], ...['示山', '示河'].map((name) => ['', name, '2212345'])] },
  ];
  const path = write('book.xlsx', makeWorkbook(sheets));

  test('is read as somebody says it is, and says how it was read', () => {
    const say = ['--area-code', '0470', '--sheet', '站点', '--heading', '1', '--columns', 'district, name,office'];
    const { status, json } = runJson(path, ...say);
    expect([status, json.stations.map(({ name }) => name)]).toEqual([0, ['示山', '示河']]);
    expect(json.stations[0]?.phones[0]?.tel).toBe('tel:+864702212345');
    expect(json.tables).toEqual([
      {
        sheet: '站点',
        lines: [1, 3],
        heading: 1,
        columns: [
          { at: 1, printed: '地区', kind: 'district', why: 'given' },
          { at: 2, printed: '谁', kind: 'name', why: 'given' },
          { at: 3, printed: '怎么打', kind: 'office', why: 'given' },
        ],
      },
    ]);
  });

  test.each<[string, string[], RegExp]>([
    ['a sheet that is not there', ['--sheet', '没有'], /没有叫“没有”的工作表.*说明、站点/],
    ['a line that is not there', ['--sheet', '站点', '--heading', '9'], /第9行是空的/],
    ['a heading that is no number', ['--heading', 'x'], /--heading的值不对/],
    ['columns without a name', ['--columns', 'district,office'], /--columns的值不对.*要有name/],
    ['columns that do not exist', ['--columns', 'name,colour'], /--columns的值不对/],
  ])('%s is refused', (_what, args, words) => {
    const { status, json } = runJson(path, ...args);
    expect(status).toBe(2);
    expect(`${json.error?.message} ${json.error?.remedy}`).toMatch(words);
  });

  test('each row set aside has its line and its reason', () => {
    const { json } = runJson(write('aside.csv', `名单,,\n\n区域,发行站,电话\n甲,示山,2212345\n合计,1,\n`));
    expect(json.setAside).toEqual([
      { row: 0, line: 1, cells: ['名单', '', ''], reason: 'title' },
      { row: 2, line: 5, cells: ['合计', '1', ''], reason: 'total' },
    ]);
  });
});

test.skipIf(process.platform === 'win32')('a pipe is refused, and a file of 100 MB before it is read', () => {
  const pipe = join(folder, 'pipe.xlsx');
  spawnSync('mkfifo', [pipe]);
  expect(runJson(pipe).json.error?.message).toContain('不是普通文件');
  const large = write('large.xlsx', 'PK');
  truncateSync(large, 100 << 20);
  expect(runJson(large)).toMatchObject({ status: 2, json: { error: { code: 'file.too_large' } } });
});

describe('what can be kept is kept and flagged', () => {
  test('hostile cells', () => {
    const rows =
      '甲示\t=HYPERLINK("x")\t2212345\t\n\t<script>示山</script>\t=2212345\t\n\t示\u0000河\t22\u001b[31m12345\t18525553997\t多余\n示短行\t示桥\n';
    const { status, json } = runJson(write('hostile.tsv', HEADING + rows), '--area-code', '0470');
    expect([status, json.outcome, json.stations.length]).toEqual([0, 'ok_with_flags', 4]);
    expect(json.stations.map(({ phones }) => phones.map(({ tel }) => tel))).toEqual([
      ['tel:+864702212345'],
      [null],
      [null, 'tel:+8618525553997'],
      [],
    ]);
    expect(json.stations[2]?.otherCells).toEqual([{ col: 5, raw: '多余' }]);
    const { stdout } = run(join(folder, 'hostile.tsv'));
    for (const steering of ['\u0000', '\u001b']) expect(stdout).not.toContain(steering);
  });
});

describe('the printed table', () => {
  test('as JSON has the shape that other programs build on', () => {
    const { status, json } = runJson('data/dalian/edition.tsv', '--directory', 'dalian');
    expect([status, json.outcome, json.stations.length, json.flags.length]).toEqual([0, 'ok_with_flags', 33, 94]);
    expect(json.stations[12]).toMatchObject({
      id: 'shahe',
      row: 13,
      name: '沙河',
      district: { printed: null, value: 'shahe', how: 'inherited' },
      phones: [
        {
          role: 'office',
          printed: '84509083',
          kind: 'fixed_line',
          e164: '+8641184509083',
          extension: null,
          tel: 'tel:+8641184509083',
        },
        { role: 'mobile', printed: '1852555368', kind: 'unknown', e164: null, extension: null, tel: null },
      ],
    });
    expect(json.districts.find(({ id }) => id === 'lvshun')).toEqual({
      id: 'lvshun',
      label: '旅顺',
      kind: 'delivery_area',
      stations: ['gezhenbao'],
    });
    expect(json.flags.find(({ code }) => code === 'phone.too_short')).toMatchObject({
      severity: 'error',
      dimension: 'validity',
      station: 'shahe',
      field: 'mobile',
      row: 13,
      printed: '1852555368',
    });
  });

  test('as text begins with its flags, in columns that line up', () => {
    const { stdout } = run('data/dalian/edition.tsv', '--directory', 'dalian');
    expect(stdout).toMatch(/^存疑项 16\n/);
    expect(stdout).toContain('发行站 33，号码 57，可拨打 56');
    const [heading = '', rule = ''] = stdout.split('\n').slice(2, 4);
    const columnOf = (line: string, text: string) => widthOf(line.slice(0, line.indexOf(text)));
    expect(rule).toMatch(/^──/);
    const row13 = stdout.split('\n').find((line) => line.startsWith('13 ')) ?? '';
    expect(columnOf(row13, '不能拨打')).toBe(columnOf(heading, '严重程度'));
  });
});
