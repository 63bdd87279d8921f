import { signIn } from '../lib/server/sign-in.ts';
import { addStaff, disableStaff } from '../lib/server/staff.ts';
import { openStore } from '../lib/store/store.ts';
import { mediansInTurns } from './in-turns.ts';
import { addAccount, deskOf, PASSWORD } from './place.ts';

const ROUNDS = 25;
const HOUR_MS = 3_600_000;

/** Who is named at sign-in: the first one has an account and mistypes the password. */
const CASES = {
  'wrong password': { username: '示例甲', password: 'mistyped' },
  'disabled account': { username: '示例乙', password: PASSWORD },
  'no password chosen yet': { username: '示例丙', password: 'mistyped' },
  'no such name': { username: '示例丁', password: 'mistyped' },
  'not even a name': { username: "' or 1=1 --", password: 'mistyped' },
} as const;

/** The median time in ms until each of them is refused. */
export async function signInTimes(): Promise<[name: string, time: number][]> {
  const store = await openStore({ engine: 'sqlite', file: ':memory:' });
  const desk = deskOf(store);
  for (const username of ['示例甲', '示例乙']) await addAccount(desk, username, 'editor');
  await addStaff(desk, { username: '示例丙', roles: { dalian: 'editor' } }, new Date());
  await disableStaff(desk, '示例乙');
  const tasks = Object.entries(CASES).map(([name, typed]) => async (round: number) => {
    // Every round in a window of its own: no limit is reached.
    const result = await signIn(desk, typed, new Headers(), Date.now() + round * HOUR_MS);
    if (result.ok || result.code !== 'refused') throw new Error(`${name}: ${JSON.stringify(result)}`);
  });
  const times = await mediansInTurns(tasks, ROUNDS);
  await store.close();
  return Object.keys(CASES).map((name, at) => [name, times[at] ?? 0]);
}
