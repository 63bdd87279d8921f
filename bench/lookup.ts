import { parseArgs } from 'node:util';
import { pinyin } from 'pinyin-pro';
import { buildLookupTables } from '../lib/lookup/build.ts';
import { buildLookup, type LookupEngine } from '../lib/lookup/engine.ts';
import { normaliseText, parsePairs } from '../lib/lookup/normalise.ts';
import type { LookupTables } from '../lib/lookup/tables.ts';
import { WordStripper } from '../lib/lookup/word-stripper.ts';
import { makeCityLookup, readSpeech } from '../lib/server/city-lookup.ts';
import { readHanTables } from '../lib/server/han-tables.ts';
import { MOST_ROWS, parseRows } from '../lib/server/lookup-rows.ts';
import { formatRows, type MadeRow, printedRows, withMadeRows } from '../test/made-rows.ts';
import { readMadeWords } from '../test/made-words.ts';
import { type LabelledQuery, PARTS, readQueries } from '../test/queries.ts';
import { Random } from '../test/random.ts';
import { measureSize } from './lookup/bytes.ts';
import { makeQueries, readConfusions } from './lookup/made-queries.ts';
import { makeNonsense } from './lookup/nonsense.ts';
import { buildFuse, buildPeers, type Peer } from './lookup/peers.ts';
import { asPeer, nonsense, print, quality, speed } from './lookup/report.ts';
import { makeStrange } from './lookup/strange.ts';
import { formatTable, hitRate, percent, searchTimes } from './tables.ts';

/**
 * `npm run bench:lookup [-- --rows 50000]`: quality and speed of the lookup against four libraries over the same rows,
 * in one run, as tables. Queries by hand are those of test/queries.tsv; made ones are the same every run. With
 * `--rows` only the start-up, memory and time at so many rows, against Fuse.
 */
const USAGE = 'usage: npm run bench:lookup [-- --rows N]';
const PLACE = { country: 'CN', areaCode: '0411' };
const ROWS = 3000;
const NONSENSE = 2000;
/** Rounds of made queries at the printed rows, and of how many of the many rows queries are made. */
const ROUNDS = 8;
const SAMPLE = 60;
/** At many rows the libraries are slow: fewer nonsense queries and fewer timed ones there. */
const NONSENSE_AT_MANY = 4000;
const NONSENSE_OF_PEERS = 400;
const TIMED_AT_MANY = 80;
const STRANGE = 3000;
/** Queries that Fuse is timed with at the most rows. */
const TIMED_AT_MOST = 24;

const han = readHanTables();
const files = makeCityLookup('dalian', han);
const spell = (name: string) => (name === '' ? [] : pinyin(name, { toneType: 'none', type: 'array', v: true }));
const simplify = parsePairs(files.lookup.traditional);
const stripper = new WordStripper(files.lookup.words);
const normalise = (query: string) => {
  const text = normaliseText(query, simplify);
  return stripper.withoutCity(
    stripper.withoutPhrases(/^[0-9 ]+$/.test(text) ? text.replace(/ |^0411|^86/g, '') : text),
  );
};
const words = readMadeWords();
const confusions = readConfusions();
const making = (seed: number) => ({ random: new Random(seed), confusions, words, spell });
const pick = <T>(count: number, from: readonly T[], random: Random) =>
  Array.from({ length: count }, () => random.pick(from));
const common = han.common.slice(0, 3755);
const printed = printedRows(files.lookup);

function ablations(
  tables: LookupTables,
  hand: readonly LabelledQuery[],
  made: readonly LabelledQuery[],
  none: readonly LabelledQuery[],
): void {
  const without: [string, LookupEngine][] = [
    ['complete', buildLookup(tables, files.divisions)],
    ['without look-alikes', buildLookup({ ...tables, lookAlikes: '' }, files.divisions)],
    ['without traditional forms', buildLookup({ ...tables, traditional: '' }, files.divisions)],
    ['without rarer readings', buildLookup({ ...tables, readings: '' }, files.divisions)],
    [
      'without words around',
      buildLookup({ ...tables, words: { phrases: [], edges: '', endings: [], city: [] } }, files.divisions),
    ],
    ['without divisions', buildLookup(tables, null)],
  ];
  const rows = without.map(([name, engine]) => {
    const peer = asPeer(name, engine);
    return [name, hitRate(peer, hand).toFixed(4), hitRate(peer, made).toFixed(4), percent(1 - hitRate(peer, none))];
  });
  print('Ablations at the printed rows', formatTable(['', 'hit@1 by hand', 'hit@1 made', 'nonsense that finds'], rows));
}

