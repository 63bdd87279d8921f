import { cutAtMarks } from '../lookup/marks.ts';
import type { PhoneTables } from '../lookup/phone-tables.ts';
import type { Found, FoundStation } from '../lookup/present.ts';
import { lookupWords } from '../wording/lookup.ts';
import { element } from './element.ts';
import { rowElement } from './rows.ts';

const byId = (id: string) => document.getElementById(id);

/** `replaceChildren` for Chrome 80 and iOS 13. */
function fill(id: string, elements: readonly HTMLElement[]): void {
  const place = byId(id);
  if (!place) return;
  place.textContent = '';
  place.append(...elements);
}

/** The list under the search field: the same markup as `FoundView`, put in the place of the districts and stations. */
export class FoundList {
  private readonly tables: PhoneTables;
  private readonly rows: Map<string, PhoneTables['rows'][number]>;
  private readonly heading = document.querySelector('h1') as HTMLElement;
  private readonly headingBefore = this.heading.textContent;
  private readonly titleBefore = document.title;
  isShowing = false;

  constructor(tables: PhoneTables) {
    this.tables = tables;
    this.rows = new Map(tables.rows.map((row) => [row.id, row]));
  }

  /** Back to districts and stations. A page that has none of them is left for the one that has. */
  clear(): void {
    if (!document.querySelector('[data-browse="all"]')) {
      location.assign(`/${this.tables.directory}`);
      return;
    }
    this.put('', this.headingBefore, this.titleBefore);
    this.browse(true, true);
    this.isShowing = false;
  }

  show(found: Found, most: number): void {
    this.put(found.spoken, found.heading, `${found.heading} - ${this.titleBefore.split(' - ').pop()}`);
    this.browse(false, found.advice !== null);
    fill('advice', adviceElements(found));
    fill('found', this.listElements(found, most));
    this.isShowing = true;
  }

  private put(spoken: string, heading: string, title: string): void {
    fill('advice', []);
    fill('found', []);
    const status = byId('spoken');
    if (status) status.textContent = spoken;
    this.heading.textContent = heading;
    document.title = title;
  }

  private browse(all: boolean, cells: boolean): void {
    for (const one of document.querySelectorAll<HTMLElement>('[data-browse]')) {
      one.hidden = one.dataset.browse === 'all' ? !all : !cells;
    }
  }

  private listElements(found: Found, most: number): HTMLElement[] {
    const parts: HTMLElement[] = [];
    if (found.head !== null) {
      const count = found.count === null ? [] : [element('span', {}, found.count)];
      parts.push(element('div', { class: 'head' }, element('h2', {}, found.head), ...count));
    }
    if (found.how !== null) parts.push(element('p', { class: 'note how' }, found.how));
    if (found.remark.length > 0) parts.push(element('p', { class: 'remark' }, ...phrases(found.remark)));
    if (found.choices.length > 0) parts.push(this.choices(found.choices));
    parts.push(...this.stations(found.stations.slice(0, most)));
    if (found.near.length > 0) {
      parts.push(element('div', { class: 'head' }, element('h2', {}, lookupWords.near)));
      parts.push(...this.stations(found.near.slice(0, most)));
    }
    return parts;
  }

  private choices(choices: Found['choices']): HTMLElement {
    const links = choices.map(({ label, query }) => {
      const href = `/${this.tables.directory}?q=${encodeURIComponent(query)}`;
      return element('li', {}, element('a', { href }, label));
    });
    return element('ul', { class: 'cells choices' }, ...links);
  }

  private stations(stations: readonly FoundStation[]): HTMLElement[] {
    return stations.flatMap(({ station, marks }) => {
      const row = this.rows.get(station);
      if (!row) return [];
      const name = cutAtMarks(row.name, marks).map(({ piece, marked }) =>
        marked ? element('mark', {}, piece) : piece,
      );
      return [rowElement(this.tables.directory, row, name)];
    });
  }
}

function adviceElements({ advice }: Found): HTMLElement[] {
  if (advice === null) return [];
  return [element('div', { class: 'remark' }, element('strong', {}, advice.title), ...phrases(advice.parts))];
}

function phrases(parts: readonly string[]): HTMLElement[] {
  return parts.map((part) => element('span', { class: 'ph' }, part));
}
