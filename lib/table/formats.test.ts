import { describe, expect, test } from 'vitest';
import {
  AS_PRINTED,
  DALIAN,
  MERGED_DISTRICTS,
  PRINTED,
  ROWS,
  recordsOf,
  recordsWithoutBlanks,
} from '../../test/dalian-rows.ts';
import { widthOf } from '../text/width.ts';
import { normalise } from './normalise.ts';
import { FileRefusal } from './refusal.ts';

/** The rows of the printed table of Dalian in other forms of text. */
const read = (bytes: Uint8Array, choice = {}) => normalise(bytes, { ...DALIAN, choice });
const utf8 = (text: string) => new TextEncoder().encode(text);
const EXPECTED = recordsOf(AS_PRINTED);
const joined = (separator: string, cell = (text: string) => text) =>
  ROWS.map((row) => row.map(cell).join(separator)).join('\r\n');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = [...`${mark ? '\ufeff' : ''}${text}`].map((one) => one.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe('the same rows give the same records', () => {
  test.each<[string, Uint8Array]>([
    ['with commas', utf8(joined(','))],
    ['with commas, each cell quoted', utf8(joined(',', quoted))],
    ['with commas and a space behind each', utf8(joined(', ', quoted))],
    ['with semicolons', utf8(joined(';'))],
    ['with bars', utf8(joined('|'))],
    ['in UTF-16, little end first', utf16(PRINTED, true, true)],
    ['in UTF-16, big end first', utf16(PRINTED, false, true)],
    ['with commas in UTF-16', utf16(joined(','), true, true)],
  ])('%s', (_what, bytes) => {
    expect(recordsOf(read(bytes))).toEqual(EXPECTED);
  });

  test('in UTF-16 that does not say so, and then it is said', () => {
    const { flags, ...rest } = recordsOf(read(utf16(PRINTED, true, false)));
    expect({ ...rest, flags: [] }).toEqual({ ...EXPECTED, flags: [] });
    const guessed = flags.filter(({ code }) => code === 'encoding.guessed');
    expect(guessed.map(({ evidence }) => evidence[0])).toEqual([expect.stringContaining('UTF-16LE')]);
    expect(flags.filter((flag) => !guessed.includes(flag))).toEqual(EXPECTED.flags);
  });
});

describe('an encoding that says nothing of itself', () => {
  /** All characters of two bytes that an encoding has. */
  function encode(text: string, encoding: string): Uint8Array {
    const decoder = new TextDecoder(encoding);
    const bytes = Array.from({ length: 126 * 191 }, (_, at) => [0x81 + Math.floor(at / 191), 0x40 + (at % 191)]);
    const known = new Map(bytes.map((pair) => [decoder.decode(new Uint8Array(pair)), pair]));
    return new Uint8Array(
      [...text].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : (known.get(one) ?? [0xff]))),
    );
  }
  test.each([
    ['big5', '區域,發行站,電話\n中山,武昌街,84509083\n'],
    ['shift_jis', '地区,名称,電話\n中山,武昌街,84509083\n'],
    ['euc-kr', '지역,지점,전화\n중구,무창가,84509083\n'],
    ['gb18030', '区域,发行站,电话\n中山,武昌街,84509083\n'],
  ])('%s is known by its heading, and said to be guessed', (encoding, text) => {
    const tables = read(encode(text, encoding));
    expect([tables.encoding, tables.stations[0]?.name.value]).toEqual([encoding, text.split(/[,\n]/)[4]]);
    const guessed = tables.flags.find(({ code }) => code === 'encoding.guessed');
    expect(guessed?.evidence[0]).toContain(encoding.toUpperCase());
  });

  test('no heading that is known leaves GB18030, and bytes that are none are refused', () => {
    expect(() => read(encode('甲,乙\n', 'big5'))).toThrow(FileRefusal);
    expect(() => read(new Uint8Array([0x41, 10, 0xff, 0xff]))).toThrow(/既不是UTF-8也不是GB18030/);
  });
});

