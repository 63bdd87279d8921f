import { mkdirSync, rmSync } from 'node:fs';
import { fingerprintInputs, isBuilt } from '../lib/build/fingerprint.ts';
import { findChanges } from './changed.ts';
import { browser, build, type Count, lint, REPORTS, types, unit } from './steps.ts';

/**
 * `npm test`: everything that is checked, in one go, each step counted. A step that fails does not stop the others; the
 * last line is `N passed, N failed`.
 *
 * `npm test -- --changed`: what a change touches, in under a minute. See CONTRIBUTING for what that leaves out.
 */

/** One after the other. A step that dies is one failure, and the next is taken all the same. */
async function inTurn(...steps: (() => Promise<Count>)[]): Promise<Count[]> {
  const counts: Count[] = [];
  for (const step of steps) {
    const count = await step().catch((error: unknown): Count => {
      console.error(error);
      return { passed: 0, failed: 1 };
    });
    counts.push(count);
  }
  return counts;
}

/** What needs no browser goes beside the build, which checks the types of every file, tests included, if there is one. */
async function everything(): Promise<Count[]> {
  const typed = isBuilt(fingerprintInputs()) ? types : build;
  const beside = await Promise.all([inTurn(typed), inTurn(lint, unit)]);
  return [...beside.flat(), ...(await inTurn(browser))];
}

/** Lint of the files, types, the unit tests that import them, and the browser tests that are among them. */
async function whatChanged(): Promise<Count[]> {
  const { since, files } = findChanges();
  const specs = files.filter((file) => file.startsWith('e2e/') && file.endsWith('.spec.ts'));
  console.log(`${files.length} files changed since ${since}`);
  if (files.length === 0) return [];
  const checks = [() => lint(files), types, () => unit(['--changed', since, '--passWithNoTests'])];
  return inTurn(...checks, ...(specs.length > 0 ? [build, () => browser(specs)] : []));
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const counts = await (process.argv.includes('--changed') ? whatChanged() : everything());
const sum = (what: keyof Count) => counts.reduce((all, count) => all + count[what], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
