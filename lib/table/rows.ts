import type { Cell, SetAside } from '../directory/records.ts';
import { foldText } from '../text/text.ts';
import { REMARKS_HEAD, SERVICE_NAME, SPEAKS_FOR_OTHERS, simplify, TOTAL_COUNT } from '../wording/printed.ts';
import { headingBelow, type Learnt, learntFrom } from './further-headings.ts';
import type { Line } from './grid.ts';
import { furtherDepth, type Heading } from './headings.ts';
import { judge, type Place, type Verdict } from './judge-line.ts';
import { isSameLayout, type Layout } from './layout.ts';
import { hasNumber, readSection, type SectionLabel } from './marks.ts';
import { foldName } from './names.ts';
import { printedText } from './printed-text.ts';
import { cellAt, readRecord } from './read-record.ts';
import type { BreakRow, ClassifiedRows, DistrictRow, RecordRow, TableLayout, TableRow } from './row-kinds.ts';
import { keyOf, sectionAbove } from './section-above.ts';
import { charactersOf } from './table-character.ts';

const textsOf = ({ cells }: Line) => cells.flatMap((cell) => printedText(cell) ?? []);

/**
 * Sorts every line into records, district rows and rows set aside with a reason. Nothing is dropped.
 *
 * @param after the last row and table of the sheets above, where a file has several
 */
export function classifyRows(
  lines: readonly Line[],
  heading: Heading,
  edition: string,
  after = { row: 0, table: 0, isBeside: false },
): ClassifiedRows {
  const classifier = new Classifier(lines, heading, edition, after);
  for (const index of lines.slice(heading.next).keys()) classifier.take(index);
  return classifier.finish();
}

/** Takes the lines below a heading one by one. */
class Classifier {
  readonly #heading: Heading;
  readonly #body: readonly Line[];
  readonly #headings: readonly (readonly string[])[];
  readonly #learnt: Learnt;
  /** The last row of the sheets above. */
  readonly #after: number;
  readonly #rows: TableRow[] = [];
  readonly #setAside: SetAside[];
  readonly #tables: TableLayout[];
  readonly #endings = new Map<number, string | null>();
  #place: Place;
  /** The first line behind a heading of several. */
  #behind = 0;

