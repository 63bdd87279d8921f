import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';

/**
 * Every migration, oldest first, in SQL that SQLite, PostgreSQL and the engines compatible with it all read. Forward
 * only: one that has been released is never edited; a new table group is one more entry at the end.
 */
const MIGRATIONS: Record<string, (engine: Engine) => string[]> = {
  '0001-review': () => [
    `create table decision (
      directory text not null, seq integer not null, id text not null unique, record text not null, flag text,
      phone text, field text, action text not null, how text, before text, after text, reason text not null,
      "by" text not null, "at" text not null, "approvedBy" text, answers text, primary key (directory, seq))`,
    'create index decision_record on decision (directory, record, seq)',
    `create table reader_mark (
      id text primary key, directory text not null, phone text not null, kind text not null, "at" text not null)`,
    'create index reader_mark_phone on reader_mark (directory, phone)',
    `create table setting (
      directory text not null, seq integer not null, "key" text not null, value text not null, "by" text not null,
      "at" text not null, primary key (directory, seq))`,
  ],
  // The staff_user, _session, _account and _verification tables are exactly what better-auth asks for; a test asks it.
  '0002-staff': (engine) => {
    const time = engine === 'sqlite' ? 'date' : 'timestamptz';
    const truth = engine === 'sqlite' ? 'integer' : 'boolean';
    return [
      `create table staff_user (
        id text not null primary key, name text not null, email text not null unique, "emailVerified" ${truth} not null,
        image text, "createdAt" ${time} not null, "updatedAt" ${time} not null, username text unique,
        "displayUsername" text, role text, banned ${truth}, "banReason" text, "banExpires" ${time})`,
      `create table staff_session (
        id text not null primary key, "expiresAt" ${time} not null, token text not null unique,
        "createdAt" ${time} not null, "updatedAt" ${time} not null, "ipAddress" text, "userAgent" text,
        "userId" text not null references staff_user (id) on delete cascade, "impersonatedBy" text)`,
      `create table staff_account (
        id text not null primary key, "accountId" text not null, "providerId" text not null,
        "userId" text not null references staff_user (id) on delete cascade, "accessToken" text, "refreshToken" text,
        "idToken" text, "accessTokenExpiresAt" ${time}, "refreshTokenExpiresAt" ${time}, scope text, password text,
        "createdAt" ${time} not null, "updatedAt" ${time} not null)`,
      `create table staff_verification (
        id text not null primary key, identifier text not null, value text not null, "expiresAt" ${time} not null,
        "createdAt" ${time} not null, "updatedAt" ${time} not null)`,
      'create index "staff_session_userId_idx" on staff_session ("userId")',
      'create index "staff_account_userId_idx" on staff_account ("userId")',
      'create index staff_verification_identifier_idx on staff_verification (identifier)',
      `create table staff_link (
        token_hash text primary key, staff text references staff_user (id) on delete cascade,
        expires_at text not null, used_at text)`,
      `create table staff_station (
        staff text not null references staff_user (id) on delete cascade, directory text not null,
        station text not null, primary key (staff, directory, station))`,
      'create table attempt (bucket text not null, window_start integer not null, count integer not null, primary key (bucket, window_start))',
    ];
  },
};

const asMigration = (statements: string[]): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/**
 * Brings a database to the newest shape, or leaves it untouched. Safe when several instances start at once: PostgreSQL
 * holds an advisory lock meanwhile, SQLite the write lock of the one transaction that runs them all.
 *
 * @throws when a migration fails or the database is of a newer release; nothing is changed then
 */
export async function migrate<T>(db: Kysely<T>, engine: Engine): Promise<void> {
  const provider = {
    getMigrations: async () =>
      Object.fromEntries(
        Object.entries(MIGRATIONS).map(([name, statements]) => [name, asMigration(statements(engine))]),
      ),
  };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw new Error('The database could not be brought up to date; nothing was changed.', { cause: error });
}
