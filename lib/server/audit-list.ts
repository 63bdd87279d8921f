import { z } from 'zod';
import { AUDIT_KINDS } from '../reports/audit-kinds.ts';
import type { AuditFilter, AuditScope } from '../store/audit.ts';
import type { AuditRow } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Staff } from './session.ts';

export type { AuditRow };

const PAGE_ROWS = 50;
/** A file holds so many, the newest. */
const MOST_ROWS = 20_000;

/** What the address asks for; what it does not know counts as not asked. */
const filterSchema = z.object({
  kind: z.enum(AUDIT_KINDS).nullable().catch(null),
  by: z.string().min(1).max(60).nullable().catch(null),
});

/** A row, and, of an unmasked telephone, why somebody looked: null where the report's words are erased. */
export type AuditEntry = AuditRow & { looked: string | null };

export interface AuditPage {
  filter: AuditFilter;
  entries: AuditEntry[];
  rows: number;
  page: number;
  pages: number;
  /** Everybody who stands in the whole list. */
  people: string[];
}

export const readAuditFilter = (query: { kind?: string | undefined; by?: string | undefined }): AuditFilter =>
  filterSchema.parse({ kind: query.kind ?? null, by: query.by ?? null });

/** What somebody sees: what belongs to the city they are admin of; an owner also what belongs to none. */
const scopeOf = ({ directory }: Staff, isOwner: boolean): AuditScope => ({
  directory,
  beside: isOwner ? 'all' : 'strangers',
});

/** Why somebody looked at a telephone stands in the report's own words, with which it is erased. */
async function lookedBecause({ reports }: Store, row: AuditRow): Promise<string | null> {
  const stored = row.kind === 'unmask' && row.about !== null ? await reports.find(row.about) : null;
  return stored?.directory === row.directory ? (stored.private?.words[Number(row.said)] ?? null) : null;
}

/** A page of the list, the newest first. */
export async function readAuditPage(
  store: Store,
  staff: Staff,
  isOwner: boolean,
  asked: { filter: AuditFilter; page: number },
): Promise<AuditPage> {
  const { filter } = asked;
  const scope = scopeOf(staff, isOwner);
  const rows = await store.audit.length(scope, filter);
  const pages = Math.max(1, Math.ceil(rows / PAGE_ROWS));
  const page = Math.min(Math.max(1, asked.page), pages);
  const listed = await store.audit.list(scope, filter, { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
  const entries = await Promise.all(listed.map(async (row) => ({ ...row, looked: await lookedBecause(store, row) })));
  return { filter, entries, rows, page, pages, people: await store.audit.people(scope) };
}

/** The same for a file, without what was typed about a reader. */
export const listAudit = (store: Store, staff: Staff, isOwner: boolean, filter: AuditFilter): Promise<AuditRow[]> =>
  store.audit.list(scopeOf(staff, isOwner), filter, { limit: MOST_ROWS, offset: 0 });
