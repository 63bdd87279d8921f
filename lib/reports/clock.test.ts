import { describe, expect, it } from 'vitest';
import { clocksAgree, type KnownTime, readClock } from './clock.ts';
import { daysLater } from './days.ts';

const START = '2026-11-23T01:00:00.000Z';
const MINUTE = 1 / (24 * 60);
const HOUR = 1 / 24;
const known = (seenAt = START): KnownTime => ({ seenAt, doubtedAt: null, doubtedPasses: 0 });
const minutes = (from: string, n: number) => daysLater(from, n * MINUTE);

/** Reads the clock at each of some times. @returns what is known at the end, and whether each was believed */
function pass(before: KnownTime, times: readonly string[]): { known: KnownTime; confirmed: boolean[] } {
  let state = before;
  const confirmed = times.map((now) => {
    const reading = readClock(state, now);
    state = reading.known;
    return reading.confirmed;
  });
  return { known: state, confirmed };
}

const everyMinute = (from: string, count: number) => Array.from({ length: count }, (_, n) => minutes(from, n));

describe('a clock', () => {
  it('is believed minute by minute, and after a restart of some minutes', () => {
    const { known: last, confirmed } = pass(known(), [...everyMinute(START, 60), minutes(START, 74)]);
    expect(new Set(confirmed)).toEqual(new Set([true]));
    expect(last.seenAt).toBe(minutes(START, 74));
  });

  it.each([400, 4, -400])('that jumps %i days for a minute and comes back is not believed in between', (days) => {
    const times = [START, daysLater(START, days), minutes(START, 2), minutes(START, 3)];
    const { known: last, confirmed } = pass(known(), times);
    expect(confirmed).toEqual([true, false, true, true]);
    expect(last).toEqual(known(minutes(START, 3)));
  });

  it('that jumps and stays is believed after a day of passes', () => {
    const { confirmed } = pass(known(), everyMinute(daysLater(START, 400), 1442));
    expect(confirmed.indexOf(true)).toBe(1440);
    expect(confirmed.at(-1)).toBe(true);
  });

  it('that was wrong ahead and is set right is believed after an hour: less is due then', () => {
    const { confirmed } = pass(known(daysLater(START, 400)), everyMinute(START, 62));
    expect(confirmed.indexOf(true)).toBe(60);
  });

  it('of a machine that was off is believed later than it could be, and not never', () => {
    expect(pass(known(), everyMinute(daysLater(START, 2.5), 62)).confirmed.indexOf(true)).toBe(60);
    expect(pass(known(), everyMinute(daysLater(START, 100), 1442)).confirmed.indexOf(true)).toBe(1440);
  });

  it('of a machine that is on by day only gets there after some days', () => {
    const days = [0, 1, 2, 3, 4].flatMap((day) => everyMinute(daysLater(START, 100 + day), 9 * 60));
    const at = pass(known(), days).confirmed.indexOf(true);
    expect(at).toBeGreaterThan(2 * 9 * 60);
    expect(at).toBeLessThan(3 * 9 * 60);
  });

  it('is not believed while it jumps on', () => {
    const times = Array.from({ length: 3000 }, (_, n) => daysLater(START, 10 + n * 4));
    expect(pass(known(), times).confirmed).not.toContain(true);
  });

  it('counts a minute once, however many instances pass in it', () => {
    const from = daysLater(START, 2);
    const tenAMinute = everyMinute(from, 62).flatMap((at) =>
      Array.from({ length: 10 }, (_, instance) => daysLater(at, (instance * HOUR) / 3600)),
    );
    const at = pass(known(), tenAMinute).confirmed.indexOf(true);
    expect(at).toBeGreaterThanOrEqual(600);
  });

  it('of one instance is never believed against the steady one of another', () => {
    const both = everyMinute(START, 5000).flatMap((at) => [at, daysLater(at, 400)]);
    const { confirmed } = pass(known(), both);
    expect(confirmed.filter((_, n) => n % 2 === 1)).not.toContain(true);
    expect(confirmed.filter((_, n) => n % 2 === 0)).not.toContain(false);
  });

  it('agrees with another within some minutes', () => {
    expect(clocksAgree(START, minutes(START, 10))).toBe(true);
    expect(clocksAgree(START, minutes(START, -20))).toBe(false);
  });
});
