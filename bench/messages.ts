import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MOST_A_MINUTE } from '../lib/server/messages/send-due.ts';
import { fileReport } from '../lib/server/reports/file.ts';
import { hmac } from '../lib/server/reports/hmac.ts';
import { openOfficeOn } from '../lib/server/reports/office.ts';
import type { Store } from '../lib/store/store.ts';
import { messageWords } from '../lib/wording/messages.ts';
import { benchPlace, runOnEngines } from './place.ts';

/**
 * `npm run bench:messages -- [--kills 50] [--engine sqlite|postgres]`: ends the process that sends to work groups with
 * SIGKILL again and again, in the middle of what it does, and looks at what their robots got: each report once to each
 * group, a second time only where the message says so itself, and never more in a minute than a robot takes. Time runs
 * `SPEED` times as fast, since a killed sender's lease is waited for.
 */
const SPEED = 20;
const ROBOTS = 2;
const LONGEST_LIFE_MS = 3_000;
/** A minute as robots see it, in the fast time: what reaches them has been under way for a moment more or less. */
const MINUTE_MS = 60_000 - 100 * SPEED;
/** Of the fast time: how long the last messages may take. */
const END_MS = 30 * 60_000;

interface Got {
  robot: number;
  text: string;
  /** In the fast time, ms. */
  at: number;
}

/** Robots of work groups, each with an address of its own, that answer after a moment. */
async function startRobots(now: () => number) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.once('end', async () => {
      got.push({ robot: Number(new URL(request.url ?? '', 'http://x').pathname.slice(1)), text: body, at: now() });
      await pause(Math.random() * 150);
      response.end('{"errcode":0}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const addressOf = (robot: number) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${robot}`;
  return { got, addressOf, end: () => server.close() };
}

async function fileOne(store: Store, key: string): Promise<string> {
  const office = await openOfficeOn(store, hmac, 'dalian', new Date());
  if (!office) throw new Error('there is no city to file in');
  const form = { station: 'jinxiu', kind: 'no_access', dates: [], wanted: 'record', text: '示例' };
  const sender = { by: { role: 'dispatcher', name: '示例' }, address: null } as const;
  const filed = await fileReport(office, form, key, sender);
  if (!filed.ok) throw new Error(`not filed: ${JSON.stringify(filed)}`);
  return filed.receipt.ref;
}

const startSender = (environment: Record<string, string>, epoch: number): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'message-sender.ts'), String(epoch), String(SPEED)], {
    env: { ...process.env, ...environment, BAODA_ALLOW_PRIVATE_WEBHOOKS: '1' },
    stdio: 'inherit',
  });

function faultsOf(got: readonly Got[], refs: readonly string[]): { faults: string[]; repeated: number; most: number } {
  const faults: string[] = [];
  let [repeated, most] = [0, 0];
  for (let robot = 0; robot < ROBOTS; robot += 1) {
    const own = got.filter((one) => one.robot === robot);
    for (const ref of refs) {
      const about = own.filter(({ text }) => text.includes(ref));
      const unmarked = about.filter(({ text }) => !text.includes(messageWords.again));
      repeated += about.length - unmarked.length;
      if (about.length === 0) faults.push(`${ref} never reached robot ${robot}`);
      if (unmarked.length > 1) faults.push(`${ref} reached robot ${robot} ${unmarked.length} times, unsaid`);
    }
    for (const { at } of own)
      most = Math.max(most, own.filter((one) => one.at >= at && one.at < at + MINUTE_MS).length);
  }
  if (most > MOST_A_MINUTE) faults.push(`${most} messages in a minute to one robot`);
  return { faults, repeated, most };
}

await runOnEngines('kills', 50, async (engine, kills) => {
  const { store, environment, close } = await benchPlace(engine);
  Object.assign(process.env, environment);
  const epoch = Date.now();
  const now = () => epoch + (Date.now() - epoch) * SPEED;
  const robots = await startRobots(now);
  const refs: string[] = [];
  for (let robot = 0; robot < ROBOTS; robot += 1) {
    const channel = { id: `robot-${robot}`, directory: 'dalian', name: '示例群', type: 'wecom', secret: null } as const;
    const to = { ...channel, address: robots.addressOf(robot), stations: null, kinds: ['filed'] as const };
    await store.channels.save({ ...to, kinds: [...to.kinds] }, '示例', new Date().toISOString());
  }
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const sender = startSender(environment, epoch);
      refs.push(await fileOne(store, `a-report-of-messages-${kill}`));
      await pause(600 + Math.random() * LONGEST_LIFE_MS);
      sender.kill('SIGKILL');
      await once(sender, 'exit');
    }
    const last = startSender(environment, epoch);
    const until = now() + END_MS;
    const isDue = async () => (await store.outbox.dueChannels(new Date(now() + END_MS).toISOString())).length > 0;
    while (now() < until && (await isDue())) await pause(500);
    last.kill('SIGTERM');
    await once(last, 'exit');
    const { faults, repeated, most } = faultsOf(robots.got, refs);
    console.log(
      `${engine}: killed ${kills} times; ${refs.length} reports to ${ROBOTS} groups: ${robots.got.length} messages, ` +
        `${repeated} of them said that they may have come before, at most ${most} a minute, ${faults.length} faults`,
    );
    for (const fault of faults) console.error(`  ${fault}`);
    return faults.length === 0;
  } finally {
    robots.end();
    await close();
  }
});
