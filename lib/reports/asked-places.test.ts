import { expect, it } from 'vitest';
import { readAskedPlace } from './asked-places.ts';
import { mayBeTold } from './told-words.ts';

const isNobody = () => false;

it.each([
  ['示例广场', '示例广场'],
  ['  二七广场 ', '二七广场'],
  ['Ｓｈｉｌｉ　Park', 'shili park'],
  ['示例（东）', '示例(东)'],
  ['示例·新村', '示例·新村'],
  ['shi li guang chang', 'shi li guang chang'],
  ['𠀀𠀁'.repeat(10), '𠀀𠀁'.repeat(10)],
])('%j is counted as %j', (words, text) => expect(readAskedPlace(words, isNobody)).toBe(text));

it.each([
  ['', 'nothing'],
  ['示', 'too short'],
  ['- -', 'nothing but signs'],
  ['字'.repeat(21), 'too long'],
  ['示例3号楼', 'a digit'],
  ['示例３号楼', 'a digit in full width'],
  ['示例③', 'a circled digit'],
  ['示例Ⅳ', 'a Roman digit'],
  ['八六九零二七三二', 'a telephone number in words'],
  ['打八二三', 'to be called'],
  ['someone@example', 'an address'],
  ['示例.example', 'an address'],
  ['<b>示例</b>', 'markup'],
  ['示例\u202e广场', 'a character that turns the line'],
  ['示例\0广场', 'a control character'],
  ['示例\n广场', 'two lines'],
])('%j is not: %s', (words) => expect(readAskedPlace(words, isNobody)).toBeNull());

it('is not counted where it names somebody', () => {
  expect(readAskedPlace('示例某人', (text) => text === '示例某人')).toBeNull();
});

it('is offered by the phone under the same rule, but for what reads like a number', () => {
  expect(['示例广场', '示', '示例3', '字'.repeat(21), '', '示例@'].map(mayBeTold)).toEqual([
    ...[true, false, false, false, false, false],
  ]);
});
