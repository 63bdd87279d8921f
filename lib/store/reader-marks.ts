import { TableGroup } from './engine.ts';
import type { ReaderMarkRow } from './schema.ts';

/** What readers said about numbers: 打不通, 不是发行站. */
export class ReaderMarkStore extends TableGroup {
  list(directory: string): Promise<ReaderMarkRow[]> {
    const ofDirectory = this.db.selectFrom('reader_mark').selectAll().where('directory', '=', directory);
    return ofDirectory.orderBy('at').orderBy('id').execute();
  }

  async add(mark: ReaderMarkRow): Promise<void> {
    await this.db.insertInto('reader_mark').values(mark).execute();
  }

  /** Keeps the newest so many of a number and drops the rest. */
  async prune(directory: string, phone: string, most: number): Promise<void> {
    const own = this.db
      .selectFrom('reader_mark')
      .select('id')
      .where('directory', '=', directory)
      .where('phone', '=', phone)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc');
    await this.db
      .deleteFrom('reader_mark')
      .where('directory', '=', directory)
      .where('phone', '=', phone)
      .where('id', 'not in', own.limit(most))
      .execute();
  }
}
