import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { STORE_FAULTS } from '../../store/faults.ts';
import type { PoolUse } from '../../store/postgres-pool.ts';
import type { Store } from '../../store/store.ts';
import { QueueLengthReader, type QueueLengths } from './queue-lengths.ts';
import { durations, requests } from './requests.ts';
import { LIMITS, tallies } from './tallies.ts';

/** Gauges whose names say that they are counters; the same numbers stand by type beside them. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** What is counted here, in the text that Prometheus reads. */
export interface Scraped {
  type: string;
  text: string;
}

/**
 * What this process counts and how much waits in its store. Only the front knows it, which Node runs as it is, so there
 * is one for the process.
 *
 * @param store opened already, or not: what it says is left out while it does not answer
 */
export function makeScrape(store: () => Promise<Store>): () => Promise<Scraped> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  registry.registerMetric(requests);
  registry.registerMetric(durations);
  /** That the store holds a report or a message of: theirs begin at 0 as well. */
  const cities = new Set<string>();
  addTallies(registry, cities);
  const setQueues = addQueues(registry, cities);
  const setPool = addPool(registry);
  let opened: Store | null = null;
  const lengths = new QueueLengthReader(async () => {
    opened = await store();
    return opened;
  });
  return async () => {
    setQueues(await lengths.read());
    setPool(opened?.poolUse() ?? null); // also while it does not answer: then they are what is looked at
    return { type: registry.contentType, text: await registry.metrics() };
  };
}

/** A counter that says what was tallied; what is known before begins at 0, so that the first one is an increase. */
function addTally<K extends string>(
  registry: Registry,
  { name, help, label }: { name: string; help: string; label: string },
  { read, all }: { read: () => ReadonlyMap<K, number>; all: Iterable<K> },
): void {
  new Counter({
    ...{ name, help, labelNames: [label], registers: [registry] },
    collect() {
      this.reset();
      const counts = read();
      for (const key of new Set([...all, ...counts.keys()])) this.inc({ [label]: key }, counts.get(key) ?? 0);
    },
  });
}

function addTallies(registry: Registry, cities: ReadonlySet<string>): void {
  addTally(
    registry,
    {
      name: 'baoda_refusals_total',
      help: 'What a limit refused; _held: its answer was held back, _repeated: it was taken and not counted again.',
      label: 'limit',
    },
    { read: () => tallies().refusals, all: LIMITS },
  );
  addTally(
    registry,
    { name: 'baoda_filings_total', help: 'Reports that were filed, by readers and for callers.', label: 'directory' },
    { read: () => tallies().filings, all: cities },
  );
  addTally(
    registry,
    {
      name: 'baoda_store_errors_total',
      help: 'What the store could not do, tries that were made again among it.',
      label: 'kind',
    },
    { read: () => tallies().storeErrors, all: STORE_FAULTS },
  );
}

/** @returns sets how much waits; what is not known is left out */
function addQueues(registry: Registry, cities: Set<string>): (lengths: QueueLengths | null) => void {
  const up = new Gauge({
    name: 'baoda_store_up',
    help: '1 while the store can be read, 0 while it does not answer.',
    registers: [registry],
  });
  const reports = new Gauge({
    name: 'baoda_open_reports',
    help: 'Reports that are not settled, by city and state. Left out while the store does not answer.',
    labelNames: ['directory', 'state'],
    registers: [registry],
  });
  const messages = new Gauge({
    name: 'baoda_unsent_messages',
    help: 'Messages to staff that wait or were given up, by city. Left out while the store does not answer.',
    labelNames: ['directory', 'state'],
    registers: [registry],
  });
  return (lengths) => {
    up.set(lengths === null ? 0 : 1);
    reports.reset();
    messages.reset();
    if (lengths === null) return;
    for (const { directory, state, count } of lengths.reports) reports.set({ directory, state }, count);
    for (const { directory } of [...lengths.reports, ...lengths.messages]) cities.add(directory);
    for (const directory of cities) for (const state of ['waiting', 'dead']) messages.set({ directory, state }, 0);
    for (const { directory, state, count } of lengths.messages) messages.set({ directory, state }, count);
  };
}

/** @returns sets how the connections to PostgreSQL are used; nothing is said of SQLite's one */
function addPool(registry: Registry): (use: PoolUse | null) => void {
  const connections = new Gauge({
    name: 'baoda_store_connections',
    help: 'Connections of this process to PostgreSQL, by use; waiting: questions that wait for one.',
    labelNames: ['use'],
    registers: [registry],
  });
  return (use) => {
    connections.reset();
    if (use === null) return;
    connections.set({ use: 'busy' }, use.open - use.idle);
    connections.set({ use: 'idle' }, use.idle);
    connections.set({ use: 'waiting' }, use.waiting);
  };
}
