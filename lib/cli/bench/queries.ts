import { readFileSync } from 'node:fs';

/** A query and the stations that may come first; none where nothing may be found. */
export type LabelledQuery = { kind: string; query: string; stations: readonly string[] };

/**
 * Parts of the hand-written queries: `build` was looked at while building, `kept` only when all was done, `blind` was
 * written from the printed table alone by somebody who had seen neither the engine nor the other parts.
 */
export const PARTS = ['build', 'kept', 'blind'] as const;

export function readQueries(path: string, part: (typeof PARTS)[number]): LabelledQuery[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .filter(([of]) => of === part)
    .map(([, kind = '', query = '', stations = '']) => ({
      kind,
      query,
      stations: stations.split(' ').filter(Boolean),
    }));
}

export type Confusions = Record<'look' | 'sound', ReadonlyMap<string, string>>;

/** Confusion sets by kind and printed character. */
export function readConfusions(path: string): Confusions {
  const sets = { look: new Map<string, string>(), sound: new Map<string, string>() };
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [kind, char, others] = line.split('\t');
    if ((kind === 'look' || kind === 'sound') && char && others) sets[kind].set(char, others);
  }
  return sets;
}
