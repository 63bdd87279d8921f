import { listCities } from '../server/cities.ts';
import { checkLetters } from '../server/ref-letters.ts';
import { makeCityFiles } from './city-files.ts';

/**
 * `npm run data`: makes `directory.json` and `divisions-lookup.json` of every city in `data/` anew from what else stands
 * in its folder.
 */

// One city that cannot be made does not keep the others from being made.
for (const id of listCities()) await orSay(id, async () => console.log(await makeCityFiles(id)));
await orSay('data', async () => checkLetters());

async function orSay(what: string, make: () => Promise<void>): Promise<void> {
  try {
    await make();
  } catch (error) {
    console.error(`${what}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
