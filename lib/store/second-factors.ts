import { TableGroup } from './engine.ts';

/** What is kept of people's second factors beside what better-auth keeps. */
export class SecondFactorStore extends TableGroup {
  /** Notes that somebody has begun to set one up, in which session, at what moment (ISO). */
  async begin(staff: string, session: string, at: string): Promise<void> {
    const begun = { begun_session: session, begun_at: at };
    await this.db
      .insertInto('staff_factor')
      .values({ staff, step: 0, ...begun })
      .onConflict((conflict) => conflict.column('staff').doUpdateSet(begun))
      .execute();
  }

  /** The session in which it was begun since a moment; or null. */
  async begunIn(staff: string, since: string): Promise<string | null> {
    const own = this.db.selectFrom('staff_factor').select('begun_session').where('staff', '=', staff);
    return (await own.where('begun_at', '>=', since).executeTakeFirst())?.begun_session ?? null;
  }

  /** Uses up the code of a step; false where that one, or a later one, was used. Of two at the same moment one gets it. */
  async takeStep(staff: string, step: number): Promise<boolean> {
    const taken = await this.db
      .insertInto('staff_factor')
      .values({ staff, step, begun_session: null, begun_at: null })
      .onConflict((conflict) => conflict.column('staff').doUpdateSet({ step }).where('staff_factor.step', '<', step))
      .returning('staff')
      .execute();
    return taken.length > 0;
  }

  /** The factor is gone, or holds: nothing is begun any more. The steps stay used. */
  async settle(staff: string): Promise<void> {
    const row = this.db.updateTable('staff_factor').set({ begun_session: null, begun_at: null });
    await row.where('staff', '=', staff).execute();
  }
}
