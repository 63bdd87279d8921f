import { flagWords } from '../wording/normaliser.ts';
import type { NamedRow, ResolvedDistrict } from './districts.ts';
import type { Division, DivisionIndex } from './divisions.ts';
import type { Raised } from './raise.ts';
import type { AdminCandidate, AlsoFoundUnder, District } from './records.ts';
import type { RecordRow } from './rows.ts';

/** How a station's name fits the published divisions. Candidates and doubts only, never a fact about the station. */
export interface Reconciled {
  adminCandidates: AdminCandidate[];
  alsoFoundUnder: AlsoFoundUnder[];
  /** County-level units in which a street or town of the name lies, none of them the district's. */
  clashes: string[];
  /** The divisions behind the clashes. */
  clashing: Division[];
}

const CHECK_DISTRICT = { action: 'check_district', confidence: 'low' } as const;

/** Compares every station with the divisions, then looks at neighbouring rows for labels that may stand on the wrong row. */
export function reconcile(
  rows: readonly NamedRow[],
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  districts: readonly District[],
  divisions: DivisionIndex | null,
  raise: (flag: Raised) => void,
): Map<RecordRow, Reconciled> {
  const found = new Map<RecordRow, Reconciled>();
  for (const row of rows) {
    const place = resolved.get(row.record);
    const reconciled: Reconciled =
      divisions === null || place === undefined
        ? { adminCandidates: [], alsoFoundUnder: [], clashes: [], clashing: [] }
        : compare(row, place, divisions, raise);
    for (const county of reconciled.clashes) addDistrict(reconciled, districtOf(county, districts), 'same_name_street');
    addDistrict(reconciled, place?.beside ?? null, 'printed_beside');
    found.set(row.record, reconciled);
  }
  if (divisions !== null) {
    flagBlankRuns(rows, resolved, found, divisions, raise);
    flagBesideUnnamed(rows, resolved, found, divisions, raise);
  }
  return found;
}

function addDistrict(
  { alsoFoundUnder }: Reconciled,
  district: District | null,
  reason: AlsoFoundUnder['reason'],
): void {
  if (district === null || alsoFoundUnder.some((one) => one.district === district.id)) return;
  alsoFoundUnder.push({ district: district.id, reason });
}

/** The district that stands for a county-level unit by its name; a functional area inside it does not. */
function districtOf(county: string, districts: readonly District[]): District | null {
  const stands = ({ code, relation }: AdminCandidate) => code === county && relation !== 'functional_area';
  return districts.find(({ adminCandidates }) => adminCandidates.some(stands)) ?? null;
}

const countiesOf = (district: District | null) => district?.adminCandidates.map(({ code }) => code) ?? [];

function candidate(division: Division, relation: AdminCandidate['relation']): AdminCandidate {
  return { code: division.code, name: division.name, relation };
}

function compare(
  { record, name, id }: NamedRow,
  { field, district }: ResolvedDistrict,
  divisions: DivisionIndex,
  raise: (flag: Raised) => void,
): Reconciled {
  const none: Reconciled = { adminCandidates: [], alsoFoundUnder: [], clashes: [], clashing: [] };
  const own = name.field.value;
  const counties = countiesOf(district);
  if (own === null || district === null) return none;
  const county = divisions.county(own);
  if (county !== null) return { ...none, adminCandidates: [candidate(county, 'suffix_dropped')] };
  const about = {
    station: id,
    row: record.row,
    field: 'district' as const,
    printed: field.printed,
    cells: [...name.field.cells, ...field.cells],
  };
  const { key, found } = divisions.streetsOrTowns(own);
  const inOwn = divisions.within(key, counties);
  const strong = found.filter((division) => !counties.includes(division.county));
  if (found.length > 0) {
    const all = [...new Set([...found, ...(strong.length > 0 ? inOwn : [])])];
    const adminCandidates = all.map((one) => candidate(one, one.name.startsWith(own) ? 'same_name' : 'same_stem'));
    if (strong.length === 0 || counties.length === 0) return { ...none, adminCandidates };
    const places = (list: readonly Division[]) =>
      list.map((one) => flagWords.placeIn(one.name, divisions.countyNamed(one.county)));
    if (inOwn.length > 0) {
      const evidence = [flagWords.ambiguous(places([...strong, ...inOwn]))];
      raise({ ...about, rule: 'district.admin_ambiguous', evidence, suggestion: CHECK_DISTRICT });
    } else {
      const words = field.how === 'inherited' ? flagWords.clashInherited : flagWords.clash;
      const evidence = strong.map((one) => words(one.name, divisions.countyNamed(one.county), district.label));
      raise({ ...about, rule: 'district.admin_mismatch/same_name', evidence, suggestion: CHECK_DISTRICT });
    }
    return { ...none, adminCandidates, clashing: strong, clashes: [...new Set(strong.map((one) => one.county))] };
  }
  return { ...none, adminCandidates: compareCommunity(own, counties, about, divisions, raise) };
}

