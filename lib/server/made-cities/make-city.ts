import type { CityFacts, Divisions } from '../../directory/records.ts';
import type { Service } from '../../reports/service.ts';
import { forgetMade } from '../directory-sources.ts';
import { listFolders } from '../edition-files.ts';
import type { SignedIn } from '../read-session.ts';
import type { Desk } from '../staff.ts';
import { lettersFor } from './letters.ts';

/** Nothing is known of the office of a city that was just made: its admin says it at 设置. */
export const NEW_SERVICE: Service = {
  operator: null,
  hours: null,
  limits: null,
  deliveryCutOff: null,
  onlineReports: true,
  shortCodes: [],
};

/**
 * Makes a city, and its maker its admin, who brings in the first table. Readers see it once that is published.
 *
 * @returns false, and nothing is written, where a city has its id by now
 */
export async function makeCity(
  { store }: Pick<Desk, 'store'>,
  { facts, divisions }: { facts: CityFacts; divisions: Divisions | null },
  by: Pick<SignedIn, 'id' | 'username'>,
  now: Date,
): Promise<boolean> {
  const { directory, city } = facts;
  if (listFolders().includes(directory)) return false;
  const letters = lettersFor(city, directory);
  const made = { facts, service: NEW_SERVICE, divisions, letters, by: by.username, at: now.toISOString() };
  const isMade = await store.cities.add(made, by.id);
  forgetMade(store);
  return isMade;
}
