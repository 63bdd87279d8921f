import type { AdminCandidate, Cell, District, Field } from '../directory/records.ts';
import { flagWords } from '../wording/normaliser.ts';
import { UNIT_ENDING } from '../wording/printed.ts';
import type { DivisionIndex } from './divisions.ts';
import { flagCounts, flagLabelPosition, labelsNotAtHead, tablesThatRepeat } from './label-doubts.ts';
import { foldName, isSeveralAreas, readDistrictLabel, type StationName } from './names.ts';
import { printedText } from './printed-text.ts';
import type { Raise, Raised } from './raise.ts';
import type { BreakRow, DistrictRow, RecordRow } from './row-kinds.ts';
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
/** A row on its way through the stages: a named record, or one that speaks for those below. */
export type PlacedRow = NamedRow | DistrictRow | BreakRow;
/** Why what is in force may not hold. */
type Doubt = Pick<Raised, 'rule' | 'evidence'>;
/** The label that blank cells below take over. */
interface InForce {
  label: string;
  cell: Cell | null;
  how: 'inherited' | 'heading';
  doubt: Doubt | null;
}

/** Districts by their printed label, with ids in printed order. */
class Districts {
  readonly #near: NearLabels;
  readonly #byLabel = new Map<string, District>();
  readonly #slugs = new Slugs();
  readonly #directory: string;
  readonly #divisions: DivisionIndex | null;

  constructor(directory: string, divisions: DivisionIndex | null, near: NearLabels) {
    this.#near = near;
    this.#directory = directory;
    this.#divisions = divisions;
  }

