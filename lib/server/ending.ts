/**
 * How the process ends when it is told to: at once while there is nothing to end in order, whatever it is busy with. As
 * process 1 of a container it has only the handlers it brings, so they stand before anything else is loaded.
 */
type Ending = () => Promise<unknown>;

/** npm passes on what the terminal, or systemd, has sent to both of us: that is one signal and not two. */
const ONE_SIGNAL_MS = 500;
/** Containers are given ten seconds. */
const LONGEST_MS = 9_500;
const PARENT_EVERY_MS = 1_000;
/** The scripts of package.json that serve. */
const SERVING = ['start', 'dev', 'demo'];

let inOrder: Ending | null = null;
let longestMs = LONGEST_MS;

// Next bundles this module more than once; what one copy has heard the others must know.
const KEY = Symbol.for('baoda.ending');
const holder = globalThis as { [KEY]?: number };

/**
 * Ends this process on SIGTERM and SIGINT; a second one ends it at once. Also where npm, which started it, is gone
 * without passing one on, since nobody would find what still holds the port.
 *
 * @param script of npm's, where it runs by one
 */
export function heedSignals(script: string | undefined): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, endAsTold);
  if (!SERVING.includes(script ?? '')) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !isEnding()) endAsTold();
  }, PARENT_EVERY_MS).unref();
}

/**
 * What is to be ended in order from now on; null: nothing.
 *
 * @param lingerMs that it may take longer than usual
 */
export function endBy(ending: Ending | null, lingerMs = 0): void {
  inOrder = ending;
  longestMs = LONGEST_MS + lingerMs;
}

/** Whether the process has been told to end. */
export const isEnding = (): boolean => holder[KEY] !== undefined;

function endAsTold(): void {
  const toldAt = holder[KEY];
  if (toldAt !== undefined) {
    if (performance.now() - toldAt > ONE_SIGNAL_MS) process.exit(1);
    return;
  }
  holder[KEY] = performance.now();
  if (inOrder === null) process.exit(0);
  setTimeout(giveUp, longestMs, 'It did not end in time.').unref();
  inOrder().then(() => process.exit(0), giveUp);
}

function giveUp(problem: unknown): never {
  console.error(problem);
  process.exit(1);
}
