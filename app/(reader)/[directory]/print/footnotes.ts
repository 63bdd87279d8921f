import { shownName } from '#lib/directory/phone-words.ts';
import { hasOpen, viewStation } from '#lib/directory/present.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { printWords } from '#lib/wording/about.ts';
import { COLUMN } from '#lib/wording/reader.ts';

export interface Footnote {
  sign: string;
  text: string;
  /** The ids of the phones that carry the sign. */
  phones: string[];
}

const SIGNS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** What the sheet must say about single numbers, each with its sign: shared ones first, then the wrong column. */
export function footnotes(directory: PublishedDirectory): Footnote[] {
  const views = directory.stations.map((station) => viewStation(directory, station));
  const shared = new Map<string, { names: string[]; phones: string[] }>();
  const columns = new Map<string, string[]>();
  for (const view of views) {
    for (const phone of view.phones) {
      if (phone.tel === null) continue;
      const group = shared.get(phone.tel) ?? { names: [], phones: [] };
      group.names.push(shownName(view));
      group.phones.push(phone.phone.id);
      shared.set(phone.tel, group);
      if (!hasOpen(phone, 'phone.column_mismatch')) continue;
      const text = printWords.column(COLUMN[phone.phone.role]);
      columns.set(text, [...(columns.get(text) ?? []), phone.phone.id]);
    }
  }
  const notes = [
    ...[...shared.values()]
      .filter(({ phones }) => phones.length > 1)
      .map(({ names, phones }) => ({ text: printWords.shared(names), phones })),
    ...[...columns].map(([text, phones]) => ({ text, phones })),
  ];
  return notes.map((note, index) => ({ ...note, sign: SIGNS[index] ?? `(${index + 1})` }));
}
