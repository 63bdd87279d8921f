import type { Database } from './engine.ts';
import type { ReaderMarkRow } from './schema.ts';

/** What readers said about numbers: 打不通, 不是发行站. */
export interface ReaderMarkStore {
  list(directory: string): Promise<ReaderMarkRow[]>;
  add(mark: ReaderMarkRow): Promise<void>;
  /** Keeps the newest so many of a number and drops the rest. */
  prune(directory: string, phone: string, most: number): Promise<void>;
}

export function readerMarkStore(db: Database): ReaderMarkStore {
  return {
    list: (directory) =>
      db.selectFrom('reader_mark').selectAll().where('directory', '=', directory).orderBy('at').orderBy('id').execute(),
    async add(mark) {
      await db.insertInto('reader_mark').values(mark).execute();
    },
    async prune(directory, phone, most) {
      const own = db
        .selectFrom('reader_mark')
        .select('id')
        .where('directory', '=', directory)
        .where('phone', '=', phone)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc');
      await db
        .deleteFrom('reader_mark')
        .where('directory', '=', directory)
        .where('phone', '=', phone)
        .where('id', 'not in', own.limit(most))
        .execute();
    },
  };
}
