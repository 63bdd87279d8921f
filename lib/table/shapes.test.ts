import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_CITY } from '../../test/example-city.ts';
import { widthOf } from '../text/width.ts';
import { type Normalised, normalise } from './normalise.ts';

/** One made-up list in every shape and encoding people give it is the same list. No number can be called. */
const OPTIONS = { ...EXAMPLE_CITY, city: null };
const read = (bytes: Uint8Array) => normalise(bytes, OPTIONS);
const utf8 = (text: string) => new TextEncoder().encode(text);
const check = (property: (rows: Row[]) => void, list = rows) => fc.assert(fc.property(list, property), { numRuns: 80 });

type Row = [label: string, name: string, number: string];
const list = (
  labels: string[],
  names: string[],
  ending: string,
  counts = '甲乙丙丁戊己庚辛壬癸',
): fc.Arbitrary<Row[]> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 10, max: 99 })), {
      minLength: 4,
      maxLength: 24,
      selector: ([name, no]) => `${name}${no % 10}`,
    })
    .chain((made) =>
      fc.tuple(fc.constant(made), fc.array(fc.boolean(), { minLength: made.length, maxLength: made.length })),
    )
    .map(([made, turns]) => {
      let [label, at] = [labels[0] ?? '', 0];
      return made.map(([name, no], index): Row => {
        const isNext = index > 0 && turns[index] === true && at + 1 < labels.length;
        if (isNext) label = labels[++at] ?? label;
        return [
          index === 0 || isNext ? label : '',
          `${name}${counts[no % 10]}${ending}`,
          `22${10_000 + index * 90 + no}`,
        ];
      });
    });
const rows = list(
  ['中山区', '西岗区', '沙河口区', '甘井子区'],
  ['人民路', '武昌街', '春柳', '泉水', '机场', '南关岭'],
  '站',
);

const shape = ({ stations, districts, phones }: Normalised) => {
  const labelOf = new Map(districts.map(({ id, label }) => [id, label]));
  return stations.map(({ id, name, district }) => [
    name.value,
    labelOf.get(district.value ?? '') ?? null,
    ...phones.filter(({ station }) => station === id).map(({ tel }) => tel),
  ]);
};
const HEAD = ['区域', '站名', '电话'];
const joined = (cells: readonly (readonly string[])[], separator: string) =>
  cells.map((row) => row.join(separator)).join('\n');
const expected = (made: readonly Row[]) => shape(read(utf8(joined([HEAD, ...made], '\t'))));
/** Each label printed in its row. */
const filledDown = (made: readonly Row[]): Row[] => {
  let last = '';
  return made.map(([label, name, number]) => {
    if (label !== '') last = label;
    return [last, name, number];
  });
};

