import { randomUUID } from 'node:crypto';
import { demonstrationEditions as words } from '../../wording/demonstration.ts';
import { newDraftBody } from '../editions/draft.ts';
import { findEditions, openFile, previewOf, publishEdition, restoreEdition } from '../editions/editions.ts';
import type { Desk } from '../staff.ts';

/** Numbers that nobody can call: 154 is no network. */
const NEVER_CALLED = ['15400000001', '15400000002', '15400000003'] as const;

/** A later notice of the same table: a number printed anew, a station renamed, one gone and one more. */
function laterTable(printed: Uint8Array): Buffer {
  const [heading = '', ...rows] = Buffer.from(printed).toString('utf8').trimEnd().split('\n');
  const cells = rows.map((row) => row.split('\t'));
  const last = heading.split('\t').length - 1;
  const changed = cells.map((row, at) => {
    if (at === 2) return row.with(last, NEVER_CALLED[0]);
    return at === 10 ? row.with(1, words.renamed(row[1] ?? '')) : row;
  });
  const added = Array.from({ length: last + 1 }, (_, at) => ({ 1: words.station, [last]: NEVER_CALLED[1] })[at] ?? '');
  const kept = changed.filter((_, at) => at !== 21);
  return Buffer.from(`${[heading, ...[...kept, added].map((row) => row.join('\t'))].join('\n')}\n`);
}

/**
 * A second edition that was in force for an hour and was put back, and a draft of a third with a question open: what is
 * printed stays what readers see.
 */
export async function makeEditions(
  { store }: Desk,
  directory: string,
  { by, second, hoursAgo }: { by: string; second: string; hoursAgo: (hours: number) => string },
): Promise<void> {
  const editions = await findEditions(store, directory);
  const printed = await store.editions.file(directory, 1);
  if (!editions || !printed) throw new Error(`There is no edition of ${directory} to demonstrate with.`);
  const bytes = laterTable(printed.bytes);
  const file = await openFile(bytes, words.file);
  const notice = {
    title: words.title,
    from: hoursAgo(0).slice(0, 10),
    areaCode: editions.published.directory.facts.areaCode,
  };
  const said = { notice, choice: {}, answers: new Map<string, boolean>(), kept: new Set<string>() };
  const preview = previewOf(editions, file, said, new Date(hoursAgo(30)));
  const author = { by, approvedBy: second, way: 'desk' } as const;
  const seq = await publishEdition(store, editions, preview, file, { ...author, at: hoursAgo(30) });
  if (seq === null) throw new Error(`The second edition of ${directory} was not published.`);
  await restoreEdition(store, directory, 1, { by: second, approvedBy: null, way: 'desk', at: hoursAgo(29) });
  const draft = { id: randomUUID(), directory, by, at: hoursAgo(2), fileName: words.file };
  const body = { ...newDraftBody({ ...notice, title: words.draft }), step: 4 };
  await store.editionDrafts.add({ ...draft, sha256: preview.facts.sha256, body }, bytes);
}
