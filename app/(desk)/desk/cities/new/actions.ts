import { paths } from '#lib/paths.ts';
import { fieldOf, type Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { listDirectories } from '#lib/server/directory-sources.ts';
import { makeCity } from '#lib/server/made-cities/make-city.ts';
import { CITY_FIELDS, type CityFaults, readNewCity, type TypedCity } from '#lib/server/made-cities/read-new-city.ts';
import type { SignedIn } from '#lib/server/read-session.ts';
import { newCityWords as words } from '#lib/wording/cities.ts';

const typedOf = (fields: URLSearchParams) =>
  Object.fromEntries(CITY_FIELDS.map((name) => [name, fieldOf(fields, name)])) as unknown as TypedCity;

const wrong = (faults: CityFaults): Outcome =>
  refused(words.wrong, Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, words.faults[fault]])));

/** Makes a city, and goes on to its first table. */
export async function addCity({ fields, staff }: Posted<SignedIn>): Promise<Outcome> {
  const desk = await getDesk();
  const { facts, faults } = readNewCity(typedOf(fields), await listDirectories(desk.store));
  if (faults) return wrong(faults);
  if (!(await makeCity(desk, { facts, divisions: null }, staff, new Date()))) return wrong({ id: 'id.taken' });
  const { city, directory } = facts;
  return done(words.made(city, directory), { to: inDirectory(paths.desk.import, directory) });
}
