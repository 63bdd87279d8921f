import { describe, expect, it } from 'vitest';
import { callingWords as words } from './calling.ts';

describe('what is asked', () => {
  it.each([
    [['马栏子'], '您好，请问这里是马栏子发行站吗？'],
    [['西岗', '香二投递'], '您好，请问这里是西岗发行站、香二投递发行站吗？'],
    [['人民路站', null], '您好，请问这里是人民路站吗？'],
    [[null], '您好，请问这里是哪里？'],
  ])('of %j', (names, asked) => expect(words.question(names).join('')).toBe(asked));
});

describe('what stands in the history', () => {
  it.each([
    ['station', '', '问过站名，对方说是'],
    ['station', '示例：换了地址', '问过站名，对方说是；示例：换了地址'],
    ['other', '示例：别的单位', '接通，不是：示例：别的单位'],
    ['dead', '示例', '空号：示例'],
    ['unanswered', '', ''],
    ['unanswered', '示例：占线', '示例：占线'],
  ] as const)('of %s with %j', (outcome, text, reason) => expect(words.reason(outcome, text)).toBe(reason));
});

it('says of how far the numbers are only what there is', () => {
  const none = { all: 57, checked: 0, inVain: 0, waiting: 0, outOfUse: 0, barred: 1, untried: 56 };
  expect(words.others(none)).toBe('不能拨打1，还没打56');
  expect(words.others({ ...none, inVain: 1, waiting: 1, untried: 42 })).toBe(
    '没人接1，停用等同意1，不能拨打1，还没打42',
  );
});

it('says again what was typed where it could not be saved', () => {
  expect(words.gone('示例站座机', '')).toBe('示例站座机现在不在清单里了，没有再记。');
  expect(words.gone('示例站座机', '示例')).toBe('示例站座机现在不在清单里了，没有再记。您写的是：示例。');
});
