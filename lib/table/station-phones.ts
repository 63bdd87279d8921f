import { flagKind } from '../directory/flags.ts';
import { isAreaCode, isCountry, type PhoneContext } from '../directory/numbering.ts';
import type { Cell, Phone } from '../directory/records.ts';
import { foldText } from '../text/text.ts';
import { flagWords, phoneWords } from '../wording/normaliser.ts';
import {
  FAX_ROW,
  NAME_OUT_OF_SERVICE,
  REMARK_OF_ANOTHER,
  REMARK_OF_ROLE,
  REMARK_OUT_OF_SERVICE,
} from '../wording/printed.ts';
import type { NamedRow } from './districts.ts';
import type { OtherKind } from './heading-words.ts';
import { readDistrictLabel } from './names.ts';
import { type ParsedPhone, refused } from './phone/number.ts';
import { parseCell } from './phone/parse.ts';
import { isNoNumber, isPerson } from './phone/words.ts';
import { printedText } from './printed-text.ts';
import type { Raise } from './raise.ts';
import type { RecordRow } from './row-kinds.ts';

type PhoneRole = Phone['role'];
/** How a number came into its column. */
type Source = 'column' | 'unnamed_column' | 'unheaded_column' | 'name_cell' | 'district_cell' | 'other_cell';

interface FoundPhone {
  parsed: ParsedPhone;
  cell: Cell;
  role: PhoneRole;
  source: Source;
}

/** The numbers of one row, with what is to be said about each. */
export function readPhones(row: NamedRow, directory: string, context: PhoneContext, raise: Raise): Phone[] {
  const found = asNamed(withRemark(findNumbers(row, areaOf(row, context)), row), row);
  const count: Record<PhoneRole, number> = { office: 0, mobile: 0 };
  const phones = found.map((one) => {
    count[one.role] += 1;
    const id = `${row.id}-${one.role}-${count[one.role]}`;
    return makePhone(one, id, row, directory);
  });
  flagBlankCells(row, raise);
  flagUnknownColumns(row, context, raise);
  flagNotes(row, context, raise);
  if (found.length === 0) {
    raise({ rule: 'station.no_phone', station: row.id, row: row.record.row, evidence: [flagWords.noPhone] });
  }
  for (const [at, one] of found.entries()) flagPhone(one, phones, at, row, raise);
  return phones;
}

function findNumbers({ record, name }: NamedRow, context: PhoneContext): FoundPhone[] {
  const found: FoundPhone[] = [];
  const add = (printed: string, cell: Cell, role: PhoneRole | null, source: Source) => {
    // A cell of numbers is a spreadsheet's, whatever the rest of the file shows.
    const own = cell.type === 'number' ? { ...context, fromSpreadsheet: true } : context;
    for (const parsed of parseCell(printed, own, cell.type === 'formula')) {
      found.push({ parsed, cell, role: role ?? (parsed.kind === 'mobile' ? 'mobile' : 'office'), source });
    }
  };
  for (const number of readDistrictLabel(record.district, record.row).numbers) {
    if (record.district !== null) add(number, record.district, null, 'district_cell');
  }
  for (const number of name.numbers) if (record.name !== null) add(number, record.name, null, 'name_cell');
  for (const { cell, role, unheaded } of record.phones) {
    const printed = printedText(cell.raw);
    if (printed === null) continue;
    add(printed, cell, role, unheaded ? 'unheaded_column' : role === null ? 'unnamed_column' : 'column');
  }
  if (found.length === 0)
    for (const cell of strayNumbers(record, context)) add(cell.raw.trim(), cell, null, 'other_cell');
  return found;
}

/**
 * Whole numbers, and nothing else, in columns of something that is none: of a station without a number they are its own. A
 * remark or a person may have another's, and a fax is not called.
 */
const strayNumbers = ({ others }: RecordRow, context: PhoneContext): Cell[] =>
  others.flatMap(({ cell, kind }) => {
    const isOffered = kind === 'address' || kind === 'hours' || kind === 'post';
    return isOffered && WHOLE_NUMBER.test(cell.raw.trim()) && isSurelyWhole(cell.raw.trim(), kind, context)
      ? [cell]
      : [];
  });

/** With its area code, or a mobile: digits that need one may be hours, a house or a postcode. */
const isSurelyWhole = (printed: string, column: OtherKind, context: PhoneContext) =>
  parseCell(printed, context).some(({ tel, kind, areaCodeFrom }) => {
    const isWhole = areaCodeFrom !== 'notice' || (column !== 'post' && IN_ONE_PIECE.test(printed));
    return tel !== null && kind !== 'service' && isWhole;
  });
