import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fingerprintInputs } from '../lib/build/fingerprint.ts';

/** What a build is not made from, and what another folder must not share. */
const NOT_COPIED = new Set(['.git', '.next', 'node_modules', 'test-results', 'var']);

async function run(command: string, args: readonly string[], cwd: string): Promise<boolean> {
  const [status] = await once(spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
  return status === 0;
}

/** Files stay one on the disk where that is possible: it is a third of a gigabyte. */
async function copyModules(folder: string): Promise<void> {
  if (await run('cp', ['-al', 'node_modules', folder], '.')) return;
  cpSync('node_modules', join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
}

/**
 * The same source in a folder of its own, with a build of its own: as another machine would have it. Made once for a
 * source, and found again.
 *
 * @throws where it cannot be built
 */
export async function buildApart(name: string): Promise<string> {
  const folder = join(tmpdir(), `baoda-apart-${fingerprintInputs().slice(0, 12)}-${name}`);
  if (existsSync(join(folder, '.next/fingerprint'))) return folder;
  mkdirSync(folder, { recursive: true });
  cpSync('.', folder, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) });
  if (!existsSync(join(folder, 'node_modules'))) await copyModules(folder);
  if (!(await run(process.execPath, ['lib/cli/build.ts', '--stale'], folder))) throw new Error(`no build in ${folder}`);
  return folder;
}
