import type { Cell, SetAside } from '../directory/records.ts';
import type { OtherKind } from './heading-words.ts';
import type { Column, Layout } from './layout.ts';
import type { SectionLabel } from './marks.ts';

/** What the lines of a table are taken for. */

/** A number's cell; `role` is null where the column does not say which kind of number it holds. */
export interface PhoneCell {
  cell: Cell;
  role: 'office' | 'mobile' | null;
  /** The cell lies in a column without a heading. */
  unheaded: boolean;
}

/** A cell that is kept as printed; `kind` is null where the heading of its column is not known. */
export interface OtherCell {
  cell: Cell;
  kind: OtherKind | null;
}

/** A row of the table that is a record, its cells by what they hold. Absent cells are null. */
export interface RecordRow {
  kind: 'record';
  row: number;
  /** In its file, from 1. */
  line: number;
  /** Counted from 1: a heading with other columns begins another table. */
  table: number;
  district: Cell | null;
  name: Cell | null;
  phones: PhoneCell[];
  others: OtherCell[];
  /** Cells of the heading, of this line, and those filled behind the heading's last one. */
  width: number;
  given: number;
  beyond: number;
  /** The end of a name whose cell was cut in two, from the line below. */
  nameTail: Cell | null;
  /** Why it is not clear what the row says. */
  unclear: string[];
  /** It has more or fewer cells than the heading: its label may be something else. */
  isRagged: boolean;
  /** Its cells may have shifted: what stands for name and district is kept as printed and taken for neither. */
  isShifted: boolean;
  /** Somebody said that it is a station: its cells are those of their columns. */
  isSettled?: true;
}
/** A row that only names the district of those below. */
export interface DistrictRow {
  kind: 'district';
  row: number;
  table: number;
  /** Null where it stands above the table's first heading, and so in none of its rows. */
  district: Cell | null;
  /** As printed. */
  text: string;
  section: SectionLabel;
  /** Whether it may be something else than the label of those below. */
  isDoubtful: boolean;
}
/** A row after which the label above no longer speaks for those below: a total, or a text that was not understood. */
export interface BreakRow {
  kind: 'break';
  row: number;
  table: number;
  why: 'total' | 'not_understood' | 'hidden';
  text: string;
  /** How many stations it says there are. */
  count: number | null;
}
export type TableRow = RecordRow | DistrictRow | BreakRow;
/** Where a table begins, and what its columns are. */
export interface TableLayout {
  table: number;
  /** The line of its heading; null where it has none. */
  heading: number | null;
  layout: Layout;
}
export interface ClassifiedRows {
  rows: TableRow[];
  setAside: SetAside[];
  tables: TableLayout[];
  /** Columns of which only what stands in them says what they are. */
  guesses: readonly Column[];
  /** The cells of the heading. */
  headings: readonly string[];
  /** The last character that most names of a table share. */
  endings: ReadonlyMap<number, string | null>;
}
