import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagKind } from '../../directory/flags.ts';
import { areaCodesOf, localLength, type PhoneContext } from '../../directory/numbering.ts';
import { normalise } from '../normalise.ts';
import type { ParsedPhone } from './number.ts';
import { parseCell } from './parse.ts';

/** Kinds of cells by how they are printed, made for every area code of the plan. None of the numbers is meant. */
const HOME: PhoneContext = { country: 'CN', areaCode: '0411', shortCodes: ['11185'] };
const AREAS = areaCodesOf('CN').map((area) => ({ area, length: localLength('CN', area) ?? 0 }));
const rulesOf = ({ issues }: ParsedPhone) => issues.map(({ rule }) => rule);
const only = (cell: string, context = HOME): ParsedPhone => {
  const phones = parseCell(cell, context);
  expect(phones, cell).toHaveLength(1);
  return phones[0] as ParsedPhone;
};
const isRefused = ({ tel, e164, issues }: ParsedPhone) =>
  tel === null && e164 === null && issues.some(({ rule }) => flagKind(rule).severity === 'error');
/** Digits as printers set them: full width too. */
const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const wider = (cell: fc.Arbitrary<string>) =>
  fc.tuple(cell, fc.boolean()).map(([text, isWide]) => (isWide ? wide(text) : text));

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'123456789'), minLength: length, maxLength: length });
/** A local number of the area: no area's begin with 1 or 9, and 400 and 800 are services. */
const localOf = (length: number) =>
  fc
    .tuple(fc.constantFrom(...'235678'), digits(length - 1))
    .map((parts) => parts.join(''))
    .filter((one) => !/^800|^20/.test(one));
const area = fc.constantFrom(...AREAS);
const inArea = area.chain(({ area: code, length }) => localOf(length).map((local) => ({ code, local })));
const elsewhere = inArea.filter(({ code }) => code !== HOME.areaCode);
const mobile = digits(8).map((rest) => `139${rest}`);
const holds = <Value>(values: fc.Arbitrary<Value>, property: (value: Value) => void, numRuns = 300) =>
  fc.assert(
    fc.property(values, (value) => void property(value)),
    { numRuns },
  );

describe('a spreadsheet’s hand', () => {
  const SIGNS = ['-', '－', '−', '–', '—', '﹣', '‒', '➖', '- '];
  test('a sign in front of digits is no part of a number', () => {
    const cell = fc
      .tuple(
        fc.constantFrom(...SIGNS),
        wider(
          fc.oneof(
            localOf(8),
            mobile,
            inArea.map(({ code, local }) => code + local),
          ),
        ),
      )
      .map((parts) => parts.join(''));
    holds(cell, (text) => {
      expect(isRefused(only(text))).toBe(true);
      expect(rulesOf(only(text))).toEqual(expect.arrayContaining(['phone.precision_suspect/lost']));
    });
  });

  test.each([
    ...['1.39E+10', '1,39E+10', '1.39e10', '１．３９Ｅ＋１０', '1.39 E+10', '1.39×10^10', '1.3912340001E10'],
    ...['83990417.5', '13912340005.25', '1391234000.5', '0.83990417'],
    ...[
      '2025-01-01',
      '2025年1月1日',
      '2025年1月',
      '1月1日',
      '1/1/2025',
      '01-12-25',
      '2025/1/1 08:00',
      '8-Mar',
      'Mar-41',
      '20250101',
    ],
    ...['+83990417', '+13912340005', "'-83990421", '-83990421（晚上）', '（-83990421）值班'],
  ])('%s is refused for it', (cell) => {
    expect([isRefused(only(cell)), rulesOf(only(cell))]).toEqual([true, ['phone.precision_suspect/lost']]);
  });

  test('an exponent that has lost nothing is not said to have', () => {
    const [whole, cut] = ['1.3912340001E10', '1.39E+10'].map((cell) => only(cell).issues[0]?.evidence.join(''));
    expect(whole).not.toContain('丢');
    expect(cut).toContain('丢');
  });

  test('digits that a point only parts are whole', () => {
    expect(only('139.12340005').tel).toBe('tel:+8613912340005');
    expect(only('0411.83990417').tel).toBe('tel:+8641183990417');
  });

  test('a round mobile is doubted in a text, and refused where another cell shows a spreadsheet', () => {
    const round = fc
      .integer({ min: 1, max: 999_999 })
      .map((head) => `139${head}`.padEnd(11, '0'))
      .filter((one) => /0{5}$/.test(one));
    holds(round, (cell) => {
      expect([only(cell).tel, rulesOf(only(cell))]).toEqual([`tel:+86${cell}`, ['phone.precision_suspect/changed']]);
      expect(isRefused(only(cell, { ...HOME, fromSpreadsheet: true }))).toBe(true);
    });
    const read = (other: string) =>
      normalise(new TextEncoder().encode(`区域\t发行站\t移动电话\n甲\t乙\t18600000000\n甲\t丙\t${other}\n`), {
        ...{ file: '示例.tsv', city: null, phone: HOME },
      }).phones[0]?.tel;
    expect(read('13912340001')).toBe('tel:+8618600000000');
    for (const hand of ['1.39E+10', '13912340001.0', '####', '#N/A', '１．３９Ｅ＋１０']) expect(read(hand)).toBeNull();
  });
});

