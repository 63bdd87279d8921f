import { missingDigit } from '../phone/candidates.ts';
import { flagWords } from '../wording/normaliser.ts';
import type { NamedRow, ResolvedDistrict } from './districts.ts';
import type { Raised } from './raise.ts';
import type { Phone } from './records.ts';
import type { RecordRow } from './rows.ts';

const MOBILE_LENGTH = 11;
const MOST_NAMED = 5;
const nationalMobile = (phone: Phone) => phone.e164?.slice(-MOBILE_LENGTH) ?? '';

/** What only shows when rows are held against one another: numbers and rows that are printed twice. */
export function flagAcrossRows(
  rows: readonly NamedRow[],
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  phones: readonly Phone[],
  raise: (flag: Raised) => void,
): void {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  flagShared(phones, rowById, raise);
  flagRepeated(rows, resolved, raise);
}

const nameOf = ({ name, record }: NamedRow) => name.field.value ?? flagWords.unnamed(record.row);

function flagShared(
  phones: readonly Phone[],
  rowById: ReadonlyMap<string, NamedRow>,
  raise: (flag: Raised) => void,
): void {
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
        evidence: [flagWords.shared(others.map((other) => ({ name: nameOf(other), row: other.record.row })))],
        ...(row === undefined ? {} : { row: row.record.row }),
      });
    }
  }
}

function flagRepeated(
  rows: readonly NamedRow[],
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  raise: (flag: Raised) => void,
): void {
  const firstRow = new Map<string, number>();
  const firstStation = new Map<string, number>();
  for (const { record, name, id } of rows) {
    const district = resolved.get(record)?.district?.id ?? '';
    const whole = JSON.stringify([
      district,
      ...record.cells.map((cell) => cell.trim()).slice(record.district?.col ?? 0),
    ]);
    const station = JSON.stringify([district, name.field.value]);
    const about = {
      station: id,
      row: record.row,
      field: 'name' as const,
      printed: name.field.printed,
      cells: name.field.cells,
    };
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

/**
 * Evidence for a mobile number that lacks a digit: what the rest of its column looks like, how many numbers it may have
 * been, and whose number one of them is. Counted, never chosen from.
 */
export function shortMobileEvidence(phone: Phone, phones: readonly Phone[], rows: readonly NamedRow[]): string[] {
  const digits = phone.printed.normalize('NFKC').replace(/\D/g, '');
  if (digits.length !== MOBILE_LENGTH - 1) return [];
  const column = phones.filter(({ id, role }) => role === phone.role && id !== phone.id);
  const whole = column.filter(({ kind }) => kind === 'mobile').length;
  const mobiles = phones.filter(({ kind }) => kind === 'mobile');
  const { candidates, block, inBlock } = missingDigit(digits, mobiles.map(nationalMobile));
  const owners = mobiles.filter((mobile) => candidates.includes(nationalMobile(mobile)));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return [
    ...(column.length > 0 && whole === column.length
      ? [flagWords.othersComplete(flagWords.column[phone.role], whole, MOBILE_LENGTH)]
      : []),
    block === null
      ? flagWords.candidatesAlone(candidates.length)
      : flagWords.candidates(candidates.length, block, inBlock.length),
    ...owners.flatMap((owner) => {
      const row = rowOf.get(owner.station);
      return row === undefined ? [] : [flagWords.candidateTaken(nationalMobile(owner), nameOf(row), row.record.row)];
    }),
  ];
}
