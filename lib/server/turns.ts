const LAST_EACH = 4;

/**
 * Work that is done a few at a time, by rank, the lowest first; each fourth place goes to the highest that waits, so that
 * nobody waits for ever. Within a rank clients take turns, so that one with many requests is not served before others with
 * one.
 */
export class Turns {
  readonly #most: number;
  #running = 0;
  #passed = 0;
  /** By rank and client. */
  readonly #waiting = new Map<number, Map<string, (() => void)[]>>();

  constructor(most: number) {
    this.#most = most;
  }

  async take<T>(rank: number, client: string, work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#most) this.#running += 1;
    else await this.#wait(rank, client);
    try {
      return await work();
    } finally {
      this.#passOn();
    }
  }

  #wait(rank: number, client: string): Promise<void> {
    const clients = this.#waiting.get(rank) ?? new Map<string, (() => void)[]>();
    this.#waiting.set(rank, clients);
    const own = clients.get(client) ?? [];
    clients.set(client, own);
    return new Promise((resolve) => own.push(resolve));
  }

  /** Gives the place to whoever is next: of a rank the client that was served longest ago. */
  #passOn(): void {
    const ranks = [...this.#waiting.keys()].toSorted((a, b) => a - b);
    this.#passed += 1;
    const rank = ranks.at(this.#passed % LAST_EACH === 0 ? -1 : 0) ?? 0;
    const clients = this.#waiting.get(rank);
    const [next] = clients ?? [];
    if (!clients || !next) {
      this.#running -= 1;
      return;
    }
    const [client, [first, ...others]] = next;
    clients.delete(client);
    if (others.length > 0) clients.set(client, others);
    if (clients.size === 0) this.#waiting.delete(rank);
    first?.();
  }
}
