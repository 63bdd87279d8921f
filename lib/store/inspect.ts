import { sql } from 'kysely';
import { type Database, NO_DIRECTORY } from './engine.ts';
import { SettingStore } from './settings.ts';
import { connect, type StorePlace } from './store.ts';

/** A table that holds rows. */
export interface HeldRows {
  table: string;
  rows: number;
}

/** What a database holds: the tables with rows, and the settings that are about the store itself. */
export interface Inspection {
  held: HeldRows[];
  settings: Record<string, unknown>;
}

async function listHeldRows(db: Database): Promise<HeldRows[]> {
  const tables = (await db.introspection.getTables()).filter(({ isView }) => !isView);
  const held: HeldRows[] = [];
  for (const { schema, name } of tables) {
    const table = sql.table(schema ? `${schema}.${name}` : name);
    const { rows } = await sql<{ rows: number }>`select count(*) as "rows" from ${table}`.execute(db);
    held.push({ table: name, rows: rows[0]?.rows ?? 0 });
  }
  return held.filter(({ rows }) => rows > 0);
}

/** Looks into a database, whatever release wrote it and whosever its tables are. Nothing is brought up to date. */
export async function inspectStore(place: StorePlace): Promise<Inspection> {
  const db = connect(place);
  try {
    const held = await listHeldRows(db);
    const hasSettings = held.some(({ table }) => table === 'setting');
    return { held, settings: hasSettings ? await new SettingStore(db).read(NO_DIRECTORY) : {} };
  } finally {
    await db.destroy();
  }
}
