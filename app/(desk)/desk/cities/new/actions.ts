import type { CityFacts, Divisions } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { listDirectories } from '#lib/server/directory-sources.ts';
import { readSeq } from '#lib/server/editions/read-seq.ts';
import { changeCity as change, lettersFault, removeCity as remove } from '#lib/server/made-cities/change-city.ts';
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
  const desk = await getDesk();
  const read = readCity(fields, fieldOf(fields, 'id'), await listDirectories(desk.store));
  if ('shown' in read) return showCounties(fields, read.shown, paths.desk.newCityIn(read.shown.code));
  if ('faults' in read) return wrong(read.faults);
  if (!(await makeCity(desk, read, staff, new Date()))) return wrong({ id: 'id.taken' });
  const { city, directory } = read.facts;
  return done(words.made(city, directory), { to: inDirectory(paths.desk.import, directory) });
}

/** Says anew what a city is that readers have not seen; or shows the counties to choose from. */
export async function changeCity({ fields, staff }: Posted<SignedIn>): Promise<Outcome> {
  const { store } = await getDesk();
  const { id, after } = seenIn(fields);
  const others = (await listDirectories(store)).filter((other) => other !== id);
  const read = readCity(fields, id, others);
  if ('shown' in read) return showCounties(fields, read.shown, paths.desk.madeCityIn(id, read.shown.code));
  const letters = fieldOf(fields, 'letters').trim();
  const fault = lettersFault(letters);
  const faults = { ...('faults' in read && read.faults), ...(fault && { letters: fault }) };
  if ('faults' in read || fault) return wrong(faults);
  const problem = await change(store, { ...read, letters }, { after, by: staff, now: new Date() });
  if (problem === 'letters') return wrong({ letters: 'letters.taken' });
  return problem === null ? done(words.change.saved) : notDone(id, problem);
}

/** Takes away a city that readers have not seen. */
export async function removeCity({ fields, staff }: Posted<SignedIn>): Promise<Outcome> {
  const { store } = await getDesk();
  const { id, after } = seenIn(fields);
  if (!fields.has('sure')) return refused(null, { sure: words.faults['sure.missing'] });
  const problem = await remove(store, id, { after, by: staff, now: new Date() });
  if (problem === 'letters') throw new Error(`the letters of ${id} are in the way of its removal`);
  return problem === null ? done(words.remove.removed(id), { to: paths.desk.newCity }) : notDone(id, problem);
}

function seenIn(fields: URLSearchParams): { id: string; after: number } {
  const after = readSeq(fieldOf(fields, 'after'));
  if (after === null) throw new MalformedForm();
  return { id: fieldOf(fields, 'of'), after };
}

/** The page is loaded anew: it shows how the city is now, with what was typed; or there is none any more. */
const notDone = (id: string, problem: keyof typeof words.problems): Outcome => ({
  ...refused(words.problems[problem]),
  to: problem === 'newer' ? paths.desk.madeCity(id) : paths.desk.newCity,
});

type Read =
  | { facts: CityFacts; divisions: Divisions | null }
  | { faults: Readonly<Record<string, Fault>> }
  /** Whose counties are to be chosen from. */
  | { shown: Prefecture };

/** What the form says of a city; every fault at once. @param taken ids of other cities */
function readCity(fields: URLSearchParams, id: string, taken: readonly string[]): Read {
  const prefecture = readPrefecture(fields);
  if (fieldOf(fields, 'say') === 'counties')
    return prefecture ? { shown: prefecture } : { faults: { prefecture: 'prefecture.missing' } };
  const counties = readCounties(fields, prefecture);
  const { facts, faults } = readNewCity({ ...typedOf(fields, prefecture), id }, taken);
  if (faults || counties?.length === 0)
    return { faults: { ...faults, ...(counties?.length === 0 && { county: 'counties.none' as const }) } };
  return { facts, divisions: counties && divisionsOfCounties(counties) };
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
function showCounties(fields: URLSearchParams, { counties }: Prefecture, to: string): Outcome {
  fields.delete('county');
  for (const [code] of counties) fields.append('county', code); // as if somebody had ticked them
  return { ...refused(null), to: inDirectory(to, fields.get('directory')) };
}
