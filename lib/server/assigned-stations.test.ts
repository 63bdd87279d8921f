import { expect, it } from 'vitest';
import { readAssigned, UnknownStation } from './assigned-stations.ts';

it('stations are read by name or id, of the city that is meant or named', async () => {
  const stations = [
    { directory: 'dalian', station: 'shahe' },
    { directory: 'dalian', station: 'row-27' }, // printed without a name
  ];
  for (const [here, names] of [
    ['dalian', ['沙河', 'row-27']],
    [null, ['dalian/沙河', 'dalian/row-27']],
  ] as const)
    expect(await readAssigned(names, here)).toEqual(stations);
  await expect(readAssigned(['示例没有的站'], 'dalian')).rejects.toThrow(UnknownStation);
  await expect(readAssigned(['沙河'], null)).rejects.toThrow(UnknownStation);
});
