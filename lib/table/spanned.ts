import type { Cell } from '../directory/records.ts';

/** Whether a row has the cell only because it is merged over several. */
export const isSpanned = (cell: Cell | null, row: number): boolean => cell !== null && cell.row !== row;
