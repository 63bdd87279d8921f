import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LastKnown } from './last-known.ts';

/** A store that answers, fails or hangs. */
let state: 'answers' | 'fails' | 'hangs' = 'answers';
let value = 1;
let asked = 0;
const thing = () =>
  new LastKnown<number>('a thing', () => {
    asked += 1;
    if (state === 'hangs') return new Promise(() => {});
    return state === 'answers' ? Promise.resolve(value) : Promise.reject(new Error('the store is away'));
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  [state, value, asked] = ['answers', 1, 0];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What is read within some milliseconds; undefined where nothing came. */
async function within(ms: number, reading: Promise<number>): Promise<number | undefined> {
  let read: number | undefined;
  void reading.then((one) => {
    read = one;
  });
  await vi.advanceTimersByTimeAsync(ms);
  return read;
}

it('shows a change of another instance after a second, and one of its own at once', async () => {
  const known = thing();
  expect(await known.read()).toBe(1);
  value = 2;
  expect(await known.read()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await known.read()).toBe(2);
  value = 3;
  known.forget();
  expect(await known.read()).toBe(3);
  value = 4;
  expect(await known.readNow()).toBe(4);
});

it('shows what was last known while the store fails, and what is new once it answers', async () => {
  const known = thing();
  await known.read();
  [state, value] = ['fails', 2];
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await known.read()).toBe(1);
  known.forget();
  expect(await known.read()).toBe(1);
  expect(await known.readNow()).toBe(1);
  expect(console.error).toHaveBeenCalledTimes(1);
  state = 'answers';
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await known.read()).toBe(2);
});

it('lets a reader wait a second for a store that hangs, and those who come after not at all', async () => {
  const known = thing();
  await known.read();
  state = 'hangs';
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await within(900, known.read())).toBeUndefined();
  await vi.advanceTimersByTimeAsync(200);
  for (let reader = 0; reader < 50; reader += 1) expect(await within(0, known.read())).toBe(1);
  expect(asked).toBe(2);
});

it('knows nothing where the store never answered', async () => {
  state = 'fails';
  const known = thing();
  await expect(known.read()).rejects.toThrow('away');
  state = 'answers';
  expect(await known.read()).toBe(1);
});

it('is asked again although the clock was set back by a year', async () => {
  const known = thing();
  await known.read();
  value = 2;
  vi.setSystemTime(Date.now() - 365 * 86_400_000);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(await known.read()).toBe(2);
});
