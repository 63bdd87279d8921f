import type { Cell } from '../directory/records.ts';
import type { Line } from './grid.ts';
import type { Place } from './judge-line.ts';
import { hasNumber } from './marks.ts';
import type { RecordRow } from './row-kinds.ts';

/** A line of cells → a record, its cells by what they hold. */

/** A cell; of one that is merged over several rows, the one that holds the text, so that its row is another. */
export function cellAt({ edition, table, merged }: Place, own: Line, row: number, at: number): Cell {
  const from = own.merged?.get(at);
  const above = from === undefined ? undefined : merged.get(`${from.line} ${from.at}`);
  if (above !== undefined) return above;
  const type = own.types?.get(at);
  const cell: Cell = { edition, table, row, col: at + 1, raw: own.cells[at] ?? '', ...(type && { type }) };
  if (from?.line === own.line) merged.set(`${from.line} ${from.at}`, cell);
  return cell;
}

/** A line as a record. */
export function readRecord(own: Line, row: number, place: Place): RecordRow {
  const { cells } = own;
  const { table, layout } = place;
  const { width } = layout;
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const empty = { district: null, name: null, phones: [], others: [] };
  const clear = { nameTail: null, unclear: [], isRagged: false, isShifted: false };
  const record: RecordRow = {
    ...{ kind: 'record', row, line: own.line, table, ...empty, ...clear },
    ...{
      width,
      given: own.isSparse ? Math.max(cells.length, width) : cells.length,
      beyond: Math.max(0, last + 1 - width),
    },
  };
  for (const { at, field } of layout.columns) {
    const cell = cellAt(place, own, row, at);
    if (field === 'district') record.district = cell;
    else if (field === 'name') record.name = cell;
    else record.phones.push({ cell, role: field === 'phone' ? null : field, unheaded: false });
  }
  for (const [at, raw] of cells.entries()) {
    const isBlank = raw.trim() === '' && !own.merged?.has(at);
    if (isBlank || layout.columns.some((column) => column.at === at)) continue;
    const cell = cellAt(place, own, row, at);
    if (cell.raw.trim() === '') continue;
    if (!layout.headed.has(at) && hasNumber(cell.raw)) record.phones.push({ cell, role: null, unheaded: true });
    else record.others.push({ cell, kind: layout.headed.has(at) ? (layout.others.get(at) ?? null) : 'other' });
  }
  return record;
}