describe('two numbers in a cell', () => {
  const SEPARATORS = ['/', '、', '，', '；', ' ', '\n', '或'];
  const WRITTEN = [
    (code: string, local: string) => `${code}-${local}`,
    (code: string, local: string) => `(${code})${local}`,
    (code: string, local: string) => `+86 ${code.slice(1)} ${local}`,
    (code: string, local: string) => `86-${code.slice(1)}-${local}`,
    (code: string, local: string) => `${code.slice(1)}-${local}`,
    (code: string, local: string) => `${code}-${local.slice(1)}`,
  ];
  const cell = fc.tuple(
    elsewhere,
    fc.constantFrom(...WRITTEN),
    fc.constantFrom(...SEPARATORS),
    localOf(8),
    fc.boolean(),
  );
  test('share the table’s area code only where none prints another', () => {
    holds(cell, ([{ code, local }, write, separator, bare, isFirst]) => {
      const parts = [write(code, local), bare];
      for (const phone of parseCell((isFirst ? parts.reverse() : parts).join(separator), HOME)) {
        expect(phone.e164 ?? '').not.toMatch(/^\+86411/);
        if (phone.printed === bare) expect(isRefused(phone)).toBe(true);
      }
    });
  });

  test('have the table’s where they print that one, or none', () => {
    for (const first of ['83990447', '0411-83990447', '13912340005', '400-820-0001']) {
      expect(parseCell(`${first}/83990448`, HOME)[1]?.tel).toBe('tel:+8641183990448');
    }
  });
});

