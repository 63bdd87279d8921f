import { describe, expect, test } from 'vitest';
import {
  AS_PRINTED,
  DALIAN,
  MERGED_DISTRICTS,
  ROWS,
  recordsOf,
  recordsWithoutBlanks,
} from '../../../test/dalian-rows.ts';
import { type MadeCell, type MadeSheet, makeWorkbook, makeZip, workbookParts } from '../../../test/workbook.ts';
import { normaliseGrid } from '../../table/normalise.ts';
import { FileRefusal } from '../../table/refusal.ts';
import { readInThread, readTable } from '../read-table.ts';
import { readWorkbook } from './workbook.ts';

const FILE = '示例.xlsx';
const HEAD = ['区域', '发行站', '办公电话', '移动电话'];
const ROW = ['甲区', '示山', '84509083', ''];
const read = async (bytes: Uint8Array, choice = {}) =>
  normaliseGrid(await readWorkbook(bytes, FILE), { ...DALIAN, choice });
const sheet = (rows: readonly (readonly MadeCell[])[], more: Partial<MadeSheet> = {}) => ({
  name: '站点',
  rows,
  ...more,
});
const numbersOf = async (...cells: string[]) => {
  const rows = cells.map((xml, at): MadeCell[] => ['甲区', `示${'山河桥江湖海'[at]}`, { xml }, '']);
  return (await read(makeWorkbook([sheet([HEAD, ...rows])], [], STYLES))).phones;
};
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="000000000000"/><numFmt numFmtId="165" formatCode="&quot;¥&quot;#,##0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

describe('the printed rows of Dalian', () => {
  test('as texts give the same records', async () => {
    const { grid, source } = await readTable(makeWorkbook([sheet(ROWS)]), FILE);
    expect(recordsOf(normaliseGrid(grid, DALIAN, source))).toEqual(recordsOf(AS_PRINTED));
  });

  test('with districts merged give the same but for what rests on blanks, whatever the covered cells hold', async () => {
    const merges = MERGED_DISTRICTS.map(([from, to]) => `A${from + 1}:A${to + 1}`);
    const stale = ROWS.map((cells, at) => (at === 14 ? ['甘井子', ...cells.slice(1)] : cells));
    const tables = await read(makeWorkbook([sheet(stale, { merges })]));
    expect(recordsWithoutBlanks(tables)).toEqual(recordsWithoutBlanks(AS_PRINTED));
    const row14 = tables.stations[13];
    expect(row14?.district).toMatchObject({ printed: '沙河', how: 'span', cells: [{ row: 9, col: 1 }] });
    expect(tables.flags.filter(({ code }) => code === 'district.inherited')).toEqual([]);
  });

  test('a number merged over rows 14 to 18 is shared by them and no other', async () => {
    const rows = ROWS.map((cells, at) => (at > 14 && at <= 18 ? [...cells.slice(0, 2), '', ...cells.slice(3)] : cells));
    const { phones, flags } = await read(makeWorkbook([sheet(rows, { merges: ['C15:C19'] })]));
    const shared = phones.filter(({ printed }) => printed === ROWS[14]?.[2]);
    expect(shared.map(({ tel }) => tel)).toEqual(Array(5).fill(`tel:+86411${ROWS[14]?.[2]}`));
    const merged = flags.filter(({ code }) => code === 'phone.cell_merged');
    expect(merged.map(({ row }) => row)).toEqual([14, 15, 16, 17, 18]);
    expect(phones.filter(({ role }) => role === 'mobile').length).toBe(33);
  });
});

test('a note merged over all columns is one note, whatever the covered cells hold', async () => {
  const rows = [HEAD, ROW, ['注：以邮局为准', '注', '83634406', '注']];
  const { setAside, phones } = await read(makeWorkbook([sheet(rows, { merges: ['A3:D4'] })]));
  expect(setAside).toEqual([{ row: 2, line: 3, cells: ['注：以邮局为准', '', '', ''], reason: 'footnote' }]);
  expect(phones.length).toBe(1);
});

