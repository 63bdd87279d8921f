import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a step of `npm test` counted. */
export interface Count {
  passed: number;
  failed: number;
}

export const REPORTS = 'test-results/reports';
const NEXT = 'node_modules/next/dist/bin/next';
/** Servers and commands are started by the dozen: what Node has compiled of them once is kept for the next. */
const COMPILED = resolve('node_modules/.cache/node');

/**
 * Runs a program of node_modules on this very Node. Several may run side by side, so what it says is printed when it has
 * ended; what alone takes minutes is `live`.
 */
async function run(program: string, args: readonly string[], output: 'live' | 'at the end'): Promise<boolean> {
  const title = `\n> ${[program, ...args].join(' ')}`;
  if (output === 'live') console.log(title);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_COMPILE_CACHE: COMPILED };
  const stdio = output === 'live' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, [program, ...args], { stdio, env });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const began = performance.now();
  const ending = Promise.withResolvers<boolean>();
  child.once('error', (error) => {
    said.push(Buffer.from(String(error)));
    ending.resolve(false);
  });
  child.once('close', (status) => ending.resolve(status === 0));
  const ended = await ending.promise;
  if (output !== 'live') console.log(`${title}\n${Buffer.concat(said)}`);
  console.log(`${ended ? 'done' : 'FAILED'} after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return ended;
}

const asOne = (passed: boolean): Count => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** What a runner counted. One that ended badly without a failed test (or without any report) counts as one failure. */
function counted(ended: boolean, read: () => Count): Count {
  try {
    const count = read();
    return ended || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const readReport = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

export async function lint(paths: readonly string[] = ['.']): Promise<Count> {
  const options = ['check', '--error-on-warnings', '--no-errors-on-unmatched'];
  return asOne(await run('node_modules/@biomejs/biome/bin/biome', [...options, ...paths], 'at the end'));
}

export async function types(): Promise<Count> {
  const generated = await run(NEXT, ['typegen'], 'at the end');
  return asOne((await run('node_modules/typescript/bin/tsc', ['--noEmit'], 'at the end')) && generated);
}

/** @param which options of vitest that choose the tests; all of them where there are none */
export async function unit(which: readonly string[] = []): Promise<Count> {
  const file = `${REPORTS}/unit.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = await run('node_modules/vitest/vitest.mjs', ['run', ...which, ...reporters], 'at the end');
  return counted(ended, () => {
    const { numPassedTests, numFailedTests } = readReport(file);
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

export async function build(): Promise<Count> {
  return asOne(await run('lib/cli/build.ts', ['--stale'], 'at the end'));
}

/** @param which files of tests; all of them where there are none */
export async function browser(which: readonly string[] = []): Promise<Count> {
  const ended = await run('node_modules/playwright/cli.js', ['test', ...which], 'live');
  return counted(ended, () => {
    const { expected, unexpected, flaky } = readReport(`${REPORTS}/browser.json`).stats;
    return { passed: expected, failed: unexpected + flaky };
  });
}
