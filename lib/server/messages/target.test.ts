import { expect, it } from 'vitest';
import { isPublic, PrivateTarget, publicLookup, targetProblem } from './target.ts';

it.each([
  ['http://robot.example/hook', 'https'],
  ['https://127.0.0.1/hook', 'private'],
  ['https://2130706433/hook', 'private'],
  ['https://0x7f.1/hook', 'private'],
  ['https://[::1]/hook', 'private'],
  ['https://[::ffff:10.0.0.1]/hook', 'private'],
  ['https://[fd00::1]/hook', 'private'],
  ['https://169.254.169.254/latest', 'private'],
  ['https://localhost/hook', 'private'],
  ['https://user:word@robot.example/', 'form'],
  ['file:///etc/passwd', 'form'],
  ['robot', 'form'],
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', null],
  ['https://8.8.8.8/hook', null],
])('%s as a target: %s', (address, problem) => expect(targetProblem(address)).toBe(problem));

it.each([
  ['8.8.8.8', true],
  ['2400:3200::1', true],
  ['100.64.0.1', false],
  ['172.31.255.255', false],
  ['198.18.0.1', false],
  ['fe80::1', false],
  ['2002:7f00:1::', false],
  ['64:ff9b::7f00:1', false],
  ['no address', false],
])('%s is public: %s', (address, is) => expect(isPublic(address)).toBe(is));

it('a name that leads within the machine is refused when it is connected to', async () => {
  const refused = await new Promise((resolve) => publicLookup('localhost', { all: true }, (error) => resolve(error)));
  expect(refused).toBeInstanceOf(PrivateTarget);
});
