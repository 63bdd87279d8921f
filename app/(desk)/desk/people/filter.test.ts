import { expect, it } from 'vitest';
import type { VisibleAccount } from '#lib/server/people.ts';
import { citiesShown, filterPeople, MOST_COLUMNS, readFilter } from './filter.ts';

const person = (username: string, roles: VisibleAccount['roles']): VisibleAccount => ({
  ...{
    id: username,
    username,
    isOwner: false,
    roles,
    stations: [],
    disabled: false,
    lastSignIn: null,
    hasFactor: false,
    createdAt: new Date(0),
    isTheirs: true,
  },
});
const PEOPLE = [
  person('示例甲A', { jiashi: 'editor' }),
  person('示例乙a', { jiashi: 'admin', yishi: 'agent' }),
  person('示例丙', {}),
];
const namesOf = (query: Record<string, string>) =>
  filterPeople(PEOPLE, readFilter(query, ['jiashi', 'yishi'])).map(({ username }) => username);

it('finds people by a city and by a part of their names', () => {
  expect(namesOf({})).toHaveLength(3);
  expect(namesOf({ city: 'jiashi' })).toEqual(['示例甲A', '示例乙a']);
  expect(namesOf({ city: 'jiashi', name: '乙' })).toEqual(['示例乙a']);
  expect(namesOf({ name: ' A' })).toEqual(['示例甲A', '示例乙a']);
  expect(namesOf({ city: 'constructor' })).toHaveLength(3);
});

it('names a city that somebody looks after, and no other', () => {
  expect(readFilter({ city: 'elsewhere' }, ['jiashi'])).toEqual({ city: null, name: '' });
});

it('shows the form of the chosen city, or of some of those where somebody has a role', () => {
  const many = person('示例', Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`c${at}`, 'editor'])));
  expect(citiesShown({ city: 'yishi', name: '' }, many)).toEqual(['yishi']);
  expect(citiesShown({ city: null, name: '' }, many)).toHaveLength(MOST_COLUMNS);
  expect(citiesShown({ city: null, name: '' }, undefined)).toEqual([]);
});
