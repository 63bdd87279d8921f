import type { CityFacts, Divisions } from '../../directory/records.ts';
import { refLettersSchema } from '../../reports/ref.ts';
import type { CityHead, CityProblem } from '../../store/cities.ts';
import type { Store } from '../../store/store.ts';
import { forgetDirectory } from '../directories.ts';
import { forgetMade } from '../directory-sources.ts';
import { listFolders } from '../edition-files.ts';
import type { SignedIn } from '../read-session.ts';
import { listShownCities } from '../shown-cities.ts';
import { lettersOfFolders } from './letters.ts';

export type { CityHead };

/** The cities that were made at the desk and that nobody else has seen: their first table is not published. */
export async function listUnpublished(store: Store): Promise<CityHead[]> {
  const [made, shown] = await Promise.all([store.cities.list(), listShownCities(store)]);
  const others = new Set([...listFolders(), ...shown.map(({ id }) => id)]);
  return made.filter(({ directory }) => !others.has(directory));
}

export interface MadeCity extends CityHead {
  /** Their codes. */
  counties: string[];
}

/** One of them; null where it is none. */
export async function findUnpublished(store: Store, id: string): Promise<MadeCity | null> {
  const head = (await listUnpublished(store)).find(({ directory }) => directory === id);
  if (head === undefined) return null;
  const divisions = await store.cities.divisions(id, head.seq);
  return { ...head, counties: (divisions?.counties ?? []).map(([code]) => code) };
}

export type LettersFault = 'letters.form' | 'letters.taken';

/** What is wrong with the letters that somebody typed for report numbers; null where it may be those. */
export function lettersFault(typed: string): LettersFault | null {
  if (!refLettersSchema.safeParse(typed).success) return 'letters.form';
  return lettersOfFolders().has(typed) ? 'letters.taken' : null;
}

interface Seen {
  /** The `seq` of what whoever changes it has seen. */
  after: number;
  by: Pick<SignedIn, 'username'>;
  now: Date;
}

/** Says anew what a city is, before its first table. @returns null where it was done, else why not */
export async function changeCity(
  store: Store,
  city: { facts: CityFacts; divisions: Divisions | null; letters: string },
  { after, by, now }: Seen,
): Promise<CityProblem | null> {
  const problem = await store.cities.change({ ...city, by: by.username, at: now.toISOString() }, after);
  forget(store, city.facts.directory);
  return problem;
}

/** Takes a city away, before its first table. @returns null where it was done, else why not */
export async function removeCity(store: Store, id: string, { after, by, now }: Seen): Promise<CityProblem | null> {
  const problem = await store.cities.remove(id, after, { by: by.username, at: now.toISOString() });
  forget(store, id);
  return problem;
}

function forget(store: Store, id: string): void {
  forgetMade(store);
  forgetDirectory(store, id);
}
