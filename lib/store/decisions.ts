import type { Transaction } from 'kysely';
import type { Decision, NewDecision } from '../directory/decision.ts';
import { lastSeq, lastSeqs, TableGroup, transact } from './engine.ts';
import type { DecisionRow, Tables } from './schema.ts';

/** The last `seq` an editor has seen of each record that the rows are about; 0 where there was none. */
export type Seen = Readonly<Record<string, number>>;

export type Appended = { saved: true; decisions: Decision[] } | { saved: false; newer: Decision[] };

const toRow = (directory: string, seq: number, decision: NewDecision): DecisionRow => ({
  ...decision,
  directory,
  seq,
  record: decision.record ?? '',
});
const fromRow = ({ record, ...row }: DecisionRow): Decision => ({ ...row, record: record === '' ? null : record });

async function appendRows(
  transaction: Transaction<Tables>,
  directory: string,
  rows: readonly NewDecision[],
  seen: Seen,
): Promise<Appended> {
  const records = [...new Set(rows.map(({ record }) => record ?? ''))];
  // Before the colleagues' rows: one that comes in after this takes the number, so that ours is refused and tried
  // again; one that came in before is among those read next. The other way round both would be saved.
  const last = await lastSeq(transaction, 'decision', directory);
  const oldest = Math.min(...records.map((record) => seen[record] ?? 0));
  const candidates = await transaction
    .selectFrom('decision')
    .selectAll()
    .where('directory', '=', directory)
    .where('record', 'in', records)
    .where('seq', '>', oldest)
    .orderBy('seq')
    .execute();
  const newer = candidates.filter(({ record, seq }) => seq > (seen[record] ?? 0));
  if (newer.length > 0) return { saved: false, newer: newer.map(fromRow) };
  return { saved: true, decisions: await insertRows(transaction, directory, rows, last) };
}

async function insertRows(
  transaction: Transaction<Tables>,
  directory: string,
  rows: readonly NewDecision[],
  last: number,
): Promise<Decision[]> {
  const added = rows.map((row, index) => toRow(directory, last + 1 + index, row));
  await transaction.insertInto('decision').values(added).execute();
  return added.map(fromRow);
}

/** Adds rows that come with something else, whatever colleagues have decided meanwhile. */
export async function addRows(
  transaction: Transaction<Tables>,
  directory: string,
  rows: readonly NewDecision[],
): Promise<void> {
  if (rows.length === 0) return;
  await insertRows(transaction, directory, rows, await lastSeq(transaction, 'decision', directory));
}

/** The history of decisions. Rows are added, never changed or deleted. */
export class DecisionStore extends TableGroup {
  /** Every decision of a directory, oldest first. */
  async list(directory: string): Promise<Decision[]> {
    const ofDirectory = this.db.selectFrom('decision').selectAll().where('directory', '=', directory);
    return (await ofDirectory.orderBy('seq').execute()).map(fromRow);
  }

  /** Those of every directory that are about no station: of a notice as a whole, and of its city. Oldest first. */
  async listOfCities(): Promise<Decision[]> {
    const all = this.db.selectFrom('decision').selectAll().where('record', '=', '');
    return (await all.orderBy('directory').orderBy('seq').execute()).map(fromRow);
  }

  /** Changes with each of those. */
  async stampOfCities(): Promise<string> {
    const all = this.db.selectFrom('decision').where('record', '=', '');
    const row = await all.select(({ fn }) => fn.countAll().as('rows')).executeTakeFirst();
    return String(row?.rows);
  }

  /** The last `seq` of a directory, 0 where nothing was decided. Cheap: asked before each page. */
  last(directory: string): Promise<number> {
    return lastSeq(this.db, 'decision', directory);
  }

  /** The same of every directory about which anything was decided. */
  lasts(): Promise<ReadonlyMap<string, number>> {
    return lastSeqs(this.db, 'decision');
  }

  /**
   * Adds rows, all or none. `saved: false` where a colleague has decided about one of the records since it was seen:
   * then `newer` holds their rows and nothing is written.
   */
  async append(directory: string, rows: readonly NewDecision[], seen: Seen): Promise<Appended> {
    if (rows.length === 0) return { saved: true, decisions: [] };
    return transact(this.db, (transaction) => appendRows(transaction, directory, rows, seen));
  }
}
