import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { countArrival, letArrive } from './arrivals.ts';

test('nothing is waited for where nobody comes', async () => {
  let turns = 0;
  const counting = (async () => {
    while (turns < 100) {
      await nextTurn();
      turns += 1;
    }
  })();
  await letArrive();
  expect(turns).toBeLessThan(5);
  await counting;
});

test('those who come one a turn are let in first', async () => {
  let arrived = 0;
  const arriving = (async () => {
    for (; arrived < 20; arrived += 1) {
      countArrival();
      await nextTurn();
    }
  })();
  await letArrive();
  expect(arrived).toBe(20);
  await arriving;
});

test('where they never stop it goes on all the same', async () => {
  let isOver = false;
  const arriving = (async () => {
    while (!isOver) {
      countArrival();
      await nextTurn();
    }
  })();
  await letArrive();
  isOver = true;
  await arriving;
});
