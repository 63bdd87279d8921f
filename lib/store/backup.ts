import { createReadStream } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, StoreEngine } from './engine.ts';
import { migrate, ROLES_OF_0_1_0 } from './migrations.ts';
import { copySqlite, isInUse, isOurs } from './sqlite.ts';
import { connect, type StorePlace } from './store.ts';

/**
 * The tables of a backup, each after those it refers to. A test compares this list with the database, so that a new
 * table cannot be forgotten. `attempt` (limits of the last hours), `report_draft` (forms of the last hour), `probe` and
 * `clock` (what a running server has seen) are left out.
 */
export const BACKED_UP = [
  'staff_user',
  'staff_session',
  'staff_account',
  'staff_verification',
  'staff_link',
  'staff_station',
  'staff_role',
  'staff_sign_in',
  'staff_two_factor',
  'staff_factor',
  'city',
  'decision',
  'edition',
  'edition_in_force',
  'edition_draft',
  'reader_mark',
  'setting',
  'report',
  'report_event',
  'report_private',
  'report_day',
  'report_number',
  'report_deletion',
  'remembered_report',
  'audit',
  'notice_event',
  'notice_count',
  'asked_place',
  'channel',
  'outbox',
  'copies',
  'report_outcome',
  'report_sum',
] as const;

const FORMAT = 'baoda-backup-1';
const SQLITE_HEADER = 'SQLite format 3\0';
const HEAD_LINE = JSON.stringify({ format: FORMAT });
const HEAD_BYTES = 100;
const BATCH = 200;
/** So many characters are written at once: a row of an edition holds a whole file. */
const BATCH_SIZE = 4_000_000;

const headSchema = z.object({ format: z.literal(FORMAT) });
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const lineSchema = z.object({ table: z.enum(BACKED_UP), row: z.record(z.string(), scalar) });
type Line = z.infer<typeof lineSchema>;
/** The last line: a file that was cut off between two lines would else pass for a whole one. */
const endSchema = z.object({ rows: z.int() });

/** Every row in one moment's state, as JSON can hold it (times become ISO texts). */
async function* readRows(db: Database): AsyncGenerator<Line> {
  for (const table of BACKED_UP) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    for (const row of rows) yield lineSchema.parse({ table, row: JSON.parse(JSON.stringify(row)) });
  }
}

async function writeRows(db: Database, engine: StoreEngine, lines: AsyncIterable<Line>): Promise<void> {
  // SQLite has no truth values; PostgreSQL reads 0 and 1 as such where the column is one.
  const asStored = (value: Line['row'][string]) =>
    engine === 'sqlite' && typeof value === 'boolean' ? Number(value) : value;
  let batch: Line[] = [];
  let size = 0;
  const flush = async () => {
    const [first] = batch;
    if (!first) return;
    const columns = Object.keys(first.row);
    const values = batch.map(
      ({ row }) => sql`(${sql.join(columns.map((column) => sql`${asStored(row[column] ?? null)}`))})`,
    );
    await sql`insert into ${sql.table(first.table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)}`.execute(db);
    [batch, size] = [[], 0];
  };
  for await (const line of lines) {
    if (batch.length === BATCH || size > BATCH_SIZE || (batch[0] && batch[0].table !== line.table)) await flush();
    batch.push(line);
    for (const value of Object.values(line.row)) size += String(value).length;
  }
  await flush();
}

/**
 * Writes everything the store holds into one file: a SQLite database (online, also while the server runs), or, for
 * PostgreSQL, one JSON line a row. The file appears only when it is whole, in place of an earlier one of its name, and
 * is for its owner alone.
 *
 * @throws where `file` is the store itself or anything but a backup of ours, or cannot be written
 */
