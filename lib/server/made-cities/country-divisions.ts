import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Divisions } from '../../directory/records.ts';
import { dataFolder } from '../cities.ts';

/** The prefectures of the country, by which a new city finds its counties. */
export interface Prefecture {
  /** Four digits. */
  code: string;
  name: string;
  province: string;
  counties: [code: string, name: string][];
}

interface Country {
  about: string;
  lines: [code: string, name: string, streets: string][];
}

/** Read anew each time: it is asked for when a city is made, and takes room. */
function readCountry(): Country {
  const all = readFileSync(join(/*turbopackIgnore: true*/ dataFolder(), 'divisions', 'china.tsv'), 'utf8').split('\n');
  const about = all.filter((line) => line.startsWith('#')).map((line) => line.slice(2));
  const lines = all.filter((line) => line !== '' && !line.startsWith('#'));
  return {
    about: about.slice(0, 2).join(' '), // the third says how the file is written
    lines: lines.map((line) => {
      const [code = '', name = '', streets = ''] = line.split('\t');
      return [code, name, streets];
    }),
  };
}

let prefectures: readonly Prefecture[] | null = null;

/** Every prefecture, in the order of the codes; also the places of those that provinces govern themselves. */
export function listPrefectures(): readonly Prefecture[] {
  prefectures ??= prefecturesOf(readCountry());
  return prefectures;
}

function prefecturesOf({ lines }: Country): Prefecture[] {
  const provinces = new Map(lines.filter(([code]) => code.length === 2).map(([code, name]) => [code, name]));
  const counties = Map.groupBy(
    lines.filter(([code]) => code.length === 6),
    ([code]) => code.slice(0, 4),
  );
  return lines
    .filter(([code]) => code.length === 4)
    .map(([code, name]) => ({
      ...{ code, name, province: provinces.get(code.slice(0, 2)) ?? '' },
      counties: (counties.get(code) ?? []).map(([county, called]): [string, string] => [county, called]),
    }));
}

/** The chosen counties with their streets. Communities are not among them: a phone is sent no more than it needs. */
export function divisionsOfCounties(counties: readonly string[]): Divisions {
  const { about, lines } = readCountry();
  const chosen = lines.filter(([code]) => counties.includes(code));
  return {
    about,
    counties: chosen.map(([code, name]): [string, string] => [code, name]),
    streets: chosen.flatMap(([code, , streets]) =>
      streets === ''
        ? []
        : streets.split(',').map((street): [string, string] => [code + street.slice(0, 3), street.slice(3)]),
    ),
    communities: [],
  };
}
