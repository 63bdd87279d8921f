import { describe, expect, test } from 'vitest';
import { EXAMPLE_CITY, HEADING } from '../../test/example-city.ts';
import { readSection } from './marks.ts';
import { findMojibake } from './mojibake.ts';
import { type NormaliseOptions, normalise } from './normalise.ts';

/** What stands between the records of a table, and what it says of them. A city of its own; no number can be called. */
const OPTIONS: NormaliseOptions = { ...EXAMPLE_CITY, city: null };
const read = (text: string) => normalise(new TextEncoder().encode(text), OPTIONS);
const USUAL = HEADING.join('\t');
const labels = (text: string) => {
  const { stations, districts } = read(text);
  const labelOf = new Map(districts.map(({ id, label }) => [id, label]));
  return stations.map(({ name, district }) => [name.value, labelOf.get(district.value ?? '') ?? null]);
};
const asides = (text: string) => read(text).setAside.map(({ line, reason }) => [line, reason]);
/** Rules of errors and warnings with their rows; those about the numbers are another matter. */
const doubts = (text: string) =>
  read(text).flags.flatMap(({ severity, rule, row }) =>
    severity === 'info' || rule.startsWith('phone.') ? [] : [[row, rule]],
  );

describe('a row over a group', () => {
  test.each([
    ['【城关区】', '城关区'],
    ['一、河东区', '河东区'],
    ['（二）河西区', '河西区'],
    ['3.河西区', '河西区'],
    ['①河西区', '河西区'],
    ['■南开区', '南开区'],
    ['◆ 南开区：', '南开区'],
    ['—— 南开区 ——', '南开区'],
    ['红桥区：（共3站）', '红桥区'],
    ['红桥区 共三个站', '红桥区'],
    ['红桥区（续）', '红桥区'],
    ['〔红桥镇〕', '红桥镇'],
    ['和平区', '和平区'],
    ['第一部分 东部', '东部'],
    ['Ⅱ、西部', '西部'],
    ['<北部>', '北部'],
    ['河北片', '河北片'],
    ['发行一部', '发行一部'],
    ['市郊', '市郊'],
    ['东丽区、空港区', '东丽区、空港区'],
    ['北辰区及武清区南半', '北辰区及武清区南半'],
  ])('%s', (printed, label) => {
    expect(readSection(printed)).toMatchObject({ label });
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n${printed}\t\t\t\n\t示河\t2212342\t\n`;
    expect(labels(text)).toEqual([
      ['示山', '甲示'],
      ['示河', label],
    ]);
    expect(asides(text)).toEqual([[3, 'district_heading']]);
    const isTwo = /[、及]/.test(label);
    expect(doubts(text)).toEqual([
      ...(/共/.test(printed) ? [[2, 'district.count_mismatch']] : []),
      ...(isTwo ? [[3, 'district.boundary_uncertain/section']] : []),
    ]);
  });

  test('says how many stations it has, and that is counted', () => {
    const rows = ['甲区（共2站）\t\t', '\t示山\t2212341', '\t示河\t2212342', '乙区（共2站）\t\t', '\t示江\t2212343'];
    const { flags } = read(['区\t站名\t电话', ...rows].join('\n'));
    const [flag, ...more] = flags.filter(({ code }) => code === 'district.count_mismatch');
    expect(more).toEqual([]);
    expect(flag).toMatchObject({ row: 4, severity: 'warning', subject: { record: null, phone: null, field: null } });
    expect(flag?.evidence).toEqual(['“乙区（共2站）”说有2个站，下面印了1个。']);
  });

  test('is found without a column of districts, and by the heading that follows it', () => {
    expect(labels('站名\t联系电话\n甲站\t2212341\n河北片\t\n乙站\t2212342\n')).toEqual([
      ['甲站', null],
      ['乙站', '河北片'],
    ]);
    const above = '站名\t电话\n示山\t2212341\n水上\t\n站名\t电话\n示河\t2212342\n';
    expect(labels(above)).toEqual([
      ['示山', null],
      ['示河', '水上'],
    ]);
    expect(doubts(above)).toEqual([[1, 'district.missing/unknown']]);
  });

  test('over the first group stands above the heading, also where that never comes again', () => {
    const text = '全市一览表\n甲区\n站名\t电话\n示山\t2212341\n乙区\n示河\t2212342\n丙区\n示江\t2212343\n';
    expect(labels(text)).toEqual([
      ['示山', '甲区'],
      ['示河', '乙区'],
      ['示江', '丙区'],
    ]);
    expect(labels('甲市\n站名\t电话\n示山\t2212341\n示河\t2212342\n').map(([, label]) => label)).toEqual([null, null]);
  });

  test('may stand at its foot, where it says so', () => {
    const text = '站名\t电话\n示山\t2212341\n示河\t2212342\n以上 甲区\n示江\t2212343\n以上　乙区\n';
    expect(labels(text)).toEqual([
      ['示山', '甲区'],
      ['示河', '甲区'],
      ['示江', '乙区'],
    ]);
  });

  test('between stars is one, and in doubt, since a star may begin a remark', () => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n*河口*\t\t\t\n\t示河\t2212342\t\n*河口\t\t\t\n\t示江\t2212343\t\n`;
    expect(labels(text).map(([, label]) => label)).toEqual(['甲示', '河口', '河口']);
    expect(doubts(text)).toEqual([
      [3, 'district.boundary_uncertain/section'],
      [5, 'district.boundary_uncertain/not_understood'],
    ]);
  });

  test('over names in letters', () => {
    const rows = [
      'North District\t',
      'Oak Street\t2212341',
      'Elm Street\t2212342',
      'South District:\t',
      'Pine\t2212343',
    ];
    expect(labels(['Branch\tPhone', ...rows].join('\n'))).toEqual([
      ['Oak Street', 'North District'],
      ['Elm Street', 'North District'],
      ['Pine', 'South District'],
    ]);
  });

  test.each([
    ['in one cell', '\t'],
    ['in all cells', '甲区\t甲区'],
  ])('above the first of several headings too, %s', (_what, line) => {
    const group = (label: string, name: string) =>
      `${line.replaceAll('甲区', label).replace(/^\t/, `${label}\t`)}\n站名\t电话\n${name}\t221234${name.length}\n`;
    const text = group('甲区', '示山') + group('乙区', '示河东') + group('甲区', '示江南一');
    expect(labels(text)).toEqual([
      ['示山', '甲区'],
      ['示河东', '乙区'],
      ['示江南一', '甲区'],
    ]);
    expect(doubts(text)).toEqual([]);
    expect(asides(text).map(([, reason]) => reason)).toEqual([
      'district_heading',
      ...['district_heading', 'repeated_heading', 'district_heading', 'repeated_heading'],
    ]);
  });

  test('over nobody is no district', () => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n乙示区\t\t\t\n丙示\t示河\t2212342\t\n【丁示】\t\t\t\n`;
    expect(read(text).districts.map(({ label }) => label)).toEqual(['甲示', '丙示']);
  });
});

describe('what is in force', () => {
  test.each(['本报读者服务请找当地邮局', '以下各站由示例邮局负责', '甲地至丁地之间（含两头）的各处', '投递站联系电话'])(
    'is in doubt behind “%s”',
    (words) => {
      const text = `${USUAL}\n甲示\t示山\t2212341\t\n${words}\t\t\t\n\t示河\t2212342\t\n\t示江\t2212343\t\n乙示\t示塘\t2212344\t\n\t示湖\t2212345\t\n`;
      expect(doubts(text)).toEqual([
        [3, 'district.boundary_uncertain/not_understood'],
        [4, 'district.boundary_uncertain/not_understood'],
      ]);
    },
  );

  test.each(['合计\t1\t\t', '小计：1\t\t\t', '共计\t\t1\t'])('ends at a total: %s', (total) => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n${total}\n\t示河\t2212342\t\n`;
    expect(labels(text)[1]).toEqual(['示河', null]);
    expect(doubts(text)).toEqual([[3, 'district.missing/unknown']]);
  });

  test.each(['注：周日休息', '第1页 共3页', '制表：某某', '2025年1月1日', '（接下页）'])(
    'goes on behind “%s”',
    (words) => {
      expect(doubts(`${USUAL}\n甲示\t示山\t2212341\t\n${words}\t\t\t\n\t示河\t2212342\t\n`)).toEqual([]);
    },
  );

  test('is nothing in a table that says no district, which is said once', () => {
    const { flags } = read('站名\t电话\n示山\t2212341\n示河\t2212342\n');
    const missing = flags.filter(({ code }) => code === 'district.missing');
    expect(missing).toMatchObject([{ row: null, severity: 'warning', subject: { record: null } }]);
  });

  test('is sure of no blank cell where blanks stand above the first label', () => {
    const rows = [
      '\t示山\t2212341',
      '\t示河\t2212342',
      '甲示\t示江\t2212343',
      '\t示塘\t2212344',
      '乙示\t示湖\t2212345',
    ];
    const uncertain = doubts(['区\t站名\t电话', ...rows].join('\n')).filter(([, rule]) => /boundary/.test(`${rule}`));
    expect(uncertain.map(([row]) => row)).toEqual([1, 2, 4]);
    expect(doubts(['区\t站名\t电话', ...rows.slice(2)].join('\n'))).toEqual([]);
  });
});

