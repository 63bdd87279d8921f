import { type Dialect, type Driver, Kysely } from 'kysely';
import type { Database } from './engine.ts';
import { type StoreFault, storeFaultOf } from './faults.ts';
import type { Tables } from './schema.ts';

/** Is told of each fault of the store as it happens, also of those that are tried again and of those nobody logs. */
export type TellFault = (fault: StoreFault) => void;

/** A database that tells what goes wrong with a statement, a connection or the beginning of a transaction: each error once. */
export function watchedDatabase(dialect: Dialect, tell: TellFault): Database {
  const told = new WeakSet<Error>();
  const note = (error: unknown) => {
    const fault = storeFaultOf(error);
    if (fault === null || !(error instanceof Error) || told.has(error)) return;
    told.add(error);
    tell(fault);
  };
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => watchedDriver(dialect.createDriver(), note),
      createAdapter: () => dialect.createAdapter(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (db) => dialect.createIntrospector(db),
    },
    log: (event) => {
      if (event.level === 'error') note(event.error);
    },
  });
}

/** Kysely's log knows statements alone: not a connection that cannot be had, nor a file that was moved. */
function watchedDriver(driver: Driver, note: (error: unknown) => void): Driver {
  const acquire = driver.acquireConnection.bind(driver);
  const begin = driver.beginTransaction.bind(driver);
  const noted = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      note(error);
      throw error;
    }
  };
  driver.acquireConnection = (options) => noted(acquire(options));
  driver.beginTransaction = (connection, settings) => noted(begin(connection, settings));
  return driver;
}
