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
  grow((spelling) => (/[aei]ng$/.test(spelling) ? spelling.slice(0, -1) : spelling));
  grow((spelling) => (/[aei]n$/.test(spelling) ? `${spelling}g` : spelling));
  if (syllable === 'ren') found.add('yin');
  if (syllable === 'ri') found.add('yi');
  grow((spelling) => spelling.replace('v', 'u'));
  grow((spelling) => (/^[ln]v/.test(spelling) ? spelling.replace('v', 'yu') : spelling));
  return [...found];
}

/** Reads `ma马妈 lan兰栏` (a lower-case syllable, then characters) into character → syllables. */
export function parseReadings(text: string, into = new Map<string, string[]>()): Map<string, string[]> {
  for (const group of text.split(' ')) {
    const syllable = /^[a-z]*/.exec(group)?.[0] ?? '';
    for (const char of group.slice(syllable.length)) {
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
    .map((syllable) => syllable + (groups.get(syllable) ?? []).sort().join(''))
    .join(' ');
}