describe('drawn tables', () => {
  const pad = (text: string, width: number) => text + ' '.repeat(width - widthOf(text));
  const drawn = (rule: string) => [joined(' | ').split('\r\n')[0], rule, ...joined(' | ').split('\r\n').slice(1)];
  const numbersOf = (text: string) => {
    const { stations, phones } = read(utf8(text));
    return { names: stations.map(({ name }) => name.value), phones: phones.map(({ tel, station }) => [station, tel]) };
  };
  const WANTED = numbersOf(PRINTED);

  test.each([
    [
      'of Markdown',
      drawn('|:---|:--:|---|--:|')
        .map((line) => `| ${line} |`)
        .join('\n')
        .replace('| |:', '|:'),
    ],
    ['with corners', ['+----+----+----+', ...drawn('+====+====+')].join('\n')],
    ['lined up with spaces', ROWS.map((row) => row.map((cell) => pad(cell, 14)).join('  ')).join('\n')],
    [
      'lined up at the right',
      ROWS.map((row) => row.map((cell) => ' '.repeat(14 - widthOf(cell)) + cell).join('  ')).join('\n'),
    ],
  ])('%s have the same stations and numbers', (_what, text) => {
    expect(numbersOf(text)).toEqual(WANTED);
  });

  test('a long cell leaves one space before the next column, and pushes nothing into it', () => {
    const text = `区域    发行站        电话\n甲区    示山          84509083\n乙区    示山大街广场北站 83634406\n丙区    示河          82671357\n`;
    const { stations, phones } = read(utf8(text));
    expect(stations.map(({ name }) => name.value)).toEqual(['示山', '示山大街广场北站', '示河']);
    expect(phones.map(({ printed }) => printed)).toEqual(['84509083', '83634406', '82671357']);
  });

  test('a title over lined up columns is a title', () => {
    const text = `    示例市各区发行站一览表\n\n区域    发行站    电话\n甲区    示山      84509083\n        示河\n`;
    const { stations, setAside } = read(utf8(text));
    expect(stations.map(({ name }) => name.value)).toEqual(['示山', '示河']);
    expect(setAside.map(({ line, reason }) => [line, reason])).toEqual([[1, 'title']]);
  });
});

describe('cells in quotation marks', () => {
  const namesOf = (text: string) => read(utf8(text)).stations.map(({ name }) => name.printed);

  test('may hold the separator, doubled marks and a line end', () => {
    expect(namesOf('区域,发行站,电话\n甲,"示山, ""新""\n东门",84509083\n')).toEqual(['示山, "新"\n东门']);
  });

  test('a lone mark swallows no rows', () => {
    expect(namesOf('区域,发行站,电话\n甲,"示山,84509083\n,示河",83634406\n')).toEqual(['"示山', '示河"']);
  });
});

test('what gives a heading parts the cells, also where notes have more of another sign', () => {
  const text = `区域,发行站,电话\n甲,示山,84509083\n${'注：甲;乙\n'.repeat(6)}`;
  expect(read(utf8(text)).stations.map(({ name }) => name.value)).toEqual(['示山']);
});

test('a text that no separator parts into a known heading is parted by what parts its lines evenly', () => {
  expect(() => read(utf8('甲,乙,丙\n1,2,3\n4,5,6\n'))).toThrow(FileRefusal);
  expect(() => read(utf8('站名;区域\n1;2,3\n'))).toThrow(/没有电话一列/);
});

test('UTF-16 that breaks is refused at its place', () => {
  const bytes = utf16('区域\t发行站\t电话\n甲\t示\ud800山\t1\n', true, true);
  expect(() => read(bytes)).toThrow(/第2行第2列（文件的第29个字节）起不是UTF-16/);
  const cut = utf16('区域\t发行站\t电话\n甲\t示山', true, true);
  expect(() => read(cut.subarray(0, cut.length - 1))).toThrow(/断在一个字中间/);
});

