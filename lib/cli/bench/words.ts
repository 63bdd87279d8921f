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

/** What names and queries for the measurement are put together from. */
export type BenchWords = z.infer<typeof schema>;

export function readBenchWords(path: string): BenchWords {
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
