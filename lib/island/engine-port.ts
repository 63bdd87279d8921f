import type { Engine } from '../lookup/engine.ts';
import type { PhoneTables } from '../lookup/phone-tables.ts';
import type { DivisionTables } from '../lookup/tables.ts';

/**
 * Where `/lookup.js` (the engine) hands itself to `/page.js` (the page): the two are fetched apart, so that the page's
 * own work never waits for the engine.
 */
export type BuildLookup = (tables: PhoneTables, divisions?: DivisionTables) => Engine;
const ARRIVED = 'baoda:lookup';
const port = globalThis as { baodaLookup?: BuildLookup };

export function offerEngine(build: BuildLookup): void {
  port.baodaLookup = build;
  dispatchEvent(new Event(ARRIVED));
}

/** Settles once the engine is there; never where its file cannot be had: then the form is one the server answers. */
export function engineArrived(): Promise<BuildLookup> {
  return new Promise((resolve) => {
    const take = () => port.baodaLookup && resolve(port.baodaLookup);
    addEventListener(ARRIVED, take, { once: true });
    take();
  });
}
