/** How long an instance may show what another one has changed since: well under the five seconds that are promised. */
const STALE_AFTER_MS = 1_000;
/** How long whoever reads waits for the store, where something is known already. */
const READERS_WAIT_MS = 1_000;
/** For so long after it failed nobody waits for the store: it is asked behind what is known. */
const AWAY_MS = 5_000;
const COMPLAIN_AGAIN_MS = 60_000;

/** Not the clock: it may be set. */
const now = () => performance.now();

/**
 * Something that stands in the store, as it is now while the store answers in time, and as it was last known while it
 * does not. Readers wait for a store that hangs a moment at most, and then only the first of them.
 */
export class LastKnown<T> {
  readonly #ask: (known: T | null) => Promise<T>;
  readonly #what: string;
  #known: { value: T; askedAt: number } | null = null;
  #asking: Promise<T> | null = null;
  #failedAt = Number.NEGATIVE_INFINITY;
  #complainedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param what for the log: what readers see as it was last known
   * @param ask reads the store; is given what is known, which it may give back where nothing has changed
   */
  constructor(what: string, ask: (known: T | null) => Promise<T>) {
    this.#what = what;
    this.#ask = ask;
  }

  /** @throws where the store fails and nothing is known */
  async read(): Promise<T> {
    const known = this.#known;
    if (known && now() - known.askedAt < STALE_AFTER_MS) return known.value;
    const asking = this.#asking ?? this.#askAnew();
    if (!known) return asking;
    if (now() - this.#failedAt < AWAY_MS) return known.value;
    return this.#inTime(asking, known.value);
  }

  /** Asks the store now, however lately it was asked, and waits for it. Where it fails, what is known. */
  async readNow(): Promise<T> {
    const before = this.#asking;
    await before?.catch(() => {}); // it began before we were asked; whoever asked then is told
    const asking = this.#asking ?? this.#askAnew();
    const known = this.#known;
    return known ? asking.catch(() => known.value) : asking;
  }

  /** Makes the next reader ask the store: called after a change, so that whoever made it sees it at once. */
  forget(): void {
    if (this.#known) this.#known.askedAt = Number.NEGATIVE_INFINITY;
    this.#asking = null; // what is under way may not have seen the change
    this.#failedAt = Number.NEGATIVE_INFINITY; // a change was saved: the store answers
  }

  #askAnew(): Promise<T> {
    const askedAt = now();
    const asking = this.#ask(this.#known?.value ?? null).then(
      (value) => {
        if (this.#asking === asking) {
          this.#known = { value, askedAt };
          this.#failedAt = Number.NEGATIVE_INFINITY;
          this.#asking = null;
        }
        return value;
      },
      (error: unknown) => {
        if (this.#asking === asking) this.#asking = null;
        this.#complain(error);
        throw error;
      },
    );
    this.#asking = asking;
    asking.catch(() => {}); // nobody may be waiting any more
    return asking;
  }

  async #inTime(asking: Promise<T>, known: T): Promise<T> {
    const late = Promise.withResolvers<T>();
    const timer = setTimeout(() => {
      this.#failedAt = now();
      late.resolve(known);
    }, READERS_WAIT_MS);
    try {
      return await Promise.race([asking, late.promise]);
    } catch {
      return known; // `#complain` has said why
    } finally {
      clearTimeout(timer);
    }
  }

  #complain(error: unknown): void {
    this.#failedAt = now();
    if (this.#failedAt - this.#complainedAt < COMPLAIN_AGAIN_MS) return;
    this.#complainedAt = this.#failedAt;
    console.error(`The store cannot be read; readers see ${this.#what} as it was last known:`, error);
  }
}