describe('a list', () => {
  test('lined up by spaces, also where nobody knows the heading’s words', () =>
    check((made) => {
      const widths = HEAD.map((_, at) => 2 + Math.max(...[HEAD, ...made].map((row) => widthOf(row[at] ?? ''))));
      const lines = (head: string[]) =>
        [head, ...made].map((row) =>
          row
            .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
            .join('')
            .trimEnd(),
        );
      expect(shape(read(utf8(lines(HEAD).join('\n'))))).toEqual(expected(made));
    }));

  test('in two or three lists beside each other has the same stations and numbers, and no district goes over', () =>
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 3 }), fc.boolean(), (made, blocks, isApart) => {
        const all = filledDown(made);
        const height = Math.ceil(all.length / blocks);
        const gap = isApart ? [''] : [];
        const beside = (of: (block: number) => readonly string[]) =>
          Array.from({ length: blocks }, (_, block) => (block === 0 ? of(block) : [...gap, ...of(block)])).flat();
        const lines = Array.from({ length: height }, (_, at) =>
          beside((block) => all[block * height + at] ?? ['', '', '']),
        );
        const found = shape(read(utf8(joined([beside(() => HEAD), ...lines], '\t'))));
        expect(found).toEqual(expected(all));
      }),
      { numRuns: 80 },
    ));

  test('of Markdown, whatever signs are written around its cells', () =>
    fc.assert(
      fc.property(rows, fc.constantFrom('**', '__', '*', '`', ''), (made, sign) => {
        const cell = (text: string) => (text === '' ? '' : `${sign}${text}${sign}`);
        const lines = [HEAD, ['---', ':--:', '--:'], ...made.map((row) => row.map(cell))];
        expect(shape(read(utf8(lines.map((row) => `| ${row.join(' | ')} |`).join('\n'))))).toEqual(expected(made));
      }),
      { numRuns: 80 },
    ));

  test('without a heading is understood by what stands in it, and that is said', () =>
    check((made) => {
      const result = read(utf8(joined(made, '\t')));
      expect(shape(result).map(([name, , ...tel]) => [name, ...tel])).toEqual(
        expected(made).map(([name, , ...tel]) => [name, ...tel]),
      );
      expect(result.flags.map(({ code }) => code)).toContain('table.column_guessed');
      expect(result.stations).toHaveLength(made.length);
    }));

  test('with each label in the row above its group, by the first of which the table opens', () =>
    check((made) => {
      const lines = made.flatMap(([label, name, number]) => [...(label === '' ? [] : [[label, '']]), [name, number]]);
      expect(shape(read(utf8(joined([['站名', '电话'], ...lines], '\t'))))).toEqual(expected(made));
    }));

  test('whose labels are repeated in each row takes a blank for no ditto', () =>
    check((made) => {
      const all = filledDown(made);
      const blank = all.length - 1;
      const repeated = all.filter(([label], at) => at > 0 && at !== blank && all[at - 1]?.[0] === label).length;
      if (repeated < 3) return;
      const printed = all.map((row, at): Row => (at === blank ? ['', row[1], row[2]] : row));
      expect(shape(read(utf8(joined([HEAD, ...printed], '\t')))).at(-1)?.[1]).toBeNull();
    }));

  test('that ends with a total is counted, and a wrong one is said', () =>
    fc.assert(
      fc.property(rows, fc.integer({ min: -1, max: 1 }), (made, off) => {
        const total = `共${made.length + off}个投递站`;
        const { flags } = read(utf8(joined([HEAD, ...made, ['合计', total, '']], '\t')));
        expect(flags.filter(({ code }) => code === 'district.count_mismatch')).toHaveLength(off === 0 ? 0 : 1);
      }),
      { numRuns: 80 },
    ));
});

describe('an encoding that says nothing of itself', () => {
  /** The characters of two bytes that an encoding has. */
  function encoderOf(encoding: string): (text: string) => Uint8Array {
    const decoder = new TextDecoder(encoding);
    const known = new Map<string, number[]>();
    for (let lead = 0x81; lead <= 0xfe; lead += 1)
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const character = decoder.decode(new Uint8Array([lead, trail]));
        if (!known.has(character)) known.set(character, [lead, trail]);
      }
    return (text) =>
      new Uint8Array([...text].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : (known.get(one) ?? [0x3f]))));
  }
  const LISTS: Record<string, [string[], fc.Arbitrary<Row[]>]> = {
    gb18030: [['区域', '站名', '电话'], rows],
    big5: [
      ['區域', '服務處', '電話'],
      list(['中山區', '大安區', '信義區'], ['忠孝東路', '羅斯福路', '龍山寺', '南港', '北投'], '服務處'),
    ],
    shift_jis: [
      ['地区', '販売店', '電話番号'],
      list(
        ['中央区', '港北区', '緑区'],
        ['さくら通り', 'みなと', '駅前', '桜ケ丘', '緑が丘'],
        '販売店',
        '一二三四五六七八九十',
      ),
    ],
    'euc-kr': [
      ['지역', '지국', '전화'],
      list(['중구', '해운대구', '부산진구'], ['서면', '동래', '온천', '사직', '연산'], '지국', '가나다라마바사아자차'),
    ],
  };

  test.each(Object.keys(LISTS))('%s is told by its characters, and said to be guessed', (encoding) => {
    const [head, made] = LISTS[encoding] ?? expect.fail();
    const encode = encoderOf(encoding);
    // Numerals of ten kinds stand in the names; not every encoding is used for all of them.
    fc.assert(
      fc.property(made, (own) => {
        const text = joined([head, ...own], ',');
        const result = read(encode(text));
        expect(result.encoding).toBe(encoding);
        expect(result.flags.map(({ code }) => code)).toContain('encoding.guessed');
        expect(result.stations.map(({ name }) => name.value)).toEqual(
          read(
            utf8(text.replace(/[^\p{ASCII}]/gu, (one) => new TextDecoder(encoding).decode(encode(one)))),
          ).stations.map(({ name }) => name.value),
        );
      }),
      { numRuns: 30 },
    );
  });
});
