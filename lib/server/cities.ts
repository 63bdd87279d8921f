import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Divisions,
  divisionsSchema,
  type Edition,
  editionSchema,
  type FunctionalArea,
  functionalAreasSchema,
  type Landmark,
  landmarksSchema,
} from '../directory/records.ts';
import { type Service, serviceSchema } from '../reports/service.ts';
import { directoryIdSchema } from '../text/ids.ts';

/** The folders of `data/`, one a city. */

export const dataFolder = (): string => join(process.cwd(), 'data');

/** What stands in a city's folder beside the printed table and what is made of it. */
export interface City {
  edition: Edition;
  service: Service;
  divisions: Divisions | null;
  areas: FunctionalArea[];
  landmarks: Landmark[];
}

/** The ids of all cities: folders that hold an `edition.json`, sorted. */
export function listCities(data = dataFolder()): string[] {
  return readdirSync(/*turbopackIgnore: true*/ data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && directoryIdSchema.safeParse(entry.name).success)
    .filter(({ name }) => readFile(join(data, name, 'edition.json')) !== null)
    .map(({ name }) => name)
    .sort();
}

/** A file's bytes, or null where there is no such file. */
function readFile(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** A JSON file by its schema; throws with the file's name and the place in it. Null where it is absent. */
export function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> | null {
  const bytes = readFile(path);
  if (bytes === null) return null;
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    const wrong = error instanceof z.ZodError ? `\n${z.prettifyError(error)}` : ` ${error}`;
    throw new Error(`${path} does not hold what it should:${wrong}`);
  }
}

/** Reads a city's folder. Throws where a file is missing or does not fit its schema. */
export function readCity(id: string, data = dataFolder()): City {
  const folder = join(/*turbopackIgnore: true*/ data, id);
  const edition = readJson(join(folder, 'edition.json'), editionSchema);
  const service = readJson(join(folder, 'service.json'), serviceSchema);
  if (edition === null) throw new Error(`${folder}/edition.json is missing`);
  if (service === null) throw new Error(`${folder}/service.json is missing`);
  if (edition.directory !== id) throw new Error(`${folder}/edition.json belongs to ${edition.directory}`);
  return {
    edition,
    service,
    divisions: readJson(join(folder, 'divisions.json'), divisionsSchema),
    areas: readJson(join(folder, 'areas.json'), functionalAreasSchema)?.areas ?? [],
    landmarks: readJson(join(folder, 'landmarks.json'), landmarksSchema)?.landmarks ?? [],
  };
}

/** How the file of a printed table ends, by what kind of file it is. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** What the printed table may be called. */
export const PRINTED_FILES: readonly string[] = ['tsv', ...Object.values(ENDINGS)].map((ending) => `edition.${ending}`);

/** The name of the printed table in a city's folder. */
export const printedFileOf = ({ mediaType }: Pick<Edition, 'mediaType'>): string =>
  `edition.${ENDINGS[mediaType] ?? 'tsv'}`;

/** Reads the printed table of a city. Throws where it is not the one that the edition records. */
export function readPrintedTable(
  id: string,
  edition: Pick<Edition, 'sha256' | 'mediaType'>,
  data = dataFolder(),
): Buffer {
  const { sha256 } = edition;
  const path = join(data, id, printedFileOf(edition));
  const bytes = readFile(path);
  if (bytes === null) throw new Error(`${path} is missing`);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${path} has sha256 ${found}; edition.json records ${sha256}`);
  return bytes;
}
