import type { Changes } from '../directory/editions/changes.ts';
import type { EditionNote } from '../directory/records.ts';
import { editionWords } from '../wording/about.ts';
import { words } from '../wording/reader.ts';

/** The editions of a directory as readers are told of them: which holds, since when, and what each prints otherwise. */

export interface PastEditionWithChanges {
  seq: number;
  note: EditionNote;
  /** Null for the first one. */
  changes: Changes | null;
}

export interface History {
  editions: readonly PastEditionWithChanges[];
  /** Each time one was put in force, oldest first. */
  forces: readonly { edition: number; at: string }[];
  /** The `seq` of the one in force. */
  inForce: number;
  /** What an edition printed as the name of a station. */
  nameIn: (station: string, edition: number) => string | null;
}

export interface ShownEdition {
  seq: number;
  title: string;
  /** From when it says it holds. */
  from: string;
  /** When it was put in force, the last time. */
  shownSince: string;
  isInForce: boolean;
  /** From when the one says it holds that was in force before it came; null for the first. */
  comparedWith: string | null;
  changes: { kind: keyof Changes; names: string[] }[];
}

const KINDS = ['added', 'gone', 'kept', 'renamed', 'moved', 'changed'] as const satisfies readonly (keyof Changes)[];

/** By how lately each was in force: the one that is comes first. */
export function shownEditions({ editions, forces, inForce, nameIn }: History): ShownEdition[] {
  const shown = editions.flatMap(({ seq, note, changes }): (ShownEdition & { last: number })[] => {
    const first = forces.findIndex(({ edition }) => edition === seq);
    const last = forces.findLastIndex(({ edition }) => edition === seq);
    const since = forces[last];
    if (!since) return [];
    const before = editions.find((one) => one.seq === forces[first - 1]?.edition);
    return [
      {
        ...{ seq, title: note.title, from: note.effectiveFrom, shownSince: since.at, isInForce: seq === inForce, last },
        comparedWith: before?.note.effectiveFrom ?? null,
        changes: changes && before ? namedChanges(changes, (station) => nameIn(station, seq)) : [],
      },
    ];
  });
  shown.sort((a, b) => b.last - a.last);
  return shown.map(({ last: _, ...edition }) => edition);
}

/** By name alone: no number, old or new, and nobody who worked on it. */
function namedChanges(changes: Changes, nameOf: (station: string) => string | null): ShownEdition['changes'] {
  const names: Record<keyof Changes, (string | null)[]> = {
    added: changes.added.map(({ name }) => name),
    gone: changes.gone.map(({ name }) => name),
    kept: changes.kept.map(({ name }) => name),
    renamed: changes.renamed.map(({ before, after }) => editionWords.renamed(nameFor(before), nameFor(after))),
    moved: changes.moved.map(({ station, before, after }) =>
      editionWords.moved(nameFor(nameOf(station)), before, after),
    ),
    changed: changes.changed.map(({ name }) => name),
  };
  return KINDS.flatMap((kind) => {
    const said = [...new Set(names[kind].map(nameFor))];
    return said.length === 0 ? [] : [{ kind, names: said }];
  });
}

const nameFor = (name: string | null): string => name ?? words.unnamed;
