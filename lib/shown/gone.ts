import type { Gone, GoneStation } from '../directory/gone.ts';
import type { PublishedDirectory } from '../directory/records.ts';
import { goneWords } from '../wording/gone.ts';

/** What is known of something that is gone: in which notice it stood last, and that the one in force has it not. */
export function goneSentences({ facts }: PublishedDirectory, what: string, { last, ...gone }: Gone): string[][] {
  const closedAt = 'closedAt' in gone && typeof gone.closedAt === 'string' ? gone.closedAt : null;
  const printed = last && goneWords.last(what, last.title, last.effectiveFrom);
  if (closedAt !== null) return [goneWords.closed(what, closedAt), ...(printed ? [printed] : [])];
  return [...(printed ? [printed] : []), goneWords.now(facts.title, facts.effectiveFrom)];
}

/** Where its numbers are printed now: never that one station took the other's place. */
export function numbersNow(
  { stations }: PublishedDirectory,
  { numbersAt }: GoneStation,
): { station: string; said: string }[] {
  return stations
    .filter(({ id }) => numbersAt.includes(id))
    .map(({ id, name }) => ({ station: id, said: goneWords.numberAt(name.value) }));
}
