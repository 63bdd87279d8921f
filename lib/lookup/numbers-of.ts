import type { LookupStation } from './tables.ts';

/** All numbers that lead to a station, those in force first. */
export const numbersOf = ({ phones, former }: LookupStation): LookupStation['phones'] => [...phones, ...(former ?? [])];
