import { lettersOfId } from '../reports/ref.ts';
import type { Service } from '../reports/service.ts';
import type { CityHead } from '../store/cities.ts';
import { listCities, readCity } from './cities.ts';

/**
 * What a city's report numbers begin with.
 *
 * @throws where its files name none and its id yields none
 */
export function lettersOf({ id, service }: { id: string; service: Pick<Service, 'refLetters'> }): string {
  const letters = service.refLetters ?? lettersOfId(id);
  if (letters === null)
    throw new Error(`data/${id}/service.json: set refLetters, 2 to 4 capital letters, such as "DL".`);
  return letters;
}

/**
 * Holds that no two cities have the same letters: their reports would get the same numbers.
 *
 * @param made cities that stand in no folder: their letters are given, and the folder has to give way
 * @throws naming both
 */
export function checkLetters(made: readonly Pick<CityHead, 'directory' | 'service'>[] = [], data?: string): void {
  const folders = listCities(data);
  const others = made.filter(({ directory }) => !folders.includes(directory));
  const seen = new Map(others.map(({ directory: id, service }) => [lettersOf({ id, service }), id]));
  for (const id of folders) {
    const letters = lettersOf({ id, service: readCity(id, data).service });
    const other = seen.get(letters);
    if (other !== undefined)
      throw new Error(
        `data/${id}/service.json: its reports would begin with ${letters}, as those of ${other} do. ` +
          'Set refLetters to 2 to 4 capital letters that no other city has.',
      );
    seen.set(letters, id);
  }
}
