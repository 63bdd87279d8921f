import { inspectStore } from '../../store/inspect.ts';
import type { StorePlace } from '../../store/store.ts';
import { marksDemonstration } from '../demonstration.ts';

/**
 * Why a store cannot become a demonstration, with what was found and what to do; null where it is empty. A store that
 * holds anything is left as it is.
 */
export async function emptinessProblem(place: StorePlace): Promise<string | null> {
  const { name, variable, another } =
    place.engine === 'sqlite'
      ? { name: place.file, variable: 'BAODA_STORE', another: 'BAODA_STORE=var/demo.db npm run demo' }
      : { name: 'The database', variable: 'DATABASE_URL', another: 'the DATABASE_URL of an empty database' };
  const found = await inspectStore(place).catch((error: unknown) => messageOf(error));
  if (typeof found === 'string') return `${name} cannot be opened (${found}): check ${variable}.`;
  if (found.held.length === 0) return null;
  return [
    `${name} is not empty; nothing was changed. It holds:`,
    ...found.held.map(({ table, rows }) => `  ${table}: ${rows} ${rows === 1 ? 'row' : 'rows'}`),
    ...(marksDemonstration(found.settings)
      ? ['It is an earlier demonstration: with the same settings npm start shows it again, still marked as one.']
      : []),
    'A demonstration needs an empty store. Either',
    `  leave ${variable} unset: npm run demo then makes a store of its own and removes it at the end, or`,
    `  name one that holds nothing yet: ${another}`,
  ].join('\n');
}

/**
 * Where several addresses were tried, the first one's message: the error of all has none. Where the store says that it
 * cannot be opened, the reason beneath: the sentence here says the same already.
 */
function messageOf(error: unknown): string {
  const [tried] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const first = tried instanceof Error && tried.cause instanceof Error ? tried.cause : tried;
  return first instanceof Error ? first.message : String(first);
}
