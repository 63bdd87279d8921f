import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAuth } from '../lib/server/auth.ts';
import { redeemLink } from '../lib/server/set-up.ts';
import { signIn } from '../lib/server/sign-in.ts';
import { addStaff, type Desk, type Role } from '../lib/server/staff.ts';
import { openStore, type Store } from '../lib/store/store.ts';
import { startPostgres } from '../test/postgres.ts';

type Engine = 'sqlite' | 'postgres';

/** An empty store of an engine for a benchmark, and the environment of a server on it. */
export interface BenchPlace {
  store: Store;
  environment: Record<string, string>;
  close(): Promise<void>;
}

const SECRET = 'for benchmarks only, kept nowhere, used by nobody';
/** Behind a trusted proxy, so that a benchmark may say that it comes from many addresses. */
const COMMON = { BAODA_TRUSTED_PROXIES: '1', BAODA_SECRET: SECRET };

export async function benchPlace(engine: Engine): Promise<BenchPlace> {
  if (engine === 'sqlite') {
    const file = join(mkdtempSync(join(tmpdir(), 'baoda-bench-')), 'baoda.db');
    const store = await openStore({ engine, file });
    return { store, environment: { ...COMMON, BAODA_STORE: file, DATABASE_URL: '' }, close: () => store.close() };
  }
  const server = await startPostgres();
  const url = await server.database('bench');
  const store = await openStore({ engine, url });
  const close = async () => {
    await store.close();
    await server.stop();
  };
  return { store, environment: { ...COMMON, DATABASE_URL: url }, close };
}

/** The desk of a benchmark's store. */
export const deskOf = (store: Store): Desk => ({ store, auth: createAuth(store, SECRET, null) });

export const cookiesOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');

/** The city that benchmarks are about. */
const DIRECTORY = 'dalian';
export const PASSWORD = 'only for this benchmark';

/** Makes an account with `PASSWORD`, as if its link had been opened. */
export async function addAccount(desk: Desk, username: string, role: Role): Promise<void> {
  const { token } = await addStaff(desk, { username, roles: { [DIRECTORY]: role } }, new Date());
  await redeemLink(desk, token, { username, password: PASSWORD, again: PASSWORD }, new Date());
}

/** Makes somebody at the desk and signs them in. @returns the cookies of their browser */
export async function enterDesk(store: Store, role: Role): Promise<string> {
  const [desk, username] = [deskOf(store), '示例一人'];
  await addAccount(desk, username, role);
  const entered = await signIn(desk, { username, password: PASSWORD }, new Headers(), Date.now());
  if (!entered.ok) throw new Error(`sign-in: ${entered.code}`);
  return cookiesOf(entered.headers);
}

/**
 * Runs a benchmark on the engines that `--engine` names, or on both. The status is 1 where it is not passed.
 *
 * @param option the benchmark's own one, a number
 */
export async function runOnEngines(
  option: string,
  usual: number,
  run: (engine: Engine, value: number) => Promise<boolean>,
): Promise<void> {
  const { values } = parseArgs({
    options: { [option]: { type: 'string', default: String(usual) }, engine: { type: 'string', multiple: true } },
  });
  const value = Number((values as Record<string, unknown>)[option]);
  for (const engine of ['sqlite', 'postgres'] as const) {
    if (values.engine && !values.engine.includes(engine)) continue;
    if (!(await run(engine, value))) process.exitCode = 1;
  }
}
