import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DeskPage, ROLES_OF_PAGE } from '#lib/server/desk/roles.ts';

/** What of the desk a stranger may open: signing in, in two steps, and one-time links, which are a permission themselves. */
const OPEN_PAGES = ['page.tsx', 'second-step/page.tsx', 'setup/[token]/page.tsx'];
/** Whose the others are, as `ROLES_OF_PAGE` names them. */
const PAGES: Record<string, DeskPage> = {
  '[...rest]/page.tsx': 'unknown',
  'board/copies/page.tsx': 'copies',
  'board/page.tsx': 'board',
  'calling/page.tsx': 'flags',
  'calling/print/page.tsx': 'flags',
  'cities/page.tsx': 'cities',
  'cities/new/[city]/page.tsx': 'newCity',
  'cities/new/page.tsx': 'newCity',
  'directory/add/page.tsx': 'directory',
  'directory/facts/page.tsx': 'cityFacts',
  'directory/import/[draft]/[step]/page.tsx': 'directory',
  'directory/import/page.tsx': 'directory',
  'directory/page.tsx': 'directory',
  'directory/stations/[station]/page.tsx': 'directory',
  'flags/[station]/page.tsx': 'flags',
  'flags/page.tsx': 'flags',
  'help/[role]/page.tsx': 'help',
  'help/page.tsx': 'help',
  'notices/page.tsx': 'notices',
  'people/page.tsx': 'people',
  'places/page.tsx': 'places',
  'reports/[ref]/page.tsx': 'reports',
  'reports/new/page.tsx': 'fileReport',
  'reports/page.tsx': 'reports',
  'settings/page.tsx': 'settings',
  'reports/print/page.tsx': 'reports',
  'settings/channels/page.tsx': 'channels',
  'settings/phrases/page.tsx': 'phrases',
  'settings/office/page.tsx': 'office',
  'settings/second-factor/page.tsx': 'secondFactor',
  'settings/audit/page.tsx': 'audit',
};
/** The functions that ask for a role: forms by the one guard, downloads by another. */
const GUARDS = ['answerDeskForm', 'answerHistory', 'requireDownload'];
/** The first function that is waited for or left to: nothing may happen before the guard. */
const firstCall = (text: string) => /\b(?:await|return) (\w+)\(/.exec(text.replaceAll('await params', ''))?.[1];

const FOLDER = import.meta.dirname;
const find = (pattern: string) => globSync(pattern, { cwd: FOLDER }).toSorted();
const read = (path: string) => readFileSync(join(FOLDER, path), 'utf8');

describe('every page and endpoint of the desk asks for a role itself', () => {
  const pages = find('**/page.tsx').filter((path) => !OPEN_PAGES.includes(path));
  it.each(pages)('page %s', (path) => {
    const page = read(path).split('export default')[1] ?? '';
    const name = PAGES[path] ?? 'unknown';
    const guard = typeof ROLES_OF_PAGE[name] === 'string' ? 'requirePage' : 'requireCityPage';
    expect(firstCall(page)).toBe(guard);
    expect(new RegExp(`${guard}\\(.*?, '(\\w+)'`, 's').exec(page)?.[1]).toBe(name);
  });

  const routes = find('**/route.ts').flatMap((path) =>
    read(path)
      .split(/^(?=export )/m)
      .filter((text) => text.startsWith('export '))
      .map((text): [string, string] => [`${path} ${text.split('(')[0]}`, text]),
  );
  it.each(routes)('endpoint %s', (_name, text) => {
    expect(GUARDS).toContain(firstCall(text));
  });

  it('knows every open page by name', () => {
    expect(find('**/page.tsx')).toEqual(expect.arrayContaining(OPEN_PAGES));
    expect(routes.length).toBeGreaterThan(3);
  });

  it('takes forms by that one route: no function of the server has an address of its own', () => {
    expect(find('**/route.ts').filter((path) => /export async function (?!GET)/.test(read(path)))).toEqual([
      'send/[action]/route.ts',
    ]);
    const sources = globSync('{app,lib}/**/*.{ts,tsx}').filter((path) => !path.endsWith('.test.ts'));
    expect(sources.filter((path) => /^\s*['"]use server['"]/m.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
