import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { parseHappening, type ReportEvent } from '../reports/events.ts';
import type { Report } from '../reports/fold.ts';
import { FINAL_STATES } from '../reports/lifecycle.ts';
import { formatRef } from '../reports/ref.ts';
import type { Erasure } from '../reports/retention.ts';
import { refuseBehind } from './clock.ts';
import { type Database, TableGroup, transact } from './engine.ts';
import { tellOfEvents } from './outbox.ts';
import type { ReportDeletionRow, ReportEventRow, ReportPrivateRow, ReportRow, Tables } from './schema.ts';

/** What only staff and the reader see; null where it was never given or is erased. */
export interface PrivatePart extends Omit<ReportPrivateRow, 'report' | 'words'> {
  /** What was typed with an event, by its `seq`. */
  words: Readonly<Record<number, string>>;
}

export interface StoredReport {
  ref: string;
  directory: string;
  secretHash: string | null;
  events: ReportEvent[];
  /** Null once everything was erased. */
  private: PrivatePart | null;
}

/** A report to be filed: its first events, and what they make of it. */
export interface Filing {
  directory: string;
  /** The city's, and the day in China, of which the number is made. */
  letters: string;
  day: string;
  keyHash: string;
  bodyHash: string;
  secretHash: string;
  events: readonly ReportEvent[];
  report: Report;
  private: PrivatePart;
  /** What the answer says beside number and code, given back when the same request comes again. */
  receipt: object;
}

export type Filed =
  | { filed: 'now' | 'before'; ref: string; receipt: unknown }
  /** The key was used for something else. */
  | { filed: 'key_reused' };

export interface Appending {
  ref: string;
  /** The last event that the writer has seen. */
  after: number;
  events: readonly ReportEvent[];
  /** What the events make of the report. */
  report: Report;
  words?: Readonly<Record<number, string>>;
  /** Erases everything private in the same transaction. */
  erase?: { why: ReportDeletionRow['why']; at: string };
}

const toEventRow = (ref: string, { seq, type, by, at, facts }: ReportEvent): ReportEventRow => ({
  report: ref,
  seq,
  type,
  by_role: by.role,
  by_name: by.name,
  at,
  facts: JSON.stringify(facts),
});

/** An event as it was written; throws where a row holds no facts of its type. */
function fromEventRow({ seq, type, by_role, by_name, at, facts }: ReportEventRow): ReportEvent {
  return { ...parseHappening(type, JSON.parse(facts)), seq, by: { role: by_role, name: by_name }, at };
}

function fromPrivateRow({ report: _, words, ...row }: ReportPrivateRow): PrivatePart {
  return { ...row, words: JSON.parse(words) as Record<number, string> };
}

/** What was typed with the events of a report, as it is stored: nothing. */
export const NO_WORDS = '{}';

const standing = ({ seq, state, station, settledAt }: Report) => ({ seq, state, station, settled_at: settledAt });

async function findFiled(db: Pick<Database, 'selectFrom'>, keyHash: string, bodyHash: string): Promise<Filed | null> {
  const earlier = await db
    .selectFrom('report')
    .select(['ref', 'body_hash', 'receipt'])
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (!earlier) return null;
  if (earlier.body_hash !== bodyHash) return { filed: 'key_reused' };
  return { filed: 'before', ref: earlier.ref, receipt: JSON.parse(earlier.receipt) };
}

/** The next number of a city's day. The row is locked until the transaction ends, so no two reports get the same one. */
async function nextNumber(
  transaction: Transaction<Tables>,
  { directory, day }: Pick<Filing, 'directory' | 'day'>,
): Promise<number> {
  const row = await transaction
    .insertInto('report_number')
    .values({ directory, day, number: 1 })
    .onConflict((conflict) =>
      conflict.columns(['directory', 'day']).doUpdateSet({ number: sql`report_number.number + 1` }),
    )
    .returning('number')
    .executeTakeFirstOrThrow();
  return row.number;
}

function toReportRow(ref: string, filing: Filing): ReportRow {
  return {
    ref,
    directory: filing.directory,
    kind: filing.report.kind,
    submitted_at: filing.report.submittedAt,
    key_hash: filing.keyHash,
    body_hash: filing.bodyHash,
    secret_hash: filing.secretHash,
    receipt: JSON.stringify(filing.receipt),
    counted: 0,
    next_at: null,
    timed: 0,
    ...standing(filing.report),
  };
}

/** Writes reports under the numbers they were given, with one statement a table however many they are. */
export async function insertReports(
  transaction: Pick<Database, 'insertInto'>,
  filings: ReadonlyMap<string, Filing>,
): Promise<void> {
  const all = [...filings];
  await transaction
    .insertInto('report')
    .values(all.map(([ref, filing]) => toReportRow(ref, filing)))
    .execute();
  await transaction
    .insertInto('report_event')
    .values(all.flatMap(([ref, { events }]) => events.map((event) => toEventRow(ref, event))))
    .execute();
  const parts = all.map(([ref, { private: part }]) => ({ report: ref, ...part, words: JSON.stringify(part.words) }));
  await transaction.insertInto('report_private').values(parts).execute();
}

