import type { Transaction } from 'kysely';
import { type CityFacts, cityFactsSchema, type Divisions, divisionsSchema } from '../directory/records.ts';
import { type Service, serviceSchema } from '../reports/service.ts';
import { TableGroup, transact } from './engine.ts';
import { packJson, unpackJson } from './packed.ts';
import type { CityRow, Tables } from './schema.ts';

/** A city that was made at the desk, without its divisions: what is asked for all of them at once. */
export interface CityHead {
  directory: string;
  seq: number;
  facts: CityFacts;
  service: Service;
  by: string;
  at: string;
}

export interface NewCity {
  facts: CityFacts;
  service: Service;
  /** The counties and streets that were chosen. */
  divisions: Divisions | null;
  /** What its report numbers may begin with, the best first: the first that no other city of the store has. */
  letters: readonly string[];
  by: string;
  at: string;
}

/** What of a city may be otherwise than it was made, while nobody but the desk has seen it. */
export type CityChange = Omit<NewCity, 'service' | 'letters'> & { letters: string };

/**
 * Why a city was not changed: it is not there, its first table is published, somebody else has changed it since, or
 * another city has these letters.
 */
export type CityProblem = 'unknown' | 'published' | 'newer' | 'letters';

const HEAD = ['directory', 'seq', 'facts', 'service', 'letters', 'state', 'by', 'at'] as const;
const REMOVED = 'removed';

const headOf = ({ facts, service, letters, state: _, ...row }: Omit<CityRow, 'divisions'>): CityHead => ({
  ...row,
  facts: cityFactsSchema.parse(JSON.parse(facts)),
  service: serviceSchema.parse({ ...JSON.parse(service), refLetters: letters }),
});

/** Cities that stand in no folder. Rows are added, never changed. */
export class CityStore extends TableGroup {
  /** How many rows there are: whether a copy is stale. */
  async count(): Promise<number> {
    const row = await this.db
      .selectFrom('city')
      .select(({ fn }) => fn.countAll().as('rows'))
      .executeTakeFirst();
    return Number(row?.rows ?? 0);
  }

  /** Every city as it is now, by its id. */
  async list(): Promise<CityHead[]> {
    const rows = await this.db.selectFrom('city').select(HEAD).orderBy('directory').orderBy('seq').execute();
    return newestOf(rows).map(headOf);
  }

  /** Null where none were chosen. */
  async divisions(directory: string, seq: number): Promise<Divisions | null> {
    const own = this.db.selectFrom('city').select('divisions').where('directory', '=', directory);
    const packed = (await own.where('seq', '=', seq).executeTakeFirst())?.divisions ?? null;
    return packed === null ? null : divisionsSchema.parse(await unpackJson(packed));
  }

  /**
   * Adds a city and makes somebody its admin: both or neither.
   *
   * @param admin the id of an account
   * @returns false, and nothing is written, where a city has this id already, or had it once when readers saw it
   */
  async add({ facts, service, divisions, letters, by, at }: NewCity, admin: string): Promise<boolean> {
    const { directory } = facts;
    const packed = divisions === null ? null : await packJson(divisions);
    const work = async (transaction: Transaction<Tables>) => {
      const rows = await rowsIn(transaction);
      const known = newestOf(rows);
      if (known.some((city) => city.directory === directory) || (await isPublished(transaction, directory)))
        return false;
      const own = letters.find((one) => known.every((city) => city.letters !== one));
      if (own === undefined) throw new Error(`No letters are left for the report numbers of ${directory}.`);
      const seq = lastSeq(rows, directory) + 1;
      const texts = { facts: JSON.stringify(facts), service: JSON.stringify(service), divisions: packed };
      await transaction
        .insertInto('city')
        .values({ directory, seq, ...texts, letters: own, state: null, by, at })
        .execute();
      await transaction
        .insertInto('staff_role')
        .values({ staff: admin, directory, role: 'admin' })
        .onConflict((conflict) => conflict.columns(['staff', 'directory']).doUpdateSet({ role: 'admin' }))
        .execute();
      return true;
    };
    // Two that take the same letters at once write different rows: only so does the database see that they meet.
    return transact(this.db, work, 'serializable');
  }