describe('a web page', () => {
  const page = (rows: string) => `<!doctype html><meta charset="utf-8"><body><table>${rows}</table>`;
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const HEAD = row(['区域', '发行站', '电话']);
  const names = (html: string, choice = {}) =>
    read(utf8(html), choice).stations.map(({ name, district }) => [district.printed, name.value]);

  test('gives the same records, also as a piece of one', () => {
    const plain = ROWS.map(row).join('\n');
    expect(recordsOf(read(utf8(page(plain))))).toEqual(EXPECTED);
    expect(recordsOf(read(utf8(`<table>${plain}</table>`)))).toEqual(EXPECTED);
  });

  test('with merged cells gives the same records, and says that the district comes from the merge', () => {
    const rows = ROWS.map((cells, at) => {
      const span = MERGED_DISTRICTS.find(([from, to]) => at >= from && at <= to);
      if (span === undefined) return row(cells);
      const first = at === span[0] ? `<td rowspan="${span[1] - span[0] + 1}">${cells[0]}</td>` : '';
      return `<tr>${first}${cells
        .slice(1)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`;
    });
    const tables = read(utf8(page(rows.join(''))));
    expect(recordsWithoutBlanks(tables)).toEqual(recordsWithoutBlanks(AS_PRINTED));
    const spanned = tables.stations.filter(({ district }) => district.how === 'span');
    expect(spanned.map(({ row: at }) => at)).toEqual(
      MERGED_DISTRICTS.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + 1 + at)),
    );
    expect(spanned[0]?.district).toMatchObject({ printed: '中山', cells: [{ row: 1, col: 1, raw: '中山' }] });
    expect(tables.flags.filter(({ code }) => code === 'district.inherited')).toEqual([]);
  });

  test('a number merged over rows is one number that they share', () => {
    const html = page(
      `${HEAD}<tr><td rowspan=0>甲　区<td>示山<td rowspan=2>84509083<tr><td>示河<tr><td>示桥<td>83634406`,
    );
    const { phones, flags, stations } = read(utf8(html));
    expect(stations.map(({ district }) => district.how)).toEqual(['normalised', 'span', 'span']);
    expect(phones.map(({ station, tel, cells }) => [station, tel, cells[0]?.row])).toEqual([
      ['shishan', 'tel:+8641184509083', 1],
      ['shihe', 'tel:+8641184509083', 1],
      ['shiqiao', 'tel:+8641183634406', 3],
    ]);
    // What is odd about the district's cell is said once.
    expect(flags.filter(({ code }) => code === 'text.normalised').map(({ row: at }) => at)).toEqual([1]);
    const merged = flags.filter(({ code }) => code === 'phone.cell_merged');
    expect(merged.map(({ row: at, evidence }) => [at, evidence[0]])).toEqual([
      [1, '第1至2行合并成一格，印的是同一个号码。'],
      [2, '第1至2行合并成一格，印的是同一个号码。'],
    ]);
  });

  test('a note over all columns is one note, and cells over columns shift nothing', () => {
    const html = page(
      `<tr><td colspan=3>一览表${HEAD}<tr><td colspan=3>注：以邮局为准<tr><td colspan=2>甲区<td>84509083<tr><td>乙区<td>示河<td>83634406`,
    );
    const tables = read(utf8(html));
    expect(tables.setAside.map(({ line, cells, reason }) => [line, cells, reason])).toEqual([
      [1, ['一览表', '', ''], 'title'],
      [3, ['注：以邮局为准', '', ''], 'footnote'],
    ]);
    expect(tables.phones.map(({ printed }) => printed)).toEqual(['84509083', '83634406']);
  });

  test('two lines in a cell are one cell; what cannot be seen is left out and said', () => {
    const html = page(
      `${HEAD}<tr><td>甲区<td>人民路投递<br>服务站<td><p>84509083</p><p>83634406</p>
       <tr hidden><td>甲区<td>旧站<td>83634406
       <tr><td>甲区<td>示河<script>alert('')</script><td style="display: none">18525553997<td>84509083`,
    );
    const tables = read(utf8(html));
    expect(tables.stations.map(({ name }) => name.value)).toEqual(['人民路投递服务站', '示河']);
    expect(tables.phones.map(({ printed }) => printed)).toEqual(['84509083', '83634406', '84509083']);
    expect(tables.notes.join()).toContain('2处隐藏');
  });

  test('a merged cell that begins in a hidden row is that of the rows below, and never the one above', () => {
    const html = page(
      `${HEAD}${row(['甲区', '示山', '84509083'])}
       <tr hidden><td rowspan=3>乙区<td>旧站<td>83634406${row(['示河', '82671357'])}${row(['示江', '82801234'])}`,
    );
    expect(names(html)).toEqual([
      ['甲区', '示山'],
      ['乙区', '示河'],
      ['乙区', '示江'],
    ]);
    // One cell, which stands in the first row that can be seen.
    expect(read(utf8(html)).stations.map(({ district }) => [district.how, district.cells[0]?.row])).toEqual([
      ['printed', 1],
      ['printed', 2],
      ['span', 2],
    ]);
  });

  test('rows and headings that are hidden in groups are left out, and a label among them leaves the rest in doubt', () => {
    const html = `<h2 hidden>丙区</h2><table>${HEAD}${row(['甲区', '示山', '84509083'])}
      <tbody style="display:none">${row(['乙区', '旧站', '83634406'])}</tbody><tbody>${row(['', '示河', '82671357'])}</table>`;
    expect(names(html)).toEqual([
      ['甲区', '示山'],
      [null, '示河'],
    ]);
    expect(read(utf8(html)).flags.map(({ rule }) => rule)).toContain('district.boundary_uncertain/not_understood');
  });

  test('rows over which a name is merged are one station', () => {
    const html = page(
      `${HEAD}<tr><td rowspan=2>甲区<td rowspan=2>示山<td>84509083<tr><td>83634406<tr><td>乙区<td>示河<td>82671357`,
    );
    const tables = read(utf8(html));
    expect(tables.stations.map(({ name }) => name.value)).toEqual(['示山', '示河']);
    expect(tables.phones.map(({ station, printed }) => [station, printed])).toEqual([
      ['shishan', '84509083'],
      ['shishan', '83634406'],
      ['shihe', '82671357'],
    ]);
    expect(tables.setAside).toEqual([{ row: 2, line: 3, cells: ['', '', '83634406'], reason: 'continuation' }]);
  });

  test('of several tables each is found by its heading, the hidden ones by name', () => {
    const html = `<table>${row(['首页', '新闻'])}</table>
      <table><caption>市内</caption>${HEAD}${row(['甲区', '示山', '84509083'])}</table>
      <table>${row(['站名', '手机'])}${row(['示河', '18525553997'])}</table>
      <table hidden><caption>旧表</caption>${HEAD}${row(['丙区', '旧站', '84509083'])}</table>`;
    expect(names(`<div>${html}</div>`)).toEqual([
      ['甲区', '示山'],
      [null, '示河'],
    ]);
    expect(names(html, { sheet: '旧表' })).toEqual([['丙区', '旧站']]);
    const tables = read(utf8(html));
    expect(tables.tables.map(({ sheet, heading, lines }) => [sheet, heading, lines])).toEqual([
      ['市内', 1, [1, 2]],
      ['表3', 1, [1, 2]],
    ]);
    expect(tables.setAside).toEqual([{ row: 0, line: 1, cells: ['首页', '新闻'], reason: 'no_table' }]);
    expect(tables.notes).toEqual([expect.stringContaining('“旧表”是隐藏的')]);
    expect(() => names(html, { sheet: '没有' })).toThrow(/没有叫“没有”的工作表/);
  });

  test.each<[string, string, RegExp]>([
    ['without a table', '<!doctype html><p>x', /没有表格/],
    ['that is too deep', `<table>${HEAD}<tr><td>${'<div>'.repeat(300)}`, /超过200层/],
    ['of endless open tables', '<table><tr><td>'.repeat(100_000), /超过200层/],
    [
      'of endless formatting',
      `<table><tr><td>${Array.from({ length: 5000 }, (_, at) => `<b x${at}>`).join('')}`,
      /200层/,
    ],
    ['with too many columns', page(`${HEAD}<tr><td colspan=1000>x<td colspan=1000>y`), /超过200列/],
    ['that is too large', `<table>${HEAD}${' '.repeat(8 << 20)}`, /超过8MB/],
  ])('%s is refused', (_what, html, words) => {
    expect(() => read(utf8(html))).toThrow(words);
  });
});

