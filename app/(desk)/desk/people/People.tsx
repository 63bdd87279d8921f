import type { Route } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { VisibleAccount } from '#lib/server/people.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { factorWords } from '#lib/wording/second-factor.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import type { City } from './CityFields.tsx';
import { type FactorRules, FactorState } from './FactorState.tsx';

const words = deskWords.people;

interface PeopleProps {
  people: readonly VisibleAccount[];
  cities: readonly City[];
  rules: FactorRules;
  /** Whose form stands beside. */
  shown: string | undefined;
  asked: string | undefined;
}

/** Everybody, with a column for each city. */
export function People({ people, cities, rules, shown, asked }: PeopleProps) {
  const texts = [
    words.columns.name,
    ...cities.map(({ name }) => name),
    factorWords.people.column,
    words.columns.lastSignIn,
  ];
  return (
    <div>
      <Scroll label={words.heading}>
        <table className="people">
          <ColumnHeads texts={texts}>
            <th scope="col" className="wide-only">
              <span className="hidden">{words.edit}</span>
            </th>
          </ColumnHeads>
          <tbody>
            {people.map((person) => (
              <tr key={person.id} aria-current={person.username === shown ? 'true' : undefined}>
                <th scope="row">
                  {person.username}
                  {person.isOwner && <small>{words.ownerTag}</small>}
                  {person.disabled && <small>{words.disabled}</small>}
                  <Edit person={person} asked={asked} isNarrow />
                </th>
                {cities.map((city) => (
                  <td key={city.id}>
                    <Post person={person} city={city} />
                  </td>
                ))}
                <td>
                  <FactorState person={person} rules={rules} />
                </td>
                <td>{person.lastSignIn === null ? words.never : shortTime(person.lastSignIn)}</td>
                <td className="wide-only">
                  <Edit person={person} asked={asked} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="hint">{words.apart}</p>
    </div>
  );
}

interface EditProps {
  person: VisibleAccount;
  asked: string | undefined;
  /** Under the name, where the form stands below the list and not beside it. */
  isNarrow?: boolean;
}

function Edit({ person: { username }, asked, isNarrow = false }: EditProps) {
  const address = inDirectory(paths.desk.person(username), asked);
  return (
    <Link
      href={isNarrow ? (`${address}#person` as Route) : address}
      className={isNarrow ? 'narrow-only' : undefined}
      aria-label={words.editLabel(username)}
      scroll={isNarrow}
    >
      {words.edit}
    </Link>
  );
}

/** What somebody is in a city; an agent without stations sees nothing there. */
function Post({ person, city }: { person: VisibleAccount; city: City }) {
  const role = person.roles[city.id];
  if (!role) return <>—</>;
  const own = person.stations.filter(({ directory }) => directory === city.id);
  const here = new Map(city.stations.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => here.get(id) ?? words.goneStation(city.former.get(id) ?? id);
  const isLeft = own.every(({ station }) => !here.has(station));
  return (
    <>
      {deskWords.role[role]}
      {role === 'agent' &&
        (own.length === 0 ? (
          <b className="problem">{words.noStations}</b>
        ) : (
          <>
            <small>{words.stationsOf(own.map(({ station }) => nameOf(station)))}</small>
            {isLeft && <b className="problem">{words.stationsGone}</b>}
          </>
        ))}
    </>
  );
}
