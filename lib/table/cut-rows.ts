import type { PhoneContext } from '../directory/numbering.ts';
import type { Cell } from '../directory/records.ts';
import { flagWords } from '../wording/normaliser.ts';
import { NAME_TAIL } from '../wording/printed.ts';
import type { Line } from './grid.ts';
import { foldName } from './names.ts';
import { parseCell } from './phone/parse.ts';
import { printedText } from './printed-text.ts';
import type { ClassifiedRows, RecordRow, TableRow } from './row-kinds.ts';

/**
 * Rows that belong to one station. Of a name that is merged over several they are what it has. Texts of a PDF cut a cell of
 * two lines into two rows. The lower one is taken for the rest of the upper one only where
 * every piece of it makes something whole of what stands above; a number that was cut stays in its pieces, so that
 * nobody dials what was put together.
 *
 * @param body the lines below the heading, in order
 * @param after the last row of the sheets above
 */
export function joinCutRows(
  classified: ClassifiedRows,
  body: readonly Line[],
  context: PhoneContext,
  after = 0,
): ClassifiedRows {
  const rows: TableRow[] = [];
  const setAside = [...classified.setAside];
  for (const row of classified.rows) {
    const upper = rows.at(-1);
    const rest =
      row.kind === 'record' && !row.isSettled && upper?.kind === 'record' ? restOf(row, upper, context) : null;
    const line = body[row.row - after - 1];
    if (rest === null || upper?.kind !== 'record' || line === undefined) {
      rows.push(row);
      continue;
    }
    rows[rows.length - 1] = withRest(upper, rest);
    setAside.push({ row: row.row, line: line.line, cells: [...line.cells], reason: 'continuation' });
  }
  return { ...classified, rows, setAside: setAside.sort((a, b) => a.line - b.line) };
}

/** Whether a row has only numbers, whole ones, and the one above only a name: one row that was cut in two. */
function isNumbersOf(low: RecordRow, upper: RecordRow, context: PhoneContext): boolean {
  const filled = low.phones.filter(({ cell }) => isFilled(cell));
  const isBare = !isFilled(low.name) && !isFilled(low.district) && low.others.length === 0;
  const isAlone = isFilled(upper.name) && !isFilled(upper.district) && upper.others.length === 0;
  if (!isBare || !isAlone || filled.length === 0) return false;
  // A mark says that there is no number; a blank may be what was cut.
  const isBlank = upper.phones.every(({ cell }) => cell.raw.trim() === '');
  return isBlank && filled.every(({ cell }) => parseCell(cell.raw, context).every(({ tel }) => tel !== null));
}

interface Rest {
  name: Cell | null;
  unclear: string[];
  /** Further cells of a station whose name is merged over the rows. */
  more: Pick<RecordRow, 'phones' | 'others'>;
}
const NOTHING_MORE: Rest['more'] = { phones: [], others: [] };

/** A row with what stands in the next one of its own; what is merged over both is there already. */
function withRest(upper: RecordRow, { name, unclear, more }: Rest): RecordRow {
  return {
    ...upper,
    nameTail: name ?? upper.nameTail,
    unclear: [...upper.unclear, ...unclear],
    phones: [...upper.phones, ...more.phones.filter(({ cell }) => !upper.phones.some((one) => one.cell === cell))],
    others: [...upper.others, ...more.others.filter(({ cell }) => !upper.others.some((one) => one.cell === cell))],
  };
}

/** Rows of one name that is merged over them and says no other district are one station. */
const isSameStation = (low: RecordRow, upper: RecordRow) =>
  isFilled(low.name) && low.name === upper.name && (!isFilled(low.district) || low.district === upper.district);

/** What a row adds to the one above, or null where it, or a piece of it, is something by itself. */
function restOf(low: RecordRow, upper: RecordRow, context: PhoneContext): Rest | null {
  if (isSameStation(low, upper)) return { name: null, unclear: [], more: { phones: low.phones, others: low.others } };
  const isNext = low.row === upper.row + 1 && low.table === upper.table && upper.nameTail === null;
  if (isNext && isNumbersOf(low, upper, context)) {
    const unclear = [flagWords.numbersBelow(upper.name?.raw.trim() ?? '', low.row)];
    return { name: null, unclear, more: { phones: low.phones, others: [] } };
  }
  const isBare = low.others.length === 0 && !isFilled(low.district);
  const name = isFilled(low.name) ? low.name : null;
  if (!isNext || !isBare || (name !== null && !isTail(upper.name, name))) return null;
  const pieces = low.phones.filter(({ cell }) => isFilled(cell));
  const unclear: string[] = [];
  for (const { cell } of pieces) {
    const above = upper.phones.find((phone) => phone.cell.col === cell.col)?.cell;
    const joined = above === undefined ? null : joinedNumber(above, cell, context);
    if (joined === null) return null;
    unclear.push(flagWords.cutNumber(above?.raw.trim() ?? '', cell.raw.trim(), low.row, joined));
  }
  return name !== null || pieces.length > 0 ? { name, unclear, more: NOTHING_MORE } : null;
}

const isFilled = (cell: Cell | null): cell is Cell => cell !== null && printedText(cell.raw) !== null;

/** The two pieces as one number, where neither is one and both together are. */
function joinedNumber(above: Cell, below: Cell, context: PhoneContext): string | null {
  const isWhole = (text: string) => parseCell(text, context).some(({ tel }) => tel !== null);
  const [head, tail] = [above.raw.trim(), below.raw.trim()];
  if (head === '' || isWhole(head) || isWhole(tail)) return null;
  const joined = head + tail;
  return isWhole(joined) ? joined : null;
}

/** Whether a text is only the end of a station's name, which the name above lacks, or closes its bracket. */
function isTail(above: Cell | null, below: Cell): boolean {
  if (!isFilled(above)) return false;
  const [head, tail] = [foldName(above.raw), foldName(below.raw)];
  const isOpen = /\([^)]*$/.test(head);
  return isOpen ? /^[^(]*\)$/.test(tail) : NAME_TAIL.test(tail) && !head.endsWith(tail);
}