  constructor(
    lines: readonly Line[],
    heading: Heading,
    edition: string,
    after: { row: number; table: number; isBeside: boolean },
  ) {
    const table = after.table + 1;
    [this.#heading, this.#after] = [heading, after.row];
    this.#body = lines.slice(heading.next);
    this.#headings = lines.slice(heading.first, heading.next).map(({ cells }) => cells);
    this.#learnt = learntFrom(heading, this.#headings.flat());
    const over = lines.slice(0, heading.first);
    const { section, own } = sectionOver(lines, heading, table, after);
    if (section !== null) this.#rows.push(section);
    const titles = over.filter((line) => line !== own).map(({ cells }) => cells);
    this.#setAside = over.map((line) => {
      const reason = line === own ? 'district_heading' : 'title';
      return { row: 0, line: line.line, cells: [...line.cells], reason };
    });
    const headingLine = heading.next > heading.first ? (lines[heading.first]?.line ?? 1) : null;
    this.#tables = [{ table, heading: headingLine, layout: heading }];
    this.#place = {
      ...{ edition, table, first: table, layout: heading, merged: new Map<string, Cell>(), inRemarks: false },
      above: new Set([...titles, ...this.#headings].map(keyOf)),
      ...charactersOf(this.#body, heading),
    };
  }

  take(index: number): void {
    const own = this.#body[index];
    if (own === undefined) return;
    const row = this.#after + index + 1;
    if (index < this.#behind) {
      this.#putAside(own, row, 'repeated_heading');
      return;
    }
    if (own.as !== undefined) {
      this.#takeAs(own.as, own, row);
      return;
    }
    this.#rows.push(...hiddenLabels(own, row, this.#place));
    const again = isAsAbove(own.cells, this.#place) ? 'repeated' : headingAt(this.#body, index, this.#learnt);
    if (again !== null && again !== 'repeated') this.#beginTable(again, index, own, row);
    this.#endings.set(this.#place.table, this.#place.ending);
    const next = this.#body[index + 1]?.cells;
    const isHeading = again !== null;
    const verdict = isHeading
      ? ({ reason: 'repeated_heading' } as const)
      : judge(own.cells, this.#place, next === undefined ? null : headingBelow([next], this.#learnt));
    const isHead = verdict !== null && REMARKS_HEAD.test(simplify(keyOf(own.cells)));
    this.#place = { ...this.#place, inRemarks: isHead || (this.#place.inRemarks && verdict !== null) };
    if (verdict === null) this.#rows.push(readRecord(own, row, this.#place));
    else this.#follow(verdict, own, row);
  }

  /** As somebody said. A line that is set aside so says nothing of those below. */
  #takeAs(as: NonNullable<Line['as']>, own: Line, row: number): void {
    this.#endings.set(this.#place.table, this.#place.ending);
    if (as === 'record') this.#rows.push({ ...readRecord(own, row, this.#place), isSettled: true });
    else if (as === 'aside') this.#putAside(own, row, 'footnote');
    else {
      const section = asSection(own);
      // Not `#follow`: alone in a column such as the address it is no rest of the cell above either.
      this.#speak({ reason: 'district_heading', below: { section, isDoubtful: false } }, own, row);
    }
  }

  finish(): ClassifiedRows {
    setAsideService(this.#rows, this.#setAside, this.#body, this.#after);
    return {
      ...{ rows: this.#rows, setAside: this.#setAside, tables: this.#tables, endings: this.#endings },
      ...{ guesses: this.#heading.guesses, headings: this.#headings.flat() },
    };
  }

  /** A heading: of another table where it names other columns. A label right above it is that table's, or its title. */
  #beginTable(layout: Layout, index: number, { line }: Line, row: number): void {
    this.#behind = index + furtherDepth(this.#body, index, 1);
    if (isSameLayout(layout, this.#place.layout)) return;
    const own = charactersOf(untilHeading(this.#body, index + 1, this.#learnt), layout);
    const table = this.#place.table + 1;
    this.#place = { ...this.#place, ...own, table, layout };
    this.#tables.push({ table, heading: line, layout });
    const label = this.#rows.at(-1);
    if (label?.kind !== 'district' || label.row !== row - 1) return;
    const isTitle = layout.columns.some(({ field }) => field === 'district');
    this.#rows.splice(-1, 1, ...(isTitle ? [] : [{ ...label, table }]));
  }

  #follow(verdict: Verdict, own: Line, row: number): void {
    const rest = restOfCell(own, row, this.#rows.at(-1), this.#place);
    if (rest !== null) {
      this.#rows[this.#rows.length - 1] = rest;
      this.#putAside(own, row, 'continuation');
      return;
    }
    this.#speak(verdict, own, row);
  }

  /** Sets a line aside, with what it says of others. */
  #speak(verdict: Verdict, own: Line, row: number): void {
    this.#putAside(own, row, verdict.reason);
    if (verdict.above !== undefined) putOverGroup(this.#rows, verdict.above, own, row, this.#place);
    this.#rows.push(...said(verdict, own, row, this.#place));
  }

  #putAside({ line, cells }: Line, row: number, reason: SetAside['reason']): void {
    this.#setAside.push({ row, line, cells: [...cells], reason });
  }
}

/** What a line says as a label, where somebody says that it is one. */
function asSection(own: Line): SectionLabel {
  const text = textsOf(own).join(' ');
  return readSection(text) ?? { label: text, isMarked: true, isUnit: false, isSeveral: false, count: null };
}

/** The label over the first group, and its line: as somebody said, or as it looks. */
function sectionOver(
  lines: readonly Line[],
  heading: Heading,
  table: number,
  after: { row: number; isBeside: boolean },
): { section: DistrictRow | null; own: Line | undefined } {
  const over = lines.slice(0, heading.first);
  const said = over.findLast(({ as }) => as === 'section');
  if (said !== undefined) {
    const label = { section: asSection(said), isDoubtful: false, text: textsOf(said).join(' ') };
    return { section: { kind: 'district', row: after.row, table, district: null, ...label }, own: said };
  }
  const own = over.at(-1);
  const section = own?.as === undefined ? sectionAbove(lines, heading, table, after) : null;
  return { section, own: section === null ? undefined : own };
}

/** A line of the heading, or above it, printed again. Behind another table's heading it begins a table anew. */
const isAsAbove = (cells: readonly string[], { above, table, first }: Place) =>
  table === first && above.has(keyOf(cells)) && !cells.some(hasNumber);

/** The publisher's own lines at the foot of a table are no stations, also where their number stands in its column. */
function setAsideService(rows: TableRow[], setAside: SetAside[], body: readonly Line[], after: number): void {
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const last = rows[at];
    if (last?.kind === 'break') continue; // a text behind it, which was set aside
    if (last?.kind !== 'record' || last.isSettled) return;
    const name = foldName(last.name?.raw ?? '');
    const isOwn = last.district === null || printedText(last.district.raw) === null;
    const line = body[last.row - after - 1];
    if (!isOwn || line === undefined || !SERVICE_NAME.test(name)) return;
    rows.splice(at, 1);
    setAside.push({ row: last.row, line: line.line, cells: [...line.cells], reason: 'footnote' });
  }
}

/** What the line at `index` says as a heading, with the lines that go on with it. */
function headingAt(body: readonly Line[], index: number, learnt: Learnt): ReturnType<typeof headingBelow> {
  const cells = body[index]?.cells ?? [];
  const alone = headingBelow([cells], learnt);
  if (alone === null || alone === 'repeated') return alone;
  const whole = body.slice(index, index + furtherDepth(body, index, 1)).map((line) => line.cells);
  return whole.length > 1 ? headingBelow(whole, learnt) : alone;
}

/** The lines up to the next heading: each is looked at for one table only. */
function untilHeading(body: readonly Line[], from: number, learnt: Learnt): readonly Line[] {
  let end = from;
  while (end < body.length && headingBelow([body[end]?.cells ?? []], learnt) === null) end += 1;
  return body.slice(from, end);
}

/**
 * The record above with a text that stands alone below it in a column such as the address: the second line of its cell.
 * Null where the text is anything else.
 */
function restOfCell(own: Line, row: number, above: TableRow | undefined, place: Place): RecordRow | null {
  const [at, ...more] = own.cells.flatMap((cell, at) => (printedText(cell) === null ? [] : [at]));
  const kind = at === undefined ? undefined : place.layout.others.get(at);
  const isOfOthers = SPEAKS_FOR_OTHERS.test(own.cells[at ?? 0] ?? '');
  const isRest = !isOfOthers && (kind === 'address' || kind === 'hours' || kind === 'note');
  if (at === undefined || more.length > 0 || !isRest || above?.kind !== 'record' || above.row !== row - 1) return null;
  return { ...above, others: [...above.others, { cell: cellAt(place, own, row, at), kind }] };
}

/** A label in a hidden row: what stands below may be of it, or of the one that can be seen. */
function hiddenLabels({ hiddenAbove = [], merged }: Line, row: number, { table, layout }: Place): BreakRow[] {
  const at = layout.columns.find(({ field }) => field === 'district')?.at ?? -1;
  // A merged cell has its text in the first row that can be seen.
  const text = hiddenAbove.map((cells) => printedText(cells[at] ?? '')).find((label) => label !== null);
  if (text === undefined || text === null || merged?.has(at)) return [];
  return [{ kind: 'break', row, table, why: 'hidden', text, count: null }];
}

/** A label at the foot of a group, as one over it; what comes below is another group. */
function putOverGroup(rows: TableRow[], section: SectionLabel, own: Line, row: number, place: Place): void {
  const { table } = place;
  const text = textsOf(own).join(' ');
  const first = rows.findLastIndex((one) => one.kind !== 'record' || one.table !== table) + 1;
  rows.splice(first, 0, { kind: 'district', row, table, district: null, text, section, isDoubtful: section.isSeveral });
  rows.push({ kind: 'break', row, table, why: 'total', text, count: null });
}

/** What a line that is set aside says of those below. */
function said({ below }: Verdict, own: Line, row: number, place: Place): TableRow[] {
  if (below === undefined) return [];
  const at = own.cells.findIndex((cell) => printedText(cell) !== null);
  const cell = cellAt(place, own, row, at);
  const { table } = place;
  if (typeof below === 'string') {
    const text = below === 'total' ? textsOf(own).join(' ') : cell.raw.trim();
    const count = below === 'total' ? Number(TOTAL_COUNT.exec(foldText(text))?.[1] ?? Number.NaN) : Number.NaN;
    return [{ kind: 'break', row, table, why: below, text, count: Number.isNaN(count) ? null : count }];
  }
  return [{ kind: 'district', row, table, district: cell, text: cell.raw.trim(), ...below }];
}
