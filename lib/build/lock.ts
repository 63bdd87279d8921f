import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 250;
/** A lock without a process id is being written, unless it is older than this. */
const HALF_WRITTEN_MS = 5000;
/** What this process holds. In a container every start has the same ids, so that our own may stand there from before. */
const held = new Set<string>();

/**
 * Runs `work` while no other process does. One that finds the lock waits; a lock whose process is gone is taken over.
 * @param file where the lock is kept, with the id of the process that holds it
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!tryLock(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await pause(POLL_MS);
  }
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    if (!holder) return Date.now() - statSync(file).mtimeMs > HALF_WRITTEN_MS;
    if (holder === process.pid) return !held.has(file);
    process.kill(holder, 0); // asks only whether it is there
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPERM') return false; // there, and somebody else's
    if (code === 'ESRCH') return true;
    if (code === 'ENOENT') return false; // given back just now
    throw error;
  }
}
