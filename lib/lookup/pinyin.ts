import { COMMON_CHARACTERS, gbCharacters, packCharacters, unpackCharacters } from './packed.ts';

/** The readings of characters as short text. A syllable is toneless lower-case ASCII with `v` for ü. */

/** Every city has the same ones: they are read once. */
let runsRead = '';
const common = new Map<string, readonly string[]>();

/**
 * Reads `a2ai13an9`: how many of the common characters, in their order, have one syllable after the other. The whole
 * dictionary of them in under 2 KB, because their standard order is that of their sound.
 *
 * @returns a table of its own, to be added to
 */
export function parseRuns(runs: string): Map<string, readonly string[]> {
  if (runsRead !== runs) {
    runsRead = runs;
    common.clear();
    const chars = gbCharacters();
    let at = 0;
    for (const [, syllable = '', count] of runs.matchAll(/([a-z]+)([0-9]+)/g)) {
      for (const end = at + Number(count); at < end; at++) common.set(chars[at] ?? '', [syllable]);
    }
  }
  return new Map(common);
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
export function parseReadings(
  text: string,
  into = new Map<string, readonly string[]>(),
): Map<string, readonly string[]> {
  for (const group of text.split(' ')) {
    const colon = group.indexOf(':');
    const syllable = group.slice(0, colon);
    for (const char of unpackCharacters(group.slice(colon + 1))) {
      const known = into.get(char);
      if (known === undefined) into.set(char, [syllable]);
      else if (!known.includes(syllable)) into.set(char, [...known, syllable]);
    }
  }
  return into;
}

/** Writes character → syllables as groups by syllable; the inverse of `parseReadings`. */
export function writeReadings(readings: ReadonlyMap<string, readonly string[]>): string {
  const pairs = [...readings].flatMap(([char, syllables]) => syllables.map((syllable) => ({ syllable, char })));
  return [...Map.groupBy(pairs, ({ syllable }) => syllable)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, group]) => `${syllable}:${packCharacters(group.map(({ char }) => char))}`)
    .join(' ');
}
