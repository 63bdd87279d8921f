import { type DirectoryTables, directoryTablesSchema } from '../directory/records.ts';
import { normaliseGrid } from '../table/normalise.ts';
import { readText } from '../table/text-file.ts';
import { type City, dataFolder, printedFileOf, readCity, readPrintedTable } from './cities.ts';
import { type ReadGrid, readTable } from './read-table.ts';

/** Makes the four tables of a city from its folder; the same bytes each time. Throws where the table is refused. */
export async function makeTables(id: string, data = dataFolder()): Promise<DirectoryTables> {
  const city = readCity(id, data);
  return tablesOf(city, await readTable(readPrintedTable(id, city.edition, data), fileOf(city)));
}

/** The same where the table is a text: nothing has to be taken apart, and nobody waits. */
export function makeTextTables(id: string, data = dataFolder()): DirectoryTables {
  const city = readCity(id, data);
  return tablesOf(city, readText(readPrintedTable(id, city.edition, data), fileOf(city)));
}

const fileOf = ({ edition }: City): string => `data/${edition.directory}/${printedFileOf(edition)}`;

function tablesOf(city: City, { grid, source }: ReadGrid): DirectoryTables {
  const { edition, service, divisions, areas } = city;
  const phone = { country: edition.country, areaCode: edition.areaCode, shortCodes: service.shortCodes };
  const options = { file: fileOf(city), phone, city: { edition, divisions, areas } };
  return directoryTablesSchema.parse(normaliseGrid(grid, options, source));
}

/** The text of `data/<city>/directory.json`. */
export const formatTables = (tables: DirectoryTables): string => `${JSON.stringify(tables, null, 1)}\n`;
