import type { ShownAnswer } from '../lookup/present.ts';

/**
 * What `/page.js` and `/lookup.js` say to each other. The engine works in a thread of its own: neither making it nor a
 * hard query ever keeps a key or a scroll waiting.
 */
export type ToLookup =
  /** Comes first: the directory to search. */
  { directory: string } | { query: string };

export type FromLookup =
  /** Ready to be asked; false where this directory cannot be searched here. */
  { isReady: boolean } | { query: string; answer: ShownAnswer };
