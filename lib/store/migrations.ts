import { type Kysely, sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { EVERY_DIRECTORY, NO_DIRECTORY, type StoreEngine } from './engine.ts';

/**
 * Gives the people of 0.1.0, who had one role for everything, roles by city: an admin becomes an owner too, an agent
 * works where their stations are, the others in every city there is. Which those are the database does not know: see
 * `StaffStore.settleRoles`.
 */
export const ROLES_OF_0_1_0 = [
  `insert into staff_role (staff, directory, role)
    select id, '${NO_DIRECTORY}', 'owner' from staff_user where role = 'admin'`,
  `insert into staff_role (staff, directory, role)
    select id, '${EVERY_DIRECTORY}', role from staff_user where role in ('admin', 'editor', 'dispatcher')`,
  `insert into staff_role (staff, directory, role)
    select distinct staff_station.staff, staff_station.directory, 'agent' from staff_station
    join staff_user on staff_user.id = staff_station.staff where staff_user.role = 'agent'`,
];

/**
 * Every migration, oldest first, in SQL that SQLite, PostgreSQL and the engines compatible with it all read. Forward
 * only: one that has been released is never edited; a new table group is one more entry at the end.
 */
const MIGRATIONS: Record<string, (engine: StoreEngine) => string[]> = {
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
  '0003-reports': () => [
    `create table report (
      ref text primary key, directory text not null, seq integer not null, state text not null, station text,
      kind text not null, submitted_at text not null, settled_at text, key_hash text not null unique, body_hash text,
      secret_hash text, receipt text not null)`,
    'create index report_queue on report (directory, state, submitted_at)',
    'create index report_station on report (directory, station, submitted_at)',
    'create index report_age on report (submitted_at)',
    'create index report_settled on report (settled_at)',
    `create table report_event (
      report text not null references report (ref), seq integer not null, type text not null, by_role text not null,
      by_name text, "at" text not null, facts text not null, primary key (report, seq))`,
    `create table report_private (
      report text primary key references report (ref), phone text, place text, building text, papers text, text text,
      words text not null)`,
    'create index report_building on report_private (building)',
    'create table report_day (day text primary key, number integer not null)',
    `create table report_deletion (
      id text primary key, report text not null, erased text not null, why text not null, "at" text not null)`,
    `create table report_draft (
      id_hash text primary key, directory text not null, body text not null, expires_at text not null)`,
    'create index report_draft_expiry on report_draft (expires_at)',
  ],
  '0004-sign-ins': () => [
    `create table staff_sign_in (
      staff text primary key references staff_user (id) on delete cascade, "at" text not null)`,
  ],
  // Each question a queue or a search asks is one run through one of these, in its order, however many are old.
  '0005-report-queues': () => [
    'drop index report_queue',
    'drop index report_station',
    'drop index report_age',
    'drop index report_settled',
    'create index report_by_state on report (directory, state, submitted_at, ref)',
    'create index report_by_station_state on report (directory, station, state, submitted_at, ref)',
    'create index report_by_station on report (directory, station, submitted_at, ref)',
    'create index report_by_time on report (directory, submitted_at, ref)',
    'create index report_by_settling on report (directory, settled_at)',
  ],
  // `report_day` stays: an instance of 0.1.0 files into it until it is replaced, under letters of its own.
  '0006-cities-apart': () => [
    `create table staff_role (
      staff text not null references staff_user (id) on delete cascade, directory text not null, role text not null,
      primary key (staff, directory))`,
    ...ROLES_OF_0_1_0,
    `create table report_number (
      directory text not null, day text not null, number integer not null, primary key (directory, day))`,
    `create table export (
      id text primary key, directory text not null, what text not null, "by" text not null, "at" text not null)`,
    'create index export_by_time on export (directory, "at")',
  ],
  '0007-faults': () => [
    'create table probe (id integer primary key, "at" text not null)',
    `create table clock (
      id integer primary key, seen_at text not null, doubted_at text, doubted_passes integer not null)`,
    'create index report_deletion_age on report_deletion ("at")',
  ],
  // Null in both columns of a decision: it was made before, or by an instance of an earlier release, in the first edition.
  '0008-editions': () => [
    'alter table decision add column edition integer',
    'alter table decision add column printed text',
    `create table edition (
      directory text not null, seq integer not null, facts text not null, tables text not null,
      identities text not null, changes text not null, stations integer not null, phones integer not null,
      reader integer not null, file_name text, sha256 text not null,
      bytes text not null, way text not null, "by" text, "at" text not null, approved_by text,
      primary key (directory, seq))`,
    `create table edition_in_force (
      directory text not null, n integer not null, edition integer not null, way text not null, "by" text,
      "at" text not null, approved_by text, primary key (directory, n))`,
    `create table edition_draft (
      id text primary key, directory text not null, version integer not null, "by" text, "at" text not null,
      changed_by text, changed_at text not null, file_name text, sha256 text not null, body text not null,
      bytes text not null, edition integer, dropped integer not null)`,
    'create index edition_draft_open on edition_draft (directory, dropped, edition)',
  ],
  '0009-notices': () => [
    `create table notice_event (
      directory text not null, seq integer not null, notice integer not null, type text not null, "by" text not null,
      "at" text not null, until text not null, content text, primary key (directory, seq))`,
    'create index notice_event_notice on notice_event (directory, notice, seq)',
    'create index notice_event_until on notice_event (directory, until)',
    `create table notice_count (
      directory text not null, notice integer not null, count integer not null, primary key (directory, notice))`,
  ],
  '0010-remembered-reports': () => [
    `create table remembered_report (
      token_hash text not null, report text not null references report (ref), "at" text not null,
      expires_at text not null, primary key (token_hash, report))`,
    'create index remembered_report_report on remembered_report (report)',
    'create index remembered_report_expiry on remembered_report (expires_at)',
  ],
  '0011-asked-places': () => [
    `create table asked_place (
      directory text not null, text text not null, count integer not null, first_day text not null,
      last_day text not null, decision text, dismissed_by text, dismissed_at text, primary key (directory, text))`,
    'create index asked_place_age on asked_place (last_day)',
  ],
  // Null in a proposal: a correction, the only kind there was.
  '0012-proposes': () => ['alter table decision add column proposes text'],
  '0013-cities': () => [
    `create table city (
      directory text not null, seq integer not null, facts text not null, service text not null, letters text not null,
      divisions text, "by" text not null, "at" text not null, primary key (directory, seq))`,
  ],
  // Of all cities at once it is asked every second whether one of these came in.
  '0014-decisions-of-cities': () => ["create index decision_of_city on decision (directory, seq) where record = ''"],
  '0015-removed-cities': () => ['alter table city add column state text'],
  '0016-messages': () => [
    `create table channel (
      id text primary key, directory text not null, name text not null, type text not null, address text not null,
      secret text, stations text not null, kinds text not null, "by" text not null, made_at text not null,
      removed_at text)`,
    'create index channel_directory on channel (directory)',
    `create table outbox (
      id text primary key, directory text not null, channel text not null, kind text not null, report text,
      about text not null, "at" text not null, next_at text not null, tries integer not null, tried_at text,
      state text not null, said text, settled_at text, unique (channel, kind, about))`,
    'create index outbox_due on outbox (state, next_at)',
    'create index outbox_directory on outbox (directory, "at")',
    'create index outbox_tried on outbox (channel, tried_at)',
    'create table lease (name text primary key, holder text not null, until text not null)',
  ],
  '0017-copies': () => [
    `create table copies (
      directory text not null, seq integer not null, station text not null, month text not null, copies integer,
      "by" text not null, "at" text not null, primary key (directory, seq))`,
  ],
  // `counted` is the last event that the sums know of. It stays behind where an instance of an earlier release writes.
  '0017-counted-reports': () => [
    'alter table report add column counted integer not null default 0',
    'create index report_uncounted on report (directory, ref) where counted <> seq',
    `create table report_outcome (
      report text primary key references report (ref), directory text not null, month text not null,
      station text not null, kind text not null, due text, done_at text, said text, reopened integer not null,
      kept integer not null)`,
    'create index report_outcome_due on report_outcome (directory, due)',
    'create index report_outcome_month on report_outcome (directory, month, report)',
    `create table report_sum (
      directory text not null, month text not null, station text not null, kind text not null,
      filed integer not null, done integer not null, reopened integer not null, solved integer not null,
      unsolved integer not null, limited integer not null, kept integer not null,
      primary key (directory, month, station, kind))`,
  ],
  // What was kept of exports alone becomes a part of the list of all that an admin wants to look back at.
  '0018-audit': () => [
    `create table audit (
      id text primary key, directory text not null, kind text not null, "by" text not null, "at" text not null,
      about text, said text, why text, times integer not null)`,
    'create index audit_by_time on audit (directory, "at", id)',
    'create index audit_by_kind on audit (directory, kind, "at", id)',
    'create index audit_age on audit ("at")',
    `insert into audit (id, directory, kind, "by", "at", about, times)
      select id, directory, 'export', "by", "at", what, 1 from export`,
    'drop table export',
  ],
  // Of all cities at once it is asked who must have one. The column and staff_two_factor are exactly what better-auth asks for; a test asks it.
  '0018-second-factor': (engine) => {
    const time = engine === 'sqlite' ? 'date' : 'timestamptz';
    const truth = engine === 'sqlite' ? 'integer' : 'boolean';
    return [
      `alter table staff_user add column "twoFactorEnabled" ${truth}`,
      `create table staff_two_factor (
        id text not null primary key, secret text not null, "backupCodes" text not null,
        "userId" text not null references staff_user (id) on delete cascade, verified ${truth},
        "failedVerificationCount" integer, "lockedUntil" ${time})`,
      'create index staff_two_factor_secret_idx on staff_two_factor (secret)',
      'create index "staff_two_factor_userId_idx" on staff_two_factor ("userId")',
      `create table staff_factor (
        staff text primary key references staff_user (id) on delete cascade, step integer not null,
        begun_session text, begun_at text)`,
      'create index setting_by_key on setting ("key")',
    ];
  },
  // Null where a phone was kept before; `markCallers` says it of those too.
  '0019-callers': () => [
    'alter table report_private add column caller text',
    'create index report_caller on report_private (caller)',
    'create index report_without_caller on report_private (report) where phone is not null and caller is null',
  ],
  // `next_at` is when time next does something to a report, as it stood at the event `timed`.
  '0020-moments': () => [
    'alter table report add column next_at text',
    'alter table report add column timed integer not null default 0',
    `update report set timed = seq where state in ('closed', 'rejected', 'duplicate', 'withdrawn')`,
    'create index report_moment on report (directory, next_at) where next_at is not null',
    'create index report_untimed on report (directory, ref) where timed <> seq',
  ],
};

const asMigration = (statements: string[]): Migration => ({
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/** The key of Kysely's own lock, so that a process of an earlier release is waited for as well. */
const LOCK_ID = '3853314791062309107';

async function migrateUnderLock<T>(transaction: Transaction<T>, engine: StoreEngine): Promise<void> {
  // Held by the transaction: behind PgBouncer a session's lock would stay with a connection that is somebody else's next.
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(BigInt(LOCK_ID))})`.execute(transaction);
  const provider = {
    getMigrations: async () =>
      Object.fromEntries(
        Object.entries(MIGRATIONS).map(([name, statements]) => [name, asMigration(statements(engine))]),
      ),
  };
  const migrator = new Migrator({ db: transaction, provider });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Migrations that a database has seen and this release does not know. */
async function unknownMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !(name in MIGRATIONS));
}

/**
 * Brings a database to the newest shape, or leaves it untouched. Safe when several instances start at once: PostgreSQL
 * holds an advisory lock meanwhile, SQLite its write lock, both for the one transaction that runs them all.
 *
 * @throws when a migration fails or the database is of a newer release; nothing is changed then
 */
export async function migrate<T>(db: Kysely<T>, engine: StoreEngine): Promise<void> {
  const [newer] = await unknownMigrations(db);
  if (newer !== undefined)
    throw new Error(
      `This store was made by a newer release (it has ${newer}). Start that release, or restore a backup that was made ` +
        'before it into a new store.',
    );
  try {
    await db.transaction().execute((transaction) => migrateUnderLock(transaction, engine));
  } catch (cause) {
    throw new Error('The database could not be brought up to date; nothing was changed.', { cause });
  }
}
