import type { RowFile } from '../shown/row.ts';
import { ageMarkup, rowMarkup } from '../shown/row-markup.ts';
import type { Age } from '../wording/age.ts';
import { element } from './element.ts';
import { type MyStation, myStation, remember, storage } from './my-station.ts';
import { keepForLater } from './tell-worker.ts';

const root = document.documentElement;

/** Draws the remembered station on home, from the page's own list or else from the server's newest row. */
export async function drawMyStation(): Promise<void> {
  const section = document.getElementById('mine');
  if (!section) return;
  const mine = myStation();
  const { directory } = section.dataset;
  if (!mine || (directory && directory !== mine.directory)) {
    delete root.dataset.mine;
    return;
  }
  await fill(section, mine);
  const forget = section.querySelector('button') as HTMLButtonElement;
  forget.onclick = () => {
    remember(null);
    delete root.dataset.mine;
    const heading = document.querySelector('h1') as HTMLElement;
    heading.tabIndex = -1; // the focus was on what is gone
    heading.focus();
    keepForLater();
  };
  storage?.setItem(`mine-${root.dataset.size}-${innerWidth}`, String(naturalHeight(section)));
}

/** Puts the station into its place: from the page's own list where it has one. */
async function fill(section: HTMLElement, { directory, station }: MyStation): Promise<void> {
  const path = `/${directory}/stations/${station}`;
  const listed = document.querySelector(`article a[href="${path}"]`)?.closest('article');
  const file = listed ? null : await rowFile(path);
  const row = listed
    ? withAge(listed.cloneNode(true) as HTMLElement, section)
    : file && rowMarkup(element, directory, file.row);
  const heading = row?.querySelector('h3'); // what stands above the page's main heading has none
  heading?.replaceWith(...heading.childNodes);
  const link = element('a', { class: 'quiet', href: path }, element('span', {}, section.dataset.else ?? ''));
  section.querySelector('.slot')?.append(row ?? link);
  const door = section.querySelector<HTMLAnchorElement>('.btn');
  const report = listed ? door?.dataset.to?.replace('*', station) : file?.report;
  if (door && report) door.href = report;
  else door?.remove();
  section.className += ' filled';
}

/** Null where it cannot be had, or there is no such station any more. */
async function rowFile(path: string): Promise<RowFile | null> {
  const answer = await fetch(`${path}/row.json`).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** A list says once above itself how old its numbers are: here each has to say it. */
function withAge(row: HTMLElement, section: HTMLElement): HTMLElement {
  const age = section.dataset.age?.split('|') as unknown as Age | undefined;
  if (!age || row.querySelector('.name .age')) return row;
  const lines = [...row.querySelectorAll('.line,.bad')].filter((line) => /\d/.test(line.textContent ?? ''));
  const own = (line: Element) => line.nextElementSibling?.matches('.lineage');
  if (lines.length > 0 && !lines.some(own)) row.querySelector('.name')?.append(ageMarkup(element, age));
  else
    for (const line of lines) if (!own(line)) line.after(element('p', { class: 'lineage' }, ageMarkup(element, age)));
  return row;
}

function naturalHeight(section: HTMLElement): number {
  section.style.minHeight = '0';
  const { offsetHeight } = section;
  section.style.minHeight = '';
  return offsetHeight;
}