/** As no hour, house or postcode is written. */
const IN_ONE_PIECE = /^\d{7,8}$/;

const isCallable = (printed: string, context: PhoneContext) =>
  parseCell(printed, context).some(({ tel, kind }) => tel !== null && kind !== 'service');

/** What is said of a number out of use shows none of its digits. */
const withoutNumbers = (text: string) =>
  foldText(text)
    .replace(/\d[\d\s()-]{3,}\d/g, '…')
    .trim();

const LONGEST_WORD = 6;

/** Whether a remark with a number in it is of a number of the row, or says to call another instead. */
const saysOfOwn = (text: string, found: readonly FoundPhone[]) =>
  /改[拨打用]|请[拨打]/.test(text) || found.some(({ parsed }) => text.includes(foldText(parsed.printed)));

/** The area code that the row prints in a column of its own: what is no area code of the country leaves none. */
function areaOf({ record }: NamedRow, context: PhoneContext): PhoneContext {
  const cell = record.others.find(({ kind }) => kind === 'dialCode')?.cell;
  if (cell === undefined || printedText(cell.raw) === null) return context;
  const digits = foldText(cell.raw).replace(/\D/g, '');
  const isKnown = isCountry(context.country) && isAreaCode(digits, context.country);
  return { ...context, areaCode: isKnown ? digits : null };
}

/** A row whose name says that its number is a fax, or out of service. */
function asNamed(found: FoundPhone[], { name }: NamedRow): FoundPhone[] {
  const text = foldText(name.field.printed ?? '');
  if (FAX_ROW.test(text)) {
    return found.map((one) => ({
      ...one,
      parsed: { ...refused(one.parsed.printed, 'phone.invalid', ''), kind: 'fax', issues: [] },
    }));
  }
  if (!NAME_OUT_OF_SERVICE.test(text)) return found;
  return found.map((one) => {
    if (one.parsed.tel === null) return one;
    return { ...one, parsed: refused(one.parsed.printed, 'phone.not_public', phoneWords.inName(withoutNumbers(text))) };
  });
}

/** Numbers of which a remark of the row says that they are called no more. Which of several it means it may not say. */
function withRemark(found: FoundPhone[], { record }: NamedRow): FoundPhone[] {
  const remark = record.others.find(({ cell: { raw }, kind }) => {
    const text = foldText(raw);
    // A word alone says it wherever it stands.
    const isSaid = kind === 'note' || text.length <= LONGEST_WORD;
    const isOfAnother = /\d{5}/.test(text) ? !saysOfOwn(text, found) : REMARK_OF_ANOTHER.test(text);
    return isSaid && !isOfAnother && REMARK_OUT_OF_SERVICE.test(text);
  });
  if (remark === undefined) return found;
  const text = foldText(remark.cell.raw);
  const roles = (['office', 'mobile'] as const).filter((role) => REMARK_OF_ROLE[role].test(text));
  return found.map((one) => {
    if (one.parsed.tel === null || (roles.length > 0 && !roles.includes(one.role))) return one;
    const parsed = refused(
      one.parsed.printed,
      'phone.not_public',
      phoneWords.inRemark(withoutNumbers(remark.cell.raw)),
    );
    return { ...one, parsed };
  });
}

function makePhone({ parsed, cell, role }: FoundPhone, id: string, row: NamedRow, directory: string): Phone {
  const { printed, kind, e164, extension, tel, areaCodeFrom, note, namesPerson } = parsed;
  return {
    directory,
    id,
    station: row.id,
    role,
    kind,
    printed,
    cells: [cell],
    e164,
    extension,
    tel,
    areaCodeFrom,
    checked: null,
    ...(note !== undefined && { note }),
    ...(namesPerson && { namesPerson }),
  };
}

function flagBlankCells({ record, id }: NamedRow, raise: Raise): void {
  const fields = new Set(record.phones.map(({ role }) => role).filter((role) => role !== null));
  for (const field of fields) {
    const own = record.phones.filter(({ role }) => role === field).map(({ cell }) => cell);
    if (own.some((cell) => printedText(cell.raw) !== null && !isNoNumber(cell.raw))) continue;
    const printed = own.map((cell) => cell.raw.trim()).find((text) => text !== '' && !isPerson(text)) ?? null;
    const column = flagWords.column[field];
    const evidence = [printed === null ? flagWords.blankCell(column) : flagWords.markedBlank(column, printed)];
    const cells = own.filter(({ raw }) => !isPerson(raw));
    raise({ rule: 'phone.missing', station: id, row: record.row, field, cells, printed, evidence });
  }
}

