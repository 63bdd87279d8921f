import { fromDistrict, stationPath } from '../paths.ts';
import type { Age } from '../wording/age.ts';
import { callWord } from '../wording/reader.ts';
import { callName, digitParts } from './call-name.ts';
import type { Row, RowPhone } from './row.ts';

/**
 * The markup of a station in a list, once for the server's pages and for what the phone draws while somebody types.
 * `make` makes an element: React's on the server, the document's own on the phone. A string child is text, so nothing
 * in it can become markup.
 */
export type Make<Element> = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (Element | string)[]
) => Element;

/** How old a number is. Each part stays whole on a line. */
export function ageMarkup<Element>(make: Make<Element>, [first, between, second]: Age): Element {
  return make(
    'span',
    { class: 'age' },
    make('span', { class: 'nb' }, first),
    ...(between ? [make('span', { class: 'dot' }, ` ${between} `)] : []),
    make('span', { class: 'nb' }, second),
  );
}

/** A number that cannot be called: as printed, with the reason; of one taken out of use not even the digits. */
export function deadNumberMarkup<Element>(
  make: Make<Element>,
  { kind, digits, problem = '' }: Pick<RowPhone, 'digits' | 'problem'> & { kind?: string },
): Element {
  const kindWord = kind ? [make('span', { class: 'kind' }, kind)] : [];
  if (digits === null) return make('div', { class: 'bad' }, make('p', {}, ...kindWord, problem));
  return make('div', { class: 'bad' }, make('p', { class: 'digits' }, ...kindWord, digits), make('p', {}, problem));
}

/** The digits of a number, which break only at a gap between its parts. */
export function digitsMarkup<Element>(make: Make<Element>, digits: string): (Element | string)[] {
  return digitParts(digits).flatMap((part, at) => [...(at ? [' '] : []), make('span', {}, part)]);
}

interface CallLink {
  class: string;
  tel: string;
  /** Whom it calls, for those who hear the page: the station and which of its numbers. */
  whom: string;
  digits: string;
}

/**
 * A link that calls a number. Those who hear it get a name with digits that a voice can read; what is seen is hidden from
 * them, since it would say the same worse.
 */
export function callMarkup<Element>(
  make: Make<Element>,
  { class: className, tel, whom, digits }: CallLink,
  ...seen: (Element | string)[]
): Element {
  return make(
    'a',
    { class: className, href: tel },
    make('span', { class: 'vh' }, callName(whom, digits)),
    make('span', { 'aria-hidden': 'true' }, ...seen),
  );
}

/** A line of a list that calls a number: the whole line is the link. */
export function callLineMarkup<Element>(make: Make<Element>, kind: string, link: CallLink): Element {
  return callMarkup(
    make,
    link,
    make('span', {}, make('span', { class: 'kind' }, kind), ' ', make('b', {}, ...digitsMarkup(make, link.digits))),
    make('span', { class: 'pill' }, callWord),
  );
}

function numberLines<Element>(make: Make<Element>, name: string, phone: RowPhone, second: boolean): Element[] {
  const { tel, age, kind, digits } = phone;
  const call = { class: second ? 'line second' : 'line', whom: `${name} ${kind}`, digits: digits ?? '' };
  const line = tel === null ? deadNumberMarkup(make, phone) : callLineMarkup(make, kind, { ...call, tel });
  return age ? [line, make('p', { class: 'lineage' }, ageMarkup(make, age))] : [line];
}

/**
 * One station in a list: its name, how old its numbers are, and every number with its call.
 *
 * @param name the name, with the found part marked
 * @param heading the level of the name: one below what stands over the list
 */
export function rowMarkup<Element>(
  make: Make<Element>,
  directory: string,
  row: Row,
  name: readonly (Element | string)[] = [row.name],
  heading: 'h2' | 'h3' = 'h3',
): Element {
  const solid = row.phones.find((phone) => phone.tel !== null);
  const link = make('a', { href: stationPath(directory, row.id) + fromDistrict(row.from) }, make('span', {}, ...name));
  return make(
    'article',
    { class: row.out ? 'row out' : 'row' },
    make('div', { class: 'name' }, make(heading, {}, link), ...(row.age ? [ageMarkup(make, row.age)] : [])),
    ...row.phones.flatMap((phone) => numberLines(make, row.name, phone, phone !== solid)),
    ...(row.note ? [make('p', { class: 'note' }, row.note)] : []),
  );
}

/** A sentence in parts that each break as one, so that no short last clause is torn. */
export function phrasesMarkup<Element>(make: Make<Element>, parts: readonly string[]): Element[] {
  return parts.map((part) => make('span', { class: 'ph' }, part));
}