describe('cells', () => {
  test('numbers stand with all their digits and are known as numbers', async () => {
    const phones = await numbersOf(
      '<c><v>84509083</v></c>',
      '<c><v>1.8525553997E10</v></c>',
      '<c><v>18600000000</v></c>',
      '<c s="2"><v>41184509083</v></c>',
      '<c s="1"><v>45658</v></c>',
      '<c><v>1.86E+30</v></c>',
    );
    expect(phones.map(({ printed, cells }) => [printed, cells[0]?.type])).toEqual([
      ['84509083', 'number'],
      ['18525553997', 'number'],
      ['18600000000', 'number'],
      ['041184509083', 'number'],
      ['2025-01-01', 'number'],
      ['1.86E+30', 'number'],
    ]);
    expect(phones[3]?.tel).toBe('tel:+8641184509083');
    expect(phones.slice(4).map(({ tel }) => tel)).toEqual([null, null]);
  });

  test('texts come in every form, without how they are read aloud', async () => {
    const phones = await numbersOf(
      '<c t="inlineStr"><is><t>84509083</t></is></c>',
      '<c t="inlineStr"><is><r><t>8450</t></r><r><t>9083</t></r><rPh><t>hachi</t></rPh></is></c>',
      '<c t="inlineStr"><is><t>84509083_x000A_83634406</t></is></c>',
    );
    expect(phones.map(({ printed }) => printed)).toEqual(['84509083', '84509083', '84509083', '83634406']);
    expect(phones[0]?.cells[0]?.type).toBeUndefined();
  });

  test('what is calculated counts by its last value, is said, and is not called', async () => {
    const rows = [
      HEAD,
      ROW,
      ['', { xml: '<c t="str"><f>A1&amp;"x"</f><v>示河</v></c>' }, { xml: '<c><f>1+1</f><v>83634406</v></c>' }, ''],
    ];
    const { phones, flags, stations } = await read(makeWorkbook([sheet(rows)]));
    expect(stations.map(({ name }) => name.value)).toEqual(['示山', '示河']);
    expect(phones.map(({ printed, tel }) => [printed, tel])).toEqual([
      ['84509083', 'tel:+8641184509083'],
      ['83634406', null],
    ]);
    const calculated = flags.filter(({ code }) => code === 'cell.formula');
    expect(calculated.map(({ subject }) => subject.field)).toEqual(['name', 'office']);
  });
});

test('blank cells at the end of a row are not written, and none is missing', async () => {
  const tables = await read(
    makeWorkbook([
      sheet([
        [...HEAD, '备注'],
        ['甲区', '示山', '同上'],
        ['甲区', '示河', '18525553997'],
      ]),
    ]),
  );
  expect(tables.flags.map(({ code }) => code)).not.toContain('row.unclear');
  expect(tables.stations.map(({ name }) => name.value)).toEqual(['示山', '示河']);
});

test('what is raised, struck through, an amount or a share is no number to call', async () => {
  const run = (property: string, text: string) => `<r><rPr>${property}</rPr><t>${text}</t></r>`;
  const texts = [
    `<is><r><t>8399041</t></r>${run('<vertAlign val="superscript"/>', '7')}</is>`,
    `<is>${run('<strike/>', '83990417')}</is>`,
  ];
  const cells = texts.map((text) => `<c t="inlineStr">${text}</c>`);
  const phones = await numbersOf(...cells, '<c s="3"><v>83990417</v></c>', '<c><v>0x4FD1A3B</v></c>');
  expect(phones.map(({ tel }) => tel)).toEqual([null, null, null, null]);
  expect(
    (await numbersOf(`<c t="inlineStr"><is>${run('<strike val="0"/>', '83990417')}</is></c>`))[0]?.tel,
  ).not.toBeNull();
});

test('a sheet of old numbers is left out and said', async () => {
  const tables = await read(
    makeWorkbook([sheet([HEAD, ROW]), { name: '停用号码', rows: [HEAD, ['乙区', '旧站', '83634406', '']] }]),
  );
  expect(tables.stations.map(({ name }) => name.value)).toEqual(['示山']);
  expect(tables.notes.join()).toContain('停用号码');
});

