import type { StoreFault } from '../../store/faults.ts';
import { ofProcess } from '../of-process.ts';

/**
 * Every limit that refuses something. Of one that ends with `_held` the answer was held back for a moment, or the work left
 * for later; what met one that ends with `_repeated` was thanked for and not counted again.
 */
export const LIMITS = [
  'address_length',
  'header_size',
  'request_time',
  'body_size',
  'body_time',
  'searches',
  'places_pages',
  'places_sent',
  'places_sign_ins',
  'places_files',
  'filings_client',
  'filings_phone',
  'filings_crowd',
  'filings_held',
  'drafts',
  'drafts_held',
  'code_guesses',
  'notice_counts',
  'told_places',
  'told_places_repeated',
  'marks',
  'marks_repeated',
  'sign_ins',
  'sign_ins_held',
  'sign_in_codes',
  'sign_in_code_tries',
  'channel_trials',
  'messages_held',
  'erasures_held',
] as const;
export type Limit = (typeof LIMITS)[number];

/**
 * What the process has counted since it began. Kept without `prom-client`, since what counts is bundled by Next: the
 * registry reads it when it is asked.
 */
export interface Tallies {
  refusals: Map<Limit, number>;
  /** By directory. */
  filings: Map<string, number>;
  storeErrors: Map<StoreFault, number>;
}

/** The process's own counts. */
export const tallies = (): Tallies =>
  ofProcess('tallies', () => ({ refusals: new Map(), filings: new Map(), storeErrors: new Map() }));

const countIn = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Counts that a limit refused something or held it back. */
export function countRefusal(limit: Limit): void {
  countIn(tallies().refusals, limit);
}

/** Counts a report that was filed, whoever sent it. */
export function countFiled(directory: string): void {
  countIn(tallies().filings, directory);
}

/** Counts something that the store could not do. */
export function countStoreError(fault: StoreFault): void {
  countIn(tallies().storeErrors, fault);
}
