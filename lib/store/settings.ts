import { type Database, transact } from './engine.ts';

/** Stands in the place of a directory's id where a setting is about the store itself. */
export const NO_DIRECTORY = '';

/** What an admin set on the desk, over what the directory's files say. Every change is kept. */
export interface SettingStore {
  /** The settings in force: key → parsed JSON. */
  read(directory: string): Promise<Record<string, unknown>>;
  /** How many changes there were, for telling whether a copy is stale. */
  last(directory: string): Promise<number>;
  write(directory: string, values: Record<string, unknown>, by: string, at: string): Promise<void>;
}

export function settingStore(db: Database): SettingStore {
  const last = async (source: Pick<Database, 'selectFrom'>, directory: string) => {
    const row = await source
      .selectFrom('setting')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .where('directory', '=', directory)
      .executeTakeFirst();
    return row?.seq ?? 0;
  };
  return {
    async read(directory) {
      const rows = await db
        .selectFrom('setting')
        .selectAll()
        .where('directory', '=', directory)
        .orderBy('seq')
        .execute();
      return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
    },
    last: (directory) => last(db, directory),
    async write(directory, values, by, at) {
      const entries = Object.entries(values);
      if (entries.length === 0) return;
      await transact(db, async (transaction) => {
        const seq = await last(transaction, directory);
        const rows = entries.map(([key, value], index) => ({
          directory,
          seq: seq + 1 + index,
          key,
          value: JSON.stringify(value),
          by,
          at,
        }));
        await transaction.insertInto('setting').values(rows).execute();
      });
    },
  };
}
