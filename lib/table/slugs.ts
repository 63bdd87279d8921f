import { pinyin } from 'pinyin-pro';
import { RESERVED_IDS } from '../text/ids.ts';

/** Names are cut before they are spelt, ids after. */
const MOST_CHARACTERS = 40;
const MOST_LETTERS = 50;

/** The toneless pinyin of a name in ASCII (ü → v), or '' where nothing of it can be spelt. */
export function slugOf(name: string): string {
  const start = [...name].slice(0, MOST_CHARACTERS).join('');
  const spelt = pinyin(start, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).join('');
  return spelt
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, MOST_LETTERS);
}

/** Gives ids in printed order; a clash gets `-2`, `-3` … One for stations and one for districts. */
export class Slugs {
  readonly #taken: Set<string>;
  /** How often a slug was asked for, so that many clashes do not cost a search each. */
  readonly #count = new Map<string, number>();

  /** @param kept ids that are given elsewhere, such as those of unnamed rows */
  constructor(kept: Iterable<string> = []) {
    this.#taken = new Set([...RESERVED_IDS, ...kept]);
  }

  /** @param fallback where the name cannot be spelt */
  give(name: string, fallback: string): string {
    const slug = slugOf(name) || fallback;
    let at = this.#count.get(slug) ?? 1;
    let id = at === 1 ? slug : `${slug}-${at}`;
    while (this.#taken.has(id)) {
      at += 1;
      id = `${slug}-${at}`;
    }
    this.#count.set(slug, at);
    this.#taken.add(id);
    return id;
  }
}
