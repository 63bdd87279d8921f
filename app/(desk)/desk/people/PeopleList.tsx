import type { Route } from 'next';
import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import type { VisibleAccount } from '#lib/server/people.ts';
import type { DeskCity } from '#lib/server/review.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { factorWords } from '#lib/wording/second-factor.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { DirectoryField } from '../../parts/DirectoryField.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { one } from '../flags/query.ts';
import { type FactorRules, FactorState } from './FactorState.tsx';
import type { Filter } from './filter.ts';

const words = deskWords.people;
/** So many people are listed at once. */
const MOST_LISTED = 100;

interface FilterProps {
  filter: Filter;
  cities: readonly DeskCity[];
  asked: string | undefined;
}

/** Whom to list, where there are many cities: those of one of them, or whose name holds something. */
export function PeopleFilter({ filter, cities, asked }: FilterProps) {
  return (
    <form className="people-filter" action={paths.desk.people}>
      <DirectoryField asked={asked} />
      <label>
        {words.filter.city}
        <select name="city" defaultValue={filter.city ?? ''} key={filter.city}>
          <option value="">{words.filter.all}</option>
          {cities.map(({ id, city }) => (
            <option key={id} value={id}>
              {city}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.filter.name}
        <input name="name" autoComplete="off" defaultValue={filter.name} key={filter.name} />
      </label>
      <button type="submit">{words.filter.submit}</button>
    </form>
  );
}

interface ListProps {
  people: readonly VisibleAccount[];
  names: readonly DeskCity[];
  rules: FactorRules;
  query: Record<string, string | string[] | undefined>;
  /** Whose form stands beside. */
  shown: string | undefined;
}

/** Who was found, each with what they are in every city. */
export function PeopleList({ people, names, rules, query, shown }: ListProps) {
  const nameOf = new Map(names.map(({ id, city }) => [id, city]));
  const listed = people.slice(0, MOST_LISTED);
  const texts = [
    words.columns.name,
    words.filter.posts,
    factorWords.people.column,
    words.columns.lastSignIn,
    words.edit,
  ];
  return (
    <div>
      {people.length === 0 && <p>{words.filter.none}</p>}
      <Scroll label={words.heading}>
        <table className="people">
          <ColumnHeads texts={texts} />
          <tbody>
            {listed.map((person) => (
              <tr key={person.id} aria-current={person.username === shown ? 'true' : undefined}>
                <th scope="row">
                  {person.username}
                  {person.isOwner && <small>{words.ownerTag}</small>}
                  {person.disabled && <small>{words.disabled}</small>}
                </th>
                <td>{postsOf(person, nameOf)}</td>
                <td>
                  <FactorState person={person} rules={rules} />
                </td>
                <td>{person.lastSignIn === null ? words.never : shortTime(person.lastSignIn)}</td>
                <td>
                  <Link href={addressOf(person, query)} aria-label={words.editLabel(person.username)}>
                    {words.edit}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {people.length > listed.length && <p className="hint">{words.filter.more(people.length - listed.length)}</p>}
      <p className="hint">{words.apart}</p>
    </div>
  );
}

function postsOf({ roles }: VisibleAccount, nameOf: ReadonlyMap<string, string>): string {
  const posts = Object.entries(roles).map(([id, role]) =>
    words.filter.post(nameOf.get(id) ?? id, deskWords.role[role]),
  );
  return posts.length === 0 ? '—' : words.filter.posted(posts);
}

/** Their form, below the same list. */
function addressOf({ username }: VisibleAccount, query: ListProps['query']): Route {
  const kept = ['city', 'name'].flatMap((name) => (one(query[name]) ? [[name, one(query[name]) ?? '']] : []));
  const address = inDirectory(paths.desk.person(username), one(query.directory));
  return `${address}${kept.length > 0 ? `&${new URLSearchParams(kept)}` : ''}#person` as Route;
}
