import { Kysely } from 'kysely';
import { AskedPlaceStore } from './asked-places.ts';
import { AttemptStore } from './attempts.ts';
import { AuditStore } from './audit.ts';
import { ChannelStore } from './channels.ts';
import { CityStore } from './cities.ts';
import { ClockStore } from './clock.ts';
import { CopiesStore } from './copies.ts';
import { DecisionStore } from './decisions.ts';
import { EditionDraftStore } from './edition-drafts.ts';
import { EditionStore } from './editions.ts';
import type { Database, StoreEngine } from './engine.ts';
import { storeFaultOf } from './faults.ts';
import { LeaseStore } from './leases.ts';
import { migrate } from './migrations.ts';
import { NoticeStore } from './notices.ts';
import { OutboxStore } from './outbox.ts';
import { OutcomeStore } from './outcomes.ts';
import { postgresDialect } from './postgres.ts';
import { USUAL_PATIENCE } from './postgres-pool.ts';
import { PostStore } from './posts.ts';
import { probe } from './probe.ts';
import { ReaderMarkStore } from './reader-marks.ts';
import { RememberedReportStore } from './remembered-reports.ts';
import { ReportDraftStore } from './report-drafts.ts';
import { ReportQueueStore } from './report-queues.ts';
import { ReportStore } from './reports.ts';
import type { Tables } from './schema.ts';
import { SecondFactorStore } from './second-factors.ts';
import { SettingStore } from './settings.ts';
import { checkSqlite, sqliteDialect, sqliteTrouble } from './sqlite.ts';
import { StaffLinkStore } from './staff-links.ts';

/** Where the store is: a file of SQLite's, or a PostgreSQL address. */
export type StorePlace =
  | { engine: 'sqlite'; file: string }
  /** `pool`: how many connections this process may hold. */
  | { engine: 'postgres'; url: string; pool?: number };

/** Ten processes with so many each leave a server of 100 connections a fifth for migrations, backups and people. */
export const USUAL_POOL = 8;

/** The database, one small store per group of tables. A new group is a file, a migration and a line here. */
export interface Store {
  place: StorePlace;
  cities: CityStore;
  decisions: DecisionStore;
  editions: EditionStore;
  editionDrafts: EditionDraftStore;
  settings: SettingStore;
  readerMarks: ReaderMarkStore;
  attempts: AttemptStore;
  posts: PostStore;
  staffLinks: StaffLinkStore;
  audit: AuditStore;
  secondFactors: SecondFactorStore;
  reports: ReportStore;
  reportQueues: ReportQueueStore;
  outcomes: OutcomeStore;
  copies: CopiesStore;
  reportDrafts: ReportDraftStore;
  rememberedReports: RememberedReportStore;
  clock: ClockStore;
  notices: NoticeStore;
  channels: ChannelStore;
  outbox: OutboxStore;
  leases: LeaseStore;
  askedPlaces: AskedPlaceStore;
  /** Writes one row. @throws where the store does not answer or takes nothing */
  probe(at: string): Promise<void>;
  /** For better-auth, which writes its own SQL over the `staff_*` tables. */
  accounts: { db: Database; type: StoreEngine };
  /** Lets go of its leases and ends its connections. */
  close(): Promise<void>;
}

/** Connects for work that may take its time, such as a migration or a backup, without touching the tables. */
export function connect(place: StorePlace): Database {
  const dialect = place.engine === 'sqlite' ? sqliteDialect(place.file) : postgresDialect(place.url, null);
  return new Kysely<Tables>({ dialect });
}

async function migrated(place: StorePlace): Promise<Database> {
  if (place.engine === 'sqlite') checkSqlite(place.file);
  const db = connect(place);
  let isReady = false;
  try {
    await migrate(db, place.engine);
    isReady = place.engine === 'sqlite';
  } catch (error) {
    throw place.engine === 'sqlite' && storeFaultOf(error) ? sqliteTrouble(place.file, error) : error;
  } finally {
    if (!isReady) await db.destroy();
  }
  if (place.engine === 'sqlite') return db;
  const patience = { ...USUAL_PATIENCE, connections: place.pool ?? USUAL_POOL };
  return new Kysely<Tables>({ dialect: postgresDialect(place.url, patience) });
}

/**
 * Opens the store and brings its tables up to date.
 *
 * @throws where the place cannot be opened or the database is of a newer release
 */
export async function openStore(place: StorePlace): Promise<Store> {
  const db = await migrated(place);
  const leases = new LeaseStore(db, place.engine);
  return {
    place,
    cities: new CityStore(db),
    decisions: new DecisionStore(db),
    editions: new EditionStore(db),
    editionDrafts: new EditionDraftStore(db),
    settings: new SettingStore(db),
    readerMarks: new ReaderMarkStore(db),
    attempts: new AttemptStore(db),
    posts: new PostStore(db),
    staffLinks: new StaffLinkStore(db),
    audit: new AuditStore(db),
    secondFactors: new SecondFactorStore(db),
    reports: new ReportStore(db),
    reportQueues: new ReportQueueStore(db),
    outcomes: new OutcomeStore(db),
    copies: new CopiesStore(db),
    reportDrafts: new ReportDraftStore(db),
    rememberedReports: new RememberedReportStore(db),
    clock: new ClockStore(db, place.engine),
    notices: new NoticeStore(db),
    channels: new ChannelStore(db),
    outbox: new OutboxStore(db),
    leases,
    askedPlaces: new AskedPlaceStore(db),
    probe: (at) => probe(db, at),
    accounts: { db, type: place.engine },
    async close() {
      // Without a database nobody hears of it, and they run out by themselves.
      await leases.release().catch((error: unknown) => console.error(`Its leases were not given back: ${error}`));
      await db.destroy();
    },
  };
}
