import { expect, it } from 'vitest';
import { nameAssigned, readAssigned, UnknownStation } from './assigned-stations.ts';
import { findDirectory } from './directories.ts';

it('stations are named by name, and read again from what was named', async () => {
  const stations = [
    { directory: 'dalian', station: 'shahe' },
    { directory: 'dalian', station: 'row-27' }, // printed without a name
  ];
  expect(await nameAssigned(stations, 'dalian')).toBe('沙河 row-27');
  expect(await nameAssigned(stations, 'elsewhere')).toBe('dalian/沙河 dalian/row-27');
  for (const [here, names] of [
    ['dalian', ['沙河', 'row-27']],
    ['elsewhere', ['dalian/沙河', 'dalian/row-27']],
  ] as const)
    expect(await readAssigned(names, here)).toEqual(stations);
  await expect(readAssigned(['示例没有的站'], 'dalian')).rejects.toThrow(UnknownStation);
});

it('each station of a table is read again as itself', async () => {
  const { stations = [] } = (await findDirectory('dalian')) ?? {};
  const all = stations.map(({ id }) => ({ directory: 'dalian', station: id }));
  expect(all.length).toBeGreaterThan(0);
  expect(await readAssigned((await nameAssigned(all, 'dalian')).split(' '), 'dalian')).toEqual(all);
});
