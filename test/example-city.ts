import type { NormaliseOptions } from '../lib/table/normalise.ts';
import type { CityFolder } from './place-of.ts';

/** A plainly fictional city for tests: 示例市, area code 0470, with its own divisions. None of its numbers is real. */

export const EXAMPLE_CITY: NormaliseOptions = {
  file: '示例.tsv',
  phone: { country: 'CN', areaCode: '0470', shortCodes: ['11185'] },
  city: {
    edition: {
      id: 'shili-2030-01-01',
      directory: 'shili',
      title: '示例报纸发行站电话',
      city: '示例',
      country: 'CN',
      areaCode: '0470',
      publisher: '示例报社',
      effectiveFrom: '2030-01-01',
      printedAbout: '2030-01',
      cityLine: { label: '示例市客服', printed: '0470-2000000', e164: '+864702000000', tel: 'tel:+864702000000' },
      cityLineAmbiguity: null,
      sha256: '0'.repeat(64),
      mediaType: 'text/tab-separated-values',
      encoding: 'utf-8',
      importedAt: '2030-02-01',
    },
    divisions: {
      about: 'made up for tests',
      counties: [
        ['990101', '甲示区'],
        ['990102', '乙示区'],
        ['990181', '丙示市'],
        ['990103', '丁示口区'],
      ],
      streets: [
        ['990101001', '示东街道'],
        ['990102001', '示西街道'],
        ['990102002', '示南街道'],
        ['990181100', '示北镇'],
      ],
      communities: [
        ['990102001001', '示柳社区居委会'],
        ['990101001001', '示西社区居委会'],
        ['990102002001', '示东村委会'],
      ],
    },
    areas: [{ names: ['示例新区'], within: '990102', stations: [], streets: [], source: 'made up for tests' }],
  },
};

export const HEADING = ['区域', '发行站', '办公电话', '移动电话'];

/** Rows of cells under the usual heading, as the bytes of a file. */
export function tableOfRows(rows: readonly (readonly string[])[], heading: readonly string[] = HEADING): Uint8Array {
  return new TextEncoder().encode([heading, ...rows].map((cells) => cells.join('\t')).join('\n'));
}

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
  landmarks: [],
};
