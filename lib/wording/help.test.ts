import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { paths } from '../paths.ts';
import { deskReportWords } from './desk-reports.ts';
import { HELP_PICTURES } from './help/page.ts';
import { HELP_PAGES, helpWords } from './help.ts';
import { factorWords } from './second-factor.ts';

/** Labels that say how many: as help quotes them. */
const COUNTED = [
  deskReportWords.tickAll.startable(4),
  deskReportWords.startTicked(4),
  deskReportWords.tickAll.submitted(4),
  deskReportWords.acceptTicked(4),
  deskReportWords.assignTicked(2),
  deskReportWords.mergeTicked(2),
  deskReportWords.rejectTicked(2),
  deskReportWords.orders.print(3),
  factorWords.people.rule.heading(null),
];

/** Every text in some wording, however deep it stands. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const files = globSync('lib/wording/*.ts').filter((file) => !/\.test\.ts$|\/(help|demonstration)\.ts$/.test(file));
const wording = new Set(
  (
    await Promise.all(files.map((file) => import(/* @vite-ignore */ join(import.meta.dirname, basename(file)))))
  ).flatMap(textsOf),
);
const parts = [...Object.values(HELP_PAGES).flatMap((page) => page.parts), helpWords.trouble];
const steps = parts.flatMap((part) => part.steps);
const quoted = [...new Set(steps.flatMap((step) => [...step.matchAll(/“([^”]*)”/g)].map(([, label = '']) => label)))];

test('every label that help quotes stands on a page of the desk', () => {
  expect(files.length).toBeGreaterThan(30);
  expect(quoted.length).toBeGreaterThan(120);
  expect(quoted.filter((label) => !COUNTED.includes(label) && !wording.has(label))).toEqual([]);
});

test('every page has its picture, every picture its page, and none weighs more than it may', () => {
  const shown = parts.flatMap(({ picture }) => picture ?? []).toSorted();
  expect(shown).toEqual(Object.keys(HELP_PICTURES).toSorted());
  for (const picture of shown) expect(existsSync(`public${paths.desk.helpPicture(picture)}`), picture).toBe(true);
  const drawn = readdirSync('public/help');
  expect(drawn.toSorted()).toEqual(shown.map((picture) => `${picture}.webp`));
  const sizes = drawn.map((name) => statSync(`public/help/${name}`).size);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(90_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(700_000);
});

test('no step is longer than one takes in at once', () => {
  expect(steps.filter((step) => step.length > 140)).toEqual([]);
});