export async function backupStore(place: StorePlace, file: string): Promise<void> {
  if (place.engine === 'sqlite' && (await isSameFile(place.file, file)))
    throw new Error(`${file} is the store itself: name another file.`);
  await refuseUnlessBackup(file);
  const part = `${file}.part`;
  await rm(part, { force: true });
  try {
    if (place.engine === 'sqlite') await copySqlite(place.file, part);
    else await dump(place, part);
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

/** Only a backup of ours, or an empty file, gives way to a new one. */
async function refuseUnlessBackup(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null || (found.isFile() && found.size === 0)) return;
  if (!found.isFile()) throw new Error(`${file} is no file: name one.`);
  const head = await readHead(file);
  if (!isSqlite(head)) {
    if (head.toString('utf8').startsWith(HEAD_LINE)) return;
  } else if (!isInUse(head) && isOurs(file)) return;
  throw new Error(`${file} is there already and is no backup of ours: name another file, or move that one away.`);
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((file) => stat(file).catch(() => null)));
  return a !== null && b !== null && a?.dev === b?.dev && a?.ino === b?.ino;
}

async function dump(place: StorePlace, file: string): Promise<void> {
  const db = connect(place);
  const output = await open(file, 'w', 0o600);
  try {
    await output.appendFile(`${HEAD_LINE}\n`);
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        let rows = 0;
        for await (const line of readRows(transaction)) {
          await output.appendFile(`${JSON.stringify(line)}\n`);
          rows += 1;
        }
        await output.appendFile(`${JSON.stringify({ rows })}\n`);
      });
    await output.sync();
  } finally {
    await output.close();
    await db.destroy();
  }
}

const anyLineSchema = z.union([lineSchema, endSchema, headSchema]);

function parseLine(file: string, number: number, line: string): z.infer<typeof anyLineSchema> {
  try {
    return (number === 1 ? headSchema : anyLineSchema).parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${file}, line ${number}: not a line of a backup of ours`, { cause });
  }
}

async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0;
  let end: number | null = null;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8') })) {
    number += 1;
    const line = parseLine(file, number, text);
    if ('rows' in line) end = line.rows;
    else if ('table' in line) yield line;
  }
  if (end !== number - 2) throw new Error(`${file} breaks off after line ${number}: it is not whole.`);
}

const isSqlite = (head: Buffer) => head.toString('latin1').startsWith(SQLITE_HEADER);

/** The first bytes of a file. */
async function readHead(file: string): Promise<Buffer> {
  const input = await open(file, 'r');
  try {
    if (!(await input.stat()).isFile()) throw new Error(`${file} is no file.`);
    return (await input.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)).buffer;
  } finally {
    await input.close();
  }
}

/** Whether any table that a backup covers holds a row. */
async function holdsRows(db: Database): Promise<boolean> {
  for (const table of BACKED_UP) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

/**
 * Fills an empty store from a backup of either engine; all of it or nothing.
 *
 * @throws where the store holds anything, or the file is no backup of ours
 */
export async function restoreStore(place: StorePlace, file: string): Promise<void> {
  const fromSqlite = isSqlite(await readHead(file));
  const db = connect(place);
  try {
    await migrate(db, place.engine);
    if (await holdsRows(db))
      throw new Error('This store is not empty. Restore into a new one (BAODA_STORE or DATABASE_URL).');
    if (fromSqlite) await restoreSqlite(db, place.engine, file);
    else await db.transaction().execute((transaction) => restoreLines(transaction, place.engine, file));
  } finally {
    await db.destroy();
  }
}

/** A backup that 0.1.0 wrote has no roles by city. */
async function restoreLines(db: Database, engine: StoreEngine, file: string): Promise<void> {
  await writeRows(db, engine, readLines(file));
  const roles = await db.selectFrom('staff_role').select('staff').limit(1).execute();
  if (roles.length === 0) for (const statement of ROLES_OF_0_1_0) await sql.raw(statement).execute(db);
}

/** The backup is copied first: bringing an older one up to date must not change the file somebody keeps. */
async function restoreSqlite(db: Database, engine: StoreEngine, file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'baoda-restore-'));
  try {
    const copy = join(folder, 'copy.db');
    await copySqlite(file, copy);
    if (!isOurs(copy)) throw new Error(`${file} is a database, but no backup of ours.`);
    await restoreFrom(connect({ engine: 'sqlite', file: copy }), db, engine);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function restoreFrom(source: Database, db: Database, engine: StoreEngine): Promise<void> {
  try {
    await migrate(source, 'sqlite');
    await db.transaction().execute((transaction) => writeRows(transaction, engine, readRows(source)));
  } finally {
    await source.destroy();
  }
}