describe('the length of a local number', () => {
  test('is that of its area, for every area code of the plan', () => {
    expect(AREAS.length).toBeGreaterThan(300);
    for (const { area: code, length } of AREAS) {
      for (const first of '235678') {
        const local = first.padEnd(length, '3');
        expect(only(`${code}-${local}`).tel).toBe(`tel:+86${code.slice(1)}${local}`);
        expect(only(local, { ...HOME, areaCode: code }).e164).toBe(`+86${code.slice(1)}${local}`);
        expect(rulesOf(only(`${code}-${local}3`))).toEqual(['phone.too_long']);
        expect(rulesOf(only(`${code}-${local.slice(1)}`))).toEqual(['phone.too_short']);
        expect(isRefused(only(`${local}3`, { ...HOME, areaCode: code }))).toBe(true);
      }
    }
  });

  test.each([
    ['0851-8399046', 'phone.too_short'],
    ['0754-8399047', 'phone.too_short'],
    ['0433-28399048', 'phone.too_long'],
    ['0435-28399048', 'phone.too_long'],
    ['0123-8399046', 'phone.invalid'],
  ])('%s: %s', (cell, rule) => expect(rulesOf(only(cell))).toEqual([rule]));

  test.each<[string, PhoneContext, string]>([
    ['03-1234-567', { country: 'JP', areaCode: '03', shortCodes: [] }, 'phone.too_short'],
    ['03-1234-56789', { country: 'JP', areaCode: '03', shortCodes: [] }, 'phone.too_long'],
    ['090-1234-567', { country: 'JP', areaCode: '03', shortCodes: [] }, 'phone.too_short'],
    ['02-123-456', { country: 'KR', areaCode: '02', shortCodes: [] }, 'phone.too_short'],
    ['212-555-123', { country: 'US', areaCode: null, shortCodes: [] }, 'phone.too_short'],
    ['212-555-12345', { country: 'US', areaCode: null, shortCodes: [] }, 'phone.too_long'],
  ])('%s elsewhere', (cell, context, rule) => {
    const phone = only(cell, context);
    expect([isRefused(phone), rulesOf(phone)[0]]).toEqual([true, rule]);
  });
});

describe('a country code', () => {
  const CODES = [
    '86-',
    '86 ',
    '86',
    '(86)',
    '（86）',
    '0086',
    '0086-',
    '+86',
    '+86-',
    '＋８６ ',
    '+(86)',
    '(+86)',
    '86.',
  ];
  const ZEROS = ['', '0', '(0)', '（0）'];
  const number = fc
    .tuple(inArea, fc.constantFrom(...CODES), fc.constantFrom(...ZEROS), fc.constantFrom('-', ' ', '', '.'))
    .map(([{ code, local }, prefix, zero, gap]) => ({
      e164: `+86${code.slice(1)}${local}`,
      cell: prefix + zero + code.slice(1) + gap + local,
    }));
  test('in any punctuation belongs to a whole number', () => {
    holds(number, ({ cell, e164 }) => expect(only(cell).e164, cell).toBe(e164), 1000);
    holds(fc.tuple(fc.constantFrom(...CODES), mobile), ([code, own]) =>
      expect(only(code + own).e164).toBe(`+86${own}`),
    );
  });

  test('is said where the number is refused', () => {
    for (const cell of ['86-28-8399045', '86(0)21-539904521', '（86）0411-839904531', '+86 139 1234 00']) {
      expect([cell, only(cell).issues[0]?.evidence.join('')]).toEqual([cell, expect.stringContaining('连国家码')]);
    }
    expect(only('+86 83990417').issues[0]?.evidence).toEqual(['印了国家码，没印区号。']);
  });

  test('a lost zero of another area is named and not put back', () => {
    holds(elsewhere, ({ code, local }) => {
      for (const cell of [code.slice(1) + local, `${code.slice(1)}-${local}`]) {
        const phone = only(cell);
        // Some areas without their zero begin as mobile numbers do, or as a number of the own area.
        expect(isRefused(phone), cell).toBe(true);
        expect(phone.issues[0]?.evidence.join(''), cell).toContain(`区号${code}`);
      }
    });
  });
});

