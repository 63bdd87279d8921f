import type { Store } from '../store/store.ts';
import { ofProcess } from './of-process.ts';

/**
 * Work that one process does for all on a store, for as long as it goes on asking. Asked as often as one likes: the store
 * hears of it twice in the length of a lease from whoever has it, and once from everybody else, so that ten processes
 * cost it little more than one.
 */
export class Lease {
  readonly #name: string;
  readonly #ms: number;
  #isHeld = false;
  /** How often it was taken after it had been another's, or nobody's. */
  terms = 0;
  #renewAt = Number.NEGATIVE_INFINITY;
  #askAt = Number.NEGATIVE_INFINITY;

  /** @param ms longer than the work goes on without asking: after that somebody else may have it */
  constructor(name: string, ms: number) {
    this.#name = name;
    this.#ms = ms;
  }

  /** Whether it is this process's now, and for half of its length at least. */
  async isOurs(store: Store): Promise<boolean> {
    const now = performance.now();
    if (now < this.#renewAt) return true;
    if (now < this.#askAt) return false;
    const isTaken = await store.leases.take(this.#name, this.#ms);
    if (isTaken && (!this.#isHeld || now > this.#renewAt + this.#ms / 2)) this.terms += 1;
    this.#isHeld = isTaken;
    this.#renewAt = isTaken ? now + this.#ms / 2 : Number.NEGATIVE_INFINITY;
    this.#askAt = isTaken ? Number.NEGATIVE_INFINITY : now + this.#ms;
    return isTaken;
  }

  /** Lets somebody else have it, and does not ask for it for its length. */
  async giveBack(store: Store): Promise<void> {
    this.#isHeld = false;
    this.#renewAt = Number.NEGATIVE_INFINITY;
    this.#askAt = performance.now() + this.#ms;
    await store.leases.release([this.#name]);
  }
}

/** The name of what time does and what is sent: as releases before this one call the sending. */
export const WORK = 'outbox';
/**
 * Its half is longer than the time from one message, or one city, to the next. A process that is killed is missed for so
 * long, and as long again until somebody asks; one that ends in order gives it back.
 */
export const WORK_MS = 90_000;

/** Of what goes on by itself beside the answers: one process on a store does all of it. */
export const workLease = (): Lease => ofProcess('work-lease', () => new Lease(WORK, WORK_MS));