describe('what is no record', () => {
  test.each([
    [
      'a remark that a merged cell repeats',
      '说明：周日代送，电话0470-2212349\t说明：周日代送，电话0470-2212349\t说明：周日代送，电话0470-2212349\t',
    ],
    ['signatures in several cells', '编表：某某\t\t复核：某某\t2024.5.6'],
    ['who made it and when', '制于\t2024年5月6日\t\t'],
    ['a date in Chinese', '二〇二五年一月\t\t\t'],
    ['a signature with a date behind it', '示例报社发行科\t2025年1月制\t\t'],
    ['the mark of a page in two cells', '第1页\t共3页\t\t'],
    ['a bare number of a page', '— 3 —\t\t\t'],
    ['a signature under the names', '\t制表人：某某\t\t'],
  ])('%s', (_what, line) => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n${line}\n\t示河\t2212342\t\n`;
    expect(asides(text)).toEqual([[3, 'footnote']]);
    expect(labels(text)).toHaveLength(2);
  });

  test('what is numbered below the head of a list of remarks', () => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n备注：\t\t\t\n1、加急件\t\t\t\n2、挂号件\t\t\t\n\t示河\t2212342\t\n`;
    expect(asides(text).map(([, reason]) => reason)).toEqual(['footnote', 'footnote', 'footnote']);
    expect(labels(text)[1]).toEqual(['示河', '甲示']);
    expect(doubts(text)).toEqual([[5, 'district.boundary_uncertain/not_understood']]);
  });

  test('a heading and a title at the top of each page', () => {
    const page = `示例市电话表\t\t\t\n${USUAL}\n`;
    const text = `${page}甲示\t示山\t2212341\t\n${page}\t示河\t2212342\t\n`;
    expect(asides(text)).toEqual([
      [1, 'title'],
      [4, 'repeated_heading'],
      [5, 'repeated_heading'],
    ]);
    expect(doubts(text)).toEqual([]);
  });
});

