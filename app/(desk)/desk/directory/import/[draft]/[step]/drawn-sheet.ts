import { z } from 'zod';
import type { DraftState } from '#lib/server/editions/drafts.ts';
import { COLUMN_KINDS, type ColumnKind } from '#lib/table/tables.ts';

/** How a sheet is drawn: the line of its heading, 0 for none, and what each column is taken for. */
export const drawnSheetSchema = z.object({ heading: z.int().min(0), kinds: z.array(z.enum(COLUMN_KINDS)) });
export type DrawnSheet = z.infer<typeof drawnSheetSchema>;

const WITHIN = 50;
const MOST_COLUMNS = 60;

/** As it was read; where it could not be, as somebody said. */
export function drawnSheet({ preview, body, file }: DraftState, at: number): DrawnSheet {
  const lines = file.grid.grid.sheets[at]?.lines ?? [];
  const tables = preview?.read.tables.filter((table) => table.at === at) ?? [];
  const said = body.sheets[at];
  const columns = tables.flatMap((table) => table.columns);
  const width = Math.max(1, ...lines.slice(0, WITHIN).map(({ cells }) => cells.length));
  const kinds = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, column): ColumnKind => {
    const known = columns.find((one) => one.at === column + 1)?.kind;
    return said?.columns?.[column] ?? known ?? '-';
  });
  return { heading: said?.heading ?? tables[0]?.heading ?? 0, kinds };
}
