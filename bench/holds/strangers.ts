import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuth } from '../../lib/server/auth.ts';
import { redeemLink } from '../../lib/server/set-up.ts';
import { addStaff } from '../../lib/server/staff.ts';
import { openStore, type StorePlace } from '../../lib/store/store.ts';
import { type Answered, ask } from '../../test/ask-from.ts';
import { aFiling } from '../../test/report-client.ts';
import { startServerAt } from '../../test/server.ts';

/**
 * What strangers at a few addresses may use up, and what the rightful at another one then still get. Every address of
 * 127.0.0.0/8 is one of this machine, so each stands for a client.
 */
/** Twenty, since fewer could not file as many reports as are held back. */
const STRANGERS = Array.from({ length: 20 }, (_, n) => `127.0.1.${n + 1}`);
const RIGHTFUL = '127.0.0.9';
const COUNTS = { codes: 1_200, reports: 1_100, signIns: 300 } as const;
const AT_ONCE = 16;
export const SECRET = 'a secret for benchmarks only, not used elsewhere';
const [USERNAME, PASSWORD] = ['示例编辑甲', '晨报 到了没有呀 42'];

const fileFrom = (port: number, from: string, { key, body } = aFiling()) =>
  ask({
    port,
    from,
    method: 'POST',
    path: '/api/v1/directories/dalian/reports',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body,
  });
const trackFrom = (port: number, from: string, ref: string, code: string) =>
  ask({ port, from, path: `/api/v1/reports/${ref}`, headers: { authorization: `Code ${code}` } });
const signInFrom = (port: number, from: string, username: string, password: string) =>
  ask({
    port,
    from,
    method: 'POST',
    path: '/desk/send/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: String(new URLSearchParams({ username, password, next: '/desk/flags' })),
  });

/** Does something so many times, a few at once, from the strangers in turn. */
async function storm(count: number, one: (from: string, n: number) => Promise<Answered>): Promise<Answered[]> {
  const answers: Answered[] = [];
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) answers.push(await one(STRANGERS[n % STRANGERS.length] ?? '', n));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}

const statuses = (answers: readonly Answered[]) =>
  [...Map.groupBy(answers, ({ status }) => status)]
    .map(([status, all]) => `${all.length}×${status}`)
    .sort()
    .join(' ');
const aWrongCode = () => String(randomBytes(6).readUIntBE(0, 6) % 10 ** 12).padStart(12, '0');

/** Somebody who may sign in, in a store that no server has opened yet. */
export async function addSomebody(place: StorePlace): Promise<void> {
  const store = await openStore(place);
  const desk = { store, auth: createAuth(store, SECRET, null) };
  const { token } = await addStaff(desk, { username: USERNAME, roles: { dalian: 'editor' } }, new Date());
  await redeemLink(desk, token, { username: USERNAME, password: PASSWORD, again: PASSWORD }, new Date());
  await store.close();
}

/** Against a server on this port of the machine: what strangers got, and what the rightful then got, with its times. */
export async function attack(port: number): Promise<{ measured: string; holds: boolean }> {
  const own = JSON.parse((await fileFrom(port, RIGHTFUL)).text) as { ref: string; secret: string };
  const began = performance.now();
  const codes = await storm(COUNTS.codes, (from) => trackFrom(port, from, own.ref, aWrongCode()));
  const rate = (COUNTS.codes / (performance.now() - began)) * 1000;
  const reports = await storm(COUNTS.reports, (from) => fileFrom(port, from));
  const signIns = await storm(COUNTS.signIns, (from, n) =>
    signInFrom(port, from, n % 2 ? USERNAME : `某人${n}`, 'wrong'),
  );
  const code = await trackFrom(port, RIGHTFUL, own.ref, own.secret);
  const report = await fileFrom(port, RIGHTFUL);
  const password = await signInFrom(port, RIGHTFUL, USERNAME, PASSWORD);
  const isIn = (JSON.parse(password.text) as { kind: string }).kind === 'done';
  const times = [code, report, password].map(({ ms }) => `${ms.toFixed(0)} ms`);
  return {
    measured:
      `strangers: codes ${statuses(codes)} (${rate.toFixed(0)}/s), reports ${statuses(reports)}, sign-ins ` +
      `${statuses(signIns)}; then code ${code.status} ${times[0]}, report ${report.status} ${times[1]}, ` +
      `password ${isIn ? 'right' : 'REFUSED'} ${times[2]}`,
    holds: code.status === 200 && report.status === 201 && isIn,
  };
}

export const row = {
  work: '1,200 wrong codes, 1,100 made-up reports, 300 sign-ins from twenty addresses',
  goal: 'the right code, a new report from another address, the right password: always answered',
  async measure(): Promise<{ measured: string; holds: boolean }> {
    const folder = mkdtempSync(join(tmpdir(), 'baoda-strangers-'));
    const file = join(folder, 'baoda.db');
    await addSomebody({ engine: 'sqlite', file });
    const server = startServerAt('.', { BAODA_STORE: file, BAODA_SECRET: SECRET });
    try {
      return await attack(await server.port());
    } finally {
      server.process.kill('SIGKILL');
      await server.ended();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
