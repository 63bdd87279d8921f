import type { FlagRule } from '../directory/flags.ts';
import type { Flag, Phone, Station } from '../directory/records.ts';
import type { Normalised } from '../table/normalise.ts';
import type { ReadTable } from '../table/tables.ts';
import { showable } from '../text/text.ts';
import { widthOf } from '../text/width.ts';
import { flagWording, SEVERITY } from '../wording/flags.ts';
import { COLUMN_NAMES, phoneWords, reportWords } from '../wording/normaliser.ts';

/** The normaliser's result as a table that a person reads in a terminal, flags first. */

const WIDEST = 80;

/** A cell's text on one line: nothing in it may steer the terminal. */
function onOneLine(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '␣');
  const characters = [...shown];
  return characters.length > WIDEST ? `${characters.slice(0, WIDEST).join('')}…` : shown;
}

/** Rows of cells → lines with aligned columns; the first row is underlined. */
function alignColumns(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(onOneLine));
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** The whole report. Rows are joined at the end: a table of 50,000 rows is one text. */
export function formatReport(tables: Normalised): string {
  const { headings } = reportWords;
  const doubtful = (['error', 'warning'] as const).flatMap((severity) =>
    tables.flags.filter((flag) => flag.severity === severity),
  );
  const remarks = tables.flags.filter(({ severity }) => severity === 'info');
  const nameOf = new Map(tables.stations.map((station) => [station.id, station.name.value ?? reportWords.unnamed]));
  const blocks = [reportWords.flags(doubtful.length)];
  if (doubtful.length > 0) {
    const heading = [headings.row, headings.station, headings.severity, headings.flag, headings.evidence];
    blocks.push(alignColumns([heading, ...doubtful.flatMap((flag) => flagRows(flag, nameOf))]));
  }
  blocks.push(remarksBlock(remarks), ...tables.tables.map(columnsBlock), stationsBlock(tables));
  if (tables.setAside.length > 0) {
    const rows = tables.setAside.map(({ line, reason, cells }) => [
      String(line),
      reportWords.reasons[reason],
      cells.filter((cell) => cell.trim() !== '').join(' '),
    ]);
    blocks.push(
      reportWords.setAside(rows.length),
      alignColumns([[headings.line, headings.reason, headings.cells], ...rows]),
    );
  }
  if (tables.notes.length > 0) blocks.push(tables.notes.map(showable).join('\n'));
  blocks.push([reportWords.next, ...nextSteps(tables), reportWords.legend].join('\n'));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What somebody can do about what was found. */
function nextSteps({ flags, tables, encoding }: Normalised): string[] {
  const columns = tables[0]?.columns ?? [];
  const kinds = columns.map(({ kind }) => COLUMN_NAMES[kind]);
  return [
    ...(columns.some(({ why }) => why === 'content') ? [reportWords.sayColumns(kinds.join(','))] : []),
    ...(flags.some(({ evidence }) => evidence.includes(phoneWords.abbreviated)) ? [reportWords.sayAreaCode] : []),
    ...(!encoding.startsWith('utf') ? [reportWords.sayEncoding] : []),
    ...(flags.some(({ severity }) => severity === 'error') ? [reportWords.checkErrors] : []),
    reportWords.keep,
  ];
}

/** A flag, and each further sentence about it in a line of its own. */
function flagRows(flag: Flag, nameOf: ReadonlyMap<string, string>): string[][] {
  const { row, subject, severity, rule, evidence } = flag;
  const station = subject.record === null ? reportWords.edition : (nameOf.get(subject.record) ?? subject.record);
  const { title } = flagWording[rule as FlagRule];
  const [first = '', ...more] = evidence;
  const about = [row === null ? '' : String(row), station, SEVERITY[severity], title, first];
  return [about, ...more.map((one) => ['', '', '', '', one])];
}

/** Remarks by code, with their rows: there may be several on every record. */
function remarksBlock(remarks: readonly Flag[]): string {
  if (remarks.length === 0) return '';
  const lines = [...Map.groupBy(remarks, ({ rule }) => rule)].map(([rule, flags]) => {
    const rows = [...new Set(flags.flatMap(({ row }) => (row === null ? [] : [String(row)])))];
    const { title } = flagWording[rule as FlagRule];
    return [title, String(flags.length), rows.join(' ')];
  });
  const { remark, count, row } = reportWords.headings;
  return `${reportWords.remarks(remarks.length)}\n\n${alignColumns([[remark, count, row], ...lines])}`;
}

/** What the columns of a table were taken for, by what, and what their first rows hold. */
function columnsBlock({ sheet, lines, heading, columns }: ReadTable): string {
  const { headings } = reportWords;
  const rows = columns.map(({ at, printed, kind, why, first }) => [
    String(at),
    printed ?? '',
    reportWords.columnKinds[kind],
    reportWords.whys[why],
    first.join(' / '),
  ]);
  const head = [headings.column, headings.printed, headings.kind, headings.why, headings.first];
  const [from = 1, to = 1] = [columns[0]?.at, columns.at(-1)?.at];
  const which = from > 1 ? reportWords.columns(from, to) : '';
  return `${reportWords.table(sheet, lines, heading, which)}\n\n${alignColumns([head, ...rows])}`;
}

function stationsBlock({ stations, phones, districts, lineOf }: Normalised): string {
  const { headings } = reportWords;
  const phonesOf = Map.groupBy(phones, ({ station }) => station);
  const labels = new Map(districts.map(({ id, label }) => [id, label]));
  const callable = phones.filter(({ tel }) => tel !== null).length;
  const heading = [
    headings.row,
    headings.line,
    headings.district,
    headings.station,
    headings.office,
    headings.mobile,
    headings.id,
  ];
  const rows = stations.map((station) => [
    String(station.row),
    String(lineOf.get(station.row) ?? ''),
    ...stationCells(station, phonesOf.get(station.id) ?? [], labels),
  ]);
  return `${reportWords.stations(stations.length, phones.length, callable)}\n\n${alignColumns([heading, ...rows])}`;
}

function stationCells(station: Station, phones: readonly Phone[], labels: ReadonlyMap<string, string>): string[] {
  const inColumn = (role: Phone['role']) =>
    phones
      .filter((phone) => phone.role === role)
      .map(({ printed, tel }) => (tel === null ? `${reportWords.notCallable}${printed}` : printed))
      .join(' ');
  return [
    labels.get(station.district.value ?? '') ?? '',
    station.name.value ?? reportWords.unnamed,
    inColumn('office'),
    inColumn('mobile'),
    station.id,
  ];
}
