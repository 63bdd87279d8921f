import type { Metadata } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findAtDesk } from '#lib/server/directories.ts';
import { readFactorRules } from '#lib/server/factor-rule.ts';
import { administeredCities, listPeople } from '#lib/server/people.ts';
import { deskCities } from '#lib/server/review.ts';
import { requirePage } from '#lib/server/session.ts';
import { stationNames } from '#lib/server/station-names.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { one } from '../flags/query.ts';
import type { City } from './CityFields.tsx';
import { FactorRuleForms } from './FactorRule.tsx';
import { citiesShown, filterPeople, MOST_COLUMNS, readFilter } from './filter.ts';
import { People } from './People.tsx';
import { PeopleFilter, PeopleList } from './PeopleList.tsx';
import { AddPerson, ChangePerson } from './PersonForm.tsx';

const words = deskWords.people;
export const metadata: Metadata = { title: deskWords.title(words.heading) };

async function cityOf(id: string): Promise<City[]> {
  const published = await findAtDesk((await getDesk()).store, id);
  if (!published) return [];
  const { directory } = published;
  const stations = directory.stations.map(({ id, name }) => ({ id, name: name.value ?? words.unnamed(id) }));
  return [{ id, name: directory.facts.city, stations, former: stationNames(published) }];
}

/** Everybody whom one looks after, city by city, and the form of one of them, or for one more. */
export default async function PeoplePage({ searchParams }: PageProps<'/desk/people'>) {
  const query = await searchParams;
  const [asked, shown] = [one(query.directory), one(query.person)];
  const staff = await requirePage(inDirectory(paths.desk.people, asked), 'people');
  const desk = await getDesk();
  const administered = await administeredCities(desk, staff);
  const filter = administered.length > MOST_COLUMNS ? readFilter(query, administered) : null;
  const everybody = await listPeople(desk, staff);
  const people = filter === null ? everybody : filterPeople(everybody, filter);
  const person = everybody.find(({ username }) => username === shown);
  // Of each city that is shown the records are read, for its stations.
  const ids = filter === null ? administered : citiesShown(filter, person);
  const cities = (await Promise.all(ids.map(cityOf))).flat();
  const rules = await readFactorRules(desk.store, administered);
  const common = { cities, isAllCities: filter === null, mayMakeOwners: staff.isOwner };
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
        <p>{words.summary}</p>
        {person && (
          <p className="exports">
            <Link className="button" href={inDirectory(paths.desk.people, asked)}>
              {words.add}
            </Link>
          </p>
        )}
      </div>
      {filter && <PeopleFilter filter={filter} cities={await deskCities(administered)} asked={asked} />}
      <div className="people-page">
        {filter ? (
          <PeopleList
            people={people}
            names={await deskCities(administered)}
            rules={rules}
            query={query}
            shown={person?.username}
          />
        ) : (
          <People people={people} cities={cities} rules={rules} shown={person?.username} asked={asked} />
        )}
        {person ? <ChangePerson key={person.username} person={person} {...common} /> : <AddPerson {...common} />}
      </div>
      <FactorRuleForms
        cities={cities.filter(({ id }) => staff.roles[id] === 'admin')}
        isOnly={administered.length === 1}
        rules={rules}
        people={everybody}
      />
    </>
  );
}
