import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bothStores, ENGINES } from '../../../test/both-stores.ts';
import { CHEAP_PASSWORDS } from '../../../test/cheap-passwords.ts';
import { takeRefusals } from '../../../test/refusals.ts';
import { officeCalendar } from '../../reports/calendar.ts';
import { instantOf } from '../../reports/days.ts';
import { fold } from '../../reports/fold.ts';
import type { Channel } from '../../reports/messages/channel.ts';
import { MESSAGE_KINDS } from '../../reports/messages/channel.ts';
import { isSharp } from '../../reports/messages/times.ts';
import type { Hmac } from '../../reports/secret.ts';
import { NO_DIRECTORY } from '../../store/engine.ts';
import { LeaseStore } from '../../store/leases.ts';
import { openStore, type Store } from '../../store/store.ts';
import { createAuth } from '../auth.ts';
import { seedDemonstration } from '../demo/seed.ts';
import { Lease, WORK, WORK_MS } from '../lease.ts';
import { fileReport } from '../reports/file.ts';
import { openOfficeOn, type ReportOffice } from '../reports/office.ts';
import { passTime } from '../reports/tick.ts';
import { type Doer, stepReport } from '../reports/track.ts';
import { HELD, MOST_A_MINUTE, sendDue } from './send-due.ts';

process.env.BAODA_ALLOW_PRIVATE_WEBHOOKS = '1'; // the robots of these tests are on this machine
process.env.BAODA_ORIGIN = 'https://baoda.example';

const SECRET = 'a secret for tests only, of 40 characters';
const hmac: Hmac = (message) => createHmac('sha256', SECRET).update(message).digest();
const WHSEC = `whsec_${Buffer.from('a key for tests only, 32 bytes..').toString('base64')}`;
/** A Tuesday. */
const MORNING = instantOf('2026-11-24', '09:10');
const DISPATCHER: Doer = { role: 'dispatcher', name: '调度甲' };

