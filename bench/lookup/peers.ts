import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import pinyinMatch from 'pinyin-match';
import type { MadeRow } from '../../test/made-rows.ts';

/** A search to be measured: a query in, the ids of stations out, best first. */
export type Peer = { name: string; search(query: string): string[] };

/** What every peer may search: the same fields, in the same normal form as our own. */
type Document = { id: string; district: string; name: string; pinyin: string; initials: string; numbers: string };

type Spell = (name: string) => string[];
type Normalise = (query: string) => string;

const LIMIT = 10;

/** The four peers over the same rows. `normalise` is our own, so that they do not lose by width or word endings. */
export function buildPeers(rows: readonly MadeRow[], spell: Spell, normalise: Normalise): Peer[] {
  const documents = documentsOf(rows, spell);
  return [fusePeer(documents), miniSearchPeer(documents), uFuzzyPeer(documents), pinyinMatchPeer(documents)].map(
    (peer) => normalising(peer, normalise),
  );
}

/** Fuse alone, for as many rows as the others take too long to index. */
export function buildFuse(rows: readonly MadeRow[], spell: Spell, normalise: Normalise): Peer {
  return normalising(fusePeer(documentsOf(rows, spell)), normalise);
}

function normalising({ name, search }: Peer, normalise: Normalise): Peer {
  return { name, search: (query) => search(normalise(query)) };
}

function documentsOf(rows: readonly MadeRow[], spell: Spell): Document[] {
  return rows.map(([id, district, name, office, mobile]) => ({
    id,
    district,
    name,
    pinyin: spell(name).join(''),
    initials: spell(name)
      .map((syllable) => syllable[0] ?? '')
      .join(''),
    numbers: `${office} ${mobile}`.trim(),
  }));
}

function fusePeer(documents: readonly Document[]): Peer {
  const fuse = new Fuse(documents, {
    keys: [
      { name: 'name', weight: 3 },
      { name: 'pinyin', weight: 2 },
      { name: 'initials', weight: 1 },
      { name: 'numbers', weight: 2 },
      { name: 'district', weight: 0.5 },
    ],
    threshold: 0.34,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  return {
    name: 'Fuse',
    search: (query) => (query === '' ? [] : fuse.search(query, { limit: LIMIT }).map(({ item }) => item.id)),
  };
}

/** Han text as single characters and neighbouring pairs, other text as words. */
function tokenise(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  return words.flatMap((word) => {
    if (!/[\u3400-\u9fff]/.test(word)) return [word];
    return [word, ...[...word].slice(1).map((char, at) => (word[at] ?? '') + char)];
  });
}

function miniSearchPeer(documents: readonly Document[]): Peer {
  const index = new MiniSearch<Document>({
    fields: ['name', 'pinyin', 'initials', 'numbers', 'district'],
    tokenize: tokenise,
    searchOptions: { prefix: true, fuzzy: 0.25, boost: { name: 3, pinyin: 2 }, combineWith: 'OR' },
  });
  index.addAll([...documents]);
  return {
    name: 'MiniSearch',
    search: (query) =>
      index
        .search(query)
        .slice(0, LIMIT)
        .map(({ id }) => String(id)),
  };
}

function uFuzzyPeer(documents: readonly Document[]): Peer {
  const fuzzy = new uFuzzy({ unicode: true, intraMode: 1, interSplit: '[^\\p{L}\\d]+', intraSplit: '\\p{Ll}\\p{Lu}' });
  const haystack = documents.map(({ name, pinyin, initials, numbers, district }) =>
    [name, pinyin, initials, numbers, district].join(' '),
  );
  const search = (query: string) => {
    const [found, , order] = fuzzy.search(haystack, query, 1);
    const ranked = order ? order.map((at) => found?.[at] ?? -1) : (found ?? []);
    return ranked.slice(0, LIMIT).map((at) => documents[at]?.id ?? '');
  };
  return { name: 'uFuzzy', search };
}

function pinyinMatchPeer(documents: readonly Document[]): Peer {
  const search = (query: string) =>
    documents
      .filter(({ name, numbers }) => query !== '' && (pinyinMatch.match(name, query) || numbers.includes(query)))
      .slice(0, LIMIT)
      .map(({ id }) => id);
  return { name: 'pinyin-match', search };
}
