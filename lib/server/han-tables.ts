import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import type { Han } from '../lookup/build.ts';
import { writeRuns } from '../lookup/pinyin.ts';

const HAN = join(process.cwd(), 'data', 'han');

const wordsSchema = z.object({ phrases: z.array(z.string()), edges: z.string(), endings: z.array(z.string()) });
const readingsSchema = z.object({ readings: z.record(z.string(), z.array(z.string())) });
const sourcesSchema = z.object({
  sources: z.array(z.object({ table: z.string(), source: z.string(), licence: z.string() })),
});

/** The tables of `data/han/` with a pinyin dictionary beside them. For builds and the server; never for the phone. */
export function readHanTables(): Han {
  tables ??= readTables(); // they do not change under a running server, and every city's search needs them
  return tables;
}

let tables: Han | undefined;

function readTables(): Han {
  return {
    common: read('common.txt').replaceAll('\n', ''),
    placeReadings: new Map(Object.entries(readingsSchema.parse(JSON.parse(read('readings.json'))).readings)),
    traditional: joined(readGroups('traditional.tsv', 1), readGroups('traditional.tsv', 2)),
    everydayTraditional: readGroups('traditional.tsv', 1),
    lookAlikes: withGroups(
      joined(readGroups('contained.tsv'), likest(readGroups('look-alikes.tsv'))),
      read('look-alikes-by-hand.txt'),
    ),
    commonReadings: writeRuns(readingsOf),
    words: wordsSchema.parse(JSON.parse(read('words.json'))),
    sources: sourcesSchema.parse(JSON.parse(read('sources.json'))).sources,
    readingsOf,
  };
}

function read(name: string): string {
  return readFileSync(join(HAN, name), 'utf8');
}

/** Lines of a character and, in the column that is said, those that belong to it; lines that begin with # are remarks. */
function readGroups(name: string, column = 1): Map<string, string> {
  const groups = new Map<string, string>();
  for (const line of read(name).split('\n')) {
    const cells = line.split('\t');
    const [char = '', others = ''] = [cells[0], cells[column]];
    if (char !== '' && others !== '' && !line.startsWith('#')) groups.set(char, others);
  }
  return groups;
}

/** Most of the drawn ones that a character gets: behind them what contains each other is the likelier slip. */
const MOST_DRAWN = 14;

const likest = (drawn: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...drawn].map(([char, others]) => [char, [...others].slice(0, MOST_DRAWN).join('')]));

/** The groups of the first, with those of the second behind them. */
function joined(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): Map<string, string> {
  const chars = new Set([...first.keys(), ...second.keys()]);
  return new Map([...chars].map((char) => [char, (first.get(char) ?? '') + (second.get(char) ?? '')]));
}

/** Puts the groups of characters picked by hand in front of the others. */
function withGroups(others: ReadonlyMap<string, string>, text: string): Map<string, string> {
  const all = new Map(others);
  const groups = text.split('\n').filter((line) => !line.startsWith('#'));
  for (const group of groups.join(' ').split(' ')) {
    for (const char of group) {
      const others = [...group].filter((other) => other !== char);
      all.set(char, [...new Set([...others, ...(all.get(char) ?? '')])].join(''));
    }
  }
  return all;
}

const known = new Map<string, string[]>();

function readingsOf(char: string): string[] {
  let readings = known.get(char);
  if (readings === undefined) {
    const all = pinyin(char, { multiple: true, toneType: 'none', type: 'array', v: true });
    readings = [...new Set(all)].filter((syllable) => /^[a-z]+$/.test(syllable) && syllable !== char);
    known.set(char, readings);
  }
  return readings;
}
