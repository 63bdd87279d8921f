import type { PublishedDirectory } from '../directory/records.ts';
import { tells } from '../directory/standing.ts';
import { printWords } from '../wording/about.ts';
import { COLUMN } from '../wording/reader.ts';
import { numberSentences, shownName } from './phone-words.ts';
import { type PhoneView, sharedNumbers, viewStation } from './present.ts';

export interface Footnote {
  sign: string;
  text: string;
  /** The ids of the phones that carry the sign. */
  phones: string[];
}

const SIGNS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** What the sheet must say about single numbers, each with its sign: shared ones first, then what is odd of one. */
export function footnotes(directory: PublishedDirectory): Footnote[] {
  const shared = sharedNumbers(directory).map((owners) => ({
    text: printWords.shared(owners.map(({ view }) => shownName(view))),
    phones: owners.map(({ phone }) => phone.phone.id),
  }));
  const phones = directory.stations.flatMap((station) => viewStation(directory, station).phones);
  const noted = phones
    .filter(({ tel }) => tel !== null)
    .flatMap((view) => ownNotes(view).map((text) => ({ text, phone: view.phone.id })));
  const own = [...Map.groupBy(noted, ({ text }) => text)].map(([text, of]) => ({
    text,
    phones: of.map(({ phone }) => phone),
  }));
  return [...shared, ...own].map((note, index) => ({ ...note, sign: SIGNS[index] ?? `(${index + 1})` }));
}

const ownNotes = (view: PhoneView): string[] => [
  ...(tells(view.flags, 'column') ? [printWords.column(COLUMN[view.phone.role])] : []),
  ...numberSentences(view).map((sentence) => `${sentence}。`),
];
