import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import type { Han } from '../lookup/build.ts';

const HAN = join(process.cwd(), 'data', 'han');

const wordsSchema = z.object({
  phrases: z.array(z.string()),
  edges: z.string(),
  endings: z.array(z.string()),
  english: z.array(z.string()),
});
const readingsSchema = z.object({ readings: z.record(z.string(), z.array(z.string())) });
const sourcesSchema = z.object({
  sources: z.array(z.object({ table: z.string(), source: z.string(), licence: z.string() })),
});

/** The tables of `data/han/` with a pinyin dictionary beside them. For builds and the server; never for the phone. */
export function readHanTables(): Han {
  return {
    common: read('common.txt').replaceAll('\n', ''),
    placeReadings: readingsSchema.parse(JSON.parse(read('readings.json'))).readings,
    traditional: readGroups('traditional.tsv'),
    lookAlikes: withGroups(
      joined(readGroups('contained.tsv'), readGroups('look-alikes.tsv')),
      read('look-alikes-by-hand.txt'),
    ),
    words: wordsSchema.parse(JSON.parse(read('words.json'))),
    sources: sourcesSchema.parse(JSON.parse(read('sources.json'))).sources,
    readingsOf,
  };
}

function read(name: string): string {
  return readFileSync(join(HAN, name), 'utf8');
}

/** Lines of a character, a tab and the characters that belong to it; lines that begin with # are remarks. */
function readGroups(name: string): Map<string, string> {
  const groups = new Map<string, string>();
  for (const line of read(name).split('\n')) {
    const [char, others] = line.split('\t');
    if (char !== undefined && others !== undefined && !line.startsWith('#')) groups.set(char, others);
  }
  return groups;
}

/** Most of the drawn ones that a character gets: behind them what contains each other is the likelier slip. */
const MOST_DRAWN = 24;

/** What contains a character or stands in it, then the likest of those that were drawn and compared. */
function joined(contained: ReadonlyMap<string, string>, drawn: ReadonlyMap<string, string>): Map<string, string> {
  const chars = new Set([...contained.keys(), ...drawn.keys()]);
  const likest = (char: string) => [...(drawn.get(char) ?? '')].slice(0, MOST_DRAWN).join('');
  return new Map([...chars].map((char) => [char, (contained.get(char) ?? '') + likest(char)]));
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
