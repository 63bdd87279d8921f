import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

/** A rule that cannot fail is no rule: each line breaks one, in the folder it is made for. */
const BREACHES: readonly [file: string, code: string, rule: string][] = [
  ['lib/directory/a.ts', "import { readFileSync } from 'node:fs';", 'noNodejsModules'],
  ['lib/table/a.ts', "import { NextResponse } from 'next/server';", 'noRestrictedImports'],
  ['lib/lookup/a.ts', "import { useState } from 'react';", 'noRestrictedImports'],
  ['lib/reports/a.ts', "import { Kysely } from 'kysely';", 'noRestrictedImports'],
  ['lib/shown/a.ts', "import { openStore } from '../store/store.ts';", 'noRestrictedImports'],
  ['lib/directory/b.ts', "import { readEnvironment } from '../server/environment.ts';", 'noRestrictedImports'],
  ['lib/wording/a.ts', "import { readEnvironment } from '../server/environment.ts';", 'noRestrictedImports'],
  ['lib/island/a.ts', "import { readEnvironment } from '../server/environment.ts';", 'noRestrictedImports'],
  ['lib/directory/c.ts', "import { Page } from '../../app/(reader)/parts/Page.tsx';", 'noRestrictedImports'],
  ['lib/directory/d.ts', "import { paths } from '#lib/paths.ts';", 'noRestrictedImports'],
  ['lib/reports/b.ts', 'export const now = Date.now();', 'plugin'],
  ['lib/reports/c.ts', 'export const today = new Date();', 'plugin'],
  ['lib/shown/b.ts', 'export const lot = Math.random();', 'plugin'],
  ['lib/reports/d.ts', 'export const home = process.cwd();', 'noRestrictedGlobals'],
  ['lib/server/a.ts', "import { Page } from '../../app/(reader)/parts/Page.tsx';", 'noRestrictedImports'],
  ['lib/server/b.ts', "import { Pool } from 'pg';", 'noRestrictedImports'],
  ['lib/server/c.ts', "import { DatabaseSync } from 'node:sqlite';", 'noRestrictedImports'],
  ['lib/server/d.ts', "import { findBrowser } from '../../test/browser.ts';", 'noRestrictedImports'],
  ['lib/server/e.ts', "import { demo } from '../cli/demo.ts';", 'noRestrictedImports'],
  ['lib/directory/e.ts', "import { anyText } from '../../test/any-text.ts';", 'noRestrictedImports'],
  ['lib/store/e.ts', "import { aReport } from '../../test/reports.ts';", 'noRestrictedImports'],
  ['lib/cli/b.ts', "import { formatTable } from '../../bench/tables.ts';", 'noRestrictedImports'],
  ['app/(reader)/h.ts', "import { rankLookAlikes } from '../../tools/look-alikes.ts';", 'noRestrictedImports'],
  ['test/a.ts', "import { formatTable } from '../bench/tables.ts';", 'noRestrictedImports'],
  ['bench/a.ts', "import { Page } from '../app/(reader)/parts/Page.tsx';", 'noRestrictedImports'],
  ['tools/a.ts', "import { sql } from 'kysely';", 'noRestrictedImports'],
  ['lib/server/front/a.ts', 'export const port = process.env.PORT;', 'noProcessEnv'],
  ['lib/store/a.ts', "import { readEnvironment } from '../server/environment.ts';", 'noRestrictedImports'],
  ['lib/store/b.ts', "import { headers } from 'next/headers';", 'noRestrictedImports'],
  ['lib/store/c.ts', 'export const url = process.env.DATABASE_URL;', 'noProcessEnv'],
  ['lib/cli/a.ts', "import { sql } from 'kysely';", 'noRestrictedImports'],
  ['app/(reader)/a.ts', "import { openStore } from '#lib/store/store.ts';", 'noRestrictedImports'],
  ['app/(reader)/b.ts', "import { openStore } from '../../lib/store/store.ts';", 'noRestrictedImports'],
  ['app/(reader)/c.ts', "import edition from '../../data/dalian/edition.json';", 'noRestrictedImports'],
  ['app/(reader)/d.ts', "import { readFileSync } from 'node:fs';", 'noRestrictedImports'],
  ['app/(reader)/e.ts', 'export const origin = process.env.BAODA_ORIGIN;', 'noProcessEnv'],
  ['app/(reader)/parts/F.tsx', 'export default function F() { return null; }', 'noDefaultExport'],
  ['lib/table/b.ts', 'export default 1;', 'noDefaultExport'],
  ['lib/table/c.ts', "export { parse } from './parse.ts';", 'noBarrelFile'],
  ['lib/table/d.ts', "export * from './parse.ts';", 'noReExportAll'],
  ['lib/table/e.ts', 'export const any = (value: any) => value;', 'noExplicitAny'],
  ['lib/table/round.ts', "import { b } from './trip.ts';\nexport const a = () => b;", 'noImportCycles'],
  ['lib/table/trip.ts', "import { a } from './round.ts';\nexport const b = () => a;", 'noImportCycles'],
];

/** What the rules leave alone. */
const ALLOWED: readonly [file: string, code: string][] = [
  ['app/(reader)/page.tsx', 'export default function Page() { return null; }'],
  ['app/(reader)/g.ts', "import { paths } from '#lib/paths.ts';\nexport const home = paths.home;"],
  ['lib/store/d.ts', "import { Kysely } from 'kysely';\nexport const open = () => Kysely;"],
  ['lib/server/environment.ts', 'export const port = process.env.PORT;'],
  ['lib/reports/f.ts', 'export const day = (iso: string) => new Date(iso);'],
  ['lib/island/b.ts', 'export const now = () => Date.now();'],
  ['lib/directory/f.test.ts', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;"],
  ['lib/store/f.test.ts', "import { aReport } from '../../test/reports.ts';\nexport const one = aReport;"],
  ['bench/b.ts', "import { aReport } from '../test/reports.ts';\nexport const one = aReport;"],
];

interface Diagnostic {
  category: string;
  location: { path: string };
}

const found = new Map<string, string[]>();

beforeAll(() => {
  const project = mkdtempSync(join(tmpdir(), 'baoda-directions-'));
  for (const path of ['biome.json', 'lint']) cpSync(path, join(project, path), { recursive: true });
  for (const [file, code] of [...BREACHES, ...ALLOWED]) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), `${code}\n`);
  }
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--vcs-enabled=false', '--max-diagnostics=1000', '--reporter=json', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...options], { cwd: project, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  for (const { category, location } of diagnostics) {
    found.set(location.path, [...(found.get(location.path) ?? []), category.split('/').at(-1) ?? '']);
  }
});

test.each(BREACHES)('%s: %s', (file, _code, rule) => {
  expect(found.get(file)).toContain(rule);
});

test.each(ALLOWED)('%s may: %s', (file) => {
  expect(found.get(file) ?? []).toEqual([]);
});