/** A community counts only where the whole city has one of that stem, and then as a remark. */
function compareCommunity(
  own: string,
  counties: readonly string[],
  about: Omit<Raised, 'rule' | 'evidence'>,
  divisions: DivisionIndex,
  raise: (flag: Raised) => void,
): AdminCandidate[] {
  const community = divisions.onlyCommunity(own);
  if (community === null || counties.length === 0) return [];
  if (!counties.includes(community.county)) {
    const evidence = [flagWords.place(community.name, divisions.countyNamed(community.county))];
    raise({ ...about, rule: 'district.admin_mismatch/same_stem', evidence });
  }
  return [candidate(community, 'same_stem')];
}

/**
 * A run of blank district cells whose strong clashes all point to the group printed next: where the run ends and that
 * group begins is uncertain from the first clash on.
 */
function flagBlankRuns(
  rows: readonly NamedRow[],
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  found: ReadonlyMap<RecordRow, Reconciled>,
  divisions: DivisionIndex,
  raise: (flag: Raised) => void,
): void {
  const isBlank = (row: NamedRow | undefined) =>
    row !== undefined && resolved.get(row.record)?.field.how === 'inherited';
  for (let start = 0; start < rows.length; start += 1) {
    if (!isBlank(rows[start])) continue;
    let end = start;
    while (isBlank(rows[end])) end += 1;
    flagTail(rows.slice(start, end), rows[end], resolved, found, divisions, raise);
    start = end;
  }
}

function flagTail(
  run: readonly NamedRow[],
  after: NamedRow | undefined,
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  found: ReadonlyMap<RecordRow, Reconciled>,
  divisions: DivisionIndex,
  raise: (flag: Raised) => void,
): void {
  const next = after === undefined ? undefined : resolved.get(after.record);
  if (next?.district == null || (next.field.how !== 'printed' && next.field.how !== 'normalised')) return;
  const clashesOf = (row: NamedRow) => found.get(row.record)?.clashes ?? [];
  const first = run.findIndex((row) => clashesOf(row).length > 0);
  const target = countiesOf(next.district);
  const allThere = run.every((row) => clashesOf(row).every((county) => target.includes(county)));
  if (first < 0 || !allThere) return;
  for (const [at, row] of run.entries()) {
    const reconciled = found.get(row.record);
    if (at < first || reconciled === undefined) continue;
    addDistrict(reconciled, next.district, 'printed_beside');
    const label = resolved.get(row.record)?.district?.label ?? '';
    const clash = reconciled.clashing[0];
    const reason =
      clash === undefined
        ? flagWords.boundaryBetween(
            run[at - 1]?.name.field.value ?? null,
            (run[at + 1] ?? after)?.name.field.value ?? null,
          )
        : flagWords.clashInherited(clash.name, divisions.countyNamed(clash.county), label);
    raiseBoundary(row, 'blank_run', [reason, flagWords.boundaryClash(next.district.label)], raise);
  }
}

/** A printed label that clashes strongly, beside a row without a name: the label may belong to either. */
function flagBesideUnnamed(
  rows: readonly NamedRow[],
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  found: ReadonlyMap<RecordRow, Reconciled>,
  divisions: DivisionIndex,
  raise: (flag: Raised) => void,
): void {
  const flagged = new Set<NamedRow>();
  for (const [at, row] of rows.entries()) {
    const place = resolved.get(row.record);
    const clash = found.get(row.record)?.clashing[0];
    const isPrinted = place?.field.how === 'printed' || place?.field.how === 'normalised';
    if (clash === undefined || !isPrinted || !place?.district) continue;
    const beside = [rows[at - 1], rows[at + 1]].filter((one) => one !== undefined && one.name.field.value === null);
    if (beside.length === 0) continue;
    const { label } = place.district;
    const own = [
      flagWords.clash(clash.name, divisions.countyNamed(clash.county), label),
      flagWords.besideUnnamed(label),
    ];
    raiseBoundary(row, 'beside_unnamed', own, raise);
    for (const one of beside) {
      if (one === undefined || flagged.has(one)) continue;
      flagged.add(one);
      raiseBoundary(one, 'beside_unnamed', [flagWords.besideClash(label, row.name.field.value ?? '')], raise);
    }
  }
}

function raiseBoundary(
  { record, id }: NamedRow,
  variant: 'blank_run' | 'beside_unnamed',
  evidence: string[],
  raise: (flag: Raised) => void,
): void {
  const cells = record.district === null ? [] : [record.district];
  const printed = record.district?.raw.trim() || null;
  raise({
    rule: `district.boundary_uncertain/${variant}`,
    station: id,
    row: record.row,
    field: 'district',
    cells,
    printed,
    evidence,
    suggestion: CHECK_DISTRICT,
  });
}
