import { describe, expect, test } from 'vitest';
import { EXAMPLE_CITY, HEADING, tableOfRows } from '../../test/example-city.ts';
import { normalise } from './normalise.ts';
import { FileRefusal } from './refusal.ts';

const read = (rows: string[][], heading = HEADING) => normalise(tableOfRows(rows, heading), EXAMPLE_CITY);
const codes = (tables: ReturnType<typeof read>, row: number | null) =>
  tables.flags.filter((flag) => flag.row === row).map(({ rule }) => rule);
const QUIET = ['phone.missing', 'phone.area_code_assumed', 'district.inherited', 'text.normalised'];
const doubts = (tables: ReturnType<typeof read>, row: number) =>
  codes(tables, row).filter((rule) => !QUIET.includes(rule));

describe('a second city is a second folder', () => {
  test('its own area code is dialled', () => {
    expect(read([['甲示', '示山', '2212345', '']]).phones[0]).toMatchObject({
      tel: 'tel:+864702212345',
      kind: 'fixed_line',
    });
  });

  test('a street of the same name in another county is a warning, a lone community a remark', () => {
    const tables = read([
      ['甲示', '示西', '2212345', ''],
      ['', '示柳路', '2212346', ''],
      ['', '示南', '2212347', ''],
    ]);
    expect(doubts(tables, 1)).toEqual(['district.admin_ambiguous']);
    expect(doubts(tables, 2)).toEqual(['district.admin_mismatch/same_stem']);
    expect(doubts(tables, 3)).toEqual(['district.admin_mismatch/same_name']);
  });

  test('the tail of a blank run is uncertain from its first clash with the group below', () => {
    const rows = [
      ['甲示', '示山', '2212341', ''],
      ['', '示河', '2212342', ''],
      ['', '示南', '2212343', ''],
      ['', '示桥', '2212344', ''],
      ['乙示', '示塘', '2212345', ''],
    ];
    const tables = read(rows);
    const uncertain = tables.flags.filter(({ code }) => code === 'district.boundary_uncertain').map(({ row }) => row);
    expect(uncertain).toEqual([3, 4]);
    expect(tables.stations.map(({ alsoFoundUnder }) => alsoFoundUnder.map(({ reason }) => reason))).toEqual([
      [],
      [],
      ['same_name_street'],
      ['printed_beside'],
      [],
    ]);
  });

  test('weak clashes alone leave a run as it is', () => {
    const tables = read([
      ['甲示', '示山', '2212341', ''],
      ['', '示柳路', '2212342', ''],
      ['乙示', '示塘', '2212345', ''],
    ]);
    expect(tables.flags.some(({ code }) => code === 'district.boundary_uncertain')).toBe(false);
  });

  test('nothing is inherited past a row without a name, or past a county-level name', () => {
    const tables = read([
      ['甲示', '示山', '2212341', ''],
      ['', '', '2212342', ''],
      ['', '示河', '2212343', ''],
      ['', '丙示', '2212344', ''],
      ['', '示桥', '2212346', ''],
    ]);
    expect(tables.stations.map(({ district }) => [district.value, district.how])).toEqual([
      ['jiashi', 'printed'],
      [null, 'printed'],
      [null, 'printed'],
      ['bingshi', 'derived'],
      [null, 'printed'],
    ]);
  });

  test('a label that only begins a county’s name is a variant, a functional area says so', () => {
    const tables = read([
      ['丁示', '示山', '2212341', ''],
      ['示例新区', '示河', '2212342', ''],
    ]);
    expect(doubts(tables, 1)).toEqual(['district.label_variant']);
    expect(doubts(tables, 2)).toEqual(['district.functional_area']);
    expect(tables.districts.map(({ kind }) => kind)).toEqual(['delivery_area', 'functional_area']);
  });

  test('a fresh edition is not stale', () => {
    expect(codes(read([['甲示', '示山', '2212345', '']]), null)).toEqual([]);
  });

  test('without the city’s facts, no flag that needs them is raised', () => {
    const tables = normalise(
      tableOfRows([
        ['甲示', '示南', '2212345', ''],
        ['', '丙示', '2212346', ''],
      ]),
      { ...EXAMPLE_CITY, city: null, phone: { ...EXAMPLE_CITY.phone, areaCode: null } },
    );
    expect(tables.flags.map(({ code }) => code)).toEqual([
      'phone.abbreviated',
      'phone.missing',
      'phone.abbreviated',
      'district.inherited',
      'phone.missing',
    ]);
  });
});

