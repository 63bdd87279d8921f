/// <reference lib="webworker" />
/**
 * `/lookup.js`: the server's own engine on the phone, as a worker. It fetches the rows and tables, and the streets and
 * communities when it is told to or when a query finds nothing without them.
 */

import { buildLookup, type LookupEngine } from '../lookup/engine.ts';
import { engineTables, foundContext, type PhoneTables, wholeRows } from '../lookup/phone-tables.ts';
import { type FoundContext, presentAnswer } from '../lookup/present.ts';
import type { DivisionTables, LookupTables } from '../lookup/tables.ts';
import type { Row } from '../shown/row.ts';
import type { FromLookup, ToLookup } from './lookup-port.ts';

declare const self: DedicatedWorkerGlobalScope;

class PhoneLookup {
  private readonly context: FoundContext;
  private readonly tables: LookupTables;
  private readonly rows: ReadonlyMap<string, Row>;
  private engine: LookupEngine;
  private complementing: Promise<void> | null = null;

  constructor(sent: PhoneTables) {
    this.context = foundContext(sent);
    this.tables = engineTables(sent);
    this.rows = new Map(wholeRows(sent).map((row) => [row.id, row]));
    this.engine = buildLookup(this.tables);
  }

  async answer(query: string): Promise<void> {
    let found = this.search(query);
    if (found.results.length === 0) {
      await this.complement();
      found = this.search(query);
    }
    say({ query, answer: presentAnswer(query, found, this.context, (id) => this.rows.get(id)) });
  }

  /** Settles once the streets and communities are here, or cannot be had. */
  complement(): Promise<void> {
    this.complementing ??= fetchJson<DivisionTables>(`/${this.tables.directory}/divisions.json`).then((divisions) => {
      if (divisions) this.engine = buildLookup(this.tables, divisions);
      // One at a time: a query that comes between two of them is answered first.
      for (const prepare of this.engine.preparations) setTimeout(prepare);
    });
    return this.complementing;
  }

  private search(query: string) {
    return this.engine.search(query, { limit: this.rows.size });
  }
}

/** Null where the file cannot be had: the page goes on with what it has. */
async function fetchJson<T>(path: string): Promise<T | null> {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

const say = (message: FromLookup) => self.postMessage(message);
let lookup: Promise<PhoneLookup | null> | undefined;

async function start(directory: string): Promise<PhoneLookup | null> {
  const sent = await fetchJson<PhoneTables>(`/${directory}/lookup.json`);
  const made = sent && new PhoneLookup(sent);
  say({ isReady: made !== null });
  return made;
}

self.addEventListener('message', async ({ data }: MessageEvent<ToLookup>) => {
  if ('directory' in data) lookup = start(data.directory);
  else if ('query' in data) await (await lookup)?.answer(data.query);
  else await (await lookup)?.complement();
});
