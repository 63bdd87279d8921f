import { expect, test } from 'vitest';
import { anExchange } from '../../../test/exchange.ts';
import { makeDeviceMark } from '../known-device.ts';
import { secret } from '../secret.ts';
import { isUnknownSignIn } from './sign-ins.ts';

const isUnknown = (url: string, sent: Record<string, string>, cookie?: string) =>
  isUnknownSignIn(
    anExchange({ method: 'POST', url, sent: String(new URLSearchParams(sent)), headers: cookie ? { cookie } : {} }),
  );
const mark = makeDeviceMark(secret(), '编辑甲');
const known = `x=1; ${mark.name}=${mark.value}`;

test('a sign-in of a browser in which that name has signed in before stands with the work of the desk', () => {
  expect(isUnknown('/desk/send/sign-in', { username: '编辑甲', password: 'x' })).toBe(true);
  expect(isUnknown('/desk/send/sign-in', { username: ' 编辑甲 ', password: 'x' }, known)).toBe(false);
  expect(isUnknown('/desk/send/sign-in', { username: '编辑乙', password: 'x' }, known)).toBe(true);
  expect(isUnknown('/desk/send/sign-in', { username: '编辑甲' }, known.replace(mark.value, `${mark.value}x`))).toBe(
    true,
  );
});

test('so does what signs in nobody; a sign-in within another form does not', () => {
  expect(isUnknown('/desk/send/decide', { record: 'shahe' })).toBe(false);
  expect(isUnknown('/desk/send/decide', { record: 'shahe', 'again-username': '编辑甲' })).toBe(true);
  expect(isUnknown('/dalian/report/send', { 'again-username': '编辑甲', username: '编辑甲' })).toBe(false);
});
