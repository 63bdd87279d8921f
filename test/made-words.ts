import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  first: z.string(),
  middle: z.array(z.string()),
  last: z.array(z.string()),
  extra: z.string(),
  behind: z.array(z.string()),
  around: z.array(z.tuple([z.string(), z.string()])),
});

/** What made names and queries are put together from. */
export type MadeWords = z.infer<typeof schema>;

export function readMadeWords(): MadeWords {
  return schema.parse(JSON.parse(readFileSync(new URL('made-words.json', import.meta.url), 'utf8')));
}
