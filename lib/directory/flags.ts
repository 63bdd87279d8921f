/**
 * The one table of flag codes. A new flag is an entry here, its wording in `lib/wording/flags.ts` (the compiler asks
 * for it) and the rule that raises it.
 */

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a flag is about, in the usual terms of data quality. */
export const DIMENSIONS = [
  'validity',
  'completeness',
  'consistency',
  'uniqueness',
  'timeliness',
  'provenance',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

type FlagEntry = {
  dimension: Dimension;
  severity: Severity;
  /** Rules of the same code that weigh differently, or are settled apart: name → severity. */
  variants?: Record<string, Severity>;
};

/** In the order in which flags are listed: errors, warnings, remarks. */
export const FLAGS = {
  'phone.too_short': { dimension: 'validity', severity: 'error' },
  'phone.too_long': { dimension: 'validity', severity: 'error' },
  'phone.invalid': { dimension: 'validity', severity: 'error' },
  'phone.suspect_char': { dimension: 'validity', severity: 'error' },
  'phone.abbreviated': { dimension: 'completeness', severity: 'error' },
  'phone.not_public': { dimension: 'validity', severity: 'error' },
  'station.missing': { dimension: 'completeness', severity: 'warning' },
  'station.no_phone': { dimension: 'completeness', severity: 'warning' },
  'station.duplicate': { dimension: 'uniqueness', severity: 'warning' },
  'row.duplicate': { dimension: 'uniqueness', severity: 'warning' },
  'phone.column_mismatch': { dimension: 'consistency', severity: 'warning' },
  'phone.column_uncertain': { dimension: 'consistency', severity: 'warning' },
  'phone.precision_suspect': { dimension: 'validity', severity: 'warning' },
  'phone.reader_reported': { dimension: 'validity', severity: 'warning' },
  'district.boundary_uncertain': {
    dimension: 'consistency',
    severity: 'warning',
    variants: { blank_run: 'warning', beside_unnamed: 'warning' },
  },
  'district.admin_ambiguous': { dimension: 'consistency', severity: 'warning' },
  'district.admin_mismatch': {
    dimension: 'consistency',
    severity: 'warning',
    variants: { same_name: 'warning', same_stem: 'info' },
  },
  'district.missing': {
    dimension: 'completeness',
    severity: 'warning',
    variants: { unknown: 'warning', own_name: 'info' },
  },
  'cell.formula': { dimension: 'validity', severity: 'warning' },
  'cell.markup': { dimension: 'validity', severity: 'warning' },
  'cell.control_char': { dimension: 'validity', severity: 'warning' },
  'cell.too_long': { dimension: 'validity', severity: 'warning' },
  'encoding.guessed': { dimension: 'provenance', severity: 'warning' },
  'district.inherited': { dimension: 'provenance', severity: 'info' },
  'district.label_variant': { dimension: 'consistency', severity: 'info' },
  'district.functional_area': { dimension: 'consistency', severity: 'info' },
  'station.name_variant': { dimension: 'consistency', severity: 'info' },
  'station.same_as_district': { dimension: 'uniqueness', severity: 'info' },
  'phone.missing': { dimension: 'completeness', severity: 'info' },
  'phone.shared': { dimension: 'uniqueness', severity: 'info' },
  'phone.area_code_assumed': { dimension: 'provenance', severity: 'info' },
  'phone.cell_merged': { dimension: 'provenance', severity: 'info' },
  'phone.multiple': { dimension: 'consistency', severity: 'info' },
  'phone.extension': { dimension: 'provenance', severity: 'info' },
  'phone.short_code': { dimension: 'validity', severity: 'info' },
  'text.normalised': { dimension: 'provenance', severity: 'info' },
  'source.stale': { dimension: 'timeliness', severity: 'info' },
  'source.label_ambiguous': { dimension: 'provenance', severity: 'info' },
} as const satisfies Record<string, FlagEntry>;

export type FlagCode = keyof typeof FLAGS;
export const FLAG_CODES = Object.keys(FLAGS) as [FlagCode, ...FlagCode[]];

type VariantsOf<Code extends FlagCode> = (typeof FLAGS)[Code] extends { variants: infer Variants }
  ? `${Code}/${Extract<keyof Variants, string>}`
  : Code;
/** What a flag rests on: its code, or `code/variant` where one code has several rules. */
export type FlagRule = { [Code in FlagCode]: VariantsOf<Code> }[FlagCode];

export type FlagKind = { code: FlagCode; dimension: Dimension; severity: Severity };

/** The code, dimension and severity that a rule raises. */
export function flagKind(rule: FlagRule): FlagKind {
  const [code, variant] = rule.split('/') as [FlagCode, string | undefined];
  const entry: FlagEntry = FLAGS[code];
  const severity = variant === undefined ? entry.severity : (entry.variants?.[variant] ?? entry.severity);
  return { code, dimension: entry.dimension, severity };
}

/** Why a file is refused as a whole. */
export const REFUSALS = [
  'file.empty',
  'file.unsupported',
  'file.unreadable',
  'file.too_large',
  'table.not_found',
  'table.no_rows',
  'arguments.invalid',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Codes that no table raises: what readers say of a number and what editors decide about it. */
const RAISED_AFTERWARDS: readonly FlagCode[] = ['phone.not_public', 'phone.reader_reported'];

/** Whether the table itself raised a flag of this code, when it was read. */
export function isRaisedByTable(code: FlagCode): boolean {
  return !RAISED_AFTERWARDS.includes(code);
}
