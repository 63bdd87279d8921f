import { randomUUID } from 'node:crypto';
import { timeOf } from '#lib/reports/days.ts';
import type { Channel } from '#lib/reports/messages/channel.ts';
import { quietSchema } from '#lib/reports/messages/times.ts';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { trialContent } from '#lib/server/messages/compose.ts';
import { deliver } from '#lib/server/messages/deliver.ts';
import { readChannel } from '#lib/server/messages/read-channel.ts';
import { countRefusal } from '#lib/server/metrics/tallies.ts';
import { failureWords, channelWords as words } from '#lib/wording/messages.ts';

async function findChannel({ fields, staff }: Posted): Promise<Channel | null> {
  const channels = await (await getDesk()).store.channels.list(staff.directory);
  return channels.find(({ id }) => id === fieldOf(fields, 'of')) ?? null;
}

/** Makes a channel, or changes one. */
export async function saveChannel(posted: Posted): Promise<Outcome> {
  const { fields, staff } = posted;
  const { store } = await getDesk();
  const isNew = fieldOf(fields, 'of') === 'new';
  const before = isNew ? null : await findChannel(posted);
  if (!isNew && before === null) return refused(words.gone);
  const typed = {
    ...{ name: fieldOf(fields, 'name'), type: fieldOf(fields, 'type') },
    ...{ address: fieldOf(fields, 'address'), secret: fieldOf(fields, 'secret') },
    ...{ stations: fields.getAll('stations'), kinds: fields.getAll('kinds') },
  };
  const directory = await findDirectory(staff.directory);
  const known = new Set([...(directory?.stations.map(({ id }) => id) ?? []), ...(before?.stations ?? [])]);
  const own = { id: before?.id ?? randomUUID(), directory: staff.directory };
  const read = readChannel(typed, own, before, known);
  if ('faults' in read) {
    const faults = Object.entries(read.faults).map(([field, fault]) => [field, words.faults[fault]]);
    return refused(words.wrong, Object.fromEntries(faults));
  }
  await store.channels.save(read.channel, staff.username, new Date().toISOString());
  const { name } = read.channel;
  if (read.madeSecret === null) return done(words.saved(name));
  return done(words.secretOnce(name), { shown: { link: read.madeSecret } });
}

/** Nothing is sent there any more. */
export async function removeChannel(posted: Posted): Promise<Outcome> {
  const channel = await findChannel(posted);
  if (channel === null) return refused(words.gone);
  const { store } = await getDesk();
  await store.channels.remove(channel.directory, channel.id, posted.staff.username, new Date().toISOString());
  return done(words.removed(channel.name));
}

/** A robot that is tried again and again is shut by its maker. */
const TRIALS = { most: 10, window: 3600 } as const;
const seconds = (now: Date) => Math.floor(now.getTime() / 1000);

/** Sends something now, and says what became of it. */
export async function tryChannel(posted: Posted): Promise<Outcome> {
  const channel = await findChannel(posted);
  if (channel === null) return refused(words.gone);
  if (await isDemonstration()) return done(words.result.demonstration);
  const now = new Date();
  const { attempts } = (await getDesk()).store;
  const { exceeded } = await attempts.countWithin([{ ...TRIALS, bucket: `trial:${channel.id}`, now: seconds(now) }]);
  if (exceeded) countRefusal('channel_trials');
  if (exceeded) return refused(words.triedOften);
  const said = await deliver(channel, trialContent(randomUUID(), now.toISOString(), channel.name), now);
  const time = timeOf(now.toISOString());
  return said === null ? done(words.tried(time)) : refused(words.triedInVain(time, failureWords(said)));
}

/** When messages wait for the morning. */
export async function setQuiet({ fields, staff }: Posted): Promise<Outcome> {
  const [from, to] = [fieldOf(fields, 'from').trim(), fieldOf(fields, 'to').trim()];
  const typed = from === '' && to === '' ? null : { from, to, overdueToo: fields.has('overdueToo') };
  const quiet = quietSchema.nullable().safeParse(typed);
  if (!quiet.success) return refused(words.quiet.wrong, { from: words.quiet.wrong });
  const { store } = await getDesk();
  await store.settings.write(staff.directory, { quiet: quiet.data }, staff.username, new Date().toISOString());
  return done(words.quiet.saved);
}
