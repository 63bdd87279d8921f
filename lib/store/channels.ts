import { z } from 'zod';
import { CHANNEL_TYPES, type Channel, MESSAGE_KINDS } from '../reports/messages/channel.ts';
import { type Database, TableGroup } from './engine.ts';
import type { ChannelRow } from './schema.ts';

const typeSchema = z.enum(CHANNEL_TYPES);
const kindsSchema = z.array(z.enum(MESSAGE_KINDS));
const stationsSchema = z.array(z.string()).nullable();

const fromRow = ({ id, directory, name, type, address, secret, stations, kinds }: ChannelRow): Channel => ({
  ...{ id, directory, name, type: typeSchema.parse(type), address, secret },
  stations: stationsSchema.parse(JSON.parse(stations)),
  kinds: kindsSchema.parse(JSON.parse(kinds)),
});

/** The channels of a city, in the order they were made. */
export async function readChannels(db: Pick<Database, 'selectFrom'>, directory: string): Promise<Channel[]> {
  const rows = await db
    .selectFrom('channel')
    .selectAll()
    .where('directory', '=', directory)
    .where('removed_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** Where messages to staff go, city by city. */
export class ChannelStore extends TableGroup {
  list(directory: string): Promise<Channel[]> {
    return readChannels(this.db, directory);
  }

  /** Those of every city. */
  async listAll(): Promise<Channel[]> {
    const rows = await this.db.selectFrom('channel').selectAll().where('removed_at', 'is', null).execute();
    return rows.map(fromRow);
  }

  /** Makes a channel, or changes what is there under its id. */
  async save(channel: Channel, by: string, at: string): Promise<void> {
    const { id, directory, stations, kinds, ...own } = channel;
    const values = { ...own, stations: JSON.stringify(stations), kinds: JSON.stringify(kinds), by };
    await this.db
      .insertInto('channel')
      .values({ id, directory, ...values, made_at: at, removed_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  /** Nothing is sent there any more; what waited for it is dropped. Its address and secret go. */
  async remove(directory: string, id: string, by: string, at: string): Promise<void> {
    const gone = { removed_at: at, by, address: '', secret: null };
    const own = this.db.updateTable('channel').set(gone).where('directory', '=', directory).where('id', '=', id);
    await own.execute();
  }
}
