import { beforeEach, expect, test, vi } from 'vitest';
import { isForeignTo } from './foreign-origin.ts';

const log = vi.spyOn(console, 'error').mockReturnValue();
beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(120_000);
  log.mockClear();
  return () => void vi.useRealTimers();
});

test.each([
  ['http://x', 'http', 'x:80', false],
  ['http://x:80', 'http', 'X', false],
  ['https://x', 'https', 'x:443', false],
  ['https://x', 'http', 'x', false], // a proxy that nobody told us of speaks https
  ['https://x', 'http', 'x:443', false],
  ['http://x', 'https', 'x', true],
  ['http://x:81', 'http', 'x', true],
  ['http://y', 'http', 'x', true],
  ['null', 'http', 'x', true],
  ['', 'http', 'x', true],
  ['data:,', 'http', '', true],
  [null, 'http', 'x', false],
  [undefined, 'http', 'x', false],
])('what comes from a page of %j to %s://%s is foreign: %s', (origin, protocol, host, foreign) => {
  expect(isForeignTo(null, { origin, protocol, host })).toBe(foreign);
});

test.each([
  ['https://baoda.example', false],
  ['https://baoda.example:443', false],
  ['http://baoda.example', true],
  ['http://x', true],
])('where the public address is set, what comes from a page of %s is foreign: %s', (origin, foreign) => {
  expect(isForeignTo('https://baoda.example', { origin, protocol: 'http', host: 'x' })).toBe(foreign);
});

test('a refusal is logged once a minute, in one line whatever a client wrote', () => {
  vi.advanceTimersByTime(600_000);
  const asked = { origin: `http://evil\r\n\u001b[31m${'x'.repeat(5000)}`, protocol: 'http', host: 'x\ny' };
  for (let n = 0; n < 3; n += 1) isForeignTo(null, asked);
  expect(log).toHaveBeenCalledOnce();
  const [line] = log.mock.lastCall as [string];
  expect(line).toMatch(/^[\x20-\x7e]{1,400}$/);
  expect(line).toContain('http://evil???[31m');
  vi.advanceTimersByTime(60_000);
  isForeignTo(null, asked);
  expect(log).toHaveBeenCalledTimes(2);
});