  named(printed: string): District {
    const label = this.#near.get(foldName(printed)) ?? printed;
    const known = this.#byLabel.get(foldName(label));
    if (known !== undefined) return known;
    const id = this.#slugs.give(label, `district-${this.#byLabel.size + 1}`);
    const adminCandidates = this.#divisions === null ? [] : candidatesOf(label, this.#divisions);
    const area = this.#divisions?.area(label) ?? null;
    const unknown = this.#divisions !== null && adminCandidates.length === 0;
    const kind = area !== null ? 'functional_area' : unknown ? 'unknown' : 'delivery_area';
    const district: District = { directory: this.#directory, id, label, kind, adminCandidates };
    this.#byLabel.set(foldName(label), district);
    return district;
  }

  all(): District[] {
    return [...this.#byLabel.values()];
  }
}

/** Labels that stand for another of the same table, as they are compared → that one, as printed. */
type NearLabels = ReadonlyMap<string, string>;

/**
 * A label without 区, 市, 县 or 旗 and the only one with it are one district, named as it is printed first. Where two
 * endings are printed (a city and a county of one name), nobody knows which of them the bare label is.
 */
function nearLabels(labels: Iterable<string>): NearLabels {
  const printed = new Map<string, string>();
  for (const label of labels) if (!printed.has(foldName(label))) printed.set(foldName(label), label);
  const inOrder = [...printed.keys()];
  const order = new Map(inOrder.map((label, at) => [label, at]));
  const stems = Map.groupBy(
    inOrder.filter((label) => UNIT_ENDING.test(label) && order.has(label.slice(0, -1)) && [...label].length > 2),
    (label) => label.slice(0, -1),
  );
  return new Map(
    [...stems].flatMap(([stem, [whole, ...more]]) => {
      if (whole === undefined || more.length > 0) return [];
      const [other, first] = (order.get(stem) ?? 0) < (order.get(whole) ?? 0) ? [whole, stem] : [stem, whole];
      return [[other, printed.get(first) ?? first] as const];
    }),
  );
}

/** Every label that the rows print, in order. */
const labelsOf = (rows: readonly PlacedRow[]): string[] =>
  rows.flatMap((row) => {
    if (!('kind' in row))
      return row.record.isShifted ? [] : (readDistrictLabel(row.record.district, row.record.row).field.value ?? []);
    return row.kind === 'district' ? row.section.label : [];
  });

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
function isOtherUnit(name: string, inForce: InForce | null, { districts, divisions }: Naming): boolean {
  if (divisions === null) return false;
  const county = divisions.county(name);
  if (county === null && divisions.area(name) === null) return false;
  if (inForce === null) return true;
  const { label, adminCandidates } = districts.named(inForce.label);
  const same = adminCandidates.some(({ code, relation }) => code === county?.code && relation !== 'functional_area');
  return label !== name && !same;
}

/** By what rows are given their districts. */
interface Naming {
  districts: Districts;
  divisions: DivisionIndex | null;
  /** Tables in which each row has its label, also the same as the row above: there a blank is no ditto. */
  repeats: ReadonlySet<number>;
  /** Tables whose labels do not stand at the head of their groups. */
  notAtHead: ReadonlyMap<number, number>;
  /** Tables in which nothing says a district: no column of them, no row over a group. */
  without: ReadonlySet<number>;
  raise: Raise;
}

/**
 * Gives every record its district. A blank cell takes over the label above it, flagged, until a row without a name, a
 * total or a name that is a county-level unit itself; after that nothing is taken over until a label is printed. Behind
 * a text that was not understood it is taken over with a doubt.
 */
export function resolveDistricts(
  rows: readonly PlacedRow[],
  directory: string,
  divisions: DivisionIndex | null,
  raise: Raise,
): { districts: District[]; resolved: Map<RecordRow, ResolvedDistrict> } {
  const districts = new Districts(directory, divisions, nearLabels(labelsOf(rows)));
  const without = tablesWithout(rows);
  if (without.size > 0) raise({ rule: 'district.missing/unknown', evidence: [flagWords.noDistrictColumn] });
  const naming: Naming = {
    ...{ districts, divisions, without, raise },
    ...{ repeats: tablesThatRepeat(rows), notAtHead: labelsNotAtHead(rows) },
  };
  const resolved = new Map<RecordRow, ResolvedDistrict>();
  let [inForce, table]: [InForce | null, number] = [null, 1];
  for (const row of rows) {
    const own = 'kind' in row ? row.table : row.record.table;
    if (own !== table) [inForce, table] = [null, own]; // a label says nothing about another table
    if ('kind' in row) {
      inForce = row.kind === 'district' ? openSection(row) : interrupt(row, inForce);
      continue;
    }
    const found = resolveOne(row, inForce, naming);
    resolved.set(row.record, found);
    flagDistrict(row, found, inForce, naming);
    inForce = nextInForce(row, found, inForce);
  }
  flagCounts(rows, raise);
  flagLabelPosition(rows, resolved, naming.notAtHead, raise);
  return { districts: districts.all(), resolved };
}

function openSection({ row, district, text, section, isDoubtful }: DistrictRow): InForce {
  const evidence = [flagWords.doubtfulSection(row, text)];
  const doubt: Doubt | null = isDoubtful ? { rule: 'district.boundary_uncertain/section', evidence } : null;
  return { label: section.label, cell: district, how: 'heading', doubt };
}

function interrupt({ why, row, text }: BreakRow, inForce: InForce | null): InForce | null {
  if (why === 'total' || inForce === null) return null;
  const evidence = [why === 'hidden' ? flagWords.afterHidden(text) : flagWords.afterText(row, text)];
  return { ...inForce, doubt: { rule: 'district.boundary_uncertain/not_understood', evidence } };
}

/** Tables whose records have no column of districts and no row over them that names one. */
function tablesWithout(rows: readonly PlacedRow[]): Set<number> {
  const without = new Set<number>();
  const sections = new Set(rows.flatMap((row) => ('kind' in row && row.kind === 'district' ? [row.table] : [])));
  for (const row of rows) {
    if ('kind' in row || row.record.district !== null || sections.has(row.record.table)) continue;
    without.add(row.record.table);
  }
  return without;
}

function resolveOne({ record, name }: NamedRow, inForce: InForce | null, naming: Naming): ResolvedDistrict {
  const { districts } = naming;
  const label = readDistrictLabel(record.district, record.row).field;
  const placed = (district: District, from: Pick<Field, 'cells' | 'how'>): ResolvedDistrict => {
    const { cells, how } = from;
    return { field: { printed: label.printed, value: district.id, cells, how }, district, beside: null };
  };
  if (record.isShifted) {
    const beside = inForce === null ? null : districts.named(inForce.label);
    return { field: { ...label, value: null, how: 'printed' }, district: null, beside };
  }
  if (label.value !== null) return placed(districts.named(label.value), label);
  const own = name.field.value;
  const beside = inForce === null ? null : districts.named(inForce.label);
  if (own === null && inForce?.how !== 'heading') return { field: label, district: null, beside };
  if (own !== null && isOtherUnit(own, inForce, naming))
    return placed(districts.named(own), { cells: name.field.cells, how: 'derived' });
  if (inForce === null || beside === null) return { field: label, district: null, beside: null };
  if (inForce.how === 'inherited' && label.printed === null && naming.repeats.has(record.table))
    return { field: label, district: null, beside };
  return placed(beside, { cells: inForce.cell === null ? [] : [inForce.cell], how: inForce.how });
}

function nextInForce({ record, name }: NamedRow, found: ResolvedDistrict, inForce: InForce | null): InForce | null {
  // A row over a group speaks for all of it, a label beside a row only as far as that goes on.
  if (name.field.value === null) {
    const isClear = !record.isShifted && (record.district === null || printedText(record.district.raw) === null);
    return inForce?.how === 'heading' && isClear ? inForce : null;
  }
  const { field, district } = found;
  if (field.how === 'inherited' || field.how === 'heading') return inForce;
  if (field.how === 'derived' || district === null || record.district === null) return null;
  // Whether what stands in the cell of a ragged row is a label nobody can tell.
  if (record.isRagged) return null;
  return {
    label: district.label,
    cell: record.district,
    how: 'inherited',
    doubt: doubtOfSeveral(district.label, record.row),
  };
}

/** A label of two areas leaves open which of them its rows belong to. */
function doubtOfSeveral(label: string, row: number): Doubt | null {
  if (!isSeveralAreas(label)) return null;
  return { rule: 'district.boundary_uncertain/section', evidence: [flagWords.doubtfulSection(row, label)] };
}

function flagDistrict(
  row: NamedRow,
  { field, district }: ResolvedDistrict,
  inForce: InForce | null,
  { divisions, without, notAtHead, raise }: Naming,
): void {
  const { record, name, id } = row;
  const cells = record.district === null ? field.cells : [record.district];
  const about = { station: id, row: record.row, printed: field.printed, field: 'district' as const, cells };
  if (district === null) {
    const isSaid = notAtHead.has(record.table) && field.printed === null;
    if (!without.has(record.table) && !record.isShifted && !isSaid)
      raise({ ...about, rule: 'district.missing/unknown', evidence: [flagWords.noDistrict] });
    return;
  }
  const { label, adminCandidates } = district;
  const isTaken = field.how === 'inherited' || field.how === 'heading';
  const doubt = isTaken ? inForce?.doubt : field.how === 'derived' ? null : doubtOfSeveral(label, record.row);
  if (doubt) raise({ ...about, ...doubt });
  if (field.how === 'inherited' && inForce !== null) {
    raise({ ...about, rule: 'district.inherited', evidence: [flagWords.inherited(label, inForce.cell?.row ?? 0)] });
  }
  if (field.how === 'derived') {
    raise({ ...about, rule: 'district.missing/own_name', evidence: [flagWords.ownName(label)] });
  }
  if (foldName(name.field.value ?? '') === foldName(label)) {
    raise({ ...aboutName(row), rule: 'station.same_as_district', evidence: [flagWords.sameAsDistrict(label)] });
  }
  if (isTaken || field.how === 'span') return;
  const printed = readDistrictLabel(record.district, record.row).field.value ?? label;
  if (foldName(printed) !== foldName(label))
    raise({ ...about, rule: 'district.label_variant', evidence: [flagWords.nearLabel(printed, label)] });
  if (divisions === null) return;
  if (district.kind === 'functional_area') {
    const evidence = [flagWords.functionalArea(label, adminCandidates[0]?.name ?? null)];
    raise({ ...about, rule: 'district.functional_area', evidence });
  } else if (divisions.county(label) === null && adminCandidates[0] !== undefined) {
    const evidence = [flagWords.labelVariant(label, adminCandidates[0].name)];
    raise({ ...about, rule: 'district.label_variant', evidence });
  }
}
