interface Waiting {
  enter: () => void;
  turnAway: () => void;
}

interface Bounds {
  /** How many may be at work at once, in all and of one client. */
  most: number;
  mostOfOne: number;
  /** How many may wait for a place. */
  waiting: number;
  /** How long at most, in ms. */
  longestWait: number;
}

/**
 * Places for work that many ask for. Who finds none waits in a queue that is bounded, so that nobody waits for what will
 * not come; clients take turns in it, so that one with a thousand requests is not served before others with one. Where it
 * is full, whoever has the most in it makes room for who has less.
 */
export class Places {
  readonly #bounds: Bounds;
  #taken = 0;
  /** By client. */
  readonly #takenOf = new Map<string, number>();
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
    if (this.#hasRoomFor(client)) return this.#take(client);
    const queue = this.#queues.get(client) ?? [];
    if (this.#waiting >= this.#bounds.waiting && !this.#makeRoom(queue.length + 1)) return null;
    return this.#wait(client, this.#queues.get(client) ?? queue, gone);
  }

  /** Turns away the last one of the client that has the most waiting. @returns false where none has more than `others` */
  #makeRoom(others: number): boolean {
    const none: [string, Waiting[]] = ['', []];
    const [client, queue] = [...this.#queues].reduce(
      (most, one) => (one[1].length > most[1].length ? one : most),
      none,
    );
    const last = queue.at(-1);
    if (last === undefined || queue.length <= others) return false;
    this.#giveUp(client, last);
    return true;
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
    const one: Waiting = { enter: () => settle(this.#take(client)), turnAway: () => settle(null) };
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

  #hasRoomFor(client: string): boolean {
    return this.#taken < this.#bounds.most && (this.#takenOf.get(client) ?? 0) < this.#bounds.mostOfOne;
  }

  #take(client: string): () => void {
    this.#taken += 1;
    this.#takenOf.set(client, (this.#takenOf.get(client) ?? 0) + 1);
    let isIn = true;
    return () => {
      if (isIn) this.#giveBack(client);
      isIn = false;
    };
  }

  #giveBack(client: string): void {
    this.#taken -= 1;
    const others = (this.#takenOf.get(client) ?? 1) - 1;
    if (others > 0) this.#takenOf.set(client, others);
    else this.#takenOf.delete(client);
    this.#letNextIn();
  }

  /** Gives a place that is free to the first in the queue who may have it. */
  #letNextIn(): void {
    const next = [...this.#queues].find(([client]) => this.#hasRoomFor(client));
    if (next === undefined) return;
    const [client, [first, ...others]] = next;
    this.#queues.delete(client);
    if (others.length > 0) this.#queues.set(client, others);
    this.#waiting -= 1;
    first?.enter();
  }
}
