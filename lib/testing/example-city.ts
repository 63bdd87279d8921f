import { EXAMPLE_CITY, tableOfRows } from '../table/invented.ts';
import type { CityFolder } from './place-of.ts';

const { divisions, areas, edition } = EXAMPLE_CITY.city ?? {};
if (!edition) throw new Error('the example city has no edition');

/** 示例 as a folder of `data/`: its third and fourth stations may belong to the district below, and a mobile is short. */
export const EXAMPLE_FOLDER: CityFolder = {
  table: new TextDecoder().decode(
    tableOfRows([
      ['甲示', '示山', '2212341', '1850000000'],
      ['', '示河', '2212342', ''],
      ['', '示南', '2212343', ''],
      ['', '示桥', '2212344', ''],
      ['乙示', '示塘', '2212345', ''],
    ]),
  ),
  edition,
  service: { operator: null, hours: null, limits: null, deliveryCutOff: null, onlineReports: true, shortCodes: [] },
  divisions: divisions ?? null,
  areas: [...(areas ?? [])],
};
