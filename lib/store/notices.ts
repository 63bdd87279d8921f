import { sql, type Transaction } from 'kysely';
import { noticeContentSchema } from '../reports/notice-schema.ts';
import type { NoticeEvent } from '../reports/notices.ts';
import { lastSeq, TableGroup, transact } from './engine.ts';
import type { NoticeEventRow, Tables } from './schema.ts';

/** A step about a notice, and the last of its events that whoever does it has seen; none where it is a new one. */
export type NewNoticeEvent = Pick<NoticeEvent, 'by' | 'at'> &
  (
    | { type: 'published'; content: NonNullable<NoticeEvent['content']> }
    | { type: 'changed'; content: NonNullable<NoticeEvent['content']>; notice: number; after: number }
    | { type: 'ended' | 'cancelled'; content: null; notice: number; after: number }
  );

export type NoticeAppended = { saved: true; event: NoticeEvent } | { saved: false };

const toRow = (directory: string, { content, ...event }: NoticeEvent): NoticeEventRow => ({
  ...event,
  directory,
  until: content?.until ?? event.at,
  content: content && JSON.stringify(content),
});

function fromRow({ seq, notice, type, by, at, content }: NoticeEventRow): NoticeEvent {
  const common = { seq, notice, by, at };
  if (type === 'ended' || type === 'cancelled') return { ...common, type, content: null };
  return { ...common, type, content: noticeContentSchema.parse(JSON.parse(content ?? 'null')) };
}

async function appendEvent(
  transaction: Transaction<Tables>,
  directory: string,
  step: NewNoticeEvent,
): Promise<NoticeAppended> {
  // Before the notice's own: who comes in after this takes the number, so that ours is tried again.
  const seq = (await lastSeq(transaction, 'notice_event', directory)) + 1;
  const { by, at } = step;
  if (step.type !== 'published') {
    const own = transaction
      .selectFrom('notice_event')
      .where('directory', '=', directory)
      .where('notice', '=', step.notice);
    const newest = await own.select(({ fn }) => fn.max('seq').as('seq')).executeTakeFirst();
    if (newest?.seq !== step.after) return { saved: false };
  }
  const event = {
    ...{ seq, by, at, notice: step.type === 'published' ? seq : step.notice },
    ...{ type: step.type, content: step.content },
  } as NoticeEvent;
  await transaction.insertInto('notice_event').values(toRow(directory, event)).execute();
  return { saved: true, event };
}

/** Readers' notices. Events are added, never changed or deleted. */
export class NoticeStore extends TableGroup {
  /** The last `seq` of a city, 0 where nothing was ever said. Cheap: asked before each page. */
  last(directory: string): Promise<number> {
    return lastSeq(this.db, 'notice_event', directory);
  }

  /** All events of those notices that any event has last beyond an instant, oldest first. */
  async since(directory: string, instant: string): Promise<NoticeEvent[]> {
    const recent = this.db
      .selectFrom('notice_event')
      .select('notice')
      .where('directory', '=', directory)
      .where('until', '>', instant);
    const rows = await this.db
      .selectFrom('notice_event')
      .selectAll()
      .where('directory', '=', directory)
      .where('notice', 'in', recent)
      .orderBy('seq')
      .execute();
    return rows.map(fromRow);
  }

  /** All events of one notice, oldest first. */
  async find(directory: string, notice: number): Promise<NoticeEvent[]> {
    const own = this.db.selectFrom('notice_event').selectAll().where('directory', '=', directory);
    const rows = await own.where('notice', '=', notice).orderBy('seq').execute();
    return rows.map(fromRow);
  }

  /** Adds a step. `saved: false`, and nothing is written, where the notice has a newer event than the one that was seen. */
  append(directory: string, step: NewNoticeEvent): Promise<NoticeAppended> {
    return transact(this.db, (transaction) => appendEvent(transaction, directory, step));
  }

  /** Counts one more reader whose paper is missing too. */
  async count(directory: string, notice: number): Promise<void> {
    await this.db
      .insertInto('notice_count')
      .values({ directory, notice, count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['directory', 'notice']).doUpdateSet({ count: sql`notice_count.count + 1` }),
      )
      .execute();
  }

  /** How many said so, by notice; those of which nobody did are left out. */
  async counts(directory: string): Promise<ReadonlyMap<number, number>> {
    const own = this.db.selectFrom('notice_count').select(['notice', 'count']).where('directory', '=', directory);
    return new Map((await own.execute()).map(({ notice, count }) => [notice, count]));
  }
}
