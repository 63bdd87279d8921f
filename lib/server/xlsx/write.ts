import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell } from 'write-excel-file/node';

/** What Excel takes into one cell; it calls a file with more damaged. */
const MOST_IN_A_CELL = 32_767;
/** In a workbook `_x0041_` is an A: what looks like that has its own first sign written so. */
const CODED = /_(?=x[\da-f]{4}_)/gi;
/** Of every part: zip files hold when each was packed, and the same table should be the same bytes. */
const PACKED = new Date('1980-01-01T00:00:00');
const [NARROWEST, WIDEST] = [6, 40];

/**
 * A table as a workbook (XLSX) of one sheet. Every cell is a text: a spreadsheet neither computes it nor takes it for an
 * amount. The first row, the heading, is bold and stays in sight.
 */
export async function writeWorkbook(
  sheet: string,
  [heading = [], ...rows]: readonly string[][],
): Promise<Uint8Array<ArrayBuffer>> {
  const data = [heading.map((text) => ({ ...cellOf(text), fontWeight: 'bold' as const })), ...rows.map(cellsOf)];
  const columns = heading.map((_, at) => ({ width: widthOf([heading, ...rows].map((row) => row[at] ?? '')) }));
  const made = await writeExcelFile(data, { sheet, stickyRowsCount: 1, columns }).toBuffer();
  return zipSync(unzipSync(made), { mtime: PACKED });
}

/** What XML may not hold the writer leaves out, but for half a pair of surrogates: with that it drops what stands before. */
const cellOf = (text: string) => ({
  type: String,
  value: text.replace(CODED, '_x005F_').slice(0, MOST_IN_A_CELL).toWellFormed(),
});

const cellsOf = (row: readonly string[]): Cell[] => row.map((text) => (text === '' ? null : cellOf(text)));

/** In digits; a Chinese character takes the room of two. */
function widthOf(texts: readonly string[]): number {
  const longest = Math.max(...texts.map((text) => text.replace(/[^\0-\xff]/g, '  ').length));
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
}
