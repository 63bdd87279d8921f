import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StorePlace } from '../lib/store/store.ts';
import { startPostgres } from '../test/postgres.ts';

/** An empty store of an engine for a benchmark, and the environment of a server on it. */
export interface BenchPlace {
  place: StorePlace;
  environment: Record<string, string>;
  close(): Promise<void>;
}

/** Behind a trusted proxy, so that a benchmark may say that it comes from many addresses. */
const COMMON = { BAODA_TRUSTED_PROXIES: '1', BAODA_SECRET: 'for benchmarks only, kept nowhere, used by nobody' };

export async function benchPlace(engine: 'sqlite' | 'postgres'): Promise<BenchPlace> {
  if (engine === 'sqlite') {
    const file = join(mkdtempSync(join(tmpdir(), 'baoda-bench-')), 'baoda.db');
    return {
      place: { engine, file },
      environment: { ...COMMON, BAODA_STORE: file, DATABASE_URL: '' },
      close: async () => {},
    };
  }
  const server = await startPostgres();
  const url = await server.database('bench');
  return { place: { engine, url }, environment: { ...COMMON, DATABASE_URL: url }, close: () => server.stop() };
}
