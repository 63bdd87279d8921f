import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AuditKind } from '../reports/audit-kinds.ts';
import { TableGroup } from './engine.ts';
import type { AuditRow } from './schema.ts';

export type NewAuditRow = Omit<AuditRow, 'id' | 'times'>;

/** Which rows are asked for; null for all. */
export interface AuditFilter {
  kind: AuditKind | null;
  by: string | null;
}

/** What of the deployment is shown beside a city's: all that is of none, or only sign-ins with names that nobody has. */
export type AuditScope = { directory: string; beside: 'all' | 'strangers' };

/** The list of what an admin wants to look back at. The newest comes first. */
export class AuditStore extends TableGroup {
  async add(rows: readonly NewAuditRow[]): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map((row) => ({ id: randomUUID(), times: 1, ...row }));
    await this.db.insertInto('audit').values(values).execute();
  }

  /** Counts what may happen any number of times a day: one row for each day, directory and name. */
  async count(day: string, rows: readonly NewAuditRow[]): Promise<void> {
    if (rows.length === 0) return;
    const idOf = ({ directory, kind, by, about }: NewAuditRow) => [kind, day, directory, about ?? '', by].join('\n');
    await this.db
      .insertInto('audit')
      .values(rows.map((row) => ({ id: idOf(row), times: 1, ...row })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({ times: sql`audit.times + 1`, at: ref('excluded.at') })),
      )
      .execute();
  }

  #of({ directory, beside }: AuditScope, { kind, by }: AuditFilter) {
    let rows = this.db.selectFrom('audit').where(({ eb, and, or }) => {
      const none = eb('directory', '=', '');
      const strangers = and([none, eb('kind', '=', 'failed'), eb('by', '=', '')]);
      return or([eb('directory', '=', directory), beside === 'all' ? none : strangers]);
    });
    if (kind !== null) rows = rows.where('kind', '=', kind);
    if (by !== null) rows = rows.where('by', '=', by);
    return rows;
  }

  list(
    scope: AuditScope,
    filter: AuditFilter,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<AuditRow[]> {
    const rows = this.#of(scope, filter).selectAll().orderBy('at', 'desc').orderBy('id');
    return rows.limit(limit).offset(offset).execute();
  }

  async length(scope: AuditScope, filter: AuditFilter): Promise<number> {
    const row = await this.#of(scope, filter)
      .select(({ fn }) => fn.countAll<number | string>().as('rows'))
      .executeTakeFirstOrThrow();
    return Number(row.rows);
  }

  /** Everybody who did something of it. */
  async people(scope: AuditScope): Promise<string[]> {
    const rows = await this.#of(scope, { kind: null, by: null }).select('by').distinct().execute();
    return rows
      .map(({ by }) => by)
      .filter((by) => by !== '')
      .toSorted();
  }

  /** Drops what is older than a moment. */
  async prune(before: string): Promise<void> {
    await this.db.deleteFrom('audit').where('at', '<', before).execute();
  }
}
