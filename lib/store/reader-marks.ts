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

  /**
   * Keeps so many of a number: the oldest of the day that has most goes first, so that a crowd of one day pushes out none
   * but its own.
   */
  async thin(directory: string, phone: string, most: number): Promise<void> {
    const own = await this.db
      .selectFrom('reader_mark')
      .select(['id', 'at'])
      .where('directory', '=', directory)
      .where('phone', '=', phone)
      .orderBy('at')
      .orderBy('id')
      .execute();
    const days = [...Map.groupBy(own, ({ at }) => at.slice(0, 10)).values()];
    const dropped: string[] = [];
    while (own.length - dropped.length > most) {
      const fullest = days.reduce((one, other) => (other.length > one.length ? other : one));
      dropped.push(fullest.shift()?.id ?? '');
    }
    if (dropped.length > 0) await this.db.deleteFrom('reader_mark').where('id', 'in', dropped).execute();
  }
}
