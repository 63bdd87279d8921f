import type { Divisions } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { listDirectories } from '#lib/server/directory-sources.ts';
import { divisionsOfCounties, listPrefectures, type Prefecture } from '#lib/server/made-cities/country-divisions.ts';
import { makeCity } from '#lib/server/made-cities/make-city.ts';
import { CITY_FIELDS, readNewCity, type TypedCity } from '#lib/server/made-cities/read-new-city.ts';
import type { SignedIn } from '#lib/server/read-session.ts';
import { cityOfPrefecture, newCityWords as words } from '#lib/wording/cities.ts';

type Fault = keyof typeof words.faults;

const wrong = (faults: Readonly<Record<string, Fault>>): Outcome =>
  refused(words.wrong, Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, words.faults[fault]])));

/** Makes a city, and goes on to its first table; or shows the counties to choose from. */
export async function addCity({ fields, staff }: Posted<SignedIn>): Promise<Outcome> {
  const prefecture = readPrefecture(fields);
  if (fieldOf(fields, 'say') === 'counties')
    return prefecture ? showCounties(fields, prefecture) : wrong({ prefecture: 'prefecture.missing' });
  const desk = await getDesk();
  const counties = readCounties(fields, prefecture);
  const { facts, faults } = readNewCity(typedOf(fields, prefecture), await listDirectories(desk.store));
  if (faults || counties?.length === 0)
    return wrong({ ...faults, ...(counties?.length === 0 && { county: 'counties.none' }) });
  const divisions: Divisions | null = counties && divisionsOfCounties(counties);
  if (!(await makeCity(desk, { facts, divisions }, staff, new Date()))) return wrong({ id: 'id.taken' });
  const { city, directory } = facts;
  return done(words.made(city, directory), { to: inDirectory(paths.desk.import, directory) });
}

function readPrefecture(fields: URLSearchParams): Prefecture | null {
  const code = fieldOf(fields, 'prefecture');
  const found = listPrefectures().find((one) => one.code === code) ?? null;
  if (found === null && code !== '') throw new MalformedForm();
  return found;
}

/** A city whose name nobody typed is called as its prefecture. */
function typedOf(fields: URLSearchParams, prefecture: Prefecture | null): TypedCity {
  const typed = Object.fromEntries(CITY_FIELDS.map((name) => [name, fieldOf(fields, name)])) as unknown as TypedCity;
  return { ...typed, city: typed.city.trim() || (prefecture ? cityOfPrefecture(prefecture) : '') };
}

/** Those that are ticked, where these were shown; else all of the prefecture. Null where none is chosen. */
function readCounties(fields: URLSearchParams, prefecture: Prefecture | null): string[] | null {
  if (prefecture === null) return null;
  const all = prefecture.counties.map(([code]) => code);
  if (fieldOf(fields, 'counties-of') !== prefecture.code) return all;
  const ticked = fields.getAll('county');
  return all.filter((code) => ticked.includes(code));
}

/** The same form with what was typed, and all of the counties ticked. */
function showCounties(fields: URLSearchParams, { code: chosen, counties }: Prefecture): Outcome {
  fields.delete('county');
  for (const [code] of counties) fields.append('county', code); // as if somebody had ticked them
  return { ...refused(null), to: inDirectory(paths.desk.newCityIn(chosen), fields.get('directory')) };
}
