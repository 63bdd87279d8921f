import { effectOf } from '../directory/flags.ts';
import type { Cell, Flag, Phone } from '../directory/records.ts';
import { lacksDigits, type NumberingPlan } from '../text/numbering-plan.ts';
import { flagWords } from '../wording/normaliser.ts';
import { aboutName, type NamedRow, type ResolvedDistrict } from './districts.ts';
import { foldName } from './names.ts';
import { missingDigit } from './phone/missing-digit.ts';
import type { Raise } from './raise.ts';
import type { RecordRow } from './row-kinds.ts';

const MOST_NAMED = 5;

const placeOf = (row: NamedRow) => ({ name: nameOf(row), row: row.record.row });
const nameOf = ({ name, record }: NamedRow) => name.field.value ?? flagWords.unnamed(record.row);

/** Numbers that several stations have. */
export function flagShared(phones: readonly Phone[], rows: readonly NamedRow[], raise: Raise): void {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const callable = phones.filter(({ tel }) => tel !== null);
  for (const same of Map.groupBy(callable, ({ tel }) => tel).values()) {
    const stations = [...new Set(same.map(({ station }) => station))];
    if (stations.length < 2) continue;
    // A number shared by very many rows names the first few of the others.
    const first = stations.slice(0, MOST_NAMED + 1).flatMap((station) => rowById.get(station) ?? []);
    for (const phone of same) {
      const others = first.filter(({ id }) => id !== phone.station).slice(0, MOST_NAMED);
      const row = rowById.get(phone.station);
      raise({
        rule: 'phone.shared',
        station: phone.station,
        phone: phone.id,
        field: phone.role,
        cells: phone.cells,
        printed: phone.printed,
        evidence: [flagWords.shared(others.map(placeOf), stations.length - 1)],
        ...(row === undefined ? {} : { row: row.record.row }),
      });
    }
  }
}

/** Numbers whose cell is merged over several rows: one number, printed once, for all of them. */
export function flagMerged(phones: readonly Phone[], rows: readonly NamedRow[], raise: Raise): void {
  const rowById = new Map(rows.map((row) => [row.id, row.record.row]));
  for (const [cell, same] of Map.groupBy(phones, ({ cells }) => cells[0])) {
    const covered = same.map(({ station }) => rowById.get(station) ?? 0);
    if (cell === undefined || new Set(covered).size < 2) continue;
    const evidence = [flagWords.merged(Math.min(...covered), Math.max(...covered))];
    for (const [at, { station, id, role, printed, cells }] of same.entries()) {
      const about = { station, phone: id, row: covered[at] ?? cell.row, field: role, printed, cells };
      raise({ ...about, rule: 'phone.cell_merged', evidence });
    }
  }
}

/** A running number tells two equal rows apart only by their place. */
const RUNNING_NUMBER = /^\d{1,5}$/;

/** All that a row says beside its district. */
function textsOf({ name, phones, others }: RecordRow): string[] {
  const text = (cell: Cell) => cell.raw.trim();
  return [
    ...(name === null ? [] : [text(name)]),
    ...phones.map(({ cell }) => text(cell)),
    ...others.map(({ cell }) => text(cell)).filter((other) => !RUNNING_NUMBER.test(other)),
  ];
}

/** Rows and stations that are printed twice. */
export function flagRepeated(
  rows: readonly NamedRow[],
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  raise: Raise,
): void {
  const firstRow = new Map<string, number>();
  const firstStation = new Map<string, number>();
  for (const row of rows) {
    const { record, name } = row;
    const district = resolved.get(record)?.district?.id ?? '';
    const whole = JSON.stringify([district, ...textsOf(record)]);
    const station = JSON.stringify([district, foldName(name.field.value ?? '')]);
    const about = aboutName(row);
    const [sameRow, sameStation] = [firstRow.get(whole), firstStation.get(station)];
    if (sameRow !== undefined) {
      raise({ ...about, rule: 'row.duplicate', evidence: [flagWords.duplicateRow(sameRow)] });
    } else if (sameStation !== undefined && name.field.value !== null) {
      raise({ ...about, rule: 'station.duplicate', evidence: [flagWords.duplicateStation(sameStation)] });
    }
    if (sameRow === undefined) firstRow.set(whole, record.row);
    if (sameStation === undefined) firstStation.set(station, record.row);
  }
}

/** The last so many short numbers are flagged without counting: in a broken column the first say it all. */
const MOST_COUNTED = 20;

/**
 * Adds to the flags of mobile numbers that lack a digit: what the rest of the column looks like, how many numbers each
 * may have been, and whose number one of them is. Counted, never chosen from.
 */
export function explainShortMobiles(
  flags: readonly Flag[],
  phones: readonly Phone[],
  rows: readonly NamedRow[],
  plan: NumberingPlan,
): void {
  const isOneShort = (printed: string) => lacksDigits(plan, digitsOf(printed), 1);
  const short = flags.filter(({ code, printed }) => effectOf(code).lacksDigits && isOneShort(printed ?? ''));
  if (short.length === 0) return;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const mobiles = phones.filter(({ kind }) => kind === 'mobile');
  const owners = Map.groupBy(mobiles, ({ e164 }) => e164?.slice(-plan.mobileLength) ?? '');
  const numbers = [...owners.keys()];
  for (const flag of short.slice(0, MOST_COUNTED)) {
    const { candidates, block, inBlock } = missingDigit(digitsOf(flag.printed ?? ''), numbers, plan);
    const column = phones.filter(({ role, id }) => role === flag.subject.field && id !== flag.subject.phone);
    const isWhole = column.length > 0 && column.every(({ kind }) => kind === 'mobile');
    const name = flag.subject.field === 'office' ? flagWords.column.office : flagWords.column.mobile;
    const taken = candidates.flatMap((number) => {
      const stations = [...new Set((owners.get(number) ?? []).map(({ station }) => station))];
      const named = stations.slice(0, MOST_NAMED).flatMap((station) => rowOf.get(station) ?? []);
      return named.length === 0 ? [] : [flagWords.candidateTaken(number, named.map(placeOf), stations.length)];
    });
    flag.evidence.splice(
      1,
      0,
      ...(isWhole ? [flagWords.othersComplete(name, column.length, plan.mobileLength)] : []),
      block === null
        ? flagWords.candidatesAlone(candidates.length)
        : flagWords.candidates(candidates.length, block, inBlock.length),
      ...taken,
    );
  }
}

const digitsOf = (printed: string) => printed.normalize('NFKC').replace(/\D/g, '');