async function addWords(transaction: Transaction<Tables>, ref: string, words: PrivatePart['words']): Promise<void> {
  if (Object.keys(words).length === 0) return;
  const kept = await transaction
    .selectFrom('report_private')
    .select('words')
    .where('report', '=', ref)
    .executeTakeFirst();
  const all = JSON.stringify({ ...(kept ? (JSON.parse(kept.words) as object) : {}), ...words });
  const blank = { phone: null, caller: null, place: null, building: null, papers: null, text: null };
  await transaction
    .insertInto('report_private')
    .values({ report: ref, ...blank, words: all })
    .onConflict((conflict) => conflict.column('report').doUpdateSet({ words: all }))
    .execute();
}

/** Sets to nothing what stands there. @returns whether anything did */
async function eraseParts(transaction: Transaction<Tables>, report: string, isWritten: boolean): Promise<boolean> {
  const contact = { phone: null, caller: null, place: null, building: null };
  const { numUpdatedRows } = await transaction
    .updateTable('report_private')
    .set(isWritten ? { ...contact, text: null, words: NO_WORDS } : contact)
    .where('report', '=', report)
    .where((part) =>
      part.or([
        ...(['phone', 'caller', 'place', 'building'] as const).map((column) => part(column, 'is not', null)),
        ...(isWritten ? [part('text', 'is not', null), part('words', '<>', NO_WORDS)] : []),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function eraseAll(transaction: Transaction<Tables>, report: string): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('report_private')
    .where('report', '=', report)
    .executeTakeFirst();
  await transaction.deleteFrom('remembered_report').where('report', '=', report).execute();
  const gone = { secret_hash: null, body_hash: null };
  await transaction.updateTable('report').set(gone).where('ref', '=', report).execute();
  return numDeletedRows > 0n;
}

/** Erases, and logs it, where anything is left to erase: of two who do it at once, one does. */
async function eraseRows(
  transaction: Transaction<Tables>,
  { report, erased, why, at }: Omit<ReportDeletionRow, 'id'>,
): Promise<boolean> {
  const isErased =
    erased === 'all'
      ? await eraseAll(transaction, report)
      : await eraseParts(transaction, report, erased === 'written');
  if (isErased)
    await transaction.insertInto('report_deletion').values({ id: randomUUID(), report, erased, why, at }).execute();
  return isErased;
}

/**
 * Holds a report into which another is merged for this transaction: one that has itself come to nothing takes none in.
 *
 * @returns false where it has
 */
async function holdTarget(transaction: Transaction<Tables>, ref: string): Promise<boolean> {
  const open = transaction.updateTable('report').set({ seq: sql`seq` }).where('ref', '=', ref);
  const { numUpdatedRows } = await open.where('state', 'not in', FINAL_STATES).executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function appendEvents(
  transaction: Transaction<Tables>,
  { ref, after, events, report, words, erase }: Appending,
): Promise<boolean> {
  if (report.state === 'duplicate' && report.mergedInto !== null && events.some(({ type }) => type === 'merged'))
    if (!(await holdTarget(transaction, report.mergedInto))) return false;
  const before = await transaction
    .selectFrom('report')
    .select(['directory', 'station'])
    .where('ref', '=', ref)
    .executeTakeFirst();
  const { numUpdatedRows } = await transaction
    .updateTable('report')
    .set(standing(report))
    .where('ref', '=', ref)
    .where('seq', '=', after)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n || !before) return false;
  await transaction
    .insertInto('report_event')
    .values(events.map((event) => toEventRow(ref, event)))
    .execute();
  const { directory, station } = before;
  await tellOfEvents(transaction, { ref, directory, before: station, station: report.station }, events);
  if (erase) await eraseRows(transaction, { report: ref, erased: 'all', ...erase });
  else await addWords(transaction, ref, words ?? {});
  return true;
}

/** Under what wrong codes for a report are counted. */
export const guessBucket = (ref: string) => `guess:${ref}`;

/** Reports and their histories. Events are added, never changed or deleted. */
export class ReportStore extends TableGroup {
  /** Files a report once: the same key again gives what was filed then. */
  file(filing: Filing): Promise<Filed> {
    return transact(this.db, async (transaction) => {
      const earlier = await findFiled(transaction, filing.keyHash, filing.bodyHash);
      if (earlier) return earlier;
      await refuseBehind(transaction, filing.report.submittedAt);
      const ref = formatRef(filing.letters, filing.day, await nextNumber(transaction, filing));
      await insertReports(transaction, new Map([[ref, filing]]));
      const { directory, events, report } = filing;
      await tellOfEvents(transaction, { ref, directory, before: report.station, station: report.station }, events);
      return { filed: 'now', ref, receipt: filing.receipt } as const;
    });
  }

  /** What was filed under a key, or null: asked before anything is checked, since the checks change with the day. */
  filedBefore(keyHash: string, bodyHash: string): Promise<Filed | null> {
    return findFiled(this.db, keyHash, bodyHash);
  }

  /** The hash of a report's code; null where there is no such report, or no code any more. */
  async codeHash(ref: string): Promise<string | null> {
    const row = await this.db.selectFrom('report').select('secret_hash').where('ref', '=', ref).executeTakeFirst();
    return row?.secret_hash ?? null;
  }

  async find(ref: string): Promise<StoredReport | null> {
    const report = await this.db.selectFrom('report').selectAll().where('ref', '=', ref).executeTakeFirst();
    return report ? ((await readReports(this.db, [report]))[0] ?? null) : null;
  }

  /** Adds events, all or none; false where the report has moved on since `after`. */
  append(appending: Appending): Promise<boolean> {
    return transact(this.db, async (transaction) => {
      const [first] = appending.events;
      if (first) await refuseBehind(transaction, first.at);
      return appendEvents(transaction, appending);
    });
  }

  /**
   * Erases phone and place, what was written too, or everything private and the code with it, and logs that it did.
   *
   * @returns false where nothing of it was left
   */
  erase(ref: string, what: Erasure, why: ReportDeletionRow['why'], at: string): Promise<boolean> {
    return transact(this.db, (transaction) => eraseRows(transaction, { report: ref, erased: what, why, at }));
  }

  /** Some reports of which a phone is kept, and nothing yet that stands for it. */
  async withoutCaller(limit: number): Promise<{ report: string; directory: string; phone: string }[]> {
    const rows = await this.db
      .selectFrom('report_private')
      .innerJoin('report', 'report.ref', 'report_private.report')
      .select(['report', 'directory', 'phone'])
      .where('phone', 'is not', null)
      .where('caller', 'is', null)
      .limit(limit)
      .execute();
    return rows.flatMap(({ phone, ...row }) => (phone === null ? [] : { ...row, phone }));
  }

  /** Keeps what stands for a phone, as long as that phone is kept. */
  async markCaller(report: string, phone: string, caller: string): Promise<void> {
    const own = this.db.updateTable('report_private').set({ caller }).where('report', '=', report);
    await own.where('phone', '=', phone).execute();
  }

  /** The log of erasures of a report, oldest first. */
  deletions(ref: string): Promise<ReportDeletionRow[]> {
    const own = this.db.selectFrom('report_deletion').selectAll().where('report', '=', ref);
    return own.orderBy('at').orderBy('id').execute();
  }

  /** Every row that is about a report, as it stands, table by table. */
  async held(ref: string): Promise<Record<string, object[]>> {
    const db = this.db;
    return {
      report: await db.selectFrom('report').selectAll().where('ref', '=', ref).execute(),
      report_event: await db.selectFrom('report_event').selectAll().where('report', '=', ref).orderBy('seq').execute(),
      report_private: await db.selectFrom('report_private').selectAll().where('report', '=', ref).execute(),
      report_deletion: await db.selectFrom('report_deletion').selectAll().where('report', '=', ref).execute(),
      report_outcome: await db.selectFrom('report_outcome').selectAll().where('report', '=', ref).execute(),
      remembered_report: await db.selectFrom('remembered_report').selectAll().where('report', '=', ref).execute(),
      // The pages that were open on it within the hour, by the number in their JSON.
      report_draft: await db.selectFrom('report_draft').selectAll().where('body', 'like', `%"${ref}"%`).execute(),
      attempt: await db.selectFrom('attempt').selectAll().where('bucket', '=', guessBucket(ref)).execute(),
    };
  }
}

/** Whole reports of their rows, in the order of the rows, with two questions however many they are. */
export async function readReports(
  db: Pick<Database, 'selectFrom'>,
  rows: readonly Pick<ReportRow, 'ref' | 'directory' | 'secret_hash'>[],
): Promise<StoredReport[]> {
  if (rows.length === 0) return [];
  const refs = rows.map(({ ref }) => ref);
  const events = await db
    .selectFrom('report_event')
    .selectAll()
    .where('report', 'in', refs)
    .orderBy('report')
    .orderBy('seq')
    .execute();
  const parts = await db.selectFrom('report_private').selectAll().where('report', 'in', refs).execute();
  const eventsOf = Map.groupBy(events, ({ report }) => report);
  const partOf = new Map(parts.map((part) => [part.report, fromPrivateRow(part)]));
  return rows.map(({ ref, directory, secret_hash }) => ({
    ref,
    directory,
    secretHash: secret_hash,
    events: (eventsOf.get(ref) ?? []).map(fromEventRow),
    private: partOf.get(ref) ?? null,
  }));
}
