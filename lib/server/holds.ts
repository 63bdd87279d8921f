/** Who waits in a line; the timer is the first one's. */
interface Line {
  release: (() => void)[];
  timer: NodeJS.Timeout | undefined;
}

interface HoldOptions {
  /** How long each is held once it is the first of its line. */
  ms: number;
  /** How many are held at once. */
  most: number;
  /** How many of one line. */
  mostInLine?: number;
}

/**
 * Answers that are held back for a moment, where refusing them would shut out somebody rightful. Those of one line go one
 * after the other. It holds nothing but a timer: no connection, no row. Where it is full the oldest is let go, so that
 * nobody waits longer than for the few before them, however many come.
 */
export class Holds {
  readonly #options: Required<HoldOptions>;
  readonly #lines = new Map<unknown, Line>();
  #held = 0;

  constructor({ ms, most, mostInLine = most }: HoldOptions) {
    this.#options = { ms, most, mostInLine };
  }

  get isFull(): boolean {
    return this.#held >= this.#options.most;
  }

  /** Waits for its turn. @param key its line; without one it waits for nobody else */
  wait(key: unknown = Symbol()): Promise<void> {
    if ((this.#lines.get(key)?.release.length ?? 0) >= this.#options.mostInLine) this.#letGo(key);
    else if (this.isFull) this.#letGo(this.#lines.keys().next().value);
    const line = this.#lines.get(key) ?? { release: [], timer: undefined };
    this.#lines.set(key, line);
    this.#held += 1;
    return new Promise((resolve) => {
      line.release.push(resolve);
      if (line.release.length === 1) this.#start(key, line);
    });
  }

  #start(key: unknown, line: Line): void {
    line.timer = setTimeout(() => this.#letGo(key), this.#options.ms);
  }

  /** Lets the first of a line go on. */
  #letGo(key: unknown): void {
    const line = this.#lines.get(key);
    if (!line) return;
    clearTimeout(line.timer);
    const first = line.release.shift();
    this.#held -= 1;
    if (line.release.length > 0) this.#start(key, line);
    else this.#lines.delete(key);
    first?.();
  }
}