test('names may have a prefix, and sheets may say neither rows nor columns', async () => {
  const content = `<x:worksheet xmlns:x="x"><x:sheetData>${[HEAD, ROW.slice(0, 3)].map((cells) => `<x:row>${cells.map((cell) => `<x:c t="str"><x:v>${cell}</x:v></x:c>`).join('')}</x:row>`).join('')}</x:sheetData></x:worksheet>`;
  const bytes = makeWorkbook([sheet([HEAD])], [{ name: 'xl/worksheets/sheet1.xml', content }]);
  expect((await read(bytes)).phones.map(({ printed }) => printed)).toEqual(['84509083']);
});

describe('what is hidden is left out and said', () => {
  const old = ['乙区', '旧站', '83634406', ''];
  test('rows and columns', async () => {
    const rows = [[...HEAD, '备注'], [...ROW, '内部'], old];
    const tables = await read(makeWorkbook([sheet(rows, { hiddenRows: [3], hiddenColumns: [5] })]));
    expect(tables.stations.map(({ name, otherCells }) => [name.value, otherCells])).toEqual([['示山', []]]);
    expect(tables.notes).toEqual(['“站点”里隐藏的行没有读：第3行。', '“站点”里隐藏的列没有读：第5列。']);
  });

  test('a merged district whose first row is hidden is still that of the rows below', async () => {
    const rows = [HEAD, ROW, old, ['', '示河', '82671357', ''], ['', '示桥', '84509084', '']];
    const { stations } = await read(makeWorkbook([sheet(rows, { hiddenRows: [3], merges: ['A3:A5'] })]));
    expect(stations.map(({ name, district }) => [name.value, district.printed, district.how])).toEqual([
      ['示山', '甲区', 'printed'],
      ['示河', '乙区', 'printed'],
      ['示桥', '乙区', 'span'],
    ]);
  });

  test('sheets, unless somebody names them; macros and links are said', async () => {
    const made = [
      sheet([HEAD, ROW]),
      sheet([['说明']], { name: '首页' }),
      sheet([HEAD, old], { name: '旧', state: 'veryHidden' }),
    ];
    const more = ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml'].map((name) => ({ name, content: 'x' }));
    const bytes = makeWorkbook(made, more);
    const tables = await read(bytes);
    expect(tables.stations.map(({ name }) => name.value)).toEqual(['示山']);
    expect(tables.notes.join('\n')).toMatch(/有宏，没有打开.*链接，没有打开.*“旧”是隐藏的/s);
    expect(tables.setAside).toEqual([{ row: 0, line: 1, cells: ['说明'], reason: 'no_table' }]);
    expect((await read(bytes, { sheet: '旧' })).stations.map(({ name }) => name.value)).toEqual(['旧站']);
  });

  test('rows of several sheets are counted on, and no district goes over to the next', async () => {
    const made = [sheet([HEAD, ROW]), sheet([HEAD, ['', '示河', '83634406', '']], { name: '二' })];
    const { stations, tables } = await read(makeWorkbook(made));
    expect(stations.map(({ row, district }) => [row, district.printed, district.value])).toEqual([
      [1, '甲区', expect.any(String)],
      [2, null, null],
    ]);
    expect(tables.map(({ sheet: name, heading }) => [name, heading])).toEqual([
      ['站点', 1],
      ['二', 1],
    ]);
  });
});