describe('what somebody says of a table', () => {
  const BARE = '甲区\t示山\t84509083\t某某\t18525553997\n\t示河\t83634406\t\t\n';
  const rowsOf = (text: string, choice: object) => {
    const { stations, phones } = read(utf8(text), choice);
    return stations.map(({ id, name }) => [
      name.value,
      ...phones.filter((one) => one.station === id).map(({ tel }) => tel),
    ]);
  };
  const BOTH = [
    ['示山', 'tel:+8641184509083', 'tel:+8618525553997'],
    ['示河', 'tel:+8641183634406'],
  ];
  const columns = ['district', 'name', 'office', '-', 'mobile'];

  test('columns in printed order, where there is no heading, where it is not known, and where it says otherwise', () => {
    expect(rowsOf(BARE, { heading: 0, columns })).toEqual(BOTH);
    expect(rowsOf(BARE, { columns })).toEqual(BOTH);
    expect(rowsOf(`x\ty\tz\tu\tv\n${BARE}`, { columns })).toEqual(BOTH);
    expect(rowsOf(`区域\t电话\t站名\tu\tv\n${BARE}`, { columns })).toEqual(BOTH);
    expect(rowsOf(`甲\n乙\n${BARE}`, { heading: 2, columns })).toEqual(BOTH);
  });

  test('once for tables side by side, which are seen by themselves where their headings are the same', () => {
    const body = '示山\t84509083\t示河\t83634406\n示桥\t82671357\n注：以邮局为准\n';
    const all = [
      ['示山', 'tel:+8641184509083'],
      ['示桥', 'tel:+8641182671357'],
      ['示河', 'tel:+8641183634406'],
    ];
    expect(rowsOf(`一栏\t二栏\t三栏\t四栏\n${body}`, { columns: ['name', 'phone', 'name', 'phone'] })).toEqual(all);
    expect(rowsOf(`全市一览表\n站名\t电话\t站名\t电话\n${body}`, {})).toEqual(all);
    const apart = body.replace(/\t(示河)/, '\t\t$1');
    expect(rowsOf(`站名\t电话\t\t站名\t电话\n${apart}`, {})).toEqual(all);
    const { setAside } = read(utf8(`全市一览表\n站名\t电话\t站名\t电话\n${body}`));
    expect(setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'title'],
      [5, 'footnote'],
    ]);
  });

  test.each<[object, RegExp]>([
    [{ heading: 0 }, /没说各列是什么/],
    [{ heading: 9 }, /第9行是空的/],
    [{ sheet: '表' }, /没有叫“表”的工作表/],
  ])('%j cannot be followed', (choice, words) => {
    expect(() => read(utf8(BARE), choice)).toThrow(words);
  });

  test('a heading whose columns hold no numbers cannot be followed', () => {
    expect(() => read(utf8('甲\t乙\n丙\t丁\n'), { heading: 1 })).toThrow(/没有电话一列|没有站名一列/);
  });
});
