import { median } from './tables.ts';

/** Rounds that do not count: the first answers also load the code. */
const WARM_UP = 5;

/**
 * The median time in ms of each of some tasks, done in turns so that what else the machine does hits all alike. Another
 * one comes first each round: who comes first waits for what the last round left behind.
 */
export async function mediansInTurns(
  tasks: readonly ((round: number) => Promise<void>)[],
  rounds: number,
): Promise<number[]> {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    for (let turn = 0; turn < tasks.length; turn += 1) {
      const at = (round + turn) % tasks.length;
      const began = performance.now();
      await tasks[at]?.(round);
      if (round >= WARM_UP) times[at]?.push(performance.now() - began);
    }
  }
  return times.map(median);
}

/** Waits until a page has come whole. @throws where it is not there */
export async function askPage(address: string, cookie: string): Promise<void> {
  const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
}
