import { adviceMarkup, foundMarkup, type Part } from '../lookup/found-markup.ts';
import type { ShownAnswer } from '../lookup/present.ts';
import { mayBeTold } from '../reports/told-words.ts';
import type { listWords } from '../wording/lookup.ts';
import { element } from './element.ts';

const byId = (id: string) => document.getElementById(id);

/** A little more than a phone shows at once. */
const AT_ONCE = 5;

/** `replaceChildren` for Chrome 80 and iOS 13. */
function fill(id: string, elements: readonly HTMLElement[]): void {
  const place = byId(id);
  if (!place) return;
  place.textContent = '';
  place.append(...elements);
}

/** The list under the search field: put in the place of the districts and stations. */
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

  show(query: string, found: ShownAnswer): void {
    this.putHeading(found.spoken, found.heading);
    this.browse(false, found.advice !== null);
    if (found.advice) {
      fill('advice', [adviceMarkup(element, found.advice)]);
      this.offerToTell(query);
    }
    this.draw(foundMarkup(element, this.directory, found));
    this.bringIntoSight();
  }

  /** On a phone a notice and the remembered station stand above the field, and the list begins out of sight. */
  private bringIntoSight(): void {
    const first = document.querySelector('#found>*') ?? document.querySelector('#advice>*');
    const inSight = visualViewport?.height ?? innerHeight; // less the keyboard
    if (first && first.getBoundingClientRect().top > inSight / 2) this.heading.scrollIntoView();
  }

  private draw(parts: readonly Part<HTMLElement>[]): void {
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

  /** The server would have had to answer, and there is no network, or too many ask. */
  sayUnreached(said: ReturnType<typeof listWords.unreached>): void {
    this.putHeading(said.title, said.heading);
    this.browse(false, true);
    fill('advice', [adviceMarkup(element, said)]);
  }

  private putHeading(spoken: string, heading: string): void {
    this.put(spoken, heading, `${heading} - ${this.titleBefore.split(' - ').pop()}`);
  }

  private put(spoken: string, heading: string, title: string): void {
    fill('advice', []);
    this.offerToTell('');
    this.draw([]);
    const status = byId('spoken');
    if (status) status.textContent = spoken;
    this.heading.textContent = heading;
    document.title = title;
  }

  /** 告诉我们这个地方 under what was found, which is nothing. Without a network it would lead nowhere. */
  private offerToTell(words: string): void {
    const form = byId('tell') as HTMLFormElement | null;
    if (!form) return;
    form.hidden = !navigator.onLine || !mayBeTold(words);
    (form.elements.namedItem('words') as HTMLInputElement).value = words;
    (form.querySelector('span>span') as HTMLElement).textContent = words;
  }

  private browse(all: boolean, cells: boolean): void {
    for (const one of document.querySelectorAll<HTMLElement>('[data-browse]')) {
      one.hidden = one.dataset.browse === 'all' ? !all : !cells;
    }
  }
}
