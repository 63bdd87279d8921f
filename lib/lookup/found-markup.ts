import { type Make, phrasesMarkup, rowMarkup } from '../shown/row-markup.ts';
import { listWords } from '../wording/lookup.ts';
import type { ShownAnswer, ShownRow } from './present.ts';

/** Makes one part of the list when it is asked for: the phone draws what can be seen first. */
export type Part<Element> = () => Element;

/** What was found, part by part: heading, how, what must be known, choices, rows, others, near misses. */
export function foundMarkup<Element>(make: Make<Element>, directory: string, found: ShownAnswer): Part<Element>[] {
  const { head, count, how, remark, choices, stations, others, near } = found;
  const when = (is: boolean, part: Part<Element>) => (is ? [part] : []);
  const below = (title: string, rows: readonly ShownRow[]) => [
    ...when(rows.length > 0, () => headMarkup(make, title, null)),
    ...rowParts(make, directory, rows),
  ];
  return [
    ...when(head !== null, () => headMarkup(make, head ?? '', count)),
    ...when(how !== null, () => make('p', { class: 'note how' }, how ?? '')),
    ...when(remark.length > 0, () => make('p', { class: 'remark' }, ...phrasesMarkup(make, remark))),
    ...when(choices.length > 0, () => choicesMarkup(make, choices)),
    ...rowParts(make, directory, stations),
    ...below(listWords.others, others),
    ...below(listWords.near, near),
  ];
}

/** What to try where nothing was found. */
export function adviceMarkup<Element>(
  make: Make<Element>,
  { title, parts }: NonNullable<ShownAnswer['advice']>,
): Element {
  return make('div', { class: 'remark' }, make('strong', {}, title), ...phrasesMarkup(make, parts));
}

function headMarkup<Element>(make: Make<Element>, head: string, count: string | null): Element {
  return make('div', { class: 'head' }, make('h2', {}, head), ...(count === null ? [] : [make('span', {}, count)]));
}

function choicesMarkup<Element>(make: Make<Element>, choices: ShownAnswer['choices']): Element {
  const links = choices.map(({ label, path }) => make('a', { href: path }, label));
  return make('ul', { class: 'cells choices' }, ...links.map((link) => make('li', {}, link)));
}

function rowParts<Element>(make: Make<Element>, directory: string, rows: readonly ShownRow[]): Part<Element>[] {
  return rows.map(({ row, marks }) => () => {
    const pieces = cutAtMarks(row.name, marks);
    return rowMarkup(
      make,
      directory,
      row,
      pieces.map(({ piece, marked }) => (marked ? make('mark', {}, piece) : piece)),
    );
  });
}

/** A text cut at its marks: pieces in order, each marked or not. Marks that overlap or leave the text do no harm. */
function cutAtMarks(text: string, marks: readonly (readonly [number, number])[]): { piece: string; marked: boolean }[] {
  const pieces: { piece: string; marked: boolean }[] = [];
  let done = 0;
  for (const [from, to] of [...marks].sort(([a], [b]) => a - b)) {
    const start = Math.max(from, done);
    if (to <= start) continue;
    if (start > done) pieces.push({ piece: text.slice(done, start), marked: false });
    pieces.push({ piece: text.slice(start, to), marked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ piece: text.slice(done), marked: false });
  return pieces.filter(({ piece }) => piece !== '');
}
