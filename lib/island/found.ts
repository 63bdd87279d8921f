import { cutAtMarks } from '../lookup/marks.ts';
import type { ShownAnswer, ShownRow } from '../lookup/shown.ts';
import { listWords } from '../wording/lookup.ts';
import { element } from './element.ts';
import { rowElement } from './rows.ts';

const byId = (id: string) => document.getElementById(id);

/** A little more than a phone shows at once. */
const AT_ONCE = 5;

type Part = () => HTMLElement;

/** `replaceChildren` for Chrome 80 and iOS 13. */
function fill(id: string, elements: readonly HTMLElement[]): void {
  const place = byId(id);
  if (!place) return;
  place.textContent = '';
  place.append(...elements);
}

/** The list under the search field: the same markup as `FoundView`, put in the place of the districts and stations. */
export class FoundList {
  private readonly directory: string;
  private readonly heading = document.querySelector('h1') as HTMLElement;
  private readonly headingBefore = this.heading.textContent;
  private readonly titleBefore = document.title;

  private turns = 0;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Back to districts and stations. A page that has none of them is left for the one that has. */
  clear(): void {
    if (!document.querySelector('[data-browse="all"]')) {
      location.assign(`/${this.directory}`);
      return;
    }
    this.put('', this.headingBefore, this.titleBefore);
    const sections = [...document.querySelectorAll<HTMLElement>('[data-browse="all"]>section')];
    for (const section of sections) section.hidden = true;
    this.browse(true, true);
    this.inTurn(sections, 1, (section) => {
      section.hidden = false;
    });
  }

  show(found: ShownAnswer): void {
    this.putHeading(found.spoken, found.heading);
    this.browse(false, found.advice !== null);
    if (found.advice) fill('advice', [adviceElement(found.advice)]);
    this.draw(this.parts(found));
  }

  private draw(parts: readonly Part[]): void {
    fill('found', []);
    this.inTurn(parts, AT_ONCE, (part) => byId('found')?.append(part()));
  }

  /** What can be seen comes first; the rest frame by frame, so that the next key need not wait for it. */
  private inTurn<T>(all: readonly T[], atOnce: number, show: (one: T) => void): void {
    const turn = ++this.turns;
    const more = (from: number) => {
      if (turn !== this.turns) return;
      all.slice(from, from + atOnce).forEach(show);
      if (from + atOnce < all.length) requestAnimationFrame(() => setTimeout(more, 0, from + atOnce));
    };
    more(0);
  }

  /** There is no network and the server would have had to answer. */
  sayUnreached(said: ReturnType<typeof listWords.unreached>): void {
    this.putHeading(said.title, said.heading);
    this.browse(false, true);
    fill('advice', [adviceElement(said)]);
  }

  private putHeading(spoken: string, heading: string): void {
    this.put(spoken, heading, `${heading} - ${this.titleBefore.split(' - ').pop()}`);
  }

  private put(spoken: string, heading: string, title: string): void {
    fill('advice', []);
    this.draw([]);
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

  private parts(found: ShownAnswer): Part[] {
    const parts: Part[] = [];
    const add = (...args: Parameters<typeof element>) => parts.push(() => element(...args));
    if (found.head !== null) {
      const count = found.count === null ? [] : [element('span', {}, found.count)];
      add('div', { class: 'head' }, element('h2', {}, found.head), ...count);
    }
    if (found.how !== null) add('p', { class: 'note how' }, found.how);
    if (found.remark.length > 0) add('p', { class: 'remark' }, ...phrases(found.remark));
    if (found.choices.length > 0) parts.push(() => this.choices(found.choices));
    parts.push(...this.rows(found.stations));
    if (found.near.length > 0) {
      add('div', { class: 'head' }, element('h2', {}, listWords.near));
      parts.push(...this.rows(found.near));
    }
    return parts;
  }

  private choices(choices: ShownAnswer['choices']): HTMLElement {
    const links = choices.map(({ label, query }) => {
      const href = `/${this.directory}?q=${encodeURIComponent(query)}`;
      return element('li', {}, element('a', { href }, label));
    });
    return element('ul', { class: 'cells choices' }, ...links);
  }

  private rows(rows: readonly ShownRow[]): Part[] {
    return rows.map(({ row, marks }) => () => {
      const name = cutAtMarks(row.name, marks).map(({ piece, marked }) =>
        marked ? element('mark', {}, piece) : piece,
      );
      return rowElement(this.directory, row, name);
    });
  }
}

function adviceElement({ title, parts }: NonNullable<ShownAnswer['advice']>): HTMLElement {
  return element('div', { class: 'remark' }, element('strong', {}, title), ...phrases(parts));
}

function phrases(parts: readonly string[]): HTMLElement[] {
  return parts.map((part) => element('span', { class: 'ph' }, part));
}
