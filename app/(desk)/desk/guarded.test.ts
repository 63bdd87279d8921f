import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What of the desk a stranger may open: signing in and out, and one-time links, which are a permission themselves. */
const OPEN_PAGES = ['page.tsx', 'setup/[token]/page.tsx'];
const OPEN_ACTIONS = ['signInAction', 'signOutAction', 'setPasswordAction'];
/** The functions that ask for a role, each of them by `requireRole`. */
const GUARDS = ['requireRole', 'staffOfForm', 'requirePageRole', 'requireReportStaff', 'asAdmin', 'answerHistory'];
/** The first function that is waited for or left to: nothing may happen before the guard. */
const firstCall = (text: string) => /\b(?:await|return) (\w+)\(/.exec(text)?.[1];

const FOLDER = import.meta.dirname;
const find = (pattern: string) => globSync(pattern, { cwd: FOLDER }).toSorted();
const read = (path: string) => readFileSync(join(FOLDER, path), 'utf8');

/** The exported functions of a file with their text, up to the next one. */
function exportedFunctions(source: string): [string, string][] {
  return source.split(/^(?=export async function )/m).flatMap((text): [string, string][] => {
    const name = /^export async function (\w+)/.exec(text)?.[1];
    return name ? [[name, text]] : [];
  });
}

describe('every page, endpoint and action of the desk asks for a role itself', () => {
  const pages = find('**/page.tsx').filter((path) => !OPEN_PAGES.includes(path));
  it.each(pages)('page %s', (path) => {
    expect(firstCall(read(path).split('export default')[1] ?? '')).toBe('requirePageRole');
  });

  it.each(find('**/route.ts'))('endpoint %s', (path) => {
    expect(GUARDS).toContain(firstCall(read(path)));
  });

  const files = find('**/*actions.ts');
  const actions = files.flatMap((path) => exportedFunctions(read(path)));
  it.each(actions.filter(([name]) => !OPEN_ACTIONS.includes(name)))('action %s', (_name, text) => {
    expect(GUARDS).toContain(firstCall(text));
  });

  it.each(files)('%s exports nothing that would be an action without looking like one', (path) => {
    const exported = read(path).match(/^export .*/gm) ?? [];
    expect(exported.filter((line) => !/^export (?:async function|interface|type) /.test(line))).toEqual([]);
  });

  it('knows every open page and action by name', () => {
    expect(find('**/page.tsx')).toEqual(expect.arrayContaining(OPEN_PAGES));
    expect(actions.map(([name]) => name)).toEqual(expect.arrayContaining(OPEN_ACTIONS));
  });

  it('keeps server actions in files named actions.ts, where this test looks', () => {
    const elsewhere = globSync('app/**/*.{ts,tsx}').filter(
      (path) => !path.endsWith('actions.ts') && !path.endsWith('.test.ts'),
    );
    expect(elsewhere.filter((path) => /^\s*['"]use server['"]/m.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
