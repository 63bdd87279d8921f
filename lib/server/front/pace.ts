interface Pail {
  left: number;
  /** When it was looked at last, in ms. */
  at: number;
}

interface Bounds {
  /** What comes back in a second. */
  perSecond: number;
  /** What may be asked at one moment. */
  burst: number;
  /** How many clients are remembered. */
  most: number;
}

/** How fast each client may ask, in the memory of the process: whoever was not heard of for longest is forgotten first. */
export class Pace {
  readonly #bounds: Bounds;
  readonly #pails = new Map<string, Pail>();

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /**
   * Takes one of a client's allowance.
   *
   * @param times how many times a client's own allowance this one has
   * @param now ms
   * @returns whether there was one
   */
  take(client: string, times: number, now: number): boolean {
    const { perSecond, burst, most } = this.#bounds;
    const { left, at } = this.#pails.get(client) ?? { left: burst * times, at: now };
    const since = Math.max(0, now - at) / 1000;
    const filled = Math.min(burst * times, left + since * perSecond * times);
    this.#pails.delete(client);
    this.#pails.set(client, { left: filled >= 1 ? filled - 1 : filled, at: now });
    const [oldest] = this.#pails.keys();
    if (this.#pails.size > most && oldest !== undefined) this.#pails.delete(oldest);
    return filled >= 1;
  }
}
