import type { AdminCandidate, Cell, District, Field } from '../directory/records.ts';
import { flagWords } from '../wording/normaliser.ts';
import type { DivisionIndex } from './divisions.ts';
import { foldLabel, labelField, type StationName } from './names.ts';
import type { Raise } from './raise.ts';
import type { DistrictRow, RecordRow } from './rows.ts';
import { Slugs } from './slugs.ts';

/** What became of a record's district cell. */
export interface ResolvedDistrict {
  field: Field;
  district: District | null;
  /** The district printed last above a row that must not take it over. */
  beside: District | null;
}
/** A record on its way through the stages. */
export interface NamedRow {
  record: RecordRow;
  name: StationName;
  id: string;
}
/** What a flag about a row's name says of its place. */
export const aboutName = ({ record, name, id }: NamedRow) => ({
  station: id,
  row: record.row,
  field: 'name' as const,
  printed: name.field.printed,
  cells: name.field.cells,
});
/** The district that blank cells below take over. */
interface InForce {
  district: District;
  cell: Cell;
  how: 'inherited' | 'heading';
}

/** Districts by their printed label, with ids in printed order. */
class Districts {
  readonly #byLabel = new Map<string, District>();
  readonly #slugs = new Slugs();
  readonly #directory: string;
  readonly #divisions: DivisionIndex | null;

  constructor(directory: string, divisions: DivisionIndex | null) {
    this.#directory = directory;
    this.#divisions = divisions;
  }

  named(label: string): District {
    const known = this.#byLabel.get(label);
    if (known !== undefined) return known;
    const id = this.#slugs.give(label, `district-${this.#byLabel.size + 1}`);
    const adminCandidates = this.#divisions === null ? [] : candidatesOf(label, this.#divisions);
    const area = this.#divisions?.area(label) ?? null;
    const unknown = this.#divisions !== null && adminCandidates.length === 0;
    const kind = area !== null ? 'functional_area' : unknown ? 'unknown' : 'delivery_area';
    const district: District = { directory: this.#directory, id, label, kind, adminCandidates };
    this.#byLabel.set(label, district);
    return district;
  }

  all(): District[] {
    return [...this.#byLabel.values()];
  }
}

function candidatesOf(label: string, divisions: DivisionIndex): AdminCandidate[] {
  const area = divisions.area(label);
  if (area !== null) {
    const { within } = area;
    return within === null ? [] : [{ code: within, name: divisions.countyNamed(within), relation: 'functional_area' }];
  }
  const county = divisions.county(label) ?? divisions.countyBeginning(label);
  if (county === null) return [];
  return [{ code: county.code, name: county.name, relation: county.name === label ? 'same_name' : 'suffix_dropped' }];
}

/** Whether a station's own name is a county-level unit or functional area other than the district in force. */
function isOtherUnit(name: string, inForce: InForce | null, divisions: DivisionIndex): boolean {
  const county = divisions.county(name);
  if (county === null && divisions.area(name) === null) return false;
  if (inForce === null) return true;
  const { label, adminCandidates } = inForce.district;
  const same = adminCandidates.some(({ code, relation }) => code === county?.code && relation !== 'functional_area');
  return label !== name && !same;
}

/**
 * Gives every record its district. A blank cell takes over the label above it, flagged, until a row without a name or a
 * name that is a county-level unit itself; after that nothing is taken over until a label is printed.
 */
export function resolveDistricts(
  rows: readonly (NamedRow | DistrictRow)[],
  directory: string,
  divisions: DivisionIndex | null,
  raise: Raise,
): { districts: District[]; resolved: Map<RecordRow, ResolvedDistrict> } {
  const districts = new Districts(directory, divisions);
  const resolved = new Map<RecordRow, ResolvedDistrict>();
  let [inForce, table]: [InForce | null, number] = [null, 1];
  for (const row of rows) {
    const own = 'kind' in row ? row.table : row.record.table;
    if (own !== table) [inForce, table] = [null, own]; // a label says nothing about another table
    if ('kind' in row) {
      inForce = { district: districts.named(foldLabel(row.district.raw)), cell: row.district, how: 'heading' };
      continue;
    }
    const found = resolveOne(row, inForce, districts, divisions);
    resolved.set(row.record, found);
    flagDistrict(row, found, inForce, divisions, raise);
    inForce = nextInForce(row, found, inForce);
  }
  return { districts: districts.all(), resolved };
}

function resolveOne(
  { record, name }: NamedRow,
  inForce: InForce | null,
  districts: Districts,
  divisions: DivisionIndex | null,
): ResolvedDistrict {
  const label = labelField(record.district, record.row, foldLabel);
  const placed = (district: District, from: Pick<Field, 'cells' | 'how'>): ResolvedDistrict => {
    const { cells, how } = from;
    return { field: { printed: label.printed, value: district.id, cells, how }, district, beside: null };
  };
  if (label.value !== null) return placed(districts.named(label.value), label);
  const own = name.field.value;
  if (own === null) return { field: label, district: null, beside: inForce?.district ?? null };
  if (divisions !== null && isOtherUnit(own, inForce, divisions))
    return placed(districts.named(own), { cells: name.field.cells, how: 'derived' });
  if (inForce === null) return { field: label, district: null, beside: null };
  return placed(inForce.district, { cells: [inForce.cell], how: inForce.how });
}

function nextInForce({ record, name }: NamedRow, found: ResolvedDistrict, inForce: InForce | null): InForce | null {
  if (name.field.value === null) return null;
  const { field, district } = found;
  if (field.how === 'inherited' || field.how === 'heading') return inForce;
  if (field.how === 'derived' || district === null || record.district === null) return null;
  return { district, cell: record.district, how: 'inherited' };
}

function flagDistrict(
  row: NamedRow,
  { field, district }: ResolvedDistrict,
  inForce: InForce | null,
  divisions: DivisionIndex | null,
  raise: Raise,
): void {
  const { record, name, id } = row;
  const cells = record.district === null ? field.cells : [record.district];
  const about = { station: id, row: record.row, printed: field.printed, field: 'district' as const, cells };
  if (district === null) {
    raise({ ...about, rule: 'district.missing/unknown', evidence: [flagWords.noDistrict] });
    return;
  }
  const { label, adminCandidates } = district;
  if (field.how === 'inherited' && inForce !== null) {
    raise({ ...about, rule: 'district.inherited', evidence: [flagWords.inherited(label, inForce.cell.row)] });
  }
  if (field.how === 'derived') {
    raise({ ...about, rule: 'district.missing/own_name', evidence: [flagWords.ownName(label)] });
  }
  if (name.field.value === label) {
    raise({ ...aboutName(row), rule: 'station.same_as_district', evidence: [flagWords.sameAsDistrict(label)] });
  }
  if (field.how === 'inherited' || field.how === 'heading' || field.how === 'span' || divisions === null) return;
  if (district.kind === 'functional_area') {
    const evidence = [flagWords.functionalArea(label, adminCandidates[0]?.name ?? null)];
    raise({ ...about, rule: 'district.functional_area', evidence });
  } else if (divisions.county(label) === null && adminCandidates[0] !== undefined) {
    const evidence = [flagWords.labelVariant(label, adminCandidates[0].name)];
    raise({ ...about, rule: 'district.label_variant', evidence });
  }
}