/** Roles and kinds of the columns, by what becomes of a row of local numbers. */
const roles = (heading: string, row: string) => {
  const { phones, stations, flags } = read(`${heading}\n${row}\n`);
  const guessed = flags.filter(({ code }) => code === 'table.column_guessed').map(({ printed }) => printed);
  return { name: stations[0]?.name.value, roles: phones.map(({ role }) => role), guessed };
};

describe('a heading', () => {
  const LOCAL = '甲示区\t示山\t2212341';
  const MOBILE = '甲示区\t示山\t18525553997';
  test.each([
    ['区县\t网点名称\t电话/手机', MOBILE, 'mobile'],
    ['区县\t网点名称\t电话/手机', LOCAL, 'office'],
    ['辖区\t机构名称\t24小时电话', LOCAL, 'office'],
    ['区域\t单位\t投诉热线', LOCAL, 'office'],
    ['片区\t部门\t联系电话', LOCAL, 'office'],
    ['区\t科室\t值班手机', MOBILE, 'mobile'],
    ['区域\t邮政所名称\t座机/手机', MOBILE, 'mobile'],
    ['地区\t販売店名\t電話番号', LOCAL, 'office'],
    ['지역\t지국명\t전화번호', LOCAL, 'office'],
    ['Region\tBranch\tPhone', LOCAL, 'office'],
    ['Town\tDepartment\tHotline No.', LOCAL, 'office'],
  ])('%s is known, also over %s', (heading, row, role) => {
    expect(roles(heading, row)).toEqual({ name: '示山', roles: [role], guessed: [] });
    expect(doubts(`${heading}\n${row}\n`)).toEqual([]);
  });

  test('that says a second use of the same number is over numbers to call', () => {
    const { phones } = read('站名\t手机（微信同号）\n示山\t13912340001\n');
    expect(phones.map(({ kind }) => kind)).toEqual(['mobile']);
  });

  test('of a fax or an internal exchange is over nothing that is called', () => {
    const { phones, stations } = read('区\t站名\t传真电话\t内线电话\t电话\n甲示\t示山\t2212341\t2212342\t2212343\n');
    expect(phones.map(({ printed }) => printed)).toEqual(['2212343']);
    expect(stations[0]?.otherCells.map(({ raw }) => raw)).toEqual(['2212341', '2212342']);
  });

  test.each([
    ['of two lines with additions', '区域\t发行站\t办公电话\t移动电话\n\t\t(区号0470)\t(站长)'],
    ['of three lines', '区域\t发行站\t联系方式\t\t\n\t\t电话\t\t备注\n\t\t办公\t移动\t'],
    ['whose names stand in the second line', '区域\t投递\t联系\t\n\t站名\t座机\t手机'],
  ])('%s', (_what, heading) => {
    const { phones, setAside, stations } = read(
      `${heading}\n甲示\t示山\t2212341\t18525553997\n${heading}\n\t示河\t2212342\t\n`,
    );
    expect(phones.map(({ role }) => role)).toEqual(['office', 'mobile', 'office']);
    expect(stations.map(({ district }) => district.value)).toEqual(['jiashi', 'jiashi']);
    expect(new Set(setAside.map(({ reason }) => reason))).toEqual(new Set(['repeated_heading']));
    expect(setAside).toHaveLength(heading.split('\n').length);
  });

  test('that nobody knows refuses nothing: what stands below says what a column is', () => {
    const rows = ['东城\t示山\t2212341', '东城\t示河\t2212342', '西城\t示江\t2212343', '西城\t示塘\t2212344'];
    const text = ['何处\t何名\t拨何号', ...rows].join('\n');
    expect(labels(text)).toEqual([
      ['示山', '东城'],
      ['示河', '东城'],
      ['示江', '西城'],
      ['示塘', '西城'],
    ]);
    const guessed = read(text).flags.filter(({ code }) => code === 'table.column_guessed');
    expect(guessed.map(({ printed, severity, row }) => [printed, severity, row])).toEqual([
      ['何处', 'warning', null],
      ['何名', 'warning', null],
      ['拨何号', 'warning', null],
    ]);
  });

  test('that speaks of numbers over a column without any, beside one that holds them, does not', () => {
    const rows = ['示山\t2212341', '示河\t2212342', '示江\t2212343'].join('\n');
    const { stations, phones } = read(`contact\tphone\n${rows}\n`);
    expect(stations.map(({ name }) => name.value)).toEqual(['示山', '示河', '示江']);
    expect(phones).toHaveLength(3);
  });

  test('of loose words leaves names to the column whose texts differ', () => {
    const rows = ['市局\t示山\t2212341', '市局\t示河\t2212342', '县局\t示江\t2212343', '县局\t示塘\t2212344'];
    const text = ['单位\t部门\t电话', ...rows].join('\n');
    expect(labels(text)[2]).toEqual(['示江', '县局']);
    expect(doubts(text)).toEqual([
      [null, 'table.column_guessed'],
      [null, 'table.column_guessed'],
    ]);
  });
});

