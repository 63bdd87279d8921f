import { refuseBehind } from './clock.ts';
import { type Database, transact } from './engine.ts';

/** Writes one row, always the same, to see whether the store takes what it is given at this time. */
export async function probe(db: Database, at: string): Promise<void> {
  await refuseBehind(db, at);
  await transact(db, (transaction) =>
    transaction
      .insertInto('probe')
      .values({ id: 1, at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ at }))
      .execute(),
  );
}
