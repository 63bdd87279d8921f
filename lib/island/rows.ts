import type { Row, RowPhone } from '../shown/row.ts';
import { callWord } from '../wording/reader.ts';
import { element } from './element.ts';

/** The same markup as `StationRow`, built on the phone from the row it was sent. */
export function rowElement(directory: string, row: Row, name: (Node | string)[]): HTMLElement {
  const solid = row.phones.find((phone) => phone.tel !== null);
  const link = element('a', { href: `/${directory}/stations/${row.id}` }, element('span', {}, ...name));
  return element(
    'article',
    { class: row.out ? 'row out' : 'row' },
    element('div', { class: 'name' }, element('h3', {}, link), ...(row.age ? [ageElement(row.age)] : [])),
    ...row.phones.flatMap((phone) => phoneElements(row.name, phone, phone !== solid)),
    ...(row.note ? [element('p', { class: 'note' }, row.note)] : []),
  );
}

function ageElement([printed, verified]: [string, string]): HTMLElement {
  return element(
    'span',
    { class: 'age' },
    element('span', { class: 'nb' }, printed),
    element('span', { class: 'dot' }, ' · '),
    element('span', { class: 'nb' }, verified),
  );
}

function phoneElements(name: string, phone: RowPhone, second: boolean): HTMLElement[] {
  const line = phone.tel === null ? deadNumber(phone) : callLine(name, phone, phone.tel, second);
  return phone.age ? [line, element('p', { class: 'lineage' }, ageElement(phone.age))] : [line];
}

function callLine(name: string, { kind, digits }: RowPhone, tel: string, second: boolean): HTMLElement {
  const number = element(
    'span',
    {},
    element('span', { class: 'vh' }, `${callWord}${name} `),
    element('span', { class: 'kind' }, kind),
    ' ',
    element('b', {}, digits ?? ''),
  );
  const pill = element('span', { class: 'pill', 'aria-hidden': 'true' }, callWord);
  return element('a', { class: second ? 'line second' : 'line', href: tel }, number, pill);
}

function deadNumber({ kind, digits, problem = '' }: RowPhone): HTMLElement {
  const kindWord = element('span', { class: 'kind' }, kind);
  if (digits === null) return element('div', { class: 'bad' }, element('p', {}, kindWord, problem));
  return element(
    'div',
    { class: 'bad' },
    element('p', { class: 'digits' }, kindWord, digits),
    element('p', {}, problem),
  );
}
