import type { Channel } from '../../reports/messages/channel.ts';
import { isSharp, nextTry, quietSchema, quietUntil } from '../../reports/messages/times.ts';
import type { Hmac } from '../../reports/secret.ts';
import type { OutboxMessage } from '../../store/outbox.ts';
import type { Store } from '../../store/store.ts';
import { isMarkedDemonstration } from '../demonstration.ts';
import type { Lease } from '../lease.ts';
import { countRefusal } from '../metrics/tallies.ts';
import { openOfficeOn } from '../reports/office.ts';
import { compose } from './compose.ts';
import { deliver } from './deliver.ts';

/** Sends what is due. One process on a store does it at a time; another goes on where it ended. */

/** Channels of many cities that are sent to together. */
const AT_ONCE = 30;
/** Of one channel, looked at in one go. */
const BATCH = 200;
/** What a robot takes in a minute is twenty; somebody else may speak through it too. */
export const MOST_A_MINUTE = 15;
const MINUTE = 60_000;

export interface Sending {
  store: Store;
  hmac: Hmac;
  lease: Lease;
  clock: () => Date;
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString();

/**
 * Every channel for itself, many at once: one that does not answer keeps nobody else waiting for longer than one answer.
 *
 * @returns how many messages were tried
 */
export async function sendDue(sending: Sending): Promise<number> {
  const { store, clock } = sending;
  if (isSharp(clock().toISOString()) || !(await sending.lease.isOurs(store))) return 0;
  const due = await store.outbox.dueChannels(clock().toISOString());
  if (due.length === 0) return 0;
  const all = await store.channels.listAll();
  let tried = 0;
  for (let from = 0; from < due.length; from += AT_ONCE) {
    const some = due.slice(from, from + AT_ONCE);
    const counts = await Promise.all(some.map((id) => sendDueOf(sending, id, all)));
    tried += counts.reduce((sum, count) => sum + count, 0);
  }
  return tried;
}

async function sendDueOf(sending: Sending, id: string, all: readonly Channel[]): Promise<number> {
  const { store, clock } = sending;
  const at = clock().toISOString();
  const messages = await store.outbox.due(id, at, BATCH);
  const channel = all.find((one) => one.id === id);
  if (channel) return sendTo(sending, channel, all, messages);
  await store.outbox.settle(idsOf(messages), 'dropped', 'removed', at);
  return 0;
}

const idsOf = (messages: readonly OutboxMessage[]) => messages.map(({ id }) => id);

/** What waited for the night's end goes as one; else each alone, as many as the robot takes. */
async function sendTo(
  sending: Sending,
  channel: Channel,
  all: readonly Channel[],
  messages: readonly OutboxMessage[],
): Promise<number> {
  const { store, clock } = sending;
  const stored = quietSchema.nullable().safeParse((await store.settings.read(channel.directory)).quiet ?? null);
  const quiet = stored.success ? stored.data : null;
  const now = clock().toISOString();
  const waits = Map.groupBy(messages, ({ kind }) => quietUntil(now, quiet, kind));
  for (const [until, held] of waits) if (until !== null) await store.outbox.postpone(idsOf(held), until, HELD);
  const ready = waits.get(null) ?? [];
  const [held, fresh] = [ready.filter(({ said }) => said === HELD), ready.filter(({ said }) => said !== HELD)];
  const groups = [...(held.length > 0 ? [held] : []), ...fresh.map((one) => [one])];
  const sameRobot = all.filter(({ address, type }) => address === channel.address && type === channel.type);
  let tried = 0;
  for (const group of groups) {
    const since = later(clock(), -MINUTE);
    if ((await store.outbox.triedSince(idsOfChannels(sameRobot), since)) >= MOST_A_MINUTE) {
      countRefusal('messages_held');
      return tried;
    }
    if (!(await sending.lease.isOurs(store))) return tried;
    const sent = await sendGroup(sending, channel, group);
    if (sent !== 'nothing') tried += 1;
    if (sent === 'failed') return tried; // the next would wait in vain as long
  }
  return tried;
}

const idsOfChannels = (channels: readonly Channel[]) => channels.map(({ id }) => id);

/** In a demonstration: it was composed, and not sent. */
export const DEMONSTRATION = 'demonstration';
/** Waits for the end of the quiet hours. */
export const HELD = 'held';

async function sendGroup(
  { store, hmac, clock }: Sending,
  channel: Channel,
  messages: readonly OutboxMessage[],
): Promise<'sent' | 'failed' | 'nothing'> {
  const office = await openOfficeOn(store, hmac, channel.directory, clock());
  const { content, told, dropped } = office
    ? await compose(office, channel, messages)
    : { content: null, told: [], dropped: messages };
  await store.outbox.settle(idsOf(dropped), 'dropped', 'settled', clock().toISOString());
  const [first] = told;
  if (content === null || !first) return 'nothing';
  // Tried before, and nobody noted what came of it: the process ended meanwhile.
  const isRepeated = told.some(({ tried_at, said }) => tried_at !== null && said === null);
  const begun = clock().toISOString();
  await store.outbox.begin(idsOf(told), begun, later(clock(), MINUTE));
  // What is made up goes to nobody.
  if (await isMarkedDemonstration(store)) {
    await store.outbox.settle(idsOf(told), 'sent', DEMONSTRATION, clock().toISOString());
    return 'sent';
  }
  const said = await deliver(channel, { ...content, isRepeated }, clock());
  await note(store, told, said, clock().toISOString());
  return said === null ? 'sent' : 'failed';
}

async function note(store: Store, told: readonly OutboxMessage[], said: string | null, now: string): Promise<void> {
  if (said === null) return store.outbox.settle(idsOf(told), 'sent', '', now);
  for (const { id, at, tries } of told) {
    const next = nextTry(at, tries + 1, now);
    if (next === null) await store.outbox.settle([id], 'dead', said, now);
    else await store.outbox.postpone([id], next, said);
  }
}
