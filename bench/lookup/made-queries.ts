import { readFileSync } from 'node:fs';
import { slipOf } from '../../lib/lookup/slip.ts';
import type { MadeRow } from '../../test/made-rows.ts';
import type { MadeWords } from '../../test/made-words.ts';
import type { LabelledQuery } from '../../test/queries.ts';
import type { Random } from '../../test/random.ts';

/** Confusion sets by kind and printed character. */
export function readConfusions(): Record<'look' | 'sound', ReadonlyMap<string, string>> {
  const sets = { look: new Map<string, string>(), sound: new Map<string, string>() };
  for (const line of readFileSync(new URL('confusions.tsv', import.meta.url), 'utf8').split('\n')) {
    const [kind, char, others] = line.split('\t');
    if ((kind === 'look' || kind === 'sound') && char && others) sets[kind].set(char, others);
  }
  return sets;
}

/** What queries are made with: `spell` gives the syllables of a name. */
export type Making = {
  random: Random;
  confusions: ReturnType<typeof readConfusions>;
  words: MadeWords;
  spell: (name: string) => string[];
};

/** One way to type a row wrongly or differently; null where it does not fit the row. */
type Slip = {
  make(row: MadeRow): string | null;
  /** Whether the same slip turns another row into the query too: then that row may come first as well. */
  explains(query: string, row: MadeRow): boolean;
};

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Shortest letters in which a slip is made. */
const SHORTEST_LETTERS = 6;

const isOneSlipAway = (typed: string, printed: string) => typed !== printed && slipOf(typed, printed) !== null;

/** One wrong letter, missing, extra or swapped with the next. */
function slip(letters: string, random: Random): string {
  const at = random.below(letters.length);
  const [before, after] = [letters.slice(0, at), letters.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + random.pick(LETTERS) + letters.slice(at);
    case 2:
      return before + random.pick(LETTERS) + after;
    default:
      return before + (after[0] ?? '') + (letters[at] ?? '') + after.slice(1);
  }
}

function spoken(syllables: readonly string[]): string {
  return syllables.map((syllable) => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')).join('');
}

/** Slips in the characters of a name. */
function characterSlips({ random, confusions, words }: Making): Record<string, Slip> {
  const confused = (kind: 'look' | 'sound'): Slip => ({
    make([, , name]) {
      const at = random.below(name.length);
      const others = confusions[kind].get(name[at] ?? '');
      return others === undefined ? null : name.slice(0, at) + random.pick([...others]) + name.slice(at + 1);
    },
    explains(query, [, , name]) {
      const differing = [...name].flatMap((char, at) => (char === query[at] ? [] : [at]));
      const [at = 0] = differing;
      const isConfused = confusions[kind].get(name[at] ?? '')?.includes(query[at] ?? ' ') === true;
      return name.length === query.length && differing.length === 1 && isConfused;
    },
  });
  const edited = (edit: (name: string) => string): Slip => ({
    make: ([, , name]) => (name.length < 3 ? null : edit(name)),
    explains: (query, [, , name]) => name.length >= 3 && isOneSlipAway(query, name),
  });
  return {
    sound: confused('sound'),
    look: confused('look'),
    missing: edited((name) => name.slice(0, 1) + name.slice(2)),
    extra: edited((name) => name.slice(0, 2) + random.pick([...words.extra]) + name.slice(2)),
    swapped: edited((name) => (name[1] ?? '') + (name[0] ?? '') + name.slice(2)),
  };
}

function letterSlips({ random, spell: look }: Making): Record<string, Slip> {
  const known = new Map<string, string[]>();
  const spell = (name: string) => {
    const syllables = known.get(name) ?? look(name);
    known.set(name, syllables);
    return syllables;
  };
  const lettersOf = (name: string) => spell(name).join('');
  return {
    pinyin: {
      make: ([, , name]) => lettersOf(name),
      explains: (query, [, , name]) => lettersOf(name) === query,
    },
    'pinyin slip': {
      make: ([, , name]) => (lettersOf(name).length < SHORTEST_LETTERS ? null : slip(lettersOf(name), random)),
      explains: (query, [, , name]) => isOneSlipAway(query, lettersOf(name)),
    },
    'spoken pinyin': {
      make: ([, , name]) => spoken(spell(name)),
      explains: (query, [, , name]) => lettersOf(name) === query || spoken(spell(name)) === query,
    },
  };
}

/** Names among other words, and numbers. */
function wholeForms({ random, words }: Making): Record<string, Slip> {
  const none = () => false;
  const numbers = ([, , , office, mobile]: MadeRow) => [office, mobile].filter((number) => number !== '');
  return {
    longer: { make: ([, , name]) => name + random.pick(words.behind), explains: none },
    asked: { make: ([, , name]) => random.pick(words.around).join(name), explains: none },
    district: { make: ([, district, name]) => (district === '' ? null : `${district} ${name}`), explains: none },
    number: {
      make: ([, , , office, mobile]) => (random.next() < 0.5 && office !== '' ? `0411-${office}` : `+86 ${mobile}`),
      explains: (query, row) => numbers(row).some((number) => query.endsWith(number)),
    },
    'number slip': {
      make([, , , , mobile]) {
        const at = random.below(mobile.length);
        return `${mobile.slice(0, at)}${(Number(mobile[at]) + 1 + random.below(8)) % 10}${mobile.slice(at + 1)}`;
      },
      explains: (query, row) => numbers(row).some((number) => number.includes(query) || isOneSlipAway(query, number)),
    },
  };
}

/**
 * Queries made `rounds` times from each of `some` of the `rows`. A query that another row answers by a surer way (its
 * name is the query, begins with it or holds it, or stands in it in the same length or longer) says nothing of the slip
 * and is left out.
 */
export function makeQueries(
  rows: readonly MadeRow[],
  some: readonly MadeRow[],
  rounds: number,
  making: Making,
): LabelledQuery[] {
  const named = rows.filter(([, , name]) => name !== '');
  const slips = { ...characterSlips(making), ...letterSlips(making), ...wholeForms(making) };
  const numbers = new Set(rows.flatMap(([, , , office, mobile]) => [office, mobile]));
  const queries: LabelledQuery[] = [];
  for (const [kind, { make, explains }] of Object.entries(slips)) {
    for (let round = 0; round < rounds; round++) {
      for (const row of some.filter(([, , name]) => name !== '')) {
        const query = make(row);
        if (query === null || query === row[2] || numbers.has(query) || isSurer(query, row, named)) continue;
        const others = named.filter((other) => explains(query, other)).map(([id]) => id);
        queries.push({ kind, query, stations: [...new Set([row[0], ...others])] });
      }
    }
  }
  return queries;
}

function isSurer(query: string, row: MadeRow, rows: readonly MadeRow[]): boolean {
  const own = query.includes(row[2]) ? row[2].length : 2;
  return rows.some(
    ([id, , name]) => id !== row[0] && (name.includes(query) || (name.length >= own && query.includes(name))),
  );
}
