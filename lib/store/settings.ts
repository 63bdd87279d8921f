import type { Transaction } from 'kysely';
import { type Database, lastSeq, lastSeqs, TableGroup, transact } from './engine.ts';
import type { Tables } from './schema.ts';

/** Who changed a setting last, and which change it was. */
export interface SettingChange {
  seq: number;
  by: string;
  at: string;
}

/** Whose change it is, and of which directory. */
export interface SettingBy {
  directory: string;
  by: string;
  at: string;
}

const changeOf = (source: Pick<Database, 'selectFrom'>, directory: string, keys: readonly string[]) =>
  source
    .selectFrom('setting')
    .select(['seq', 'by', 'at'])
    .where('directory', '=', directory)
    .where('key', 'in', keys)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** @param last the city's newest `seq` as the writer knows it: whoever writes the same one next is tried again */
async function insert(
  transaction: Transaction<Tables>,
  who: SettingBy,
  values: Record<string, unknown>,
  last: number,
): Promise<void> {
  const rows = Object.entries(values).map(([key, value], index) => ({
    ...who,
    ...{ key, value: JSON.stringify(value), seq: last + 1 + index },
  }));
  await transaction.insertInto('setting').values(rows).execute();
}

/** What an admin set on the desk, over what the directory's files say. Every change is kept. */
export class SettingStore extends TableGroup {
  /** The settings in force: key → parsed JSON. */
  async read(directory: string): Promise<Record<string, unknown>> {
    const ofDirectory = this.db.selectFrom('setting').selectAll().where('directory', '=', directory);
    const rows = await ofDirectory.orderBy('seq').execute();
    return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
  }

  /** Everything that was ever set under a key, oldest first. */
  async history(directory: string, key: string): Promise<{ at: string; value: unknown }[]> {
    const own = this.db.selectFrom('setting').where('directory', '=', directory).where('key', '=', key);
    const rows = await own.select(['at', 'value']).orderBy('seq').execute();
    return rows.map(({ at, value }) => ({ at, value: JSON.parse(value) as unknown }));
  }

  /** The newest value of one key, parsed, by the directories that ever set it. */
  async readEverywhere(key: string): Promise<ReadonlyMap<string, unknown>> {
    const rows = await this.db.selectFrom('setting').selectAll().where('key', '=', key).orderBy('seq').execute();
    return new Map(rows.map(({ directory, value }) => [directory, JSON.parse(value)]));
  }

  /** How many changes there were, for telling whether a copy is stale. */
  last(directory: string): Promise<number> {
    return lastSeq(this.db, 'setting', directory);
  }

  /** The same of every directory that has settings. */
  lasts(): Promise<ReadonlyMap<string, number>> {
    return lastSeqs(this.db, 'setting');
  }

  /** The newest change of any of these; null where nobody changed one. */
  async lastChange(directory: string, keys: readonly string[]): Promise<SettingChange | null> {
    return (await changeOf(this.db, directory, keys)) ?? null;
  }

  async write(directory: string, values: Record<string, unknown>, by: string, at: string): Promise<void> {
    if (Object.keys(values).length === 0) return;
    await transact(this.db, async (transaction) => {
      const last = await lastSeq(transaction, 'setting', directory);
      await insert(transaction, { directory, by, at }, values, last);
    });
  }

  /**
   * The same, where nobody changed any of them since.
   *
   * @param seen `seq` of their newest change as the writer knows it, 0 for none
   * @returns whether it was written
   */
  writeAfter(who: SettingBy, values: Record<string, unknown>, seen: number): Promise<boolean> {
    return transact(this.db, async (transaction) => {
      // First: a change that comes in between is seen below, or has the place that this one asks for.
      const last = await lastSeq(transaction, 'setting', who.directory);
      const changed = await changeOf(transaction, who.directory, Object.keys(values));
      if ((changed?.seq ?? 0) !== seen) return false;
      await insert(transaction, who, values, last);
      return true;
    });
  }
}
