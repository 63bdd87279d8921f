import { sql } from 'kysely';
import { OPEN_STATES } from '../reports/lifecycle.ts';
import { KINDS, STATES, type State, tellsWayIn } from '../reports/words.ts';
import { type Database, TableGroup, transact } from './engine.ts';
import { NO_WORDS, readReports, type StoredReport } from './reports.ts';
import type { ReportRow } from './schema.ts';

/** What a queue is cut by. `stations` null is every station; a report without a station is in no agent's queue. */
export interface QueueCut {
  states: readonly State[];
  stations: readonly string[] | null;
}

/** A page of a queue, the oldest first, or the newest where `newestFirst`; `after` is the last report of the page before. */
export interface QueuePage {
  limit: number;
  newestFirst?: boolean;
  after?: { submittedAt: string; ref: string };
}

/**
 * What staff look for: numbers that may be meant, parts of numbers, stations, or a part of a place. `own` are the stations they may see,
 * null for all.
 */
export interface ReportSearch {
  refs: readonly string[];
  /** Parts of numbers that may be meant, in capitals. */
  refParts: readonly string[];
  part: string;
  stations: readonly string[];
  own: readonly string[] | null;
  /** How many of the newest, and of the open ones, are looked through for the place. */
  lookThrough: number;
}

const COLUMNS = ['report.ref', 'report.directory', 'report.secret_hash', 'report.submitted_at'] as const;
type Row = Pick<ReportRow, 'ref' | 'directory' | 'secret_hash' | 'submitted_at'>;

