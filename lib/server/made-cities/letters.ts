import { pinyin } from 'pinyin-pro';
import { refLettersSchema } from '../../reports/ref.ts';
import { readCity } from '../cities.ts';
import { listFolders } from '../edition-files.ts';
import { lettersOf } from '../ref-letters.ts';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const MOST_LETTERS = 4;

/** The first letters of a name in pinyin. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('');

/** What the report numbers of the cities that stand in folders begin with. */
export const lettersOfFolders = (): Set<string> =>
  new Set(listFolders().map((folder) => lettersOf({ id: folder, service: readCity(folder).service })));

/** What the report numbers of a new city may begin with, the best first: none that a city of a folder has. */
export function lettersFor(city: string, id: string): string[] {
  const [initials, spelt] = [initialsOf(city), id].map((text) => text.toUpperCase().replace(/[^A-Z]/g, ''));
  const start = (initials || spelt || 'X').slice(0, MOST_LETTERS - 1);
  const first = start.slice(0, 1);
  const ofFolders = lettersOfFolders();
  const all = [
    initials?.slice(0, MOST_LETTERS) ?? '',
    ...[4, 3, 2].map((length) => spelt?.slice(0, length) ?? ''),
    ...ALPHABET.map((letter) => start + letter),
    ...ALPHABET.flatMap((second) => ALPHABET.map((third) => first + second + third)),
  ];
  return [...new Set(all)].filter((one) => refLettersSchema.safeParse(one).success && !ofFolders.has(one));
}
