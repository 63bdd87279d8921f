import { demonstrationPeople, demonstrationCity as words } from '../../wording/demonstration.ts';
import { findEditions, openFile, previewOf, publishEdition } from '../editions/editions.ts';
import { makeCity } from '../made-cities/make-city.ts';
import { type Desk, requireStaff } from '../staff.ts';

/**
 * A second city, made at the desk with a table of its own. Its stations' numbers begin with 154, so that nobody can call
 * them; its city line is the first city's, which is printed.
 *
 * @param like the first city's id
 * @returns its id
 */
export async function makeSecondCity(desk: Desk, like: string, hoursAgo: (hours: number) => string): Promise<string> {
  const { store } = desk;
  const first = await findEditions(store, like);
  if (!first) throw new Error(`There is no directory ${like} to make a second one beside.`);
  const { country, areaCode, cityLine } = first.published.directory.facts;
  const { id: directory, city, publisher, lineLabel } = words;
  const owner = { ...(await requireStaff(desk, demonstrationPeople.admin)), username: demonstrationPeople.admin };
  const facts = {
    ...{ directory, city, country, areaCode, publisher, cityLineAmbiguity: null },
    cityLine: { ...cityLine, label: lineLabel },
  };
  const made = new Date(hoursAgo(90));
  if (!(await makeCity(desk, { facts, divisions: null }, owner, made)))
    throw new Error(`${directory} is there already.`);
  const editions = await findEditions(store, directory);
  if (!editions) throw new Error(`The city ${directory} was not made.`);
  const file = await openFile(Buffer.from(words.table), words.file);
  const notice = { title: words.title, from: hoursAgo(90).slice(0, 10), areaCode };
  const said = { notice, choice: {}, answers: new Map<string, boolean>(), kept: new Set<string>() };
  const author = { by: owner.username, approvedBy: owner.username, way: 'desk', at: hoursAgo(89) } as const;
  const seq = await publishEdition(store, editions, previewOf(editions, file, said, made), file, author);
  if (seq === null) throw new Error(`The first table of ${directory} was not published.`);
  return directory;
}