/** A whole number in a column whose heading is not known: kept as it stands, offered to nobody, and said. */
function flagUnknownColumns({ record, id }: NamedRow, context: PhoneContext, raise: Raise): void {
  for (const { cell, kind } of record.others) {
    if (kind !== null) continue;
    const printed = cell.raw.trim();
    if (!WHOLE_NUMBER.test(printed) || !isCallable(printed, context)) continue;
    const about = { station: id, row: record.row, cells: [cell], printed, suggestion: CHECK_COLUMN };
    raise({ ...about, rule: 'phone.column_uncertain', evidence: [flagWords.unknownColumn(cell.col)] });
  }
}

/**
 * A number among remarks may be an old one, or somebody else's, and one beside a person's name is theirs: the clerk is
 * told, and nobody calls it.
 */
function flagNotes({ record, id }: NamedRow, context: PhoneContext, raise: Raise): void {
  for (const { cell, kind } of record.others) {
    if (kind !== 'note' && kind !== 'contact') continue;
    const number = numbersIn(cell.raw).find((one) => isCallable(one, context));
    if (number === undefined) continue;
    const printed = kind === 'note' ? cell.raw.trim() : number;
    const about = {
      station: id,
      row: record.row,
      cells: kind === 'note' ? [cell] : [],
      printed,
      suggestion: CHECK_COLUMN,
    };
    raise({ ...about, rule: 'phone.column_uncertain', evidence: [flagWords.noteNumber(cell.col, kind)] });
  }
}

/** Digits enough for a number inside a text, and no part of a code or an address of the web. */
const numbersIn = (text: string) => foldText(text).match(/(?<![\w./@-])[+(]?\d[\d\s()-]{5,}\d(?![\w/])/g) ?? [];
const WHOLE_NUMBER = /^[+(]?\d[\d\s()-]{5,20}\d$/;
const ASK = { action: 'ask_station', confidence: 'medium' } as const;
const CHECK_COLUMN = { action: 'check_column', confidence: 'medium' } as const;

function flagPhone(one: FoundPhone, phones: readonly Phone[], at: number, row: NamedRow, raise: Raise): void {
  const { parsed, cell, role, source } = one;
  const phone = phones[at];
  if (phone === undefined) return;
  const about = {
    station: row.id,
    phone: phone.id,
    row: row.record.row,
    field: role,
    cells: [cell],
    printed: parsed.printed,
  };
  const other = phones.find(({ tel, e164 }) => tel !== null && e164 !== phone.e164);
  for (const { rule, evidence } of parsed.issues) {
    const isError = flagKind(rule).severity === 'error';
    const more = isError && other !== undefined ? [flagWords.otherNumber(other.printed)] : [];
    const suggestion = isError && other !== undefined ? ASK : null;
    raise({ ...about, rule, evidence: [...evidence, ...more], suggestion });
  }
  // Of a row whose cells may have shifted that is said.
  if (source === 'other_cell' && row.record.unclear.length > 0) return;
  if (source === 'name_cell' || source === 'district_cell' || source === 'other_cell') {
    const evidence = [MISPLACED[source](cell.col)];
    raise({ ...about, rule: 'phone.column_mismatch', evidence, suggestion: CHECK_COLUMN });
  } else if (isColumnUncertain(one)) {
    const evidence = source === 'unheaded_column' ? [flagWords.unheaded] : [];
    raise({ ...about, rule: 'phone.column_uncertain', evidence, suggestion: CHECK_COLUMN });
  } else if (isOtherKind(parsed.kind, role)) {
    const evidence = [flagWords.wrongColumn(flagWords.kinds[parsed.kind], flagWords.column[role])];
    const right: PhoneRole = role === 'office' ? 'mobile' : 'office';
    if (phones.some((phone) => phone.role === right)) evidence.push(flagWords.otherInColumn(flagWords.column[right]));
    raise({ ...about, rule: 'phone.column_mismatch', evidence, suggestion: CHECK_COLUMN });
  }
}

const MISPLACED = {
  name_cell: () => flagWords.inNameCell,
  district_cell: () => flagWords.inDistrictCell,
  other_cell: flagWords.inOtherCell,
};

/** A service's number or a fax belongs to no column. */
const isColumnUncertain = ({ parsed: { kind }, source }: FoundPhone) =>
  kind !== 'service' && kind !== 'fax' && source === 'unheaded_column';

const isOtherKind = (kind: Phone['kind'], role: PhoneRole) =>
  (kind === 'mobile' && role === 'office') || (kind === 'fixed_line' && role === 'mobile');
