import { sql, type Transaction } from 'kysely';
import type { Figures } from '../reports/board/figures.ts';
import { isKept, type Outcome } from '../reports/board/outcome.ts';
import type { Kind, State } from '../reports/words.ts';
import { type Database, TableGroup, transact } from './engine.ts';
import { readReports, type StoredReport } from './reports.ts';
import type { ReportOutcomeRow, ReportSumRow, Tables } from './schema.ts';

/** Makes of a report, and of what its first answer said, what is counted of it. Asked again where a transaction is. */
export type Judge = (stored: StoredReport, receipt: unknown) => Outcome;

/** What is asked of the sums: months, both included, and stations, null for all; `today` is a day in China. */
export interface BoardCut {
  from: string;
  to: string;
  stations: readonly string[] | null;
  today: string;
}

/** Figures of a month at one station and of one kind. */
export interface Cell extends Figures {
  month: string;
  station: string | null;
  kind: Kind;
}

/** One report as it is counted. */
export interface CountedReport extends Outcome {
  ref: string;
  submittedAt: string;
  state: State;
}

/** So many are asked for at once: variables of one statement are limited. */
const AT_ONCE = 200;
const COUNTS = ['filed', 'done', 'reopened', 'solved', 'unsolved', 'limited', 'kept'] as const;
type Counts = Pick<ReportSumRow, (typeof COUNTS)[number]>;

const toRow = (report: string, directory: string, outcome: Outcome): ReportOutcomeRow => ({
  report,
  directory,
  month: outcome.month,
  station: outcome.station ?? '',
  kind: outcome.kind,
  due: outcome.due,
  done_at: outcome.doneAt,
  said: outcome.said,
  reopened: Number(outcome.reopened),
  kept: Number(isKept(outcome)),
});

const countsOf = ({ done_at, said, reopened, due, kept }: ReportOutcomeRow): Counts => ({
  filed: 1,
  done: Number(done_at !== null),
  reopened,
  solved: Number(said === 'solved'),
  unsolved: Number(said === 'unsolved'),
  limited: Number(due !== null),
  kept,
});

