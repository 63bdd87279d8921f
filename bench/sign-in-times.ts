import { type Auth, createAuth } from '../lib/server/auth.ts';
import { signIn } from '../lib/server/sign-in.ts';
import { addStaff, disableStaff, redeemLink } from '../lib/server/staff.ts';
import { openStore, type Store } from '../lib/store/store.ts';
import { median } from './tables.ts';

const PASSWORD = 'only for this benchmark';
const ROUNDS = 25;

/** Who is named at sign-in: the first one has an account and mistypes the password. */
const CASES = {
  'wrong password': '示例甲',
  'disabled account': '示例乙',
  'no password chosen yet': '示例丙',
  'no such name': '示例丁',
  'not even a name': "' or 1=1 --",
} as const;

async function makeAccounts(desk: { store: Store; auth: Auth }): Promise<void> {
  const now = new Date();
  for (const username of ['示例甲', '示例乙', '示例丙']) {
    const { token } = await addStaff(desk, { username, role: 'editor' }, now);
    if (username === '示例丙') continue;
    await redeemLink(desk, token, { username, password: PASSWORD, again: PASSWORD }, now);
  }
  await disableStaff(desk, '示例乙');
}

/** The median time in ms until each of them is refused, in turns, so that what else the machine does hits all alike. */
export async function signInTimes(): Promise<[name: string, time: number][]> {
  const store = await openStore({ engine: 'sqlite', file: ':memory:' });
  const desk = { store, auth: createAuth(store, 'for benchmarks only, kept nowhere, used by nobody', null) };
  await makeAccounts(desk);
  const times = Object.keys(CASES).map((name): [string, number[]] => [name, []]);
  for (let round = -2; round < ROUNDS; round += 1) {
    // Another one first each round: who comes first waits for what the last round left behind.
    const first = (round + times.length) % times.length;
    for (const [name, own] of [...times.slice(first), ...times.slice(0, first)]) {
      const username = CASES[name as keyof typeof CASES];
      const password = name === 'disabled account' ? PASSWORD : 'mistyped';
      const hour = round * 3_600_000; // every round in a window of its own: no limit is reached
      const began = performance.now();
      const result = await signIn(desk, { username, password }, new Headers(), Date.now() + hour);
      if (result.ok || result.code !== 'refused') throw new Error(`${name}: ${JSON.stringify(result)}`);
      if (round >= 0) own.push(performance.now() - began);
    }
  }
  await store.close();
  return times.map(([name, own]) => [name, median(own)]);
}