describe('a service’s number', () => {
  test.each([
    '400-820-0001',
    '4008200001',
    '800 820 0001',
    '(400)8200001',
    '４００－８２０－０００１',
    '+86 400 820 0001',
    '86-400-820-0001',
  ])('%s is called as it stands', (cell) => {
    const { kind, tel, e164 } = only(cell);
    expect([kind, tel]).toEqual(['service', `tel:${e164}`]);
    expect(e164).toMatch(/^\+86[48]008200001$/);
    expect(rulesOf(only(cell))).toContain('phone.short_code/known');
  });

  test('a short one is called only where it is listed, or behind an area code', () => {
    expect(only('11185')).toMatchObject({ kind: 'service', e164: null, tel: 'tel:11185' });
    expect(only('0411-96185')).toMatchObject({ kind: 'service', e164: '+8641196185', areaCodeFrom: 'printed' });
    const short = fc.constantFrom('95598', '12345', '96110', '10086', '114', '962233', '95105105');
    holds(short, (cell) => {
      expect(rulesOf(only(cell))).toEqual(['phone.short_code/unlisted']);
      expect(only(cell, { ...HOME, shortCodes: [cell] })).toMatchObject({ kind: 'service', tel: `tel:${cell}` });
    });
  });

  test.each(['400 731 55', '400-731-55', '(400)73155', '400820000'])('%s lacks digits of a 400 number', (cell) => {
    expect(only(cell)).toMatchObject({ kind: 'service', tel: null });
    expect(rulesOf(only(cell))).toEqual(['phone.too_short']);
    expect(only(cell).issues[0]?.evidence.join('')).toContain('400');
  });

  test('of another country is known by its metadata', () => {
    expect(only('0120-123-456', { country: 'JP', areaCode: '03', shortCodes: [] })).toMatchObject({ kind: 'service' });
  });

  test('never makes its column uncertain, nor does a number that is refused', () => {
    const cells = ['400-820-0001', '11185', '95598', '400 731 55', '8399'];
    const text = `区域\t发行站\t电话\n${cells.map((cell, at) => `甲\t站${at}\t${cell}`).join('\n')}\n`;
    const { flags } = normalise(new TextEncoder().encode(text), { file: '示例.tsv', city: null, phone: HOME });
    expect(flags.map(({ code }) => code)).not.toContain('phone.column_uncertain');
    expect(flags.map(({ code }) => code)).not.toContain('phone.invalid');
  });
});