  /**
   * Says anew what a city is.
   *
   * @param after the `seq` that was seen
   * @returns null where it was done; else why not, and nothing is written
   */
  async change({ facts, divisions, letters, by, at }: CityChange, after: number): Promise<CityProblem | null> {
    const { directory } = facts;
    const packed = divisions === null ? null : await packJson(divisions);
    return this.#addRow(directory, after, (last, others) => {
      if (others.some((city) => city.letters === letters)) return 'letters';
      return { ...last, facts: JSON.stringify(facts), divisions: packed, letters, by, at };
    });
  }

  /**
   * Takes a city away with all that was prepared for it: roles, drafts, settings. Its id may be given again.
   *
   * @param after the `seq` that was seen
   * @returns null where it was done; else why not, and nothing is changed
   */
  remove(directory: string, after: number, { by, at }: { by: string; at: string }): Promise<CityProblem | null> {
    return this.#addRow(directory, after, (last) => ({ ...last, state: REMOVED, by, at }));
  }

  /** Adds a row about a city that readers have not seen. What belongs to one that is removed goes with it. */
  #addRow(
    directory: string,
    after: number,
    rowOf: (last: CityRow, others: readonly Pick<CityRow, 'letters'>[]) => CityRow | CityProblem,
  ): Promise<CityProblem | null> {
    const work = async (transaction: Transaction<Tables>) => {
      await holdCity(transaction, directory);
      const known = newestOf(await rowsIn(transaction));
      const last = known.find((city) => city.directory === directory);
      if (last === undefined) return 'unknown';
      if (await isPublished(transaction, directory)) return 'published';
      if (last.seq !== after) return 'newer';
      const own = transaction.selectFrom('city').selectAll().where('directory', '=', directory);
      const whole = await own.where('seq', '=', after).executeTakeFirstOrThrow();
      const row = rowOf(
        whole,
        known.filter((city) => city.directory !== directory),
      );
      if (typeof row === 'string') return row;
      await transaction
        .insertInto('city')
        .values({ ...row, seq: after + 1 })
        .execute();
      if (row.state !== REMOVED) return null;
      for (const table of ['staff_role', 'staff_station', 'edition_draft', 'setting', 'channel', 'outbox'] as const)
        await transaction.deleteFrom(table).where('directory', '=', directory).execute();
      return null;
    };
    return transact(this.db, work, 'serializable');
  }
}

const rowsIn = (transaction: Transaction<Tables>) =>
  transaction.selectFrom('city').select(HEAD).orderBy('directory').orderBy('seq').execute();

/** The last row of each city that is still one. */
const newestOf = <Row extends Pick<CityRow, 'directory' | 'state'>>(rows: readonly Row[]): Row[] =>
  [...new Map(rows.map((row) => [row.directory, row])).values()].filter(({ state }) => state !== REMOVED);

const lastSeq = (rows: readonly Pick<CityRow, 'directory' | 'seq'>[], directory: string): number =>
  rows.findLast((row) => row.directory === directory)?.seq ?? 0;

async function isPublished(transaction: Transaction<Tables>, directory: string): Promise<boolean> {
  const editions = transaction.selectFrom('edition').select('seq').where('directory', '=', directory);
  return (await editions.limit(1).execute()).length > 0;
}

/** Lets whoever removes a city and whoever publishes its first table come one after the other. Changes nothing. */
async function holdCity(transaction: Transaction<Tables>, directory: string): Promise<void> {
  const held = transaction.updateTable('city').set(({ ref }) => ({ state: ref('state') }));
  await held.where('directory', '=', directory).execute();
}

/** Whether a city was removed, which it cannot be any more until the transaction ends. */
export async function isRemovedCity(transaction: Transaction<Tables>, directory: string): Promise<boolean> {
  await holdCity(transaction, directory);
  const own = transaction.selectFrom('city').select('state').where('directory', '=', directory);
  return (await own.orderBy('seq', 'desc').limit(1).executeTakeFirst())?.state === REMOVED;
}
