import { Kysely } from 'kysely';
import { AttemptStore } from './attempts.ts';
import { DecisionStore } from './decisions.ts';
import type { Database, StoreEngine } from './engine.ts';
import { ExportStore } from './exports.ts';
import { migrate } from './migrations.ts';
import { postgresDialect } from './postgres.ts';
import { PostStore } from './posts.ts';
import { ReaderMarkStore } from './reader-marks.ts';
import { ReportDraftStore } from './report-drafts.ts';
import { ReportQueueStore } from './report-queues.ts';
import { ReportStore } from './reports.ts';
import type { Tables } from './schema.ts';
import { SettingStore } from './settings.ts';
import { sqliteDialect } from './sqlite.ts';
import { StaffLinkStore } from './staff-links.ts';

/** Where the store is: a file of SQLite's, or a PostgreSQL address. */
export type StorePlace = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string };

/** The database, one small store per group of tables. A new group is a file, a migration and a line here. */
export interface Store {
  place: StorePlace;
  decisions: DecisionStore;
  settings: SettingStore;
  readerMarks: ReaderMarkStore;
  attempts: AttemptStore;
  posts: PostStore;
  staffLinks: StaffLinkStore;
  exports: ExportStore;
  reports: ReportStore;
  reportQueues: ReportQueueStore;
  reportDrafts: ReportDraftStore;
  /** For better-auth, which writes its own SQL over the `staff_*` tables. */
  accounts: { db: Database; type: StoreEngine };
  close(): Promise<void>;
}

/** Connects without touching the tables. */
export function connect(place: StorePlace): Database {
  const dialect = place.engine === 'sqlite' ? sqliteDialect(place.file) : postgresDialect(place.url);
  return new Kysely<Tables>({ dialect });
}

/**
 * Opens the store and brings its tables up to date.
 *
 * @throws where the place cannot be opened or the database is of a newer release
 */
export async function openStore(place: StorePlace): Promise<Store> {
  const db = connect(place);
  try {
    await migrate(db, place.engine);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    place,
    decisions: new DecisionStore(db),
    settings: new SettingStore(db),
    readerMarks: new ReaderMarkStore(db),
    attempts: new AttemptStore(db),
    posts: new PostStore(db),
    staffLinks: new StaffLinkStore(db),
    exports: new ExportStore(db),
    reports: new ReportStore(db),
    reportQueues: new ReportQueueStore(db),
    reportDrafts: new ReportDraftStore(db),
    accounts: { db, type: place.engine },
    close: () => db.destroy(),
  };
}