interface Received {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

async function closeAll(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/** A robot that keeps what it is sent, and says to it what the test tells it to. */
async function startRobot() {
  const received: Received[] = [];
  const answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}', silent: '' };
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.once('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      if (request.url !== answer.silent)
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, received, answer, end: () => closeAll(server) };
}

const stores = bothStores();

describe.each(ENGINES)('messages to staff on %s', (engine) => {
  let store: Store;
  let robot: Awaited<ReturnType<typeof startRobot>>;
  let now: Date;
  let lease: Lease;
  let keys = 0;

  beforeEach(async () => {
    store = await openStore(await stores.newPlace(engine));
    await store.settings.write(
      'dalian',
      { hours: { from: '09:00', to: '17:00' }, limits: { accept: 2, start: 4, resolve: 3 } },
      '管理员',
      MORNING,
    );
    robot = await startRobot();
    lease = new Lease(WORK, 600);
    now = new Date(MORNING);
  }, 60_000);
  afterEach(async () => {
    await store.close();
    await robot.end();
  });

  const at = (time: string, day = '2026-11-24') => {
    now = new Date(instantOf(day, time));
  };
  const tick = () => {
    now = new Date(now.getTime() + 1);
    return now;
  };
  const send = () => sendDue({ store, hmac, lease, clock: tick });
  async function open(): Promise<ReportOffice> {
    const office = await openOfficeOn(store, hmac, 'dalian', now);
    if (!office) throw new Error('no directory');
    return { ...office, attendance: 'attended' };
  }
  async function file(changes: object = {}): Promise<string> {
    keys += 1;
    const typed = { station: 'jinxiu', kind: 'missed', dates: ['2026-11-23'], wanted: 'record', ...changes };
    const key = `key-for-messages-${engine}-${String(keys).padStart(6, '0')}`;
    const filed = await fileReport(await open(), typed, key, {
      by: { role: 'reader', name: null },
      address: `192.0.2.${keys}`,
    });
    if (!filed.ok) throw new Error(JSON.stringify(filed));
    return filed.receipt.ref;
  }
  async function step(
    ref: string,
    happening: Parameters<typeof stepReport>[2]['happening'],
    by = DISPATCHER,
    text = '示例',
  ) {
    const stored = await store.reports.find(ref);
    if (!stored) throw new Error(`${ref} is lost`);
    const stepped = await stepReport(await open(), stored, { happening, text, after: stored.events.length }, by);
    if (!stepped.ok) throw new Error(JSON.stringify(stepped));
  }
  async function addChannel(changes: Partial<Channel> = {}): Promise<Channel> {
    keys += 1;
    const channel: Channel = {
      ...{ id: `${engine}-${keys}`, directory: 'dalian', name: '示例群', type: 'wecom', address: `${robot.url}/robot` },
      ...{ secret: null, stations: null, kinds: [...MESSAGE_KINDS], ...changes },
    };
    await store.channels.save(channel, '管理员', MORNING);
    return channel;
  }
  const bodies = () => robot.received.map(({ body }) => JSON.parse(body));
  const statesOf = async (ref: string) =>
    (await store.outbox.recent('dalian', 1000))
      .filter(({ report }) => report === ref)
      .map(({ kind, state, said }) => [kind, state, said]);

  it('a report reaches the work group of its station once, with nothing of the reader', async () => {
    await addChannel({ stations: ['jinxiu'] });
    await addChannel({ stations: ['shahe'], address: `${robot.url}/others` });
    const ref = await file({
      place: '示例小区3号楼',
      phone: '154 0000 0001',
      wanted: 'call_back',
      text: '示例：请放信箱',
    });
    await send();
    expect(robot.received.map(({ path }) => path)).toEqual(['/robot']);
    const [{ msgtype, markdown }] = bodies();
    expect(msgtype).toBe('markdown');
    expect(markdown.content).toBe(
      `**新登记 ${ref}**\n锦绣 · 缺报 · 今天11:10前受理\n[打开这一件](https://baoda.example/desk/reports/${ref}?directory=dalian)`,
    );
    expect(await statesOf(ref)).toEqual([['filed', 'sent', '']]);
    await send();
    expect(robot.received).toHaveLength(1);
  });

  it('each robot is signed as its maker says, and a system can verify what it gets', async () => {
    await addChannel({ type: 'dingtalk', address: `${robot.url}/ding?access_token=t`, secret: 'SEC示例' });
    await addChannel({ type: 'feishu', address: `${robot.url}/feishu`, secret: 'feishu' });
    await addChannel({ type: 'webhook', address: `${robot.url}/hook`, secret: WHSEC });
    const ref = await file();
    now = new Date(); // the verifier takes no old signature
    if (isSharp(now.toISOString())) now = new Date(now.getTime() + 60_000);
    await send();
    const of = (path: string) => robot.received.find((one) => one.path.startsWith(path)) ?? expect.fail(path);
    const ding = new URL(of('/ding').path, robot.url).searchParams;
    const signed = createHmac('sha256', 'SEC示例')
      .update(`${ding.get('timestamp')}\nSEC示例`)
      .digest('base64');
    expect([ding.get('access_token'), ding.get('sign')]).toEqual(['t', signed]);
    const feishu = JSON.parse(of('/feishu').body);
    expect(feishu.sign).toBe(createHmac('sha256', `${feishu.timestamp}\nfeishu`).update('').digest('base64'));
    expect(feishu.content.text).toContain(ref);
    const { body, headers } = of('/hook');
    const verified = new Webhook(WHSEC).verify(body, headers as Record<string, string>);
    expect(verified).toMatchObject({
      type: 'reports.filed',
      data: { isRepeated: false, reports: [{ ref, station: 'jinxiu' }] },
    });
  });

  it('what does not arrive is tried again later and later, and given up after three days', async () => {
    await addChannel();
    const ref = await file();
    robot.answer.status = 503;
    await send();
    expect(await statesOf(ref)).toEqual([['filed', 'waiting', 'http 503']]);
    await send();
    expect(robot.received).toHaveLength(1);
    now = new Date(now.getTime() + 61_000);
    Object.assign(robot.answer, { status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' });
    await send();
    expect(await statesOf(ref)).toEqual([['filed', 'waiting', 'code 45009']]);
    robot.answer.body = '<html>a page that answers everything</html>';
    at('10:11');
    await send();
    expect(await statesOf(ref)).toEqual([['filed', 'waiting', 'unreadable']]);
    expect(robot.received).toHaveLength(3);
    at('09:11', '2026-11-27');
    await send();
    expect(await statesOf(ref)).toEqual([['filed', 'dead', 'unreadable']]);
  });

  it('one process at a time sends; a message whose end nobody noted is sent again and says so', async () => {
    await send();
    const { id } = await addChannel();
    const ref = await file();
    const [message] = await store.outbox.due(id, now.toISOString(), 10);
    const another = new LeaseStore(store.accounts.db, engine);
    expect(await another.take(WORK, 600)).toBe(false); // this process has it still
    await lease.giveBack(store);
    expect(await another.take(WORK, 600)).toBe(true);
    at('09:11');
    await store.outbox.begin([message?.id ?? ''], now.toISOString(), instantOf('2026-11-24', '09:12')); // and was killed
    expect(await send()).toBe(0);
    at('09:13');
    await pause(1300); // it has run out, and may be asked for again
    await send();
    expect(bodies().map(({ markdown }) => markdown.content.split('\n')[0])).toEqual([
      `**新登记 ${ref}（可能发过一次）**`,
    ]);
    expect(await store.outbox.triedSince([id], instantOf('2026-11-24', '09:12'))).toBe(1);
  });

  it('what comes at night goes in the morning, as one', async () => {
    await addChannel();
    await store.settings.write(
      'dalian',
      { quiet: { from: '21:00', to: '07:31', overdueToo: true } },
      '管理员',
      MORNING,
    );
    at('22:10');
    const refs = [await file(), await file({ kind: 'late' }), await file({ station: null, place: '示例小区' })];
    await send();
    expect(robot.received).toHaveLength(0);
    expect((await store.outbox.recent('dalian', 3)).map(({ said }) => said)).toEqual([HELD, HELD, HELD]);
    at('07:32', '2026-11-25');
    await send();
    const [{ markdown }, ...others] = bodies();
    expect(others).toEqual([]);
    expect(markdown.content).toMatch(/^\*\*攒下的3件\*\*\n/);
    for (const ref of refs) expect(markdown.content).toContain(ref);
  });

  it('a robot is sent fifteen a minute, and nothing on the hour and half past', async () => {
    await addChannel();
    for (let n = 0; n < MOST_A_MINUTE + 3; n += 1) await file();
    at('09:30');
    await send();
    expect(robot.received).toHaveLength(0);
    at('09:31');
    takeRefusals();
    await send();
    await send();
    expect(robot.received).toHaveLength(MOST_A_MINUTE);
    expect(takeRefusals()).toEqual({ messages_held: 2 });
    now = new Date(now.getTime() + 61_000);
    await send();
    expect(robot.received).toHaveLength(MOST_A_MINUTE + 3);
  });

  it('a robot that does not answer keeps the others waiting for one answer, not for all of its own', async () => {
    await addChannel({ address: `${robot.url}/silent` });
    await addChannel({ address: `${robot.url}/fine` });
    for (let n = 0; n < 4; n += 1) await file();
    robot.answer.silent = '/silent';
    await send();
    const paths = robot.received.map(({ path }) => path).toSorted();
    expect(paths).toEqual(['/fine', '/fine', '/fine', '/fine', '/silent']);
  }, 30_000);

  it('a report that is given to a station is new to its group alone, and one that comes back is told', async () => {
    await addChannel({ address: `${robot.url}/all` });
    await addChannel({ stations: ['shahe'], address: `${robot.url}/shahe` });
    const ref = await file({ station: null, place: '示例小区' });
    await send();
    expect(robot.received.map(({ path }) => path)).toEqual(['/all']);
    await step(ref, { type: 'accepted', facts: { station: 'shahe' } });
    await send();
    expect(robot.received.map(({ path }) => path)).toEqual(['/all', '/shahe']);
    await step(ref, { type: 'started', facts: {} });
    await step(ref, { type: 'resolved', facts: { result: 'redelivered' } });
    await step(ref, { type: 'disputed', facts: {} }, { role: 'reader', name: null });
    await send();
    expect(
      bodies()
        .slice(2)
        .map(({ markdown }) => markdown.content.split('\n')[0]),
    ).toEqual([`**重新办理 ${ref}**`, `**重新办理 ${ref}**`]);
  });

  it('a limit that is near is told once, one that ran out too, and what was settled meanwhile not at all', async () => {
    await addChannel({ kinds: ['due_soon', 'overdue'] });
    const ref = await file();
    at('10:50');
    const pass = async () => passTime(await open());
    await pass();
    await pass();
    await send();
    expect(bodies().map(({ markdown }) => markdown.content.split('\n').slice(0, 2))).toEqual([
      [`**快超时 ${ref}**`, '锦绣 · 缺报 · 今天11:10前受理'],
    ]);
    at('11:11');
    await pass();
    await step(ref, { type: 'rejected', facts: {} });
    await send();
    expect(await statesOf(ref)).toContainEqual(['overdue', 'dropped', 'settled']);
    expect(robot.received).toHaveLength(1);
  });

  it('on working days after half past eight the day before is summed up, once', async () => {
    await addChannel({ kinds: ['daily'], stations: ['jinxiu'] });
    at('09:10', '2026-12-01');
    await file({ dates: ['2026-11-30'] });
    await file({ dates: ['2026-11-30'], station: 'shahe' });
    for (const time of ['08:20', '08:32', '08:40']) {
      at(time, '2026-12-02');
      await passTime(await open());
      await send();
    }
    const [{ markdown }, ...others] = bodies();
    expect(others).toEqual([]);
    expect(markdown.content).toMatch(/^\*\*大连12月1日汇总\*\*\n新登记1件，办结0件\n还没办完\d+件/);
    at('08:40', '2026-12-05');
    expect(officeCalendar({ hours: null }).dayOf('2026-12-05').working).toBe(false);
    await passTime(await open());
    await send();
    expect(robot.received).toHaveLength(1);
  });

  it('a channel that was removed gets nothing more, and its secret is gone', async () => {
    const { id } = await addChannel({ secret: 'SECRET' });
    const ref = await file();
    await store.channels.remove('dalian', id, '管理员', MORNING);
    await send();
    expect(robot.received).toHaveLength(0);
    expect(await statesOf(ref)).toEqual([['filed', 'dropped', 'removed']]);
    const rows = await store.accounts.db
      .selectFrom('channel' as never)
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain('SECRET');
  });
});

it('of a whole month no message holds anything of a reader', async () => {
  const store = await openStore({ engine: 'sqlite', file: ':memory:' });
  const robot = await startRobot();
  const types = ['wecom', 'feishu', 'webhook'] as const;
  for (const type of types) {
    const address = `${robot.url}/${type}`;
    const channel = {
      id: type,
      directory: 'dalian',
      name: type,
      type,
      address,
      secret: type === 'webhook' ? WHSEC : null,
    };
    await store.channels.save({ ...channel, stations: null, kinds: MESSAGE_KINDS }, '管理员', MORNING);
  }
  const end = new Date('2026-11-24T04:05:00Z');
  const desk = { store, auth: createAuth(store, SECRET, null, CHEAP_PASSWORDS) };
  const made = await seedDemonstration(desk, hmac, end);
  // What a demonstration says to its own group goes to nobody: here it counts as a store like any other.
  await store.settings.write(NO_DIRECTORY, { demonstration: false }, '示例', end.toISOString());
  for (const { id, address } of await store.channels.list(made.directory))
    if (!address.startsWith(robot.url)) await store.channels.remove(made.directory, id, '示例', end.toISOString());
  let minute = end.getTime();
  const lease = new Lease(WORK, WORK_MS);
  while ((await sendDue({ store, hmac, lease, clock: () => new Date(minute) })) > 0 || minute < end.getTime() + 600_000)
    minute += 61_000;
  expect(robot.received.length).toBeGreaterThan(20);
  const sent = robot.received.map(({ body }) => body).join('\n');
  for (const { ref } of made.reports.values()) {
    const stored = await store.reports.find(ref);
    if (stored && fold(stored.events).settledAt === null) expect(sent).toContain(ref);
    const { phone, place, text, papers, words = {} } = stored?.private ?? {};
    for (const secret of [phone, place, text, papers, ...Object.values(words)])
      if (secret) expect(sent).not.toContain(secret);
  }
  await robot.end();
  await store.close();
}, 60_000);
