import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readsLikePhone } from './phone-like.ts';

test.each([
  ...[
    '86902732',
    '0411-8690 2732',
    '（0411）86902732',
    '８６９０２７３２',
    '8 6 9 0 2 7 3 2',
    '8.6.9.0.2.7.3.2',
    '8690·2732',
    '８６90ー2732',
    '8690-------2732',
  ],
  ...[
    '八六九〇二七三二',
    '八 六 九 零 二 七 三 二',
    '一三八〇〇〇〇〇〇〇〇',
    '壹叁捌零零零零零零零零',
    '幺三八零零零零零零零零',
  ],
  ...['①⑤④⓪⓪⓪⓪⓪⓪⓪①', '❶❺❹❶❶❶❶', '1️⃣5️⃣4️⃣0️⃣0️⃣0️⃣0️⃣', '154oooo0001', '154\u200b0000\u20600001', '١٥٤٠٠٠٠٠٠٠١'],
  ...[
    '问11185',
    '12345',
    '请打114',
    '电话：110',
    '致电 9 5 5',
    '4008001234',
    '8690杠2732',
    '0411转86902732',
    '+86 154 0000 0001',
  ],
  ...['8:6:9:0:2:7:3:2', '86/90/27/32', '8-6-9-0-2', '𝟠𝟞𝟡𝟘𝟚𝟟𝟛𝟚', '8690２７三二', '拨 12 319', '11:30-8690'],
])('%s is refused', (text) => {
  expect(readsLikePhone(`有事${text}`)).toBe(true);
  expect(readsLikePhone(`${text}，谢谢`)).toBe(true);
});

test.each([
  ...[
    '运报车晚了',
    '到自取点取报的，请下午去',
    '11点前',
    '8:30-11:30送',
    '11：30',
    '12月5日',
    '2026-12-01起',
    '2026年12月1日',
    'G15高速封路',
  ],
  ...[
    '一天',
    '第1234期',
    '2026年1201期',
    '1000份改1200份',
    '3号楼停电，4单元',
    '10%的订户',
    '二〇二六年元旦',
    '星期一到五',
    '打不开门',
    '元旦休刊3天，1月4日恢复',
    '',
    '8个版改成4个版',
  ],
])('%s is taken', (text) => {
  expect(readsLikePhone(text)).toBe(false);
});

test('however five digits or more are written and set apart, they are seen', () => {
  const spelt = [...'零一二三四五六七八九'];
  const digit = fc
    .tuple(fc.nat(9), fc.constantFrom('half', 'full', 'han'))
    .map(([n, how]) =>
      how === 'half' ? String(n) : how === 'full' ? String.fromCodePoint(0xff10 + n) : (spelt[n] ?? ''),
    );
  const gap = fc.constantFrom(
    '',
    ' ',
    '\u3000',
    '.',
    '。',
    '·',
    '-',
    '—',
    '(',
    '）',
    '_',
    '/',
    '\u200b',
    '\u00ad',
    '，',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(digit, gap), { minLength: 9, maxLength: 14 }), (parts) =>
      readsLikePhone(`运报车晚了${parts.flat().join('')}请等`),
    ),
  );
});
