import { readFileSync } from 'node:fs';
import { readCity } from '../lib/server/cities.ts';
import { type Normalised, type NormaliseOptions, normalise } from '../lib/table/normalise.ts';

/** The printed table of Dalian as cells, for writing it in another format, and what has to come of it. */
export const PRINTED = readFileSync('data/dalian/edition.tsv', 'utf8');
export const ROWS: readonly string[][] = PRINTED.trimEnd()
  .split(/\r?\n/)
  .map((line) => line.split('\t'));

/** Where a table that merges its cells would merge a district with the blank ones below: first and last row. */
export const MERGED_DISTRICTS: readonly [number, number][] = [
  [1, 3],
  [4, 8],
  [9, 18],
  [19, 25],
];

const { edition, divisions, areas, service } = readCity('dalian');
export const DALIAN: NormaliseOptions = {
  file: '示例',
  phone: { country: edition.country, areaCode: edition.areaCode, shortCodes: service.shortCodes },
  city: { edition, divisions, areas },
};

/** All that is a record or a flag; how a number is kept in a spreadsheet is not. */
export function recordsOf({ encoding: _encoding, notes: _notes, tables: _tables, ...records }: Normalised) {
  return records;
}

/** What is the same with merged cells: stations, districts, numbers, and all flags but those that rest on blanks. */
export function recordsWithoutBlanks(tables: Normalised) {
  const { stations, districts, phones, flags } = recordsOf(tables);
  const isMerged = (row: number | null) =>
    MERGED_DISTRICTS.some(([from, to]) => row !== null && row > from && row <= to);
  const restsOnBlank = /^district\.(?:inherited|boundary_uncertain)$/;
  return {
    districts,
    stations: stations.map(({ id, row, name, district, aliases, adminCandidates }) => {
      return { id, row, name: name.value, district: district.value, aliases, adminCandidates };
    }),
    phones: phones.map(({ cells: _cells, ...phone }) => phone),
    flags: flags
      .filter(({ code, row }) => !(restsOnBlank.test(code) && isMerged(row)))
      .map(({ id, code, severity, row, subject }) => ({ id, code, severity, row, subject })),
  };
}

export const AS_PRINTED = normalise(new TextEncoder().encode(PRINTED), DALIAN);
