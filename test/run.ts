import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

/**
 * Everything that is checked, in one go, each step counted. A step that fails does not stop the others; the last line
 * is `N passed, N failed`.
 */

interface Count {
  passed: number;
  failed: number;
}

const REPORTS = 'test-results/reports';

/** Runs a program of node_modules on this very Node; its output goes straight through. */
function run(program: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}): boolean {
  console.log(`\n> ${[program, ...args].join(' ')}`);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables };
  return spawnSync(process.execPath, [program, ...args], { stdio: 'inherit', env }).status === 0;
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

function lint(): Count {
  return asOne(run('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']));
}

function types(): Count {
  const generated = run('node_modules/next/dist/bin/next', ['typegen']);
  return asOne(run('node_modules/typescript/bin/tsc', ['--noEmit']) && generated);
}

function unit(): Count {
  const file = `${REPORTS}/unit.json`;
  const ended = run('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return counted(ended, () => {
    const { numPassedTests, numFailedTests } = readReport(file);
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

function browser(lean: '0' | '1'): Count {
  const file = `${REPORTS}/browser-lean-${lean}.json`;
  // The desk has Next's client in either mode: one pass of its tests says all.
  const without = lean === '0' ? ['--grep-invert', '@lean', '--project', 'phone'] : [];
  const variables = { BAODA_LEAN: lean, E2E_REPORT: file };
  const ended = run('node_modules/playwright/cli.js', ['test', ...without], variables);
  return counted(ended, () => {
    const { expected, unexpected, flaky } = readReport(file).stats;
    return { passed: expected, failed: unexpected + flaky };
  });
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const steps = [
  lint,
  types,
  unit,
  () => asOne(run('lib/cli/build.ts', ['--stale'])),
  () => browser('1'),
  () => browser('0'),
];
const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const { passed, failed } = step();
  total.passed += passed;
  total.failed += failed;
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
