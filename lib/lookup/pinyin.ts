import { COMMON_CHARACTERS, gbCharacters, packCharacters, unpackCharacters } from './packed.ts';

/**
 * Toneless pinyin as it is typed and as it is spoken in Dalian. A syllable is lower-case ASCII with `v` for ü.
 */

const SPOKEN: Record<string, string> = { ri: 'yi', re: 'ye', ren: 'yen', ruo: 'yue', rui: 'yui', ru: 'yu' };

/**
 * The sound class of a syllable for ears and keyboards that keep zh/z, ch/c, sh/s, n/l, r/y, -ng/-n and ü/u alike.
 * @example foldSyllable('zhuang') === foldSyllable('zuan')
 */
export function foldSyllable(syllable: string): string {
  const base = syllable.replace('v', 'u');
  const spoken =
    base === 'yin' || base === 'ying' || base === 'ren' || base === 'reng'
      ? 'yin'
      : (SPOKEN[base] ?? base.replace(/^r/, 'y'));
  return spoken
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/ng$/, 'n');
}

const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^z(?!h)/, 'zh'],
  [/^c(?!h)/, 'ch'],
  [/^s(?!h)/, 'sh'],
  [/^n/, 'l'],
  [/^l/, 'n'],
  [/^r(?=[aeou])/, 'y'],
  [/^y(?=[aou])/, 'r'],
];

/** Every way a syllable may be spelt by somebody who speaks or types it the Dalian way; the standard one comes first. */
export function spellings(syllable: string): string[] {
  const found = new Set([syllable]);
  const grow = (change: (spelling: string) => string) => {
    for (const spelling of [...found]) found.add(change(spelling));
  };
  for (const [initial, other] of INITIALS) {
    if (initial.test(syllable))
      grow((spelling) => (initial.test(spelling) ? spelling.replace(initial, other) : spelling));
  }
  grow((spelling) => (/ng$/.test(spelling) ? spelling.slice(0, -1) : spelling));
  grow((spelling) => (/[aei]n$/.test(spelling) ? `${spelling}g` : spelling));
  if (syllable === 'ren') found.add('yin');
  if (syllable === 'ri') found.add('yi');
  grow((spelling) => spelling.replace('v', 'u'));
  grow((spelling) => (/^[ln]v/.test(spelling) ? spelling.replace('v', 'yu') : spelling));
  return [...found];
}

/**
 * Reads `a2ai13an9`: how many of the common characters, in their order, have one syllable after the other. The whole
 * dictionary of them in under 2 KB, because their standard order is that of their sound.
 */
export function parseRuns(runs: string, into = new Map<string, string[]>()): Map<string, string[]> {
  const chars = gbCharacters();
  let at = 0;
  for (const [, syllable = '', count] of runs.matchAll(/([a-z]+)([0-9]+)/g)) {
    for (const end = at + Number(count); at < end; at++) into.set(chars[at] ?? '', [syllable]);
  }
  return into;
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
export function parseReadings(text: string, into = new Map<string, string[]>()): Map<string, string[]> {
  for (const group of text.split(' ')) {
    const colon = group.indexOf(':');
    const syllable = group.slice(0, colon);
    for (const char of unpackCharacters(group.slice(colon + 1))) {
      const known = into.get(char);
      if (known === undefined) into.set(char, [syllable]);
      else if (!known.includes(syllable)) known.push(syllable);
    }
  }
  return into;
}

/** Writes character → syllables as groups by syllable; the inverse of `parseReadings`. */
export function writeReadings(readings: ReadonlyMap<string, readonly string[]>): string {
  const groups = new Map<string, string[]>();
  for (const [char, syllables] of readings) {
    for (const syllable of syllables) {
      const group = groups.get(syllable);
      if (group === undefined) groups.set(syllable, [char]);
      else group.push(char);
    }
  }
  return [...groups.keys()]
    .sort()
    .map((syllable) => `${syllable}:${packCharacters(groups.get(syllable) ?? [])}`)
    .join(' ');
}