describe('a number where none belongs', () => {
  test('in the column of districts is a phone there, and no district', () => {
    const rows = ['甲示\t示山\t2212341', '18525553997\t\t', '2212345\t示江\t2212343'];
    const text = ['区\t站名\t电话', ...rows].join('\n');
    const { districts, phones, flags } = read(text);
    expect(districts.map(({ label }) => label)).toEqual(['甲示']);
    expect(phones.map(({ printed }) => printed)).toEqual(['2212341', '18525553997', '2212345', '2212343']);
    expect(flags.filter(({ code }) => code === 'phone.column_mismatch').map(({ row }) => row)).toEqual([2, 3]);
  });

  test('beside a person is theirs: kept for editors, said without the name, and not called', () => {
    const tables = read('站名\t电话\t联系人\n示山\t2212341\t某某 13912340009\n示河\t2212342\t某某\n');
    expect(tables.phones.map(({ printed }) => printed)).toEqual(['2212341', '2212342']);
    expect(
      tables.stations.map(({ otherCells, contactCells }) => [otherCells, contactCells?.map(({ raw }) => raw)]),
    ).toEqual([
      [[], ['某某 13912340009']],
      [[], ['某某']],
    ]);
    const said = tables.flags.filter(({ severity, row }) => severity !== 'info' && row !== null);
    expect(said.map(({ code, printed }) => [code, printed])).toEqual([['phone.column_uncertain', '13912340009']]);
    expect(JSON.stringify(said)).not.toContain('某某');
  });

  test('in whose place a person stands is a person, and one out of use shows no digit where it is said', () => {
    const { stations, flags } = read(
      '站名\t办公电话\t备注\n示山\t王某某\t\n示河\t张师傅\t\n示江\t见总机\t\n示塘\t2212344\t2212344已停用\n',
    );
    expect(
      stations.map(({ otherCells, contactCells }) => [otherCells, contactCells].map((of) => of?.map(({ raw }) => raw))),
    ).toEqual([
      [[], ['王某某']],
      [[], ['张师傅']],
      [['见总机'], undefined],
      [['2212344已停用'], undefined],
    ]);
    const said = JSON.stringify(
      flags.map(({ code, printed, cells, evidence }) => [
        code,
        evidence,
        ...(code === 'phone.missing' ? [printed, cells] : []),
      ]),
    );
    expect(said).toContain('备注里印着“…已停用”');
    expect(said).not.toMatch(/某某|师傅|2212344/);
  });

  test('among remarks is kept and said, and not called', () => {
    const text = '区\t站名\t电话\t备注\n甲示\t示山\t2212341\t原电话2212349已停用\n甲示\t示河\t\t2212342\n';
    const { phones, flags } = read(text);
    expect(phones.map(({ printed }) => printed)).toEqual(['2212341']);
    expect(flags.filter(({ code }) => code === 'phone.column_uncertain').map(({ printed }) => printed)).toEqual([
      '原电话2212349已停用',
      '2212342',
    ]);
  });
});

