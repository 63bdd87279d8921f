import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Normalised, normaliseGrid } from '../lib/table/normalise.ts';
import { printedText } from '../lib/table/printed-text.ts';
import { FileRefusal } from '../lib/table/refusal.ts';
import type { Grid } from '../lib/table/tables.ts';
import { readText } from '../lib/table/text-file.ts';
import { foldText } from '../lib/text/text.ts';
import { Random } from '../test/random.ts';
import { TRUTHS, tablesIn } from '../test/table-truths.ts';

/**
 * `npm run -s bench:fuzz -- [COUNT]`: tables with bytes, cells, separators, encodings and spans changed at random.
 * Nothing may be thrown but a refusal, no digit invented, no printed cell lost.
 */

const count = Number(process.argv[2] ?? 5000);
const seeds = tablesIn(TRUTHS).filter((file) => !file.endsWith('.xlsx'));
const random = new Random(20_261_129);
const PIECES = [
  '\t',
  ',',
  ';',
  '|',
  '\n',
  '"',
  '\u3000',
  '  ',
  '（',
  ')',
  '〃',
  '同上',
  '合计',
  '停机',
  '/',
  '-',
  '+86',
  '0',
  'O',
  '<td rowspan=3>',
  '<tr>',
  '</table>',
  '<table>',
  '【',
  '】',
  '#',
  '**',
  '1.39E+10',
  '＝',
  '=1+1',
  '\u0000',
  '\ufffd',
];

function mutated(bytes: Uint8Array): Uint8Array {
  const own = Buffer.from(bytes);
  const kind = random.below(6);
  if (kind === 0) for (let times = 0; times < 8; times += 1) own[random.below(own.length)] = random.below(256);
  if (kind === 0) return own;
  if (kind === 1) return own.subarray(0, random.below(own.length));
  const lines = own.toString('latin1').split('\n');
  const at = random.below(lines.length);
  if (kind === 2) lines.splice(at, 1 + random.below(3));
  else if (kind === 3) lines.splice(at, 0, random.pick(lines), random.pick(lines));
  else if (kind === 4) lines[at] = (lines[at] ?? '').replace(/[\t,;|]/, random.pick(PIECES.slice(0, 5)));
  for (let times = 0; times < 4; times += 1) {
    const line = random.below(lines.length);
    const cut = random.below((lines[line] ?? '').length + 1);
    const piece = Buffer.from(random.pick(PIECES)).toString('latin1');
    lines[line] = (lines[line] ?? '').slice(0, cut) + piece + (lines[line] ?? '').slice(cut);
  }
  return Buffer.from(lines.join('\n'), 'latin1');
}

/** What is wrong with a reading; empty where nothing is. */
function faultsOf({ sheets }: Grid, { stations, phones, setAside, tables }: Normalised): string[] {
  const digits = (text: string) => foldText(text).replace(/\D/g, '');
  const invented = phones.filter(({ tel, printed, areaCodeFrom }) => {
    const national = (tel ?? '').replace(/;ext=.*/, '').replace(/\D/g, '');
    const own = digits(printed);
    return (
      tel !== null &&
      !(areaCodeFrom === 'notice'
        ? national.endsWith(own.replace(/^0/, '').slice(-6))
        : national.endsWith(own.replace(/^0+/, '').slice(-6)) || own.includes(national.slice(-7)))
    );
  });
  const kept = new Set<string>(
    [
      ...stations.flatMap(({ name, district, otherCells, contactCells = [] }) => [
        ...name.cells,
        ...district.cells,
        ...otherCells,
        ...contactCells,
      ]),
      ...phones.flatMap(({ cells }) => cells),
    ].map(({ raw }) => raw.trim()),
  );
  for (const { cells } of setAside) for (const cell of cells) kept.add(cell.trim());
  const labels = stations.map(({ district }) => district.printed ?? '');
  for (const label of labels) kept.add(label.trim());
  // The lines of a heading are said with the columns.
  const heads = tables.flatMap(({ heading }) =>
    heading === null ? [] : [0, 1, 2, 3, 4].map((below) => heading + below),
  );
  const lines = sheets.filter(({ hidden }) => !hidden).flatMap((sheet) => sheet.lines);
  const lost = lines
    .filter(({ line }) => !heads.includes(line))
    .flatMap(({ cells }) => cells.filter((cell) => printedText(cell) !== null && !kept.has(cell.trim())));
  return [
    ...invented.map(({ printed, tel }) => `invented ${printed} ${tel}`),
    ...lost.map((cell) => `lost ${JSON.stringify(cell)}`),
  ];
}

let [read, refused] = [0, 0];
const faults: string[] = [];
for (let turn = 0; turn < count; turn += 1) {
  const file = random.pick(seeds);
  const bytes = mutated(readFileSync(join(TRUTHS, file)));
  try {
    const { grid, source } = readText(bytes, file);
    const result = normaliseGrid(
      grid,
      { file, city: null, phone: { country: 'CN', areaCode: null, shortCodes: [] } },
      source,
    );
    read += 1;
    faults.push(...faultsOf(grid, result).map((fault) => `${turn} ${file}: ${fault}`));
  } catch (error) {
    if (error instanceof FileRefusal) refused += 1;
    else faults.push(`${turn} ${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
process.stdout.write(
  `${count} tables: ${read} read, ${refused} refused, ${faults.length} faults\n${faults.slice(0, 20).join('\n')}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
