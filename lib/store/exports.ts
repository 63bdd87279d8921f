import { randomUUID } from 'node:crypto';
import { TableGroup } from './engine.ts';
import type { ExportRow } from './schema.ts';

/** The log of lists that somebody took along. Rows are added, never changed. */
export class ExportStore extends TableGroup {
  async add(row: Omit<ExportRow, 'id'>): Promise<void> {
    await this.db
      .insertInto('export')
      .values({ id: randomUUID(), ...row })
      .execute();
  }

  /** The newest so many of a directory, the newest first. */
  newest(directory: string, limit: number): Promise<ExportRow[]> {
    const own = this.db.selectFrom('export').selectAll().where('directory', '=', directory);
    return own.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
  }
}
