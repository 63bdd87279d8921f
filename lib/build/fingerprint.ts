import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Everything a build is made from. What a build writes is not among it. */
const INPUTS = [
  '{app,lib,data,public}/**/*.*',
  '{proxy,instrumentation}.ts',
  'next.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
/** Tests, and the phone's scripts, which the build itself writes. */
const NOT_INPUTS = /\.test\.tsx?$|^public\/[^/]+\.js$/;

const RECORD = '.next/fingerprint';
/** Next writes this last. */
const BUILD_ID = '.next/BUILD_ID';

/** Whether a build depends on a file under one of the folders above. */
export const isInput = (path: string): boolean => !NOT_INPUTS.test(path);

/** The release line of the Node that builds: one of its releases serves what another has built. */
const NODE_LINE = process.version.split('.')[0] ?? '';

/** The files a build is made from, sorted. */
export function inputPaths(): string[] {
  const files = globSync(INPUTS, { withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => `${entry.parentPath}/${entry.name}`.replace(`${process.cwd()}/`, ''));
  return paths.filter(isInput).sort();
}

/** One hash of the names and contents of all inputs, and of the Node that builds. */
export function fingerprintInputs(): string {
  const hash = createHash('sha256').update(NODE_LINE);
  for (const path of inputPaths()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** Whether the build that is there was made from just these inputs. */
export function isBuilt(fingerprint: string): boolean {
  return existsSync(BUILD_ID) && existsSync(RECORD) && readFileSync(RECORD, 'utf8') === fingerprint;
}

/** Written last: a build that broke off has no record. */
export function recordBuild(fingerprint: string): void {
  mkdirSync(dirname(RECORD), { recursive: true });
  writeFileSync(RECORD, fingerprint);
}