/** What each sum changes by, in an order that is the same for all who write. */
function changesOf(before: readonly ReportOutcomeRow[], after: readonly ReportOutcomeRow[]): ReportSumRow[] {
  const changes = new Map<string, ReportSumRow>();
  const add = (row: ReportOutcomeRow, sign: 1 | -1) => {
    const { directory, month, station, kind } = row;
    const key = [directory, month, station, kind].join('\n');
    const nothing = { filed: 0, done: 0, reopened: 0, solved: 0, unsolved: 0, limited: 0, kept: 0 };
    const sum = changes.get(key) ?? { directory, month, station, kind, ...nothing };
    const counts = countsOf(row);
    for (const count of COUNTS) sum[count] += sign * counts[count];
    changes.set(key, sum);
  };
  for (const row of before) add(row, -1);
  for (const row of after) add(row, 1);
  const changed = [...changes].filter(([, sum]) => COUNTS.some((count) => sum[count] !== 0));
  return changed.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

async function addToSums(transaction: Transaction<Tables>, changes: readonly ReportSumRow[]): Promise<void> {
  if (changes.length === 0) return;
  const added = Object.fromEntries(
    COUNTS.map((count) => [count, sql<number>`${sql.ref(`report_sum.${count}`)} + ${sql.ref(`excluded.${count}`)}`]),
  );
  await transaction
    .insertInto('report_sum')
    .values([...changes])
    .onConflict((conflict) => conflict.columns(['directory', 'month', 'station', 'kind']).doUpdateSet(added))
    .execute();
}

/** Counts those reports of a city on which something has happened since they were counted, or some of them. */
async function countSome(transaction: Transaction<Tables>, directory: string, judge: Judge): Promise<number> {
  const { ref } = sql;
  const uncounted = transaction
    .selectFrom('report')
    .select('ref')
    .where('directory', '=', directory)
    .where(sql<boolean>`counted <> seq`)
    .orderBy('ref')
    .limit(AT_ONCE);
  // First, so that nobody else counts them or adds to them until this is done: what is read then is all there is.
  const taken = await transaction
    .updateTable('report')
    .set({ counted: ref<number>('seq') })
    .where('ref', 'in', uncounted)
    .where(sql<boolean>`counted <> seq`)
    .returning(['ref', 'directory', 'secret_hash', 'receipt'])
    .execute();
  if (taken.length === 0) return 0;
  const receipts = new Map(taken.map(({ ref: own, receipt }) => [own, JSON.parse(receipt) as unknown]));
  const reports = await readReports(transaction, taken);
  const after = reports.map((stored) => toRow(stored.ref, directory, judge(stored, receipts.get(stored.ref))));
  const own = [...receipts.keys()];
  const before = await transaction.selectFrom('report_outcome').selectAll().where('report', 'in', own).execute();
  await transaction.deleteFrom('report_outcome').where('report', 'in', own).execute();
  await transaction.insertInto('report_outcome').values(after).execute();
  await addToSums(transaction, changesOf(before, after));
  return taken.length;
}

const stationsIn = (stations: BoardCut['stations']) =>
  stations === null ? sql`` : sql`and station in (${sql.join(stations)})`;

/**
 * The sums, without the limits that have not passed: time passes them by itself, so they are looked up each time, and are
 * few. One statement, so that both are of one moment. A month is asked for as an expression there, or an engine takes
 * the index of months and reads all of a year.
 */
const cellsOf = (directory: string, { from, to, stations, today }: BoardCut) => sql`
  select month, station, kind, filed, done, reopened, solved, unsolved, limited, kept from report_sum
    where directory = ${directory} and month >= ${from} and month <= ${to} ${stationsIn(stations)}
  union all
  select month, station, kind, 0, 0, 0, 0, 0, -1, -kept from report_outcome
    where directory = ${directory} and due >= ${today} and month || '' >= ${from} and month || '' <= ${to} ${stationsIn(stations)}`;

const SUMS = sql.join(COUNTS.map((count) => sql`sum(${sql.ref(count)}) as ${sql.ref(count)}`));

/** Sums come as texts from PostgreSQL. */
const toFigures = (row: { [C in keyof Counts]: number | string }): Figures => ({
  filed: Number(row.filed),
  due: Number(row.limited),
  onTime: Number(row.kept),
  done: Number(row.done),
  reopened: Number(row.reopened),
  solved: Number(row.solved),
  unsolved: Number(row.unsolved),
});

/** What came of reports, counted one by one and added up. It follows their events; `count` brings it up to them. */
export class OutcomeStore extends TableGroup {
  /** Brings what is counted of a city up to its events: so many at a time. @returns how many were behind; 0 when none is */
  count(directory: string, judge: Judge): Promise<number> {
    return transact(this.db, (transaction) => countSome(transaction, directory, judge));
  }

  /** Whether any report of a city is behind. */
  async isBehind(directory: string): Promise<boolean> {
    const own = this.db.selectFrom('report').select('ref').where('directory', '=', directory);
    return (await own.where(sql<boolean>`counted <> seq`).limit(1).executeTakeFirst()) !== undefined;
  }

  /** The first month in which anything was filed in a city. */
  async firstMonth(directory: string): Promise<string | null> {
    const own = this.db.selectFrom('report_sum').where('directory', '=', directory);
    const row = await own.select(({ fn }) => fn.min('month').as('month')).executeTakeFirst();
    return row?.month ?? null;
  }

  /** Figures by month, station and kind; those of which nothing was filed are left out. */
  async cells(directory: string, cut: BoardCut): Promise<Cell[]> {
    if (cut.stations?.length === 0) return [];
    const { rows } = await sql<ReportSumRow>`select month, station, kind, ${SUMS}
      from (${cellsOf(directory, cut)}) as cell group by month, station, kind`.execute(this.db);
    const cells = rows.map((row) => {
      const { month, station, kind } = row;
      return { month, station: station === '' ? null : station, kind, ...toFigures(row) };
    });
    return cells.filter(({ filed }) => filed > 0);
  }

  /** Figures by month. */
  async months(directory: string, cut: BoardCut): Promise<ReadonlyMap<string, Figures>> {
    if (cut.stations?.length === 0) return new Map();
    const { rows } = await sql<ReportSumRow>`select month, ${SUMS}
      from (${cellsOf(directory, cut)}) as cell group by month`.execute(this.db);
    return new Map(rows.map((row) => [row.month, toFigures(row)]));
  }

  /** Reports of a month as they are counted, so many after the one of that number. */
  async list(
    directory: string,
    { month, stations, after, limit }: Pick<BoardCut, 'stations'> & { month: string; after: string; limit: number },
  ): Promise<CountedReport[]> {
    if (stations?.length === 0) return [];
    const own = counted(this.db)
      .where('report_outcome.directory', '=', directory)
      .where('month', '=', month)
      .where('report_outcome.report', '>', after);
    const rows = await (stations === null ? own : own.where('report_outcome.station', 'in', stations))
      .orderBy('report_outcome.report')
      .limit(limit)
      .execute();
    return rows.map(({ report, station, submitted_at, done_at, reopened, ...row }) => ({
      ...row,
      ref: report,
      station: station === '' ? null : station,
      submittedAt: submitted_at,
      doneAt: done_at,
      reopened: reopened === 1,
    }));
  }
}

const counted = (db: Database) =>
  db
    .selectFrom('report_outcome')
    .innerJoin('report', 'report.ref', 'report_outcome.report')
    .select(['report', 'month', 'report_outcome.station', 'report_outcome.kind', 'due', 'done_at', 'said', 'reopened'])
    .select(['submitted_at', 'state']);
