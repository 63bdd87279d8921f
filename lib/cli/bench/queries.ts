import { readFileSync } from 'node:fs';
import type { Random } from './random.ts';
import type { BenchRow } from './rows.ts';

/** A query and the stations that may come first; none where nothing may be found. */
export type LabelledQuery = { kind: string; query: string; stations: readonly string[] };

/** The hand-written queries of one part: `build` was looked at while building, `kept` only when all was done. */
export function readQueries(path: string, part: 'build' | 'kept'): LabelledQuery[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .filter(([of]) => of === part)
    .map(([, kind = '', query = '', stations = '']) => ({
      kind,
      query,
      stations: stations.split(' ').filter(Boolean),
    }));
}

export type Confusions = Record<'look' | 'sound', ReadonlyMap<string, string>>;

/** Confusion sets by kind and printed character. */
export function readConfusions(path: string): Confusions {
  const sets = { look: new Map<string, string>(), sound: new Map<string, string>() };
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [kind, char, others] = line.split('\t');
    if ((kind === 'look' || kind === 'sound') && char && others) sets[kind].set(char, others);
  }
  return sets;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const BEHIND = ['市场', '医院', '小学', '北', '小区', '派出所'];
const AROUND = [
  ['请问', '的电话'],
  ['我想找', '发行站'],
  ['我家在', '报纸谁送'],
  ['', '电话是多少'],
] as const;

type Maker = (name: string, row: BenchRow) => string | null;

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

function makers(random: Random, confusions: Confusions, spell: (name: string) => string[]): Record<string, Maker> {
  const confuse = (kind: 'look' | 'sound') => (name: string) => {
    const at = random.below(name.length);
    const others = confusions[kind].get(name[at] ?? '');
    return others === undefined ? null : name.slice(0, at) + random.pick([...others]) + name.slice(at + 1);
  };
  const longer =
    (make: (name: string) => string): Maker =>
    (name) =>
      name.length < 3 ? null : make(name);
  return {
    sound: confuse('sound'),
    look: confuse('look'),
    missing: longer((name) => name.slice(0, 1) + name.slice(2)),
    extra: longer((name) => name.slice(0, 2) + random.pick([...'山家大小新水']) + name.slice(2)),
    swapped: longer((name) => (name[1] ?? '') + (name[0] ?? '') + name.slice(2)),
    pinyin: (name) => spell(name).join(''),
    'pinyin slip': (name) => (spell(name).join('').length < 6 ? null : slip(spell(name).join(''), random)),
    'spoken pinyin': (name) =>
      spell(name)
        .map((syllable) => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n'))
        .join(''),
    longer: (name) => name + random.pick(BEHIND),
    asked: (name) => random.pick(AROUND).join(name),
    district: (name, [, district]) => (district === '' ? null : `${district} ${name}`),
    number: (_, [, , , office, mobile]) => (random.next() < 0.5 && office !== '' ? `0411-${office}` : `+86 ${mobile}`),
    'number slip': (_, [, , , , mobile]) => {
      const at = random.below(mobile.length);
      return `${mobile.slice(0, at)}${(Number(mobile[at]) + 1 + random.below(8)) % 10}${mobile.slice(at + 1)}`;
    },
  };
}

/** Queries made from the rows; one whose text is another row's name, or whose number is another's, is left out. */
export function makeQueries(
  rows: readonly BenchRow[],
  rounds: number,
  random: Random,
  confusions: Confusions,
  spell: (name: string) => string[],
): LabelledQuery[] {
  const names = new Set(rows.map(([, , name]) => name));
  const numbers = new Map<string, string[]>();
  for (const [id, , , office, mobile] of rows) {
    for (const number of [office, mobile]) numbers.set(number, [...(numbers.get(number) ?? []), id]);
  }
  const queries: LabelledQuery[] = [];
  for (const [kind, make] of Object.entries(makers(random, confusions, spell))) {
    for (let round = 0; round < rounds; round++) {
      for (const row of rows.filter(([, , name]) => name !== '')) {
        const query = make(row[2], row);
        if (query === null || query === row[2] || names.has(query) || numbers.has(query)) continue;
        const owners = numbers.get(query.replace(/^0411-|^\+86 /, '')) ?? [row[0]];
        queries.push({ kind, query, stations: owners });
      }
    }
  }
  return queries;
}

/** Random words of common characters, random syllables and random digits that no row's name stands in. */
export function makeNonsense(
  rows: readonly BenchRow[],
  count: number,
  random: Random,
  common: string,
  spell: (name: string) => string[],
): LabelledQuery[] {
  const names = rows.map(([, , name]) => name).filter((name) => name !== '');
  const queries: LabelledQuery[] = [];
  while (queries.length < count) {
    const word = Array.from({ length: 2 + random.below(3) }, () => common[random.below(common.length)] ?? '').join('');
    if (names.some((name) => word.includes(name) || name.includes(word))) continue;
    const kind = queries.length % 4;
    const query = kind === 3 ? spell(word).join('') : word;
    queries.push({ kind: kind === 3 ? 'syllables' : 'words', query, stations: [] });
  }
  return queries;
}
