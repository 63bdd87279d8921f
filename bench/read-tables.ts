import { type Score, scoreTable, sumOf, TRUTHS, tablesIn } from '../test/table-truths.ts';
import { formatTable, percent } from './tables.ts';

/** `npm run -s bench:tables -- [FOLDER] [--all]`: how far tables with a truth are read as it says; `--all` names each difference. */

const [folder = TRUTHS] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const isFull = process.argv.includes('--all');

const share = (part: number, of: number) => (of === 0 ? '–' : `${part}/${of} ${percent(part / of)}`);
const rowOf = (name: string, { stations, districts, numbers, flags }: Score): string[] => [
  name,
  share(stations.found, stations.of),
  share(districts.right, districts.of),
  share(numbers.callable, numbers.of),
  share(flags.required, flags.of),
  share(flags.needless.length, stations.of),
  String(stations.invented.length),
  String(districts.invented.length),
  String(numbers.invented.length),
];

const scores: Score[] = [];
const rows: string[][] = [];
const differences: string[] = [];
for (const file of tablesIn(folder)) {
  const score = await scoreTable(folder, file);
  scores.push(score);
  rows.push(rowOf(file, score));
  const { stations, districts, numbers, flags, missed } = score;
  const all = [
    ...missed,
    ...stations.invented.map((one) => `invented station ${one}`),
    ...districts.invented.map((one) => `invented district ${one}`),
    ...numbers.invented.map((one) => `invented number ${one}`),
    ...flags.needless.map((one) => `needless ${one}`),
  ];
  differences.push(...all.map((one) => `${file}: ${one}`));
}
rows.push(rowOf('all', sumOf(scores)));
const head = ['', 'stations', 'districts', 'callable', 'flags', 'needless', 'invented: st', 'di', 'no'];
process.stdout.write(`${formatTable(head, rows)}\n${isFull ? `\n${differences.join('\n')}\n` : ''}`);