describe('a row of the table', () => {
  test('that is no record is set aside with its reason, and its text is kept', () => {
    const tables = read([
      ['甲示区发行站一览表', '', '', ''],
      ['甲示', '', '', ''],
      ['', '示山', '2212341', ''],
      ['区域', '发行站', '办公电话', '移动电话'],
      ['合计', '1个', '', ''],
      ['注：以上号码为示例', '', '', ''],
    ]);
    expect(tables.setAside.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'title'],
      [2, 'district_heading'],
      [4, 'repeated_heading'],
      [5, 'total'],
      [6, 'footnote'],
    ]);
    expect(tables.stations).toMatchObject([{ row: 3, district: { value: 'jiashi', how: 'heading' } }]);
  });

  test.each<[string, string[], string[]]>([
    ['formula', ['甲示', '=1+1', '2212341', ''], ['cell.formula']],
    ['markup', ['甲示', '<script>示山</script>', '2212341', ''], ['cell.markup']],
    ['name with a plus sign', ['甲示', '+示山', '2212341', ''], ['cell.formula']],
    ['name with a minus sign', ['甲示', '-示山', '2212341', ''], ['cell.formula']],
    ['name with an at sign', ['甲示', '@示山', '2212341', ''], ['cell.formula']],
    ['name behind a tab', ['甲示', '"\t示山"', '2212341', ''], ['cell.formula']],
    ['name behind a line break', ['甲示', '"\r示山"', '2212341', ''], ['cell.formula']],
    ['formula in another column', ['甲示', '示山', '2212341', '', '=A1'], ['row.unclear', 'cell.formula']],
    ['number with its country code', ['甲示', '示山', '+86 470 2212341', ''], []],
    ['control character', ['甲示', '示\u0000山', '2212341', ''], ['cell.control_char']],
    ['very long cell', ['甲示', '示'.repeat(500), '2212341', ''], ['cell.too_long']],
    ['no number', ['甲示', '示山', '无', '—'], ['station.no_phone']],
    ['mobile in the office column', ['甲示', '示山', '18525553997', ''], ['phone.column_mismatch']],
    ['landline in the mobile column', ['甲示', '示山', '', '2212341'], ['phone.column_mismatch']],
    ['number in the name', ['甲示', '示山 2212341', '', ''], ['phone.column_mismatch']],
    [
      'number beyond the columns',
      ['甲示', '示山', '2212341', '', '2212342'],
      ['row.unclear', 'phone.column_uncertain'],
    ],
    ['two numbers', ['甲示', '示山', '2212341、2212342', ''], ['phone.multiple', 'phone.multiple']],
    ['ending that says station', ['甲示', '示山投递站', '2212341', ''], ['station.name_variant']],
  ])('%s', (_what, row, rules) => {
    const tables = read([row]);
    expect(doubts(tables, 1)).toEqual(rules);
    expect(tables.stations).toHaveLength(1);
  });

  test('with a number in markup keeps it whole, and calls none of it', () => {
    const tables = read([['甲示', '示山', '<a href="tel:2212341">2212341</a>', '']]);
    expect(doubts(tables, 1)).toEqual(['phone.suspect_char', 'cell.markup']);
    expect(tables.phones).toMatchObject([{ printed: '<a href="tel:2212341">2212341</a>', tel: null }]);
  });

  test('that shares its number with very many names the first few and says how many', () => {
    const rows = Array.from({ length: 40 }, (_, at) => ['甲示', `示${at}`, '', '18525553668']);
    const tables = read([...rows, ['甲示', '示山', '', '1852555368']]);
    const shared = tables.flags.find(({ code }) => code === 'phone.shared');
    expect(shared?.evidence).toEqual([
      '与示1（第2行）、示2（第3行）、示3（第4行）、示4（第5行）、示5（第6行）等39处印的是同一个号码。',
    ]);
    const short = tables.flags.find(({ code }) => code === 'phone.too_short');
    expect(short?.evidence.filter((text) => text.includes('18525553668'))).toEqual([
      expect.stringMatching(/^其中18525553668是示0（第1行）、.*等40处的号码。$/),
    ]);
  });

  test('with control characters keeps them in the record; what people are told can be shown', () => {
    const tables = read([['甲\u0007示', '示\u0000山', '221\u00002341、\u001b2212342', '']]);
    expect(tables.stations[0]).toMatchObject({
      name: { printed: '示\u0000山', value: '示山' },
      district: { printed: '甲\u0007示', value: 'jiashi' },
    });
    expect(tables.phones.map(({ printed, tel }) => [printed, tel])).toEqual([
      ['221\u00002341', null],
      ['\u001b2212342', null],
    ]);
    for (const text of tables.flags.flatMap(({ evidence }) => evidence)) expect(text).not.toMatch(/\p{Cc}/u);
  });

  test('that is printed twice, or names a station twice, is kept and flagged', () => {
    const tables = read([
      ['甲示', '示山', '2212341', ''],
      ['', '示山', '2212341', ''],
      ['', '示山', '2212342', ''],
    ]);
    expect(tables.stations.map(({ id }) => id)).toEqual(['shishan', 'shishan-2', 'shishan-3']);
    expect(doubts(tables, 2)).toContain('row.duplicate');
    expect(doubts(tables, 3)).toEqual(['station.duplicate']);
  });

  test('keeps cells of columns that are not known', () => {
    const tables = read([['甲示', '示山', '2212341', '', '示例路1号']], [...HEADING, '地址']);
    expect(tables.stations[0]?.otherCells).toMatchObject([{ col: 5, raw: '示例路1号' }]);
  });

  test('with a column called only 电话 takes its kind from the number', () => {
    const tables = read(
      [
        ['甲示', '示山', '18525553997'],
        ['', '示河', '2212341'],
      ],
      ['区', '站名', '联系电话'],
    );
    expect(tables.phones.map(({ role }) => role)).toEqual(['mobile', 'office']);
    expect(doubts(tables, 1)).toEqual([]);
  });

  test('never takes a reserved word as id', () => {
    const tables = read([
      ['report', 'data', '2212341', ''],
      ['desk', 'lookup.json', '2212342', ''],
    ]);
    expect(tables.stations.map(({ id }) => id)).toEqual(['data-2', 'lookupjson']);
    expect(tables.districts.map(({ id }) => id)).toEqual(['report-2', 'desk-2']);
  });
});

