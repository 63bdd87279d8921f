import { pinyin } from 'pinyin-pro';
import { buildLookupTables, type Han } from '../lookup/build.ts';
import { buildLookup, type Engine } from '../lookup/engine.ts';
import { ALL_LAYERS } from '../lookup/names.ts';
import { normaliseText, parsePairs, WordStripper } from '../lookup/normalise.ts';
import type { LookupTables } from '../lookup/tables.ts';
import { readHanTables } from '../server/han-tables.ts';
import { makeLookupFiles, readNamesInFront } from '../server/lookup-files.ts';
import { parseRows } from '../server/lookup-rows.ts';
import { measureSize } from './bench/bytes.ts';
import { buildPeers, type Peer } from './bench/peers.ts';
import { type LabelledQuery, makeNonsense, makeQueries, readConfusions, readQueries } from './bench/queries.ts';
import { Random } from './bench/random.ts';
import { type BenchRow, formatRows, printedRows, withMadeRows } from './bench/rows.ts';
import { formatTable, hitRate, medianTime, percent } from './bench/tables.ts';

/**
 * `npm run bench:lookup [-- --ablations-only]`: quality and speed of the lookup against four libraries over the same
 * rows, in one run, as tables. Queries by hand are those of data/dalian/queries.tsv; made ones are the same every run.
 */
const DATA = 'data/dalian';
const ROWS = 3000;
const NONSENSE = 2000;
/** Rounds of made queries at the printed rows, and how many of the many rows' queries are taken. */
const ROUNDS = 8;
const SAMPLE = 400;
/** At many rows the libraries are slow: fewer nonsense queries and fewer timed ones there. */
const NONSENSE_AT_MANY = 400;
const TIMED_AT_MANY = 80;

const han = readHanTables();
const files = makeLookupFiles('dalian', han);
const spell = (name: string) => (name === '' ? [] : pinyin(name, { toneType: 'none', type: 'array', v: true }));
const simplify = parsePairs(files.lookup.traditional);
const words = new WordStripper(files.lookup.words);
const normalise = (query: string) => {
  const text = normaliseText(query, simplify);
  return words.withoutCity(words.withoutPhrases(/^[0-9 ]+$/.test(text) ? text.replace(/ |^0411|^86/g, '') : text));
};

const asPeer = (name: string, engine: Engine): Peer => ({
  name,
  search: (query) => engine.search(query).results.map(({ station }) => station),
});
const print = (title: string, text: string) => process.stdout.write(`\n## ${title}\n\n${text}\n`);

function quality(title: string, peers: readonly Peer[], queries: readonly LabelledQuery[]): void {
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => {
    const some = queries.filter((query) => query.kind === kind);
    return [kind, String(some.length), ...peers.map((peer) => hitRate(peer, some).toFixed(3))];
  });
  const all = peers.map((peer) => hitRate(peer, queries));
  rows.push(['all', String(queries.length), ...all.map((rate) => rate.toFixed(4))]);
  const errors = all.map((rate) => 1 - rate);
  rows.push(['errors, ours as a share of', '', ...errors.map((error) => ((errors[0] ?? 0) / error).toFixed(3))]);
  print(title, formatTable(['kind', 'n', ...peers.map(({ name }) => name)], rows));
}

function speed(title: string, peers: readonly Peer[], queries: readonly LabelledQuery[]): void {
  const times = peers.map((peer) =>
    medianTime(
      peer,
      queries.map(({ query }) => query),
    ),
  );
  const ours = times[0] ?? 0;
  const rows = peers.map(({ name }, at) => {
    const time = times[at] ?? 0;
    return [name, (time * 1000).toFixed(1), (ours / time).toFixed(4), `1/${(time / ours).toFixed(1)}`];
  });
  print(title, formatTable(['engine', 'median µs', 'ours / theirs', ''], rows));
}

function ablations(
  tables: LookupTables,
  hand: readonly LabelledQuery[],
  made: readonly LabelledQuery[],
  nonsense: readonly LabelledQuery[],
): void {
  const without: [string, Engine][] = [
    ['complete', buildLookup(tables, files.divisions)],
    ['without Fuse', buildLookup(tables, files.divisions, { ...ALL_LAYERS, fuse: false })],
    ['without the verifier', buildLookup(tables, files.divisions, { ...ALL_LAYERS, verifier: false })],
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
    return [name, hitRate(peer, hand).toFixed(4), hitRate(peer, made).toFixed(4), percent(1 - hitRate(peer, nonsense))];
  });
  print('Ablations at the printed rows', formatTable(['', 'hit@1 by hand', 'hit@1 made', 'nonsense that finds'], rows));
}

function engineOfRows(rows: readonly BenchRow[], tables: Han): Engine {
  return buildLookup(buildLookupTables(parseRows(formatRows(rows)), tables, readNamesInFront('dalian')));
}

function nonsenseTable(title: string, peers: readonly Peer[], engine: Engine, queries: readonly LabelledQuery[]): void {
  const near = queries.filter(({ query }) => engine.search(query).nearMisses.length > 0).length / queries.length;
  const rows = peers.map((peer) => [peer.name, percent(1 - hitRate(peer, queries))]);
  rows.push(['near misses of ours', percent(near)]);
  print(`${title}, ${queries.length} queries`, formatTable(['engine', 'finds something'], rows));
}

async function run(): Promise<void> {
  const printed = printedRows(files.lookup);
  const confusions = readConfusions(`${DATA}/confusions.tsv`);
  const engine = buildLookup(files.lookup, files.divisions);
  const peers = [asPeer('ours', engine), ...buildPeers(printed, spell, normalise)];
  const build = readQueries(`${DATA}/queries.tsv`, 'build');
  const kept = readQueries(`${DATA}/queries.tsv`, 'kept');
  const made = makeQueries(printed, ROUNDS, new Random(1), confusions, spell);
  const nonsense = makeNonsense(printed, NONSENSE, new Random(2), han.common.slice(0, 3755), spell);
  quality(`hit@1 by hand, part looked at while building, ${printed.length} rows`, peers, build);
  quality(`hit@1 by hand, part kept apart, ${printed.length} rows`, peers, kept);
  quality(`hit@1 made, ${printed.length} rows`, peers, made);
  nonsenseTable(`Nonsense made, ${printed.length} rows`, peers, engine, nonsense);
  speed(`Median time by hand, ${printed.length} rows`, peers, [...build, ...kept]);

  const many = withMadeRows(printed, ROWS, new Random(3));
  const large = engineOfRows(many, han);
  const largePeers = [asPeer('ours', large), ...buildPeers(many, spell, normalise)];
  const pool = makeQueries(many, 1, new Random(4), confusions, spell);
  const random = new Random(5);
  const sample = Array.from({ length: SAMPLE }, () => random.pick(pool));
  quality(`hit@1 made, ${many.length} rows`, largePeers, sample);
  nonsenseTable(
    `Nonsense made, ${many.length} rows`,
    largePeers,
    large,
    makeNonsense(many, NONSENSE_AT_MANY, new Random(6), han.common.slice(0, 3755), spell),
  );
  speed(`Median time made, ${many.length} rows`, largePeers, sample.slice(0, TIMED_AT_MANY));
  print('Bytes on the wire', await measureSize(files));
  ablations(files.lookup, [...build, ...kept], made, nonsense);
}

await run();
