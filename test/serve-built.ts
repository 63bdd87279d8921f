import { heedSignals } from '../lib/server/ending.ts';
import { serve } from '../lib/server/front/start.ts';

/** Serves what is built, with the cities under `data/` of the working directory. */
heedSignals(undefined);
await serve(false);