describe('characters that print nothing', () => {
  const UNSEEN =
    '\u00ad\u115f\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2060\u2066\u2069\u3164\ufe00\ufe0f\ufffc';
  test('are dropped around and between digits, and that is said', () => {
    const cell = fc.tuple(
      fc.array(fc.constantFrom(...UNSEEN), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(11), { minLength: 6, maxLength: 6 }),
      mobile,
    );
    holds(cell, ([unseen, places, number]) => {
      let text = number;
      for (const [at, one] of unseen.entries()) text = text.slice(0, places[at]) + one + text.slice(places[at]);
      expect(only(text)).toMatchObject({ tel: `tel:+86${number}`, printed: text });
      expect(rulesOf(only(text))).toEqual(['text.normalised']);
    });
  });

  test('are no warning in a cell for numbers', () => {
    const text = '区域\t发行站\t电话\n甲\t乙\t\u200b13912340005\ufe0f\n';
    const { flags } = normalise(new TextEncoder().encode(text), { file: '示例.tsv', city: null, phone: HOME });
    expect(flags.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('words beside a number', () => {
  const shown = (cell: string, context = HOME) =>
    parseCell(cell, context).map(({ printed, kind, tel, note }) => [
      printed,
      kind,
      tel?.replace('tel:+86', '') ?? null,
      note,
    ]);

  test.each<[string, (string | null | undefined)[][]]>([
    [
      '83990421（晚上13912340006）',
      [
        ['83990421', 'fixed_line', '41183990421', undefined],
        ['13912340006', 'mobile', '13912340006', '晚上'],
      ],
    ],
    [
      '８３９９０４２１（夜间：１３９１２３４０００６）',
      [
        ['８３９９０４２１', 'fixed_line', '41183990421', undefined],
        ['１３９１２３４０００６', 'mobile', '13912340006', '夜间'],
      ],
    ],
    [
      '83990422（传真83990423）',
      [
        ['83990422', 'fixed_line', '41183990422', undefined],
        ['83990423', 'fax', null, '传真'],
      ],
    ],
    [
      '83990422 传真：83990423',
      [
        ['83990422', 'fixed_line', '41183990422', undefined],
        ['83990423', 'fax', null, '传真'],
      ],
    ],
    [
      '传真电话：83990423、83990424',
      [
        ['83990423', 'fax', null, '传真电话'],
        ['83990424', 'fax', null, undefined],
      ],
    ],
    ['83990423（传真）', [['83990423', 'fax', null, '传真']]],
    ['FAX 83990423', [['83990423', 'fax', null, 'FAX']]],
    ['电话/传真：83990423', [['83990423', 'fixed_line', '41183990423', '传真']]],
    ['83990423（兼传真）', [['83990423', 'fixed_line', '41183990423', '兼传真']]],
    ['83990424内线803', [['83990424内线803', 'fixed_line', '41183990424;ext=803', undefined]]],
    ['83990424（内线803）', [['83990424（内线803）', 'fixed_line', '41183990424;ext=803', undefined]]],
    [
      '83990425～27',
      [
        ['83990425', 'fixed_line', '41183990425', undefined],
        ['27', 'unknown', null, undefined],
      ],
    ],
    [
      '83990425至27',
      [
        ['83990425', 'fixed_line', '41183990425', undefined],
        ['27', 'unknown', null, undefined],
      ],
    ],
    [
      '83990425/27',
      [
        ['83990425', 'fixed_line', '41183990425', undefined],
        ['27', 'unknown', null, undefined],
      ],
    ],
    [
      '83990425、26、27',
      [
        ['83990425', 'fixed_line', '41183990425', undefined],
        ['26', 'unknown', null, undefined],
        ['27', 'unknown', null, undefined],
      ],
    ],
    [
      '83990425～83990427',
      [
        ['83990425', 'fixed_line', '41183990425', undefined],
        ['83990427', 'fixed_line', '41183990427', undefined],
      ],
    ],
    ['值班员13912340007（加微信）', [['13912340007', 'mobile', '13912340007', '值班员，加微信']]],
    ['13912340007（微信同号）', [['13912340007', 'mobile', '13912340007', '微信同号']]],
    ['83990421 24小时', [['83990421', 'fixed_line', '41183990421', '24小时']]],
    ['83990421（8:00-17:30）', [['83990421', 'fixed_line', '41183990421', '8:00-17:30']]],
    ['83990421、QQ：839904222', [['83990421', 'fixed_line', '41183990421', 'QQ:839904222']]],
    [
      '83990421（停用）、83990422',
      [
        ['83990421', 'unknown', null, undefined],
        ['83990422', 'fixed_line', '41183990422', undefined],
      ],
    ],
    [
      '83990421已停机13912340006',
      [
        ['83990421', 'unknown', null, undefined],
        ['13912340006', 'unknown', null, undefined],
      ],
    ],
    [
      '8399042（晚上13912340006）',
      [
        ['8399042', 'unknown', null, undefined],
        ['13912340006', 'mobile', '13912340006', '晚上'],
      ],
    ],
  ])('%s', (cell, expected) => expect(shown(cell)).toEqual(expected));

  test('the rest of a run is said to be one, and what is out of service is not public', () => {
    expect(rulesOf(parseCell('83990425～27', HOME)[1] as ParsedPhone)).toContain('phone.abbreviated');
    for (const cell of ['已停机', '空号', '83990421（已停机）', '停用83990421', '83990421 暂停使用']) {
      expect(rulesOf(only(cell))).toEqual(['phone.not_public']);
      expect(only(cell).issues[0]?.evidence.join('')).not.toMatch(/\d/);
    }
  });

  test.each([
    '同总部',
    '与上一站相同',
    '见总机',
    '同上',
    '〃',
    '见公告',
    '（同上）',
    'see head office',
    '甲乙丙丁',
    '暂停服务',
    '筹建中',
  ])('%s is no number', (cell) => {
    expect(parseCell(cell, HOME)).toEqual([]);
    const text = `区域\t发行站\t电话\n甲\t乙\t${cell}\n甲\t丙\t83990421\n`;
    const { stations, flags } = normalise(new TextEncoder().encode(text), {
      file: '示例.tsv',
      city: null,
      phone: HOME,
    });
    expect(stations[0]?.otherCells.map(({ raw }) => raw)).toEqual([cell]);
    expect(flags.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each([
    ...[
      '勿拨83990421',
      '83990421（不是本站）',
      '83990421（待核实）',
      '83990421（谢绝来电）',
      '83990421（谢绝）',
      '83990421（严禁）',
      '83990421（未停机）',
    ],
    ...[
      'l8525553233（晚上）',
      'O411-83990417值班',
      '8399零417（晚上）',
      '第2投递站83990421',
      '83990421改为83990422',
      '83990421（某某某某某）',
    ],
    ...['QQ83990421', "'-83990421", '-83990421（晚上）', '*83990421', '83990421*803', '83990421=晚上', '114转83990421'],
  ])('%s is called by nobody', (cell) => {
    for (const phone of parseCell(cell, HOME)) expect(isRefused(phone), cell).toBe(true);
  });

  test('in a long text are not taken apart, and a fax in it keeps every number from being called', () => {
    const text = (word: string) => `${'夜'.repeat(300)}、${word}、83990421`;
    expect(parseCell(text('晚上'), HOME).map(({ tel }) => tel)).toEqual([null, null, 'tel:+8641183990421']);
    expect(parseCell(text('传真'), HOME).map(({ tel }) => tel)).toEqual([null, null, null]);
  });

  test('a person’s name stands in no note, and marks the cell', () => {
    const person = fc.constantFrom('张三', '王师傅', '李女士', '老陈', '赵某某', '欧阳某');
    const write = fc.constantFrom(
      (name: string, number: string) => `${name}${number}`,
      (name: string, number: string) => `${number}（${name}）`,
      (name: string, number: string) => `${number} ${name}`,
      (name: string, number: string) => `值班${name}：${number}`,
      (name: string, number: string) => `83990421、${name}${number}`,
    );
    holds(fc.tuple(person, write, mobile), ([name, put, number]) => {
      const phones = parseCell(put(name, number), HOME);
      expect(phones.at(-1)?.tel, put(name, number)).toBe(`tel:+86${number}`);
      for (const phone of phones) {
        expect(phone.namesPerson).toBe(true);
        expect(
          phone.printed + (phone.note ?? '') + phone.issues.flatMap(({ evidence }) => evidence).join(''),
        ).not.toContain(name);
      }
    });
  });

  test('invent no digit, call no fax and nothing out of service, however a cell is put together', () => {
    const words = fc.constantFrom(
      '',
      '晚上',
      '传真',
      '传真：',
      'FAX',
      '停用',
      '值班员',
      '王师傅',
      '加微信',
      '勿拨',
      '内线',
      '转',
      '～',
      '至',
      '某',
      'O',
      '-',
      '零',
    );
    const number = fc.oneof(
      mobile,
      localOf(8),
      localOf(7),
      elsewhere.map(({ code, local }) => `${code}-${local}`),
      digits(2),
      digits(4),
    );
    const gap = fc.constantFrom('', ' ', '、', '/', '（', '）', '，', '\n');
    const cell = fc
      .array(fc.tuple(words, gap, number, gap), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.flat().join(''));
    holds(
      cell,
      (text) => {
        for (const phone of parseCell(text, HOME)) {
          const printed = phone.printed.normalize('NFKC').replace(/\D/g, '');
          expect(text).toContain(phone.printed);
          if (phone.tel === null) continue;
          expect(isRefused(phone)).toBe(false);
          const national = (phone.e164 ?? '').replace('+86', '');
          const own = phone.areaCodeFrom === 'notice' ? national.replace(/^411/, '') : national;
          expect(printed).toContain(own);
          const before = text.slice(0, text.indexOf(phone.printed));
          expect(before, text).not.toMatch(/(?:传真|FAX|勿拨|停用)[：\s]*$|(?:某|O|零|-)$/);
        }
      },
      1500,
    );
  });
});
