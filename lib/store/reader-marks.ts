import type { Database } from './engine.ts';
import type { ReaderMarkRow } from './schema.ts';

/** What readers said about numbers: 打不通, 不是发行站. */
export interface ReaderMarkStore {
  list(directory: string): Promise<ReaderMarkRow[]>;
  add(mark: ReaderMarkRow): Promise<void>;
}

export function readerMarkStore(db: Database): ReaderMarkStore {
  return {
    list: (directory) =>
      db.selectFrom('reader_mark').selectAll().where('directory', '=', directory).orderBy('at').orderBy('id').execute(),
    async add(mark) {
      await db.insertInto('reader_mark').values(mark).execute();
    },
  };
}
