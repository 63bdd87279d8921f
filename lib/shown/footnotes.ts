import type { PublishedDirectory } from '../directory/records.ts';
import { tells } from '../directory/standing.ts';
import { printWords } from '../wording/about.ts';
import { COLUMN } from '../wording/reader.ts';
import { numberSentences, shownName } from './phone-words.ts';
import { type PhoneView, viewStation } from './present.ts';

export interface Footnote {
  sign: string;
  text: string;
  /** The ids of the phones that carry the sign. */
  phones: string[];
}

const SIGNS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** What the sheet must say about single numbers, each with its sign: shared ones first, then what is odd of one. */
export function footnotes(directory: PublishedDirectory): Footnote[] {
  const views = directory.stations.map((station) => viewStation(directory, station));
  const shared = new Map<string, { names: string[]; phones: string[] }>();
  const noted = new Map<string, string[]>();
  for (const view of views) {
    for (const phone of view.phones) {
      if (phone.tel === null) continue;
      const group = shared.get(phone.tel) ?? { names: [], phones: [] };
      group.names.push(shownName(view));
      group.phones.push(phone.phone.id);
      shared.set(phone.tel, group);
      for (const text of ownNotes(phone)) noted.set(text, [...(noted.get(text) ?? []), phone.phone.id]);
    }
  }
  const notes = [
    ...[...shared.values()]
      .filter(({ phones }) => phones.length > 1)
      .map(({ names, phones }) => ({ text: printWords.shared(names), phones })),
    ...[...noted].map(([text, phones]) => ({ text, phones })),
  ];
  return notes.map((note, index) => ({ ...note, sign: SIGNS[index] ?? `(${index + 1})` }));
}

const ownNotes = (view: PhoneView): string[] => [
  ...(tells(view.flags, 'column') ? [printWords.column(COLUMN[view.phone.role])] : []),
  ...numberSentences(view).map((sentence) => `${sentence}。`),
];
