import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readEnvironment } from './environment.ts';

const SECRET_FILE = 'var/secret';
const SECRET_BYTES = 32;

let known: string | undefined;

/** What signs cookies and keys hashes: BAODA_SECRET, else one made on first use and kept in `var/secret` (0600). */
export function secret(): string {
  known ??= readEnvironment().BAODA_SECRET ?? keptSecret(SECRET_FILE);
  return known;
}

/** The secret kept in `file`, made where there is none. Two processes that start at once end up with the same one. */
export function keptSecret(file: string): string {
  if (!existsSync(file)) makeSecret(file);
  return readFileSync(file, 'utf8').trim();
}

function makeSecret(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file); // whole or not at all, and never over one that is there
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
