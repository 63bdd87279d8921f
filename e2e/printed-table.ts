import { readFileSync } from 'node:fs';

export interface PrintedRow {
  row: number;
  district: string;
  name: string;
  office: string;
  mobile: string;
}

/** The printed table read here by hand, apart from the normaliser, so that the pages are held against the paper. */
export const printedRows: PrintedRow[] = readFileSync('data/dalian/edition.tsv', 'utf8')
  .trimEnd()
  .split(/\r?\n/)
  .slice(1)
  .map((line, index) => {
    const [district = '', name = '', office = '', mobile = ''] = line.split('\t');
    return { row: index + 1, district, name, office, mobile };
  });

export const printedNumbers = printedRows.flatMap(({ office, mobile }) => [office, mobile]).filter(Boolean);

/** The call link a printed number must have; null for the one that lost a digit. */
export function telOf(printed: string): string | null {
  if (/^1[3-9]\d{9}$/.test(printed)) return `tel:+86${printed}`;
  if (/^[2-8]\d{7}$/.test(printed)) return `tel:+86411${printed}`;
  return null;
}

export const TEL = /^tel:(?:\+86411[2-8]\d{7}|\+861[3-9]\d{9})(?:;ext=\d{1,6})?$/;
export const CITY_LINE = 'tel:+8641182804150';
