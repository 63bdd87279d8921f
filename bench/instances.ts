import { measureRows } from './rows.ts';

/**
 * `npm run bench:instances [-- NAME …]`: what several instances on one PostgreSQL must hold, one file a row under
 * `bench/instances/`; with names, those rows alone. Rows that ask pages use the build that is there, and others made apart.
 */
await measureRows('instances');
