import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { ReportEvent } from '../reports/events.ts';
import type { MessageKind } from '../reports/messages/channel.ts';
import { tell } from '../reports/messages/told.ts';
import { readChannels } from './channels.ts';
import { type Database, TableGroup } from './engine.ts';
import type { OutboxRow, Tables } from './schema.ts';

/** A message that waits to be sent, or was. */
export type OutboxMessage = OutboxRow;

export interface NewMessage {
  directory: string;
  channel: string;
  kind: MessageKind;
  report: string | null;
  /** What exactly: of one channel and kind a message about the same is written once. */
  about: string;
}

/** @param at when it is to be sent: now, as far as nothing says otherwise */
async function insert(db: Pick<Database, 'insertInto'>, messages: readonly NewMessage[], at: string): Promise<void> {
  if (messages.length === 0) return;
  const blank = { tries: 0, tried_at: null, state: 'waiting', said: null, settled_at: null } as const;
  await db
    .insertInto('outbox')
    .values(messages.map((message) => ({ id: randomUUID(), ...message, ...blank, at, next_at: at })))
    .onConflict((conflict) => conflict.columns(['channel', 'kind', 'about']).doNothing())
    .execute();
}

/** Writes what staff are told of new events, in the transaction of the events themselves. */
export async function tellOfEvents(
  transaction: Transaction<Tables>,
  report: { ref: string; directory: string; before: string | null; station: string | null },
  events: readonly ReportEvent[],
): Promise<void> {
  const [first] = events;
  if (!first) return;
  const { ref, directory } = report;
  const told = tell(events, report, await readChannels(transaction, directory));
  const about = (seq: number) => `${ref} ${seq}`;
  const messages = told.map(({ channel, kind, seq }) => ({ directory, channel, kind, report: ref, about: about(seq) }));
  await insert(transaction, messages, first.at);
}

/** What is kept of messages that were sent. */
const STATES_DONE = ['sent', 'dead', 'dropped'] as const;

/** Messages to staff: written once, sent at least once. */
export class OutboxStore extends TableGroup {
  /** Writes messages that no event makes; one about the same is written once, whoever asks. */
  add(messages: readonly NewMessage[], at: string): Promise<void> {
    return insert(this.db, messages, at);
  }

  /** The channels on which something is to be sent now. */
  async dueChannels(now: string): Promise<string[]> {
    const due = this.db.selectFrom('outbox').select('channel').distinct().where('state', '=', 'waiting');
    return (await due.where('next_at', '<=', now).orderBy('channel').execute()).map(({ channel }) => channel);
  }

  /** What is to be sent now on one of them, oldest first. */
  due(channel: string, now: string, limit: number): Promise<OutboxMessage[]> {
    return this.db
      .selectFrom('outbox')
      .selectAll()
      .where('channel', '=', channel)
      .where('state', '=', 'waiting')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /**
   * Notes that they are tried now, so that whoever comes after a process that ended meanwhile knows that they may have
   * arrived already.
   */
  async begin(ids: readonly string[], now: string, nextAt: string): Promise<void> {
    await this.db
      .updateTable('outbox')
      .set((row) => ({ tries: row('tries', '+', 1), tried_at: now, next_at: nextAt, said: null }))
      .where('id', 'in', ids)
      .execute();
  }

  async settle(ids: readonly string[], state: (typeof STATES_DONE)[number], said: string, at: string): Promise<void> {
    if (ids.length === 0) return;
    await this.db.updateTable('outbox').set({ state, said, settled_at: at }).where('id', 'in', ids).execute();
  }

  /** @param said null leaves what was said before */
  async postpone(ids: readonly string[], nextAt: string, said: string | null): Promise<void> {
    if (ids.length === 0) return;
    const values = { next_at: nextAt, ...(said !== null && { said }) };
    await this.db.updateTable('outbox').set(values).where('id', 'in', ids).execute();
  }

  /** When something was sent or tried on these channels since a moment: of several messages in one, once. */
  async triedSince(channels: readonly string[], since: string): Promise<number> {
    if (channels.length === 0) return 0;
    const tried = await this.db
      .selectFrom('outbox')
      .select(['channel', 'tried_at'])
      .distinct()
      .where('channel', 'in', channels)
      .where('tried_at', '>', since)
      .execute();
    return tried.length;
  }

  /** How many wait or were given up, of every city that has any. Those that went are not looked at. */
  async countUnsent(): Promise<{ directory: string; state: 'waiting' | 'dead'; count: number }[]> {
    const unsent = this.db.selectFrom('outbox').where('state', 'in', ['waiting', 'dead']);
    const rows = await unsent
      .select(({ fn }) => ['directory', 'state', fn.countAll().as('count')])
      .groupBy(['directory', 'state'])
      .execute();
    return rows.map(({ directory, state, count }) => ({
      directory,
      state: state === 'dead' ? 'dead' : 'waiting',
      count: Number(count),
    }));
  }

  /** The newest of a city, those that wait first. */
  recent(directory: string, limit: number): Promise<OutboxMessage[]> {
    return this.db
      .selectFrom('outbox')
      .selectAll()
      .where('directory', '=', directory)
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  /** Forgets what came to its end before a moment. */
  async prune(before: string): Promise<void> {
    await this.db.deleteFrom('outbox').where('settled_at', '<', before).execute();
  }
}
