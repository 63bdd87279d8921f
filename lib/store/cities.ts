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

const HEAD = ['directory', 'seq', 'facts', 'service', 'letters', 'by', 'at'] as const;

const headOf = ({ facts, service, letters, ...row }: Omit<CityRow, 'divisions'>): CityHead => ({
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
    return [...new Map(rows.map((row) => [row.directory, row])).values()].map(headOf);
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
   * @returns false, and nothing is written, where a city has this id already, or had it once
   */
  async add({ facts, service, divisions, letters, by, at }: NewCity, admin: string): Promise<boolean> {
    const { directory } = facts;
    const packed = divisions === null ? null : await packJson(divisions);
    const work = async (transaction: Transaction<Tables>) => {
      const known = await transaction.selectFrom('city').select(['directory', 'letters']).execute();
      const editions = transaction.selectFrom('edition').select('seq').where('directory', '=', directory);
      const isTaken =
        known.some((city) => city.directory === directory) || (await editions.limit(1).execute()).length > 0;
      if (isTaken) return false;
      const own = letters.find((one) => known.every((city) => city.letters !== one));
      if (own === undefined) throw new Error(`No letters are left for the report numbers of ${directory}.`);
      const texts = { facts: JSON.stringify(facts), service: JSON.stringify(service), divisions: packed };
      await transaction
        .insertInto('city')
        .values({ directory, seq: 1, ...texts, letters: own, by, at })
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
}
