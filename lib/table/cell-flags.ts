import type { Cell, Flag } from '../directory/records.ts';
import { hasMarkup, hasUnseen, INVISIBLE, isFormula, startsUnseen } from '../text/text.ts';
import { flagWords } from '../wording/normaliser.ts';
import { aboutName, type NamedRow } from './districts.ts';
import { tidyName } from './names.ts';
import { printedText } from './printed-text.ts';
import type { Raise, Raised } from './raise.ts';
import { isSpanned } from './spanned.ts';

/** A name or a number has no business being longer. */
const LONGEST_CELL = 200;
/** How much of a long cell stands in a flag; the record keeps all of it. */
const EXCERPT = 80;

type CellField = Flag['subject']['field'];

/** What can be said of a row's cells by their text alone. */
export function flagCells(row: NamedRow, raise: Raise): void {
  const { record, name, id } = row;
  const check = (cell: Cell | null, field: CellField) => {
    // Of a cell merged over several rows it is said once.
    if (cell === null || isSpanned(cell, record.row)) return;
    const printed = cell.raw.trim();
    if (printed === '') return;
    const about = { station: id, row: record.row, field, cells: [cell], printed: excerpt(printed) };
    if (cell.type === 'formula') raise({ ...about, rule: 'cell.formula', evidence: [flagWords.calculated] });
    // Of a number it is said with the number that invisible characters were dropped.
    const isNumber = field === 'office' || field === 'mobile' || record.phones.some((one) => one.cell === cell);
    const seen = isNumber ? cell.raw.replace(INVISIBLE, '') : cell.raw;
    for (const { rule, evidence } of oddities(seen)) raise({ ...about, rule, evidence: [evidence] });
    if (printedText(cell.raw) === null) return;
    const tidy = tidyName(printed);
    if ((field === 'district' || field === 'name') && tidy !== printed && !hasUnseen(printed)) {
      raise({ ...about, rule: 'text.normalised', evidence: [flagWords.folded(excerpt(tidy))] });
    }
  };
  check(record.district, 'district');
  check(record.name, 'name');
  for (const { cell, role } of record.phones) check(cell, role);
  for (const { cell } of record.others) check(cell, null);
  const about = aboutName(row);
  if (record.unclear.length > 0) {
    const cells = [record.district, record.name].filter((cell) => cell !== null);
    raise({ rule: 'row.unclear', station: id, row: record.row, cells, evidence: record.unclear });
  }
  if (record.nameTail !== null) {
    const { row, raw } = record.nameTail;
    raise({ ...about, rule: 'text.normalised', evidence: [flagWords.joinedName(row, raw.trim())] });
  }
  if (name.field.value === null && !record.isShifted) {
    raise({ ...about, rule: 'station.missing', evidence: [flagWords.nameMissing(blankColumns(record))] });
  }
  if (name.aliases.length > 0) {
    raise({ ...about, rule: 'station.name_variant', evidence: name.aliases.map((alias) => flagWords.alias(alias)) });
  }
}

/** Cut between characters, never inside one. */
const excerpt = (text: string) =>
  text.length > EXCERPT ? `${[...text.slice(0, EXCERPT * 2)].slice(0, EXCERPT).join('')}…` : text;

function oddities(raw: string): { rule: Raised['rule']; evidence: string }[] {
  return [
    ...(isFormula(raw) || startsUnseen(raw) ? [{ rule: 'cell.formula' as const, evidence: flagWords.formula }] : []),
    ...(hasMarkup(raw) ? [{ rule: 'cell.markup' as const, evidence: flagWords.markup }] : []),
    ...(hasUnseen(raw) ? [{ rule: 'cell.control_char' as const, evidence: flagWords.control }] : []),
    ...(raw.length > LONGEST_CELL ? [{ rule: 'cell.too_long' as const, evidence: flagWords.long(raw.length) }] : []),
  ];
}

function blankColumns({ district, name, phones }: NamedRow['record']): string[] {
  const isBlank = (cell: Cell | null) => cell !== null && printedText(cell.raw) === null;
  return [
    ...(isBlank(district) ? [flagWords.column.district] : []),
    ...(isBlank(name) ? [flagWords.column.name] : []),
    ...phones.flatMap(({ cell, role }) => (isBlank(cell) && role !== null ? [flagWords.column[role]] : [])),
  ];
}
