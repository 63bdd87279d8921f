import type { CopiesEntry } from '../reports/board/copies.ts';
import { lastSeq, TableGroup, transact } from './engine.ts';

/** Copies of a day per station. Rows are added, never changed. */
export class CopiesStore extends TableGroup {
  /** All that was ever entered for a city, oldest first. */
  list(directory: string): Promise<CopiesEntry[]> {
    const own = this.db.selectFrom('copies').where('directory', '=', directory);
    return own.select(['seq', 'station', 'month', 'copies', 'by', 'at']).orderBy('seq').execute();
  }

  /**
   * Enters copies from a month on.
   *
   * @param seen the last row that their editor has seen
   * @returns false, and nothing is written, where one of these stations has a newer one
   */
  add(
    directory: string,
    { month, by, at, seen }: Pick<CopiesEntry, 'month' | 'by' | 'at'> & { seen: number },
    entries: readonly Pick<CopiesEntry, 'station' | 'copies'>[],
  ): Promise<boolean> {
    return transact(this.db, async (transaction) => {
      const last = await lastSeq(transaction, 'copies', directory);
      const newer = await transaction
        .selectFrom('copies')
        .select('station')
        .where('directory', '=', directory)
        .where('seq', '>', seen)
        .execute();
      const moved = new Set(newer.map(({ station }) => station));
      if (entries.some(({ station }) => moved.has(station))) return false;
      const rows = entries.map((entry, index) => ({ directory, seq: last + 1 + index, month, by, at, ...entry }));
      // Variables of one statement are limited.
      for (let from = 0; from < rows.length; from += 1000)
        await transaction
          .insertInto('copies')
          .values(rows.slice(from, from + 1000))
          .execute();
      return true;
    });
  }
}
