import { lastSeq, lastSeqs, TableGroup, transact } from './engine.ts';

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

  /** How many changes there were, for telling whether a copy is stale. */
  last(directory: string): Promise<number> {
    return lastSeq(this.db, 'setting', directory);
  }

  /** The same of every directory that has settings. */
  lasts(): Promise<ReadonlyMap<string, number>> {
    return lastSeqs(this.db, 'setting');
  }

  async write(directory: string, values: Record<string, unknown>, by: string, at: string): Promise<void> {
    const entries = Object.entries(values).map(([key, value]) => ({
      directory,
      key,
      value: JSON.stringify(value),
      by,
      at,
    }));
    if (entries.length === 0) return;
    await transact(this.db, async (transaction) => {
      const last = await lastSeq(transaction, 'setting', directory);
      const rows = entries.map((entry, index) => ({ ...entry, seq: last + 1 + index }));
      await transaction.insertInto('setting').values(rows).execute();
    });
  }
}
