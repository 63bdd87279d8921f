import { measureRows } from './rows.ts';

/**
 * `npm run bench:holds [-- NAME …]`: what strangers and faults must not take away, one file a row under `bench/holds/`;
 * with names, those rows alone. Each starts its own server on the build that is there.
 */
await measureRows('holds');
