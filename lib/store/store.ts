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
import { type PoolUse, postgresPool, USUAL_PATIENCE } from './postgres-pool.ts';
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
import { type TellFault, watchedDatabase } from './watched.ts';

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
  /** How its connections are used; null where there is one for all. */
  poolUse(): PoolUse | null;
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

type Opened = Pick<Store, 'poolUse'> & { db: Database };

async function openFile(file: string, tell: TellFault): Promise<Opened> {
  checkSqlite(file);
  const db = watchedDatabase(sqliteDialect(file), tell);
  try {
    await migrate(db, 'sqlite');
  } catch (error) {
    await db.destroy();
    throw storeFaultOf(error) ? sqliteTrouble(file, error) : error;
  }
  return { db, poolUse: () => null };
}

/** Migrations have a connection that may take its time; what is asked later goes through a pool. */
async function openServer(url: string, connections: number, tell: TellFault): Promise<Opened> {
  const own = watchedDatabase(postgresDialect(url, null), tell);
  try {
    await migrate(own, 'postgres');
  } finally {
    await own.destroy();
  }
  const patience = { ...USUAL_PATIENCE, connections };
  const pool = postgresPool(url, patience);
  return { db: watchedDatabase(postgresDialect(url, patience, pool), tell), poolUse: () => pool.use() };
}

/**
 * Opens the store and brings its tables up to date.
 *
 * @param tell is told of what the store cannot do, from now on
 * @throws where the place cannot be opened or the database is of a newer release
 */
export async function openStore(place: StorePlace, tell: TellFault = () => {}): Promise<Store> {
  const { db, poolUse } =
    place.engine === 'sqlite'
      ? await openFile(place.file, tell)
      : await openServer(place.url, place.pool ?? USUAL_POOL, tell);
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
    poolUse,
    accounts: { db, type: place.engine },
    async close() {
      // Without a database nobody hears of it, and they run out by themselves.
      await leases.release().catch((error: unknown) => console.error(`Its leases were not given back: ${error}`));
      await db.destroy();
    },
  };
}