/** A pattern in which `%` and `_` stand for themselves. SQLite has no escape character unless it is named. */
const containing = (text: string) => sql<string>`${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

const oldestFirst = (a: Row, b: Row) => compare(a.submitted_at, b.submitted_at) || compare(a.ref, b.ref);
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The first so many of several runs that are each in order, every report once. */
function merge(runs: readonly Row[][], limit: number, newestFirst: boolean): Row[] {
  const once = new Map(runs.flat().map((row) => [row.ref, row]));
  const sorted = [...once.values()].sort(oldestFirst);
  return (newestFirst ? sorted.reverse() : sorted).slice(0, limit);
}

/**
 * One state at a time, and one station, because an engine then reads no more rows of an index than it gives back;
 * asked for several at once, it may look through all the old ones.
 */
function runsOf(db: Database, directory: string, { states, stations }: QueueCut) {
  const all = db.selectFrom('report').where('report.directory', '=', directory);
  const inState = states.map((state) => all.where('report.state', '=', state));
  if (stations === null) return inState;
  return inState.flatMap((run) => stations.map((station) => run.where('report.station', '=', station)));
}

/** Reports looked up with one statement: asked for many more, an engine would rather read the whole table. */
const AT_ONCE = 200;

/** Those of some reports that have a part of a text in their place. */
async function inPlace(db: Database, rows: readonly Row[], part: string): Promise<Row[]> {
  const found = new Set<string>();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const refs = rows.slice(from, from + AT_ONCE).map(({ ref }) => ref);
    const kept = await db
      .selectFrom('report_private')
      .select('report')
      .where('report', 'in', refs)
      .where('place', 'like', containing(part))
      .execute();
    for (const { report } of kept) found.add(report);
  }
  return rows.filter(({ ref }) => found.has(ref));
}

type Run = ReturnType<typeof runsOf>[number];

/** The newest so many rows of a run. */
/** Kinds of which what was written goes with phone and place. */
const WAY_IN_KINDS = KINDS.filter(tellsWayIn);

/** Whether anything is kept of a settled report that goes before the year is over. */
const keptAfterSettling = sql<boolean>`(phone is not null or place is not null or
  (kind in (${sql.join(WAY_IN_KINDS)}) and (text is not null or words <> ${NO_WORDS})))`;

const newest = (run: Run, limit: number) =>
  run.select(COLUMNS).orderBy('submitted_at', 'desc').orderBy('ref', 'desc').limit(limit).execute();

/** The cities of reports: the index is stepped through from one to the next. Null stands at its end. */
const CITIES = sql`with recursive city (directory) as (
  select min(directory) from report
  union all
  select (select min(report.directory) from report where report.directory > city.directory) from city
  where city.directory is not null
)`;

/** When (ISO) time next does something to a report as it stood at an event, or null: nothing. */
interface Moment {
  ref: string;
  seq: number;
  at: string | null;
}

/** Another value for each of some reports, in one statement. */
function byRef<T>(moments: readonly Moment[], type: 'text' | 'integer', value: (moment: Moment) => T) {
  const cases = moments.map((one) => sql`when ${one.ref} then cast(${value(one)} as ${sql.raw(type)})`);
  return sql<T>`case ref ${sql.join(cases, sql` `)} end`;
}

/** Reports by more than their number: queues, search, repeats and what time has to look at. */
export class ReportQueueStore extends TableGroup {
  async list(
    directory: string,
    cut: QueueCut,
    { limit, newestFirst = false, after }: QueuePage,
  ): Promise<StoredReport[]> {
    const order = newestFirst ? 'desc' : 'asc';
    const beyond = newestFirst ? '<' : '>';
    const runs = runsOf(this.db, directory, cut).map((run) => {
      const from = after
        ? run.where(({ refTuple, tuple, eb }) =>
            eb(refTuple('submitted_at', 'ref'), beyond, tuple(after.submittedAt, after.ref)),
          )
        : run;
      return from.select(COLUMNS).orderBy('submitted_at', order).orderBy('ref', order).limit(limit).execute();
    });
    return readReports(this.db, merge(await Promise.all(runs), limit, newestFirst));
  }

  /** Those that were open at a moment (ISO): the open ones filed by then, and what was settled since. The oldest first. */
  async openAt(
    directory: string,
    stations: readonly string[] | null,
    at: string,
    limit: number,
  ): Promise<StoredReport[]> {
    const settled = STATES.filter((state) => !OPEN_STATES.some((open) => open === state));
    const runs = [
      ...runsOf(this.db, directory, { states: OPEN_STATES, stations }),
      ...runsOf(this.db, directory, { states: settled, stations }).map((run) => run.where('settled_at', '>', at)),
    ].map((run) =>
      run.where('submitted_at', '<=', at).select(COLUMNS).orderBy('submitted_at').orderBy('ref').limit(limit),
    );
    return readReports(this.db, merge(await Promise.all(runs.map((run) => run.execute())), limit, false));
  }

  /** How many reports there are in each of some states. */
  async counts(directory: string, { states, stations }: QueueCut): Promise<Partial<Record<State, number>>> {
    if (states.length === 0 || stations?.length === 0) return {};
    const all = this.db.selectFrom('report').where('directory', '=', directory).where('state', 'in', states);
    const rows = await (stations === null ? all : all.where('station', 'in', stations))
      .select(({ fn }) => ['state', fn.countAll().as('count')])
      .groupBy('state')
      .execute();
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  }

  /**
   * How many reports are open in each state, of every city that ever had any. The index is stepped through from city to
   * city, and each state is asked for by its name: given as a variable, PostgreSQL would take it for half of the table.
   */
  async countOpen(): Promise<{ directory: string; state: State; count: number }[]> {
    const counts = OPEN_STATES.map(
      (state) => sql`(select count(*) from report where report.directory = city.directory
        and report.state = ${sql.lit(state)}) as ${sql.ref(state)}`,
    );
    const { rows } = await sql<{ directory: string } & Record<(typeof OPEN_STATES)[number], number>>`
      ${CITIES}
      select city.directory, ${sql.join(counts)} from city where city.directory is not null`.execute(this.db);
    return rows.flatMap((row) =>
      OPEN_STATES.map((state) => ({ directory: row.directory, state, count: Number(row[state]) })),
    );
  }

  /** How many were filed and how many came to their end within a span of time (ISO instants, the end not included). */
  async countOfDay(
    directory: string,
    stations: readonly string[] | null,
    { from, to }: { from: string; to: string },
  ): Promise<{ filed: number; settled: number }> {
    const all = this.db.selectFrom('report').where('directory', '=', directory);
    const own = stations === null ? all : all.where('station', 'in', stations);
    const count = async (column: 'submitted_at' | 'settled_at') => {
      const row = await own
        .where(column, '>=', from)
        .where(column, '<', to)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    };
    return { filed: await count('submitted_at'), settled: await count('settled_at') };
  }

  /** Reports of that number, of those stations, or with the part in their place, the newest first. */
  async search(
    directory: string,
    { refs, refParts, part, stations, own, lookThrough }: ReportSearch,
    limit: number,
  ): Promise<StoredReport[]> {
    const db = this.db;
    const all = db.selectFrom('report').where('report.directory', '=', directory);
    const mayBeSeen = own === null ? [all] : own.map((station) => all.where('station', '=', station));
    const named = stations.filter((station) => own === null || own.includes(station));
    const lookedThrough = [...mayBeSeen, ...runsOf(db, directory, { states: OPEN_STATES, stations: own })];
    const runs = await Promise.all([
      ...refs.flatMap((ref) => mayBeSeen.map((run) => newest(run.where('ref', '=', ref), 1))),
      ...refParts.flatMap((one) => mayBeSeen.map((run) => newest(run.where('ref', 'like', containing(one)), limit))),
      ...named.map((station) => newest(all.where('station', '=', station), limit)),
      ...lookedThrough.map(async (run) => inPlace(db, await newest(run, lookThrough), part)),
    ]);
    return readReports(db, merge(runs, limit, true));
  }

  /** Reports for which a caller left the phone that this stands for, the newest first; `own` as in a search. */
  async ofCaller(
    directory: string,
    caller: string,
    own: readonly string[] | null,
    limit: number,
  ): Promise<StoredReport[]> {
    if (own?.length === 0) return [];
    const all = this.#withPrivate(directory).where('caller', '=', caller);
    const seen = own === null ? all : all.where('station', 'in', own);
    return readReports(
      this.db,
      await seen.orderBy('submitted_at', 'desc').orderBy('ref', 'desc').limit(limit).execute(),
    );
  }

  /** Reports about one building since a moment, the newest first. */
  async ofBuilding(
    directory: string,
    station: string | null,
    building: string,
    since: string,
  ): Promise<StoredReport[]> {
    const rows = await this.#withPrivate(directory)
      .where('building', '=', building)
      .where('station', station === null ? 'is' : '=', station)
      .where('submitted_at', '>=', since)
      .orderBy('submitted_at', 'desc')
      .limit(100)
      .execute();
    return readReports(this.db, rows);
  }

  /**
   * Reports for which a moment has come, or of which it is not told yet, or no more: something has happened since, also by
   * an instance of an earlier release.
   */
  async due(directory: string, now: string, limit: number): Promise<StoredReport[]> {
    const own = this.db.selectFrom('report').select(COLUMNS).where('directory', '=', directory).limit(limit);
    const [behind, come] = await Promise.all([
      own.where(sql<boolean>`timed <> seq`).execute(),
      own.where('next_at', '<=', now).orderBy('next_at').execute(),
    ]);
    return readReports(this.db, merge([behind, come], limit, false));
  }

  /** Notes when time next does something to reports, as they stood at an event of theirs. */
  async tellMoments(moments: readonly Moment[]): Promise<void> {
    for (let from = 0; from < moments.length; from += AT_ONCE) {
      const some = moments.slice(from, from + AT_ONCE);
      const noted = { next_at: byRef(some, 'text', ({ at }) => at), timed: byRef(some, 'integer', ({ seq }) => seq) };
      const refs = some.map(({ ref }) => ref);
      await transact(this.db, (transaction) =>
        transaction.updateTable('report').set(noted).where('ref', 'in', refs).execute(),
      );
    }
  }

  /** Forgets those of all open reports: limits or hours have changed. */
  async forgetMoments(directory: string): Promise<void> {
    const own = this.db.updateTable('report').set({ timed: 0 }).where('directory', '=', directory);
    await own.where('state', 'in', OPEN_STATES).execute();
  }

  /** Settled or old reports of which something private is still kept that should be gone by now. */
  async ripe(
    directory: string,
    before: { settled: string; submitted: string },
    limit: number,
  ): Promise<StoredReport[]> {
    const kept = this.#withPrivate(directory).limit(limit);
    const old = await kept.where('submitted_at', '<=', before.submitted).execute();
    const settled = await kept.where('settled_at', '<=', before.settled).where(keptAfterSettling).execute();
    const rows = new Map([...old, ...settled].map((row) => [row.ref, row]));
    return readReports(this.db, [...rows.values()]);
  }

  /** How many there are of those, however many that is. */
  async countRipe(directory: string, before: { settled: string; submitted: string }): Promise<number> {
    const row = await this.#joined(directory)
      .where(({ or, and, eb }) =>
        or([
          eb('submitted_at', '<=', before.submitted),
          and([eb('settled_at', '<=', before.settled), keptAfterSettling]),
        ]),
      )
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  /** Every city of which there are reports, also where it is not served any more. */
  async directories(): Promise<string[]> {
    const { rows } = await sql<{
      directory: string;
    }>`${CITIES} select directory from city where directory is not null`.execute(this.db);
    return rows.map(({ directory }) => directory);
  }

  /** Of how many reports anything private is kept. */
  async countKept(directory: string): Promise<number> {
    const row = await this.#joined(directory)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  /** How many erasures by age there were since a moment. */
  async countErased(directory: string, since: string): Promise<number> {
    const row = await this.db
      .selectFrom('report_deletion')
      .innerJoin('report', 'report.ref', 'report_deletion.report')
      .where('directory', '=', directory)
      .where('why', '=', 'age')
      .where('at', '>', since)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  #joined(directory: string) {
    const both = this.db.selectFrom('report_private').innerJoin('report', 'report.ref', 'report_private.report');
    return both.where('directory', '=', directory);
  }

  /** The reports of a directory of which anything private is kept. */
  #withPrivate(directory: string) {
    return this.#joined(directory).select(COLUMNS);
  }
}
