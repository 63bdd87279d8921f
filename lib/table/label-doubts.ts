import { flagWords } from '../wording/normaliser.ts';
import type { NamedRow, PlacedRow, ResolvedDistrict } from './districts.ts';
import { foldName, readDistrictLabel } from './names.ts';
import { printedText } from './printed-text.ts';
import type { Raise } from './raise.ts';
import type { BreakRow, DistrictRow, RecordRow } from './row-kinds.ts';

/** What a table as a whole says of its labels: how many stations they have, and where in their groups they stand. */

/** Holds what labels and totals say of the number of stations against what is there. */
export function flagCounts(rows: readonly PlacedRow[], raise: Raise): void {
  let all = 0;
  for (const [at, row] of rows.entries()) {
    if (!('kind' in row)) all += 1;
    else if (row.kind === 'district') {
      const { count } = row.section;
      const found = groupBelow(rows, at);
      if (count !== null && found !== count) raiseCount(row, count, found, raise);
    } else if (row.count !== null && row.count !== all && row.count !== groupAbove(rows, at)) {
      raiseCount(row, row.count, all, raise); // neither all that stands above it nor what stands there since the last one
    }
  }
}

function raiseCount(row: DistrictRow | BreakRow, said: number, found: number, raise: Raise): void {
  const evidence = [flagWords.countMismatch(row.text, said, found)];
  const cells = row.kind === 'district' && row.district !== null ? [row.district] : [];
  const place = row.row === 0 ? {} : { row: row.row };
  raise({ rule: 'district.count_mismatch', ...place, cells, printed: row.text, evidence });
}

const tableOf = (row: PlacedRow) => ('kind' in row ? row.table : row.record.table);
/** Whether a row ends the group of the one at `at`: another label, a total, another table. */
const isEnd = (row: PlacedRow, table: number) => tableOf(row) !== table || ('kind' in row && !isText(row));

/** How many stations stand below the label at `at`, up to the next one. */
function groupBelow(rows: readonly PlacedRow[], at: number): number {
  const table = tableOf(rows[at] as PlacedRow);
  let found = 0;
  for (let below = at + 1; below < rows.length; below += 1) {
    const row = rows[below];
    if (row === undefined || isEnd(row, table)) break;
    if (!('kind' in row)) found += 1;
  }
  return found;
}

/** How many stations stand above the total at `at`, down from the last label or total. */
function groupAbove(rows: readonly PlacedRow[], at: number): number {
  const table = tableOf(rows[at] as PlacedRow);
  let found = 0;
  for (let above = at - 1; above >= 0; above -= 1) {
    const row = rows[above];
    if (row === undefined || isEnd(row, table)) break;
    if (!('kind' in row)) found += 1;
  }
  return found;
}

const isText = (row: DistrictRow | BreakRow) => row.kind === 'break' && row.why !== 'total';

/** The label of each record, null where it is blank; rows without a column of districts are left out. */
const printedLabels = (rows: readonly PlacedRow[]) =>
  rows.flatMap((row) => {
    if ('kind' in row || row.record.district === null || row.record.isShifted) return [];
    const { value } = readDistrictLabel(row.record.district, row.record.row).field;
    return [{ row, label: value === null ? null : foldName(value) }];
  });

/** So many labels that are the one above are no chance. */
const LEAST_REPEATED = 3;

/** Tables in which each row has its label, also the same as the row above. */
export function tablesThatRepeat(rows: readonly PlacedRow[]): Set<number> {
  const tables = Map.groupBy(printedLabels(rows), ({ row }) => row.record.table);
  const repeats = [...tables].filter(([, all]) => {
    const repeated = all.filter(({ label }, at) => label !== null && all[at - 1]?.label === label).length;
    const blank = all.filter(({ label }) => label === null).length;
    return repeated >= LEAST_REPEATED && repeated > 2 * blank;
  });
  return new Set(repeats.map(([table]) => table));
}

/** Blanks above the first label prove that labels do not stand at the head of their groups: table → row of that label. */
export function labelsNotAtHead(rows: readonly PlacedRow[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const [table, all] of Map.groupBy(rows, tableOf)) {
    const [first] = all;
    const last = all.findLast((row) => !('kind' in row) || row.kind === 'district');
    // Rows of labels: stations above the first, and none below the last.
    const isWithout = first !== undefined && !('kind' in first) && first.record.district === null;
    const isFooted = isWithout && last !== undefined && 'kind' in last;
    if (isFooted) found.set(table, last.row);
    if (first === undefined || 'kind' in first || first.name.field.value === null) continue;
    const [top, ...below] = printedLabels(all);
    const labelled = below.find(({ label }) => label !== null);
    if (top?.row === first && top.label === null && labelled !== undefined) found.set(table, labelled.row.record.row);
  }
  return found;
}

/** Then no blank cell is sure. */
export function flagLabelPosition(
  rows: readonly PlacedRow[],
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  notAtHead: ReadonlyMap<number, number>,
  raise: Raise,
): void {
  for (const row of rows) {
    const labelled = notAtHead.get(tableOf(row));
    if (labelled === undefined || 'kind' in row || !(isBlank(row, resolved) || isInSection(row, resolved))) continue;
    const { record, id } = row;
    const about = { station: id, row: record.row, field: 'district' as const, printed: null };
    const cells = record.district === null ? [] : [record.district];
    const evidence = [flagWords.labelsNotAtHead(labelled)];
    raise({ ...about, cells, rule: 'district.boundary_uncertain/label_position', evidence });
  }
}

/** Whether only a row over a group, or none, says where a row belongs. */
const isInSection = ({ record }: NamedRow, resolved: ReadonlyMap<RecordRow, ResolvedDistrict>) =>
  record.district === null && resolved.get(record)?.field.how !== 'derived';

/** Whether a row has a district cell and nothing stands in it, nor says anything else where the row belongs. */
function isBlank({ record }: NamedRow, resolved: ReadonlyMap<RecordRow, ResolvedDistrict>): boolean {
  const how = resolved.get(record)?.field.how;
  return (
    record.district !== null && printedText(record.district.raw) === null && how !== 'derived' && how !== 'heading'
  );
}
