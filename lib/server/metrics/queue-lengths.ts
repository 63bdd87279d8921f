import type { Store } from '../../store/store.ts';
import { explain } from '../explain.ts';

/** What waits, of all cities together. */
export interface QueueLengths {
  reports: Awaited<ReturnType<Store['reportQueues']['countOpen']>>;
  messages: Awaited<ReturnType<Store['outbox']['countUnsent']>>;
}

/** However many ask, the store is asked once in so long. */
const KEPT_MS = 5_000;
/** Who asks gives up after two seconds. */
const LONGEST_MS = 1_000;

/** Asks the store how much waits: seldom, once at a time, and without waiting for a store that does not answer. */
export class QueueLengthReader {
  readonly #store: () => Promise<Store>;
  #last: { lengths: QueueLengths | null; at: number } | null = null;
  #asking: Promise<QueueLengths | null> | null = null;

  constructor(store: () => Promise<Store>) {
    this.#store = store;
  }

  /** @returns null where the store does not answer, or not in time */
  async read(): Promise<QueueLengths | null> {
    const last = this.#last;
    if (last && performance.now() - last.at < KEPT_MS) return last.lengths;
    const late = Promise.withResolvers<null>();
    const timer = setTimeout(() => late.resolve(null), LONGEST_MS);
    try {
      return await Promise.race([this.#askOnce(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The question under way, or a new one; what comes of it is kept. */
  #askOnce(): Promise<QueueLengths | null> {
    this.#asking ??= this.#ask().then((lengths) => {
      this.#asking = null;
      this.#last = { lengths, at: performance.now() };
      return lengths;
    });
    return this.#asking;
  }

  async #ask(): Promise<QueueLengths | null> {
    try {
      const { reportQueues, outbox } = await this.#store();
      return { reports: await reportQueues.countOpen(), messages: await outbox.countUnsent() };
    } catch (error) {
      if (this.#last?.lengths !== null) console.error(`The lengths of the queues cannot be read: ${explain(error)}`);
      return null;
    }
  }
}
