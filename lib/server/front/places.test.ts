import { expect, test, vi } from 'vitest';
import { Places } from './places.ts';

const bounds = { most: 2, mostOfOne: 2, waiting: 6, longestWait: 1_000 };

/** Asks for so many places; `log` then names who has come in, in their order. */
function crowd(places: Places) {
  const log: string[] = [];
  const leave: (() => void)[] = [];
  const refused: string[] = [];
  const ask = async (client: string, gone?: AbortSignal) => {
    const given = await places.enter(client, gone);
    if (given === null) refused.push(client);
    else {
      log.push(client);
      leave.push(given);
    }
  };
  return { log, leave, refused, ask };
}

const settled = () => new Promise((done) => setImmediate(done));

test('there are so many places, and whoever waits comes in when one is given back', async () => {
  const { log, leave, ask } = crowd(new Places(bounds));
  for (const client of ['a', 'b', 'c']) void ask(client);
  await settled();
  expect(log).toEqual(['a', 'b']);
  leave[0]?.();
  leave[0]?.(); // once is enough: it is not two places
  void ask('d');
  await settled();
  expect(log).toEqual(['a', 'b', 'c']);
});

test('clients take turns, however many places one asks for', async () => {
  const { log, leave, ask } = crowd(new Places(bounds));
  for (const client of ['a', 'a', 'a', 'a', 'a', 'b', 'c']) void ask(client);
  await settled();
  for (let n = 0; n < 5; n += 1) {
    leave[n]?.();
    await settled();
  }
  expect(log.join('')).toBe('aaabcaa');
});

test('one client takes no more than its share, and waits for its own', async () => {
  const { log, leave, ask } = crowd(new Places({ ...bounds, most: 3, mostOfOne: 2 }));
  for (const client of ['a', 'a', 'a', 'b', 'c']) void ask(client);
  await settled();
  expect(log.join('')).toBe('aab');
  leave[2]?.();
  await settled();
  expect(log.join('')).toBe('aabc');
  leave[0]?.();
  await settled();
  expect(log.join('')).toBe('aabca');
});

test('so many may wait; where they do, whoever has the most in the queue makes room for the others', async () => {
  const { log, leave, refused, ask } = crowd(new Places(bounds));
  for (const client of [...'aaaaaaaaa']) void ask(client);
  await settled();
  expect(refused.join('')).toBe('a');
  for (const client of [...'bbbb']) void ask(client);
  await settled();
  expect(refused.toSorted().join('')).toBe('aaaab'); // three of each wait now
  void ask('c');
  await settled();
  expect(refused).toHaveLength(6);
  for (const turn of [0, 1, 2, 3, 4, 5, 6, 7]) {
    leave[turn]?.();
    await settled();
  }
  expect(log.toSorted().join('')).toBe('aaaabbbc'.slice(0, 8));
});

test('nobody waits for ever, nor for somebody who is gone', async () => {
  vi.useFakeTimers();
  const { log, leave, refused, ask } = crowd(new Places(bounds));
  const gone = new AbortController();
  for (const client of [...'abc']) void ask(client);
  void ask('d', gone.signal);
  gone.abort();
  await vi.advanceTimersByTimeAsync(999);
  expect(refused).toEqual(['d']);
  await vi.advanceTimersByTimeAsync(1);
  expect(refused).toEqual(['d', 'c']);
  vi.useRealTimers();
  leave[0]?.();
  void ask('e');
  await settled();
  expect(log).toEqual(['a', 'b', 'e']);
});
