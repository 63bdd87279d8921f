import type { Page } from 'playwright/test';
import { expect } from './fixtures.ts';

/** The paths of what this phone has kept. */
export const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

export const keptStations = async (page: Page, city: string): Promise<string[]> =>
  (await keptPaths(page)).filter((path) => new RegExp(`^/${city}/stations/[^/]+$`).test(path));

/** Waits until the worker has kept so many station pages, which come last. */
export const awaitKept = (page: Page, city: string, stations: number): Promise<void> =>
  expect.poll(async () => (await keptStations(page, city)).length, { timeout: 150_000 }).toBe(stations);
