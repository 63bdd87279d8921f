interface Waiting {
  enter: () => void;
  turnAway: () => void;
}

interface Bounds {
  /** How many may be at work at once. */
  most: number;
  /** How many may wait for a place, in all and of one client. */
  waiting: number;
  waitingOfOne: number;
  /** How long at most, in ms. */
  longestWait: number;
}

/**
 * Places for work that many ask for. Who finds none waits in a queue that is bounded, so that nobody waits for what will
 * not come; clients take turns in it, so that one with a thousand requests is not served before others with one.
 */
export class Places {
  readonly #bounds: Bounds;
  #taken = 0;
  #waiting = 0;
  /** By client; the first is served next and then stands last. */
  readonly #queues = new Map<string, Waiting[]>();

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /**
   * Takes a place, now or once one is free.
   *
   * @param gone ends the waiting of a client that is no longer there
   * @returns what gives the place back, however often it is called; null where none is to be had
   */
  async enter(client: string, gone?: AbortSignal): Promise<(() => void) | null> {
    if (this.#taken < this.#bounds.most) {
      this.#taken += 1;
      return this.#leave();
    }
    const queue = this.#queues.get(client) ?? [];
    if (this.#waiting >= this.#bounds.waiting || queue.length >= this.#bounds.waitingOfOne) return null;
    return this.#wait(client, queue, gone);
  }

  #wait(client: string, queue: Waiting[], gone: AbortSignal | undefined): Promise<(() => void) | null> {
    const { promise, resolve } = Promise.withResolvers<(() => void) | null>();
    const timer = Number.isFinite(this.#bounds.longestWait)
      ? setTimeout(() => this.#giveUp(client, one), this.#bounds.longestWait)
      : undefined;
    const giveUp = () => this.#giveUp(client, one);
    const settle = (given: (() => void) | null) => {
      clearTimeout(timer);
      gone?.removeEventListener('abort', giveUp);
      resolve(given);
    };
    const one: Waiting = { enter: () => settle(this.#leave()), turnAway: () => settle(null) };
    gone?.addEventListener('abort', giveUp);
    queue.push(one);
    this.#queues.set(client, queue);
    this.#waiting += 1;
    return promise;
  }

  #giveUp(client: string, one: Waiting): void {
    const queue = this.#queues.get(client) ?? [];
    const left = queue.filter((other) => other !== one);
    if (left.length === queue.length) return;
    this.#waiting -= 1;
    if (left.length > 0) this.#queues.set(client, left);
    else this.#queues.delete(client);
    one.turnAway();
  }

  #leave(): () => void {
    let isIn = true;
    return () => {
      if (isIn) this.#passOn();
      isIn = false;
    };
  }

  /** Gives a place that is free to whoever is next. */
  #passOn(): void {
    const [next] = this.#queues;
    if (next === undefined) {
      this.#taken -= 1;
      return;
    }
    const [client, [first, ...others]] = next;
    this.#queues.delete(client);
    if (others.length > 0) this.#queues.set(client, others);
    this.#waiting -= 1;
    first?.enter();
  }
}
