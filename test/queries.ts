import { readFileSync } from 'node:fs';

/** A query and the stations that may come first; none where nothing may be found. */
export type LabelledQuery = { kind: string; query: string; stations: readonly string[] };

/**
 * Parts of the hand-written queries: `build` was looked at while building, `kept` only when all was done, `blind` was
 * written from the printed table alone by somebody who had seen neither the engine nor the other parts; `fresh` likewise,
 * from the divisions too and of harder kinds (slips of voice and hand, addresses, English, landmarks): at first sight .864
 * of it found its station.
 */
export const PARTS = ['build', 'kept', 'blind', 'fresh'] as const;

export function readQueries(part: (typeof PARTS)[number]): LabelledQuery[] {
  return readFileSync(new URL('queries.tsv', import.meta.url), 'utf8')
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
