import { sql } from 'kysely';
import type { State } from '../reports/words.ts';
import type { Database } from './engine.ts';
import { readReports, type StoredReport } from './reports.ts';

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

/** Reports by more than their number: queues, search, repeats and what time has to look at. */
export interface ReportQueueStore {
  list(directory: string, cut: QueueCut, page: QueuePage): Promise<StoredReport[]>;
  /** How many reports there are in each of some states. */
  counts(directory: string, cut: QueueCut): Promise<Partial<Record<State, number>>>;
  /** Reports whose number, station or place holds what staff typed, the newest first. */
  search(
    directory: string,
    typed: { part: string; stations: readonly string[] },
    limit: number,
  ): Promise<StoredReport[]>;
  /** Reports about one building since a moment, the newest first. */
  ofBuilding(directory: string, station: string | null, building: string, since: string): Promise<StoredReport[]>;
  /** Settled or old reports of which something private is still kept that should be gone by now. */
  ripe(directory: string, before: { settled: string; submitted: string }, limit: number): Promise<StoredReport[]>;
}

const COLUMNS = ['report.ref', 'report.directory', 'report.secret_hash'] as const;

/** A pattern in which `%` and `_` stand for themselves. SQLite has no escape character unless it is named. */
const containing = (text: string) => sql<string>`${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

export function reportQueueStore(db: Database): ReportQueueStore {
  const cutBy = (directory: string, { states, stations }: QueueCut) => {
    const query = db.selectFrom('report').where('directory', '=', directory).where('state', 'in', states);
    return stations === null ? query : query.where('station', 'in', stations);
  };
  const isEmpty = ({ states, stations }: QueueCut) => states.length === 0 || stations?.length === 0;
  return {
    async list(directory, cut, { limit, newestFirst = false, after }) {
      if (isEmpty(cut)) return [];
      const order = newestFirst ? 'desc' : 'asc';
      const beyond = newestFirst ? '<' : '>';
      const all = cutBy(directory, cut);
      const from = after
        ? all.where(({ or, and, eb }) =>
            or([
              eb('submitted_at', beyond, after.submittedAt),
              and([eb('submitted_at', '=', after.submittedAt), eb('ref', beyond, after.ref)]),
            ]),
          )
        : all;
      const rows = await from
        .select(COLUMNS)
        .orderBy('submitted_at', order)
        .orderBy('ref', order)
        .limit(limit)
        .execute();
      return readReports(db, rows);
    },
    async counts(directory, cut) {
      if (isEmpty(cut)) return {};
      const rows = await cutBy(directory, cut)
        .select(({ fn }) => ['state', fn.countAll().as('count')])
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    },
    async search(directory, { part, stations }, limit) {
      const rows = await db
        .selectFrom('report')
        .leftJoin('report_private', 'report_private.report', 'report.ref')
        .select(COLUMNS)
        .where('directory', '=', directory)
        .where(({ or, eb }) =>
          or([
            eb('report.ref', '=', part),
            eb('report_private.place', 'like', containing(part)),
            ...(stations.length > 0 ? [eb('report.station', 'in', stations)] : []),
          ]),
        )
        .orderBy('submitted_at', 'desc')
        .orderBy('ref', 'desc')
        .limit(limit)
        .execute();
      return readReports(db, rows);
    },
    async ofBuilding(directory, station, building, since) {
      const rows = await db
        .selectFrom('report_private')
        .innerJoin('report', 'report.ref', 'report_private.report')
        .select(COLUMNS)
        .where('building', '=', building)
        .where('directory', '=', directory)
        .where('station', station === null ? 'is' : '=', station)
        .where('submitted_at', '>=', since)
        .orderBy('submitted_at', 'desc')
        .limit(100)
        .execute();
      return readReports(db, rows);
    },
    async ripe(directory, before, limit) {
      const kept = db.selectFrom('report_private').innerJoin('report', 'report.ref', 'report_private.report');
      const old = await kept
        .select(COLUMNS)
        .where('directory', '=', directory)
        .where('submitted_at', '<=', before.submitted)
        .limit(limit)
        .execute();
      const settled = await kept
        .select(COLUMNS)
        .where('directory', '=', directory)
        .where('settled_at', '<=', before.settled)
        .where(({ or, eb }) => or([eb('phone', 'is not', null), eb('place', 'is not', null)]))
        .limit(limit)
        .execute();
      const rows = new Map([...old, ...settled].map((row) => [row.ref, row]));
      return readReports(db, [...rows.values()]);
    },
  };
}