describe('a file', () => {
  const text = [HEADING.join('\t'), '甲示\t示山\t2212341\t18525553997', '\t示河\t\t18525553998'];
  const plain = normalise(new TextEncoder().encode(text.join('\n')), EXAMPLE_CITY);

  test.each([
    ['a byte order mark', `\ufeff${text.join('\n')}`],
    ['Windows line ends', text.join('\r\n')],
    ['blank lines', text.join('\n\n \t\n')],
    ['quoted cells', text.join('\n').replaceAll('示山', '"示山"')],
    ['English headings', text.join('\n').replace(HEADING.join('\t'), 'Area\tStation\tOffice phone\tMobile')],
    ['spaced headings', text.join('\n').replace(HEADING.join('\t'), '区　域\t发行站：\t办公电话（座机）\t移动电话')],
  ])('with %s reads the same', (_what, variant) => {
    const tables = normalise(new TextEncoder().encode(variant), EXAMPLE_CITY);
    expect({
      ...tables,
      stations: tables.stations.map(({ id }) => id),
      phones: tables.phones.map(({ tel }) => tel),
    }).toMatchObject({
      stations: plain.stations.map(({ id }) => id),
      phones: plain.phones.map(({ tel }) => tel),
    });
  });

  test('in GB18030 is read and says that its encoding was guessed', () => {
    // 区域 发行站 办公电话 / 甲示 示山 2212341 in GB18030
    const bytes = [
      0xc7,
      0xf8,
      0xd3,
      0xf2,
      9,
      0xb7,
      0xa2,
      0xd0,
      0xd0,
      0xd5,
      0xbe,
      9,
      0xb0,
      0xec,
      0xb9,
      0xab,
      0xb5,
      0xe7,
      0xbb,
      0xb0,
      10,
      0xbc,
      0xd7,
      0xca,
      0xbe,
      9,
      0xca,
      0xbe,
      0xc9,
      0xbd,
      9,
      ...new TextEncoder().encode('2212341'),
    ];
    const tables = normalise(new Uint8Array(bytes), EXAMPLE_CITY);
    expect(tables.stations[0]?.name.value).toBe('示山');
    expect(codes(tables, null)).toEqual(['encoding.guessed']);
  });

  const refused = (bytes: Uint8Array) => {
    try {
      normalise(bytes, EXAMPLE_CITY);
    } catch (error) {
      if (error instanceof FileRefusal) return { code: error.code, place: error.place, message: error.message };
      throw error;
    }
    return null;
  };

  test('with two columns of stations is refused at the second', () => {
    const bytes = tableOfRows([['甲示', '示山', '示山', '2212341']], ['区域', '发行站', '站名', '电话']);
    expect(refused(bytes)).toMatchObject({ code: 'table.not_found', place: { row: 1, col: 3 } });
  });

  test('in an encoding that is guessed is refused, and the message says that the guess may be wrong', () => {
    const bytes = new Uint8Array([0xa5, 0xce, 9, 0xa4, 0x40, 10, 0x31]);
    expect(refused(bytes)).toMatchObject({ code: 'table.not_found', message: expect.stringContaining('编码') });
    expect(refused(new Uint8Array([0x41, 10, 0xff, 0xff, 0x41]))).toMatchObject({
      code: 'file.unreadable',
      place: { row: 2 },
    });
  });
});