function engineOfRows(rows: readonly MadeRow[]): LookupEngine {
  return buildLookup(buildLookupTables(parseRows(formatRows(rows), PLACE), han, readSpeech('dalian')));
}

async function measurePrinted(): Promise<void> {
  const engine = buildLookup(files.lookup, files.divisions);
  const peers = [asPeer('ours', engine), ...buildPeers(printed, spell, normalise)];
  const byHand = PARTS.flatMap((part) => {
    const queries = readQueries(part);
    quality(`hit@1 by hand, part ${part}, ${printed.length} rows`, peers, queries);
    return queries;
  });
  const made = makeQueries(printed, printed, ROUNDS, making(1));
  const none = makeNonsense(printed, NONSENSE, new Random(2), common, spell);
  quality(`hit@1 made, ${printed.length} rows`, peers, made);
  nonsense(`Nonsense made, ${printed.length} rows`, peers, engine, none, NONSENSE);
  speed(`Median time by hand, ${printed.length} rows`, peers, byHand);
  const strange = makeStrange(files.lookup, STRANGE, new Random(10));
  const slowest = Math.max(...searchTimes(peers[0] as Peer, strange));
  print(`Slowest of ${STRANGE} strange texts of up to 200 characters`, `${(slowest * 1000).toFixed(0)} µs`);
  print('Bytes on the wire', await measureSize(files));
  ablations(files.lookup, byHand, made, none);
}

function measureMany(): void {
  const rows = withMadeRows(printed, ROWS, new Random(3), words);
  const engine = engineOfRows(rows);
  const peers = [asPeer('ours', engine), ...buildPeers(rows, spell, normalise)];
  const random = new Random(5);
  const queries = makeQueries(rows, pick(SAMPLE, rows, random), 1, making(4));
  quality(`hit@1 made, ${rows.length} rows`, peers, queries);
  const none = makeNonsense(rows, NONSENSE_AT_MANY, new Random(6), common, spell);
  nonsense(`Nonsense made, ${rows.length} rows`, peers, engine, none, NONSENSE_OF_PEERS);
  const timed = pick(TIMED_AT_MANY, queries, random);
  speed(`Median time made, ${rows.length} rows`, peers, timed);
}

function measureMost(count: number): void {
  const rows = withMadeRows(printed, count, new Random(7), words);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const startOfProcessor = process.cpuUsage();
  const engine = engineOfRows(rows);
  engine.search('');
  const startUp = performance.now() - start;
  const processor = process.cpuUsage(startOfProcessor).user / 1000;
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed - before;
  const random = new Random(8);
  const queries = makeQueries(rows, pick(SAMPLE, rows, random), 1, making(9));
  const peers = [asPeer('ours', engine), buildFuse(rows, spell, normalise)];
  const timed = pick(TIMED_AT_MOST, queries, random);
  print(
    `${rows.length} rows`,
    formatTable(
      ['', ''],
      [
        ['start-up, tables and engine', `${startUp.toFixed(0)} ms`],
        ['of that the processor', `${processor.toFixed(0)} ms`],
        ['heap held by tables and engine', `${(heap / 2 ** 20).toFixed(0)} MB`],
        ['resident memory of the process', `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`],
        ['hit@1 made', `${hitRate(peers[0] as Peer, queries).toFixed(4)} of ${queries.length}`],
      ],
    ),
  );
  const none = makeNonsense(rows, NONSENSE, new Random(6), common, spell);
  nonsense(`Nonsense made, ${rows.length} rows`, peers, engine, none, 4);
  speed(`Median time made, ${rows.length} rows`, peers, timed);
}

const { rows } = parseArgs({ options: { rows: { type: 'string' } } }).values;
if (rows === undefined) {
  await measurePrinted();
  measureMany();
} else {
  const count = Number(rows);
  if (Number.isInteger(count) && count > printed.length && count <= MOST_ROWS) measureMost(count);
  else {
    process.stderr.write(
      `bench:lookup: --rows ${rows}: a number from ${printed.length + 1} to ${MOST_ROWS}\n${USAGE}\n`,
    );
    process.exitCode = 2;
  }
}