describe('refused, with what to do', () => {
  const LONG = 'x'.repeat(90_000);
  const parts = (...more: Parameters<typeof makeZip>[0]) => makeZip(workbookParts([sheet([[LONG], HEAD, ROW])], more));
  const sheetOf = (content: string) => parts({ name: 'xl/worksheets/sheet1.xml', content });
  const rowsOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const whole = makeWorkbook([sheet([HEAD, ROW])]);
  const many = Array.from({ length: 2_001 }, (_, at) => ({ name: `x/${at}`, content: '' }));
  const zeros = Buffer.alloc(1 << 20);
  const hasText = (name: string, bytes: string) => makeZip([{ name, content: bytes }]);
  const LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  test.each<[string, Uint8Array, string, RegExp]>([
    ['too many parts', parts(...many), 'file.too_large', /解开后太大/],
    [
      'a part that says it is too large',
      parts({ name: 'x', content: 'x', declared: 65 << 20 }),
      'file.too_large',
      /太大/,
    ],
    [
      'parts that are too large together',
      parts(...[1, 2, 3].map((at) => ({ name: `x${at}`, content: 'x', declared: 60 << 20 }))),
      'file.too_large',
      /太大/,
    ],
    [
      'a part that is larger than it says',
      parts({ name: 'xl/worksheets/sheet1.xml', content: zeros, declared: 100 }),
      'file.unreadable',
      /坏了/,
    ],
    ['an encrypted part', parts({ name: 'xl/x.xml', content: 'x', encrypted: true }), 'file.unsupported', /密码/],
    ['an archive inside', parts({ name: 'xl/embeddings/a.xlsx', content: 'x' }), 'file.unsupported', /套着/],
    ['a name that leads out', parts({ name: '../x', content: 'x' }), 'file.unreadable', /坏了/],
    [
      'a part twice',
      makeZip([...workbookParts([sheet([HEAD, ROW])]), ...workbookParts([sheet([HEAD])]).slice(0, 1)]),
      'file.unreadable',
      /坏了/,
    ],
    ['half a file', whole.subarray(0, whole.length >> 1), 'file.unreadable', /坏了/],
    [
      'a sheet that is not there',
      makeZip(workbookParts([sheet([HEAD])]).filter(({ name }) => !name.includes('sheet1'))),
      'file.unreadable',
      /坏了/,
    ],
    ['entities', sheetOf(LAUGHS + rowsOf('<row><c t="str"><v>&b;</v></c></row>')), 'file.unreadable', /坏了/],
    ['a document type', sheetOf(`<!DOCTYPE worksheet>${rowsOf('')}`), 'file.unreadable', /坏了/],
    ['XML that is too deep', sheetOf('<a>'.repeat(10_000) + '</a>'.repeat(10_000)), 'file.unreadable', /坏了/],
    ['XML that ends early', sheetOf('<worksheet><sheetData><row>'), 'file.unreadable', /坏了/],
    [
      'bytes that are no text',
      parts({ name: 'xl/worksheets/sheet1.xml', content: new Uint8Array([60, 97, 62, 255, 255]) }),
      'file.unreadable',
      /坏了/,
    ],
    [
      'a cell far to the right',
      sheetOf(rowsOf('<row r="1"><c r="GT1" t="str"><v>x</v></c></row>')),
      'file.too_large',
      /超过200列/,
    ],
    ['a cell nowhere', sheetOf(rowsOf('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')), 'file.unreadable', /坏了/],
    ['rows that go back', sheetOf(rowsOf('<row r="5"/><row r="4"/>')), 'file.unreadable', /坏了/],
    ['too many rows', sheetOf(rowsOf('<row><c><v>1</v></c></row>'.repeat(51_100))), 'file.too_large', /超过50000行/],
    [
      'a merge of the whole sheet, often',
      sheetOf(
        `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(300)}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells></worksheet>`,
      ),
      'file.unreadable',
      /坏了/,
    ],
    [
      'one long text in many cells',
      sheetOf(rowsOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(3))),
      'file.too_large',
      /超过1600万个/,
    ],
    ['no cell at all', makeWorkbook([sheet([[]])]), 'file.empty', /空的/],
    ['a Word file', hasText('word/document.xml', '<w/>'), 'file.unsupported', /Word文件/],
    [
      'an ODS file',
      makeZip([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: 'x' },
      ]),
      'file.unsupported',
      /ODS/,
    ],
    ['a zip file', hasText('table.tsv', 'x'), 'file.unsupported', /压缩包/],
  ])('%s', async (_what, bytes, code, words) => {
    const refusal = await readWorkbook(bytes, FILE).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(FileRefusal);
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(words) });
    expect((refusal as FileRefusal).message).toContain(FILE);
  });

  test('the same in its thread, where what takes too long is ended', async () => {
    await expect(readTable(sheetOf('<a>'), FILE)).rejects.toThrow(/坏了/);
    await expect(readInThread(whole, FILE, 1)).rejects.toThrow(/还没读完，已停下/);
  });
});
