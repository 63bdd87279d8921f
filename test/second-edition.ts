import { readFileSync } from 'node:fs';
import { findEditions, openFile, previewOf, publishEdition } from '../lib/server/editions/editions.ts';
import { openStore, type Store } from '../lib/store/store.ts';

/**
 * Another edition of Dalian, from 1 December 2026: 锦绣, 凌水, 开发区 and 长海 are gone, and with the last two their
 * districts. 马栏子 has the landline that was 锦绣's, 七贤岭 the mobile that was 凌水's; 示例 is new and has 七贤岭's.
 */
export const SECOND_TABLE = readFileSync('data/dalian/edition.tsv', 'utf8')
  .split('\n')
  .filter((line) => !/\t(?:锦绣|凌水|开发区|长海)\t/.test(line))
  .map((line) => line.replace('马栏子\t84246923', '马栏子\t86902732').replace('18525553850', '18525552763'))
  .map((line) => line.replace(/^中山\t/, '中山\t示例\t\t18525553850\n\t'))
  .join('\n');

export const SECOND_FACTS = { title: '示例通知', from: '2026-12-01', areaCode: '0411' };

/**
 * Publishes a table as the next edition of Dalian; nothing in it may have to be decided.
 *
 * @param kept the ids of stations that stay although they are not printed
 * @returns its `seq`
 */
export async function publishTable(
  store: Store,
  table = SECOND_TABLE,
  notice = SECOND_FACTS,
  kept: readonly string[] = [],
): Promise<number> {
  const editions = await findEditions(store, 'dalian');
  if (editions === null) throw new Error('There is no Dalian.');
  const file = await openFile(Buffer.from(table), 'second.tsv');
  const said = { notice, choice: {}, answers: new Map(), kept: new Set(kept) };
  const preview = previewOf(editions, file, said, new Date('2026-11-30T00:00:00Z'));
  if (preview.open.length > 0) throw new Error(`To be decided: ${JSON.stringify(preview.open)}`);
  const author = { by: 'test', at: '2026-11-30T00:00:00.000Z', approvedBy: null, way: 'command' } as const;
  const seq = await publishEdition(store, editions, preview, { name: 'second.tsv', bytes: file.bytes }, author);
  if (seq === null) throw new Error('Another edition came between.');
  return seq;
}

/** A store of its own in which Dalian has its second edition. */
export async function openWithSecondEdition(): Promise<Store> {
  const store = await openStore({ engine: 'sqlite', file: ':memory:' });
  await publishTable(store);
  return store;
}
