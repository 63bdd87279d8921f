/// <reference lib="webworker" />
/**
 * `/lookup.js`: the server's own engine on the phone, as a worker. It fetches the rows and tables, then the streets and
 * communities; only with both it is ready, so that one query has one answer. Until then the server answers.
 */

import { buildLookup, type LookupEngine } from '../lookup/engine.ts';
import { engineTables, foundContext, type PhoneTables, wholeRows } from '../lookup/phone-tables.ts';
import { type FoundContext, presentAnswer } from '../lookup/present.ts';
import type { DivisionTables } from '../lookup/tables.ts';
import type { Row } from '../shown/row.ts';
import type { FromLookup, ToLookup } from './lookup-port.ts';

declare const self: DedicatedWorkerGlobalScope;

class PhoneLookup {
  private readonly context: FoundContext;
  private readonly rows: ReadonlyMap<string, Row>;
  private readonly engine: LookupEngine;

  /** `divisions` null where they cannot be had: the page goes on with what it has. */
  constructor(sent: PhoneTables, divisions: DivisionTables | null) {
    this.context = foundContext(sent);
    this.rows = new Map(wholeRows(sent).map((row) => [row.id, row]));
    this.engine = buildLookup(engineTables(sent), divisions);
    // One at a time: a query that comes between two of them is answered first.
    for (const prepare of this.engine.preparations) setTimeout(prepare);
  }

  answer(query: string): void {
    const found = this.engine.search(query, { limit: this.rows.size });
    say({ query, answer: presentAnswer(query, found, this.context, (id) => this.rows.get(id)) });
  }
}

/** Null where the file cannot be had. */
async function fetchJson<T>(path: string): Promise<T | null> {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

const say = (message: FromLookup) => self.postMessage(message);
let lookup: Promise<PhoneLookup | null> | undefined;

async function start(directory: string): Promise<PhoneLookup | null> {
  const divisions = fetchJson<DivisionTables>(`/${directory}/divisions.json`); // on its way together with the rows
  const sent = await fetchJson<PhoneTables>(`/${directory}/lookup.json`);
  const made = sent && new PhoneLookup(sent, await divisions);
  say({ isReady: made !== null });
  return made;
}

self.addEventListener('message', async ({ data }: MessageEvent<ToLookup>) => {
  if ('directory' in data) lookup = start(data.directory);
  else (await lookup)?.answer(data.query);
});
