import { sql } from 'kysely';
import type { Store } from '../lib/store/store.ts';

/** Every row of every table, but of the tables that are named, for holding one moment against another. */
export async function readRows({ accounts: { db } }: Store, ...left: string[]): Promise<Record<string, unknown[]>> {
  const names = (await db.introspection.getTables()).map(({ name }) => name).filter((name) => !left.includes(name));
  const tables = names.map(async (name) => [name, (await sql`select * from ${sql.table(name)}`.execute(db)).rows]);
  return Object.fromEntries(await Promise.all(tables)) as Record<string, unknown[]>;
}
