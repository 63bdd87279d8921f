import { type DirectoryTables, directoryTablesSchema } from '../directory/records.ts';
import { normalise } from '../table/normalise.ts';
import { dataFolder, readCity, readPrintedTable } from './cities.ts';

/** Makes the four tables of a city from its folder; the same bytes each time. Throws where the table is refused. */
export function makeTables(id: string, data = dataFolder()): DirectoryTables {
  const { edition, service, divisions, areas } = readCity(id, data);
  const bytes = readPrintedTable(id, edition, data);
  const { country, areaCode } = edition;
  const phone = { country, areaCode, shortCodes: service.shortCodes };
  return directoryTablesSchema.parse(
    normalise(bytes, { file: `data/${id}/edition.tsv`, phone, city: { edition, divisions, areas } }),
  );
}

/** The text of `data/<city>/directory.json`. */
export const formatTables = (tables: DirectoryTables): string => `${JSON.stringify(tables, null, 1)}\n`;
