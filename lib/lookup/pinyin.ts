import { COMMON_CHARACTERS, gbCharacters, packCharacters, unpackCharacters } from './packed.ts';

/** The readings of characters as short text. A syllable is toneless lower-case ASCII with `v` for ü. */

export type Readings = ReadonlyMap<string, readonly string[]>;

/** Every city has the same ones: they are read once. */
let lastRuns: { text: string; readings: Readings } | undefined;

/**
 * Reads `a2ai13an9`: how many of the common characters, in their order, have one syllable after the other. The whole
 * dictionary of them in under 2 KB, because their standard order is that of their sound.
 */
export function parseRuns(runs: string): Readings {
  if (lastRuns?.text === runs) return lastRuns.readings;
  const chars = gbCharacters();
  const readings = new Map<string, readonly string[]>();
  let at = 0;
  for (const [, syllable = '', count] of runs.matchAll(/([a-z]+)([0-9]+)/g)) {
    const own = [syllable];
    for (const end = at + Number(count); at < end; at++) readings.set(chars[at] ?? '', own);
  }
  lastRuns = { text: runs, readings };
  return readings;
}

/** The inverse of `parseRuns`: takes for each character the reading that keeps the runs long. */
export function writeRuns(readingsOf: (char: string) => readonly string[]): string {
  const runs: { syllable: string; count: number }[] = [];
  for (const char of gbCharacters().slice(0, COMMON_CHARACTERS)) {
    const readings = readingsOf(char);
    const last = runs[runs.length - 1];
    if (last !== undefined && readings.includes(last.syllable)) {
      last.count++;
      continue;
    }
    const next = [...readings].sort().find((syllable) => last === undefined || syllable > last.syllable);
    runs.push({ syllable: next ?? readings[0] ?? 'x', count: 1 });
  }
  return runs.map(({ syllable, count }) => syllable + count).join('');
}

/** Reads `ma:… lan:…` (a syllable, then its characters packed) into character → syllables. */
export function parseReadings(text: string): Readings {
  const readings = new Map<string, string[]>();
  for (const group of text.split(' ')) {
    const colon = group.indexOf(':');
    const syllable = group.slice(0, colon);
    for (const char of unpackCharacters(group.slice(colon + 1))) {
      const known = readings.get(char);
      if (known === undefined) readings.set(char, [syllable]);
      else if (!known.includes(syllable)) known.push(syllable);
    }
  }
  return readings;
}

/** What several tables say of a character, the first before the others; none is copied, since every city has some of them. */
export class LayeredReadings {
  private readonly layers: readonly Readings[];

  constructor(...layers: readonly Readings[]) {
    this.layers = layers;
  }

  get(char: string): readonly string[] {
    let found = NONE;
    for (const layer of this.layers) {
      const own = layer.get(char);
      if (own !== undefined) found = found === NONE ? own : [...new Set([...found, ...own])];
    }
    return found;
  }

  /** Every syllable that any character has. */
  syllables(): Set<string> {
    return new Set(this.layers.flatMap((layer) => [...layer.values()].flat()));
  }
}

const NONE: readonly string[] = [];

/** Writes character → syllables as groups by syllable; the inverse of `parseReadings`. */
export function writeReadings(readings: ReadonlyMap<string, readonly string[]>): string {
  const pairs = [...readings].flatMap(([char, syllables]) => syllables.map((syllable) => ({ syllable, char })));
  return [...Map.groupBy(pairs, ({ syllable }) => syllable)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, group]) => `${syllable}:${packCharacters(group.map(({ char }) => char))}`)
    .join(' ');
}
