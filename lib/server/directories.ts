import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { publish } from '../directory/publish.ts';
import {
  type Divisions,
  directoryTablesSchema,
  type FunctionalArea,
  type PublishedDirectory,
} from '../directory/records.ts';
import { type City, DATA, listCities, readCity, readJson } from './cities.ts';

interface Loaded {
  city: City;
  published: PublishedDirectory;
}

/** Files of `data/` do not change under a running server. */
const loaded = new Map<string, Loaded>();
let ids: string[] | null = null;

/** The ids of all directories of this deployment: the folders of `data/` that hold an `edition.json`, sorted. */
export async function listDirectories(): Promise<string[]> {
  ids ??= listCities();
  return ids;
}

/** The published directory, or null where none has that id. Kept in memory while nothing it is made of changes. */
export async function findDirectory(id: string): Promise<PublishedDirectory | null> {
  return (await load(id))?.published ?? null;
}

/** The published divisions of a directory's city, or null where it has none. */
export async function findDivisions(id: string): Promise<Divisions | null> {
  return (await load(id))?.city.divisions ?? null;
}

/** The functional areas that people of a directory's city name; empty where it has none. */
export async function findAreas(id: string): Promise<readonly FunctionalArea[]> {
  return (await load(id))?.city.areas ?? [];
}

async function load(id: string): Promise<Loaded | null> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  if (!(await listDirectories()).includes(id)) return null;
  const city = readCity(id);
  const path = join(DATA, id, 'directory.json');
  const tables = readJson(path, directoryTablesSchema);
  if (tables === null) throw new Error(`${path} is missing: npm run data makes it`);
  const { edition: facts, service } = city;
  const version = createHash('sha256')
    .update(JSON.stringify([tables, facts, service]))
    .digest('hex')
    .slice(0, 12);
  const made = { city, published: { ...publish(tables, [], facts.country), id, facts, service, version } };
  loaded.set(id, made);
  return made;
}