describe('a row that is not clear', () => {
  test.each([
    ['fewer cells, a number for a name', '示河\t2212342', '表头有4格，这一行有2格'],
    ['fewer cells, a number among others', '示河\t2212342\t18525553997', '表头有4格，这一行有3格'],
    ['more cells', '甲示\t\t示河\t2212342\t18525553997', '表头有4格，这一行有5格'],
    ['fewer cells, no name beside a label that nobody knows', '示河\t\t2212342', '表头有4格，这一行有3格'],
    ['a label that nobody knows beside a number', '示河\t2212342\t\t', '分不清'],
  ])('%s: numbers whole, neither name nor district', (_what, line, why) => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t\n${line}\n\t示江\t2212343\t\n`;
    const { flags, phones, districts } = read(text);
    expect(labels(text)).toEqual([
      ['示山', '甲示'],
      [null, null],
      ['示江', null],
    ]);
    expect(districts.map(({ label }) => label)).toEqual(['甲示']);
    expect(phones.some(({ tel }) => tel === 'tel:+864702212342')).toBe(true);
    const [flag] = flags.filter(({ code }) => code === 'row.unclear');
    expect(flag?.evidence.join()).toContain(why);
  });

  test('blanks that are missing at the end of a row are blanks', () => {
    expect(doubts(`${USUAL}\n甲示\t示山\t2212341\n\t示河\t2212342\n`)).toEqual([]);
  });

  test('a name cut in two is joined where the piece says only that it is a station', () => {
    const text = `${USUAL}\n甲示\t示山路投递\t2212341\t\n\t服务站\t\t\n\t示河\t2212342\t\n`;
    expect(labels(text)).toEqual([
      ['示山路投递服务站', '甲示'],
      ['示河', '甲示'],
    ]);
    expect(asides(text)).toEqual([[3, 'continuation']]);
    expect(doubts(text)).toEqual([]);
  });

  test('the rest of a name that may be more than that is no station of its own', () => {
    const text = `${USUAL}\n甲示\t解放\t2212341\t\n\t路投递站\t\t\n`;
    expect(labels(text)).toEqual([
      ['解放', '甲示'],
      [null, null],
    ]);
    expect(doubts(text).map(([, rule]) => rule)).toContain('row.unclear');
  });

  test('a number cut in two is never put together', () => {
    const text = `${USUAL}\n甲示\t示山\t2212341\t185255\n\t\t\t53997\n`;
    const { phones, stations } = read(text);
    expect(stations).toHaveLength(1);
    expect(phones.map(({ printed, tel }) => [printed, tel])).toEqual([
      ['2212341', 'tel:+864702212341'],
      ['185255', null],
    ]);
    expect(doubts(text)).toEqual([[1, 'row.unclear']]);
    const other = read(`${USUAL}\n甲示\t示山\t2212341\t18525553998\n\t\t\t53997\n`);
    expect(other.stations).toHaveLength(2);
  });
});

test('labels that differ only by 区, 市, 县 or 旗 are one district', () => {
  const rows = [
    '河东区\t示山\t2212341',
    '河东\t示河\t2212342',
    '承示\t示江\t2212343',
    '承示市\t示塘\t2212344',
    '承示县\t示湖\t2212345',
  ];
  const { districts, flags } = read(['区\t站名\t电话', ...rows].join('\n'));
  // A city and a county of one name are two; which of them the bare name is nobody knows.
  expect(districts.map(({ label }) => label)).toEqual(['河东区', '承示', '承示市', '承示县']);
  expect(flags.filter(({ code }) => code === 'district.label_variant').map(({ row }) => row)).toEqual([2]);
});

describe('what an encoding has broken is never published unseen', () => {
  test.each([
    ['锟斤拷锟斤拷', null],
    ['示\ufffd', null],
    ['?示山', null],
    ['??', null],
    ['ÇøÓòÃû', null],
    ['姝︽槍琛�', '武昌'],
    ['鍖哄煙绔�', '区域'],
  ])('%s', (name, guess) => {
    const { flags, stations } = read(`${USUAL}\n甲示\t示山\t2212341\t\n甲示\t${name}\t2212342\t\n`);
    expect(stations[1]?.name.printed).toBe(name);
    const [flag, ...more] = flags.filter(({ code }) => code === 'encoding.guessed');
    expect(more).toEqual([]);
    expect(flag).toMatchObject({ row: 2, severity: 'warning' });
    if (guess !== null) expect(flag?.evidence.join()).toContain(guess);
  });

  test.each(['示山', '武昌区', '石家庄', '陕西街', 'Café Noël', '東京都', '示山?街', '서울역'])(
    '%s is whole',
    (name) => {
      expect(findMojibake(name) === null).toBe(name !== '示山?街');
    },
  );
});
