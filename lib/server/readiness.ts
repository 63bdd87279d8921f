import { type StoreFault, storeFaultOf } from '../store/faults.ts';
import { isEnding } from './ending.ts';
import { explain } from './explain.ts';
import { countStoreError } from './metrics/tallies.ts';
import { getStore } from './store.ts';

/** Why a process must not be sent requests: it ends, or the store cannot be written. */
export type NotReady = 'ending' | 'slow' | 'failing' | StoreFault;

/** However many ask, the store is written once in so long. */
const KEPT_MS = 1_000;
/** Who asks this gives up soon as well. */
const LONGEST_MS = 2_000;

// Next bundles this module more than once; the process is one.
const KEY = Symbol.for('baoda.readiness');
interface State {
  /** What the last look found, and when it began. */
  last: { why: NotReady | null; at: number } | null;
  looking: Promise<NotReady | null> | null;
}
type Holder = { [KEY]?: State };

function state(): State {
  const holder = globalThis as Holder;
  holder[KEY] ??= { last: null, looking: null };
  return holder[KEY];
}

async function look(): Promise<NotReady | null> {
  try {
    await (await getStore()).probe(new Date().toISOString());
    return null;
  } catch (error) {
    const why = storeFaultOf(error) ?? 'failing';
    if (why === 'clock_behind') countStoreError(why); // the only fault that no statement of the store ends with
    if (state().last?.why !== why) console.error(`Not ready (${why}): ${explain(error)}`);
    return why;
  }
}

/** The look under way, or a new one; what it finds is kept. */
function lookOnce(own: State): Promise<NotReady | null> {
  const at = performance.now();
  own.looking ??= look().then((why) => {
    own.looking = null;
    own.last = { why, at };
    return why;
  });
  return own.looking;
}

/** Why requests should go elsewhere, or null where this process answers them all. */
export async function whyNotReady(): Promise<NotReady | null> {
  const own = state();
  if (isEnding()) return 'ending';
  if (own.last && performance.now() - own.last.at < KEPT_MS) return own.last.why;
  const late = Promise.withResolvers<NotReady>();
  const timer = setTimeout(() => late.resolve('slow'), LONGEST_MS);
  try {
    return await Promise.race([lookOnce(own), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
