import type { AdminCandidate, AlsoFoundUnder, District } from '../directory/records.ts';
import { flagWords } from '../wording/normaliser.ts';
import type { NamedRow, ResolvedDistrict } from './districts.ts';
import type { Division, DivisionIndex } from './divisions.ts';
import type { Raise } from './raise.ts';
import type { RecordRow } from './row-kinds.ts';

/** How a station's name fits the published divisions. Candidates and doubts only, never a fact about the station. */
export interface Reconciled {
  adminCandidates: AdminCandidate[];
  alsoFoundUnder: AlsoFoundUnder[];
  /** County-level units in which a street or town of the name lies, none of them the district's. */
  clashes: string[];
  /** The divisions behind the clashes. */
  clashing: Division[];
}

/** What the rows are compared with, and what was found of each so far. */
interface Comparison {
  rows: readonly NamedRow[];
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>;
  found: ReadonlyMap<RecordRow, Reconciled>;
  divisions: DivisionIndex;
  raise: Raise;
}

const CHECK_DISTRICT = { action: 'check_district', confidence: 'low' } as const;

/** Compares every station with the divisions, then looks at neighbouring rows for labels that may stand on the wrong row. */
export function reconcile(
  rows: readonly NamedRow[],
  resolved: ReadonlyMap<RecordRow, ResolvedDistrict>,
  districts: readonly District[],
  divisions: DivisionIndex | null,
  raise: Raise,
): Map<RecordRow, Reconciled> {
  const found = new Map<RecordRow, Reconciled>();
  const standing = standingFor(districts);
  for (const row of rows) {
    const place = resolved.get(row.record);
    const reconciled: Reconciled =
      divisions === null || place === undefined ? reconciledOf([]) : compare(row, place, divisions, raise);
    for (const county of reconciled.clashes) addDistrict(reconciled, standing.get(county) ?? null, 'same_name_street');
    addDistrict(reconciled, place?.beside ?? null, 'printed_beside');
    found.set(row.record, reconciled);
  }
  if (divisions !== null) {
    const comparison = { rows, resolved, found, divisions, raise };
    flagBlankRuns(comparison);
    flagBesideUnnamed(comparison);
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

/** The districts that stand for county-level units by their names; a functional area inside one does not. */
function standingFor(districts: readonly District[]): Map<string, District> {
  const standing = new Map<string, District>();
  for (const district of districts) {
    for (const { code, relation } of district.adminCandidates) {
      if (relation !== 'functional_area' && !standing.has(code)) standing.set(code, district);
    }
  }
  return standing;
}

const countiesOf = (district: District | null) => district?.adminCandidates.map(({ code }) => code) ?? [];

function candidate(division: Division, relation: AdminCandidate['relation']): AdminCandidate {
  return { code: division.code, name: division.name, relation };
}

const reconciledOf = (adminCandidates: AdminCandidate[], clashing: Division[] = []): Reconciled => ({
  alsoFoundUnder: [],
  adminCandidates,
  clashing,
  clashes: [...new Set(clashing.map(({ county }) => county))],
});

function compare(row: NamedRow, place: ResolvedDistrict, divisions: DivisionIndex, raise: Raise): Reconciled {
  const own = row.name.field.value;
  if (own === null || place.district === null) return reconciledOf([]);
  const county = divisions.county(own);
  if (county !== null) return reconciledOf([candidate(county, 'suffix_dropped')]);
  const counties = countiesOf(place.district);
  const { key, found } = divisions.streetsOrTowns(own);
  if (found.length === 0) return reconciledOf(compareCommunity(row, place, own, divisions, raise));
  const strong = found.filter((division) => !counties.includes(division.county));
  const inOwn = strong.length > 0 ? divisions.within(key, counties) : [];
  const candidates = [...new Set([...found, ...inOwn])].map((one) =>
    candidate(one, one.name.startsWith(own) ? 'same_name' : 'same_stem'),
  );
  if (strong.length === 0 || counties.length === 0) return reconciledOf(candidates);
  flagClash(row, place, { strong, inOwn }, divisions, raise);
  return reconciledOf(candidates, strong);
}

const aboutDistrict = ({ record, name, id }: NamedRow, { field }: ResolvedDistrict) => ({
  station: id,
  row: record.row,
  field: 'district' as const,
  printed: field.printed,
  cells: [...name.field.cells, ...field.cells],
});

/** A street or town of the name lies elsewhere; where something of the name lies in the own district too, both are said. */
function flagClash(
  row: NamedRow,
  place: ResolvedDistrict,
  { strong, inOwn }: { strong: readonly Division[]; inOwn: readonly Division[] },
  divisions: DivisionIndex,
  raise: Raise,
): void {
  const about = { ...aboutDistrict(row, place), suggestion: CHECK_DISTRICT };
  if (inOwn.length > 0) {
    const places = [...strong, ...inOwn].map((one) => flagWords.placeIn(one.name, divisions.countyNamed(one.county)));
    raise({ ...about, rule: 'district.admin_ambiguous', evidence: [flagWords.ambiguous(places)] });
    return;
  }
  const words = place.field.how === 'inherited' ? flagWords.clashInherited : flagWords.clash;
  const label = place.district?.label ?? '';
  const evidence = strong.map((one) => words(one.name, divisions.countyNamed(one.county), label));
  raise({ ...about, rule: 'district.admin_mismatch/same_name', evidence });
}

/** A community counts only where the whole city has one of that stem, and then as a remark. */
function compareCommunity(
  row: NamedRow,
  place: ResolvedDistrict,
  own: string,
  divisions: DivisionIndex,
  raise: Raise,
): AdminCandidate[] {
  const counties = countiesOf(place.district);
  const community = divisions.onlyCommunity(own);
  if (community === null || counties.length === 0) return [];
  if (!counties.includes(community.county)) {
    const evidence = [flagWords.place(community.name, divisions.countyNamed(community.county))];
    raise({ ...aboutDistrict(row, place), rule: 'district.admin_mismatch/same_stem', evidence });
  }
  return [candidate(community, 'same_stem')];
}

/**
 * A run of blank district cells whose strong clashes all point to the group printed next: where the run ends and that
 * group begins is uncertain from the first clash on.
 */
function flagBlankRuns(comparison: Comparison): void {
  const { rows, resolved } = comparison;
  const isBlank = (row: NamedRow | undefined) =>
    row !== undefined && resolved.get(row.record)?.field.how === 'inherited';
  for (let start = 0; start < rows.length; start += 1) {
    if (!isBlank(rows[start])) continue;
    let end = start;
    while (isBlank(rows[end])) end += 1;
    flagTail(rows.slice(start, end), rows[end], comparison);
    start = end;
  }
}

function flagTail(run: readonly NamedRow[], after: NamedRow | undefined, comparison: Comparison): void {
  const { resolved, found, divisions, raise } = comparison;
  const next = after === undefined ? undefined : resolved.get(after.record);
  if (after === undefined || next?.district == null || !isPrinted(next)) return;
  const first = firstClash(run, next.district, found);
  if (first < 0) return;
  for (const [at, row] of run.entries()) {
    const reconciled = found.get(row.record);
    if (at < first || reconciled === undefined) continue;
    addDistrict(reconciled, next.district, 'printed_beside');
    const label = resolved.get(row.record)?.district?.label ?? '';
    const clash = reconciled.clashing[0];
    const [above, below] = [run[at - 1], run[at + 1] ?? after].map((one) => one?.name.field.value ?? null);
    const reason =
      clash === undefined
        ? flagWords.boundaryBetween(above ?? null, below ?? null)
        : flagWords.clashInherited(clash.name, divisions.countyNamed(clash.county), label);
    raiseBoundary(row, 'blank_run', [reason, flagWords.boundaryClash(next.district.label)], raise);
  }
}

const isPrinted = ({ field }: ResolvedDistrict) => field.how === 'printed' || field.how === 'normalised';

/** Where in a run the first strong clash stands, if all of them point to the next group; else -1. */
function firstClash(run: readonly NamedRow[], next: District, found: ReadonlyMap<RecordRow, Reconciled>): number {
  const target = countiesOf(next);
  const clashes = run.map((row) => found.get(row.record)?.clashes ?? []);
  if (clashes.some((counties) => counties.some((county) => !target.includes(county)))) return -1;
  return clashes.findIndex((counties) => counties.length > 0);
}

/** A printed label that clashes strongly, beside a row without a name: the label may belong to either. */
function flagBesideUnnamed({ rows, resolved, found, divisions, raise }: Comparison): void {
  const flagged = new Set<NamedRow>();
  for (const [at, row] of rows.entries()) {
    const place = resolved.get(row.record);
    const clash = found.get(row.record)?.clashing[0];
    if (clash === undefined || !place?.district || !isPrinted(place)) continue;
    const beside = [rows[at - 1], rows[at + 1]].filter((one) => one !== undefined && one.name.field.value === null);
    if (beside.length === 0) continue;
    const { label } = place.district;
    const own = flagWords.clash(clash.name, divisions.countyNamed(clash.county), label);
    raiseBoundary(row, 'beside_unnamed', [own, flagWords.besideUnnamed(label)], raise);
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
  raise: Raise,
): void {
  const cells = record.district === null ? [] : [record.district];
  const printed = record.district?.raw.trim() || null;
  const about = { station: id, row: record.row, field: 'district' as const, cells, printed };
  raise({ ...about, rule: `district.boundary_uncertain/${variant}`, evidence, suggestion: CHECK_DISTRICT });
}
