import type { Cell } from '../directory/records.ts';
import { foldText } from '../text/text.ts';
import { flagWords } from '../wording/normaliser.ts';
import { ELSEWHERE, NAME_REST, UNIT_ENDING } from '../wording/printed.ts';
import { foldName, readDistrictLabel, readStationName } from './names.ts';
import { printedText } from './printed-text.ts';
import type { RecordRow, TableRow } from './row-kinds.ts';

/**
 * Marks records whose cells may have shifted: more or fewer of them than the heading has, or a number where the name
 * should be. What stood in the columns of name and district is then kept as printed and taken for neither.
 */
export function markUnclear(rows: readonly TableRow[], endings: ReadonlyMap<number, string | null>): TableRow[] {
  const records = rows.filter((row): row is RecordRow => row.kind === 'record');
  const wide = new Map(
    [...Map.groupBy(records, ({ table }) => table)].map(([table, all]) => {
      const over = all.filter(({ beyond }) => beyond > 0).length;
      return [table, all.length > 2 && over * 2 > all.length] as const; // a column without a heading
    }),
  );
  const labels = new Set(records.filter((row) => !isNameANumber(row) && textOf(row.name) !== null).flatMap(labelOf));
  const sections = new Set(rows.flatMap((row) => (row.kind === 'district' ? [row.table] : [])));
  return rows.map((row) => {
    if (row.kind !== 'record' || row.isSettled) return row;
    const hasColumn = wide.get(row.table) ?? false;
    return markOne(row, {
      hasColumn,
      hasSections: sections.has(row.table),
      labels,
      ending: endings.get(row.table) ?? null,
    });
  });
}

interface Table {
  /** Most rows go on behind the heading's last cell. */
  hasColumn: boolean;
  /** Rows stand over groups: a text alone may be one of them. */
  hasSections: boolean;
  labels: ReadonlySet<string>;
  ending: string | null;
}

function markOne(row: RecordRow, { hasColumn, hasSections, labels, ending }: Table): RecordRow {
  const { width, given, beyond } = row;
  const isOff = isNameANumber(row) || isTextAmongNumbers(row);
  if (beyond > 0 && !hasColumn) return unclear(row, flagWords.ragged(width + beyond, width), isOff);
  if (given < width && (isOff || isMisplaced(row))) return unclear(row, flagWords.ragged(given, width), isOff);
  const [label] = labelOf(row);
  if (given < width && label !== undefined && textOf(row.name) === null && !labels.has(label)) {
    return unclear(row, flagWords.ragged(given, width), true);
  }
  if (label !== undefined && isNameANumber(row) && !labels.has(label)) {
    return unclear(row, flagWords.numberForName(row.district?.raw.trim() ?? ''), true);
  }
  if (isAlone(row) && row.district === null && hasSections && !(ending !== null && isEnding(row, ending))) {
    return unclear(row, flagWords.nameOrLabel(row.name?.raw.trim() ?? ''), true);
  }
  if (hasSections && isNamedAsUnit(row, ending))
    return unclear(row, flagWords.nameOrLabel(row.name?.raw.trim() ?? ''), true);
  return isPieceOfName(row, ending) ? unclear(row, flagWords.pieceOfName(row.name?.raw.trim() ?? ''), true) : row;
}

const unclear = (row: RecordRow, why: string, isShifted: boolean): RecordRow => ({
  ...row,
  unclear: [...row.unclear, why],
  isRagged: true,
  isShifted: row.isShifted || isShifted,
});

const textOf = (cell: Cell | null) => (cell === null ? null : printedText(cell.raw));

/** The label of a row whose district cell holds one. */
function labelOf({ district, row }: RecordRow): string[] {
  const { value } = readDistrictLabel(district, row).field;
  return value === null ? [] : [value];
}

function isNameANumber({ name, row }: RecordRow): boolean {
  const { field, numbers } = readStationName(name, row);
  return numbers.length > 0 && field.value === null;
}

/** A text without a digit where the heading says that numbers stand. */
const isTextAmongNumbers = ({ phones }: RecordRow) =>
  phones.some(({ cell }) => /^[^\d]*\p{L}[^\d]*$/u.test(textOf(cell) ?? '') && !ELSEWHERE.test(foldText(cell.raw)));

/** A short row whose number does not fit the column it came to stand in: a blank before it may be lost. */
const isMisplaced = ({ phones, others }: RecordRow) =>
  phones.some(({ cell, role }) => role === 'office' && /^1[3-9]\d{9}$/.test(textOf(cell) ?? '')) ||
  (phones.every(({ cell }) => textOf(cell) === null) &&
    others.some(({ cell: { raw }, kind }) => kind !== 'fax' && /^\+?\d[\d-]{6,}\d$/.test(raw.trim())));

/** Only a name stands in the row. */
const isAlone = ({ name, district, phones, others }: RecordRow) =>
  textOf(name) !== null &&
  textOf(district) === null &&
  others.length === 0 &&
  phones.every(({ cell }) => textOf(cell) === null);

/** A name that ends as a district does, where the others end alike otherwise and districts stand in rows of their own. */
const isNamedAsUnit = (row: RecordRow, ending: string | null) =>
  row.district === null &&
  ending !== null &&
  !isEnding(row, ending) &&
  UNIT_ENDING.test(foldName(textOf(row.name) ?? ''));

const isEnding = ({ name }: RecordRow, ending: string) => foldName(textOf(name) ?? '').endsWith(ending);

/** A name alone of a character, or of two of which the others share one: perhaps the rest of the one above. */
function isPieceOfName(row: RecordRow, ending: string | null): boolean {
  if (row.row === 1 || !isAlone(row)) return false;
  const { length } = [...foldName(textOf(row.name) ?? '')];
  return (
    length === 1 ||
    NAME_REST.test(foldName(textOf(row.name) ?? '')) ||
    (ending !== null && length === 2 && isEnding(row, ending))
  );
}
