/**
 * The one table of flag codes, and of what each does. A new flag is an entry here, its wording in
 * `lib/wording/flags.ts` (the compiler asks for it) and the rule that raises it; nobody else names a code.
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

/**
 * What readers are told because of a flag that stands, and where. Of a number with an error they are told why it cannot
 * be called, wherever it is shown; that follows from the severity.
 *
 * - `sentence` the flag's own sentence: beside its number in a row, on the station's page and on the print sheet, or
 *   under the station's name
 * - `column` under which heading the number is printed: in a row, on the station's page, on the print sheet, in the list
 *   of doubts
 * - `boundary` the row may belong to the district beside it: before such rows, on the station's page, in the list of
 *   doubts; and where it is true of a whole district, the city line comes first
 * - `places` which divisions may be meant: on the station's page, in the list of doubts
 * - `near_names` divisions of a like name elsewhere: on the station's page
 * - `same_name` the station has its district's name: under its own
 * - `label` the district's name is written in an unusual way: under its heading
 * - `area_code` `blank` `age` said once of the whole table, where it is explained
 */
export type Telling =
  | 'sentence'
  | 'column'
  | 'boundary'
  | 'places'
  | 'near_names'
  | 'same_name'
  | 'label'
  | 'area_code'
  | 'blank'
  | 'age';

type FlagEntry = {
  dimension: Dimension;
  /** An error keeps its number from being called. Errors and warnings are reviewed, info is only said. */
  severity: Severity;
  /** Rules of the same code that weigh differently, or are settled apart: name → severity. */
  variants?: Record<string, Severity>;
  /** Who raises it where the table does not: what readers say of a number, what staff conclude about it. */
  raisedBy?: 'readers' | 'staff';
  /** Readers are shown no digit of its number. A conclusion of staff, so that it waits for nobody. */
  withholds?: true;
  /** What a correction changes, where that is not the number itself. */
  corrects?: 'kind';
  /** What the row is has to be said before an edition is published at the desk. */
  asksWhatRowIs?: true;
  /** Digits are missing: it is said how many are there, and staff are shown how many numbers it may have been. */
  lacksDigits?: true;
  /** It says that numbers are the same, and is over when one of them was changed. */
  endsWithSameness?: true;
  /** Nothing, where it is absent: staff know it, and the files and the API say it. */
  tells?: Telling;
};

/** In the order in which flags are listed: errors, warnings, remarks. */
export const FLAGS = {
  'phone.too_short': { dimension: 'validity', severity: 'error', lacksDigits: true },
  'phone.too_long': { dimension: 'validity', severity: 'error' },
  'phone.invalid': { dimension: 'validity', severity: 'error' },
  'phone.suspect_char': { dimension: 'validity', severity: 'error' },
  'phone.abbreviated': { dimension: 'completeness', severity: 'error' },
  'phone.not_public': { dimension: 'validity', severity: 'error', raisedBy: 'staff', withholds: true },
  'row.unclear': { dimension: 'consistency', severity: 'warning', asksWhatRowIs: true },
  'station.missing': { dimension: 'completeness', severity: 'warning' },
  'station.no_phone': { dimension: 'completeness', severity: 'warning' },
  'station.duplicate': { dimension: 'uniqueness', severity: 'warning' },
  'row.duplicate': { dimension: 'uniqueness', severity: 'warning' },
  'phone.column_mismatch': { dimension: 'consistency', severity: 'warning', corrects: 'kind', tells: 'column' },
  'phone.column_uncertain': { dimension: 'consistency', severity: 'warning', corrects: 'kind' },
  'phone.precision_suspect': {
    dimension: 'validity',
    severity: 'warning',
    variants: { changed: 'warning', lost: 'error' },
    tells: 'sentence',
  },
  'phone.reader_reported': { dimension: 'validity', severity: 'warning', raisedBy: 'readers' },
  'phone.unanswered': { dimension: 'validity', severity: 'warning', raisedBy: 'staff' },
  'district.boundary_uncertain': {
    dimension: 'consistency',
    severity: 'warning',
    variants: {
      blank_run: 'warning',
      beside_unnamed: 'warning',
      section: 'warning',
      not_understood: 'warning',
      label_position: 'warning',
    },
    tells: 'boundary',
  },
  'district.count_mismatch': { dimension: 'consistency', severity: 'warning' },
  'district.admin_ambiguous': { dimension: 'consistency', severity: 'warning', tells: 'places' },
  'district.admin_mismatch': {
    dimension: 'consistency',
    severity: 'warning',
    variants: { same_name: 'warning', same_stem: 'info' },
    tells: 'near_names',
  },
  'district.missing': {
    dimension: 'completeness',
    severity: 'warning',
    variants: { unknown: 'warning', own_name: 'info' },
  },
  'table.column_guessed': { dimension: 'provenance', severity: 'warning' },
  'cell.formula': { dimension: 'validity', severity: 'warning' },
  'cell.markup': { dimension: 'validity', severity: 'warning' },
  'cell.control_char': { dimension: 'validity', severity: 'warning' },
  'cell.too_long': { dimension: 'validity', severity: 'warning' },
  'encoding.guessed': { dimension: 'provenance', severity: 'warning' },
  'district.inherited': { dimension: 'provenance', severity: 'info' },
  'district.label_variant': { dimension: 'consistency', severity: 'info', tells: 'label' },
  'district.functional_area': { dimension: 'consistency', severity: 'info' },
  'station.name_variant': { dimension: 'consistency', severity: 'info' },
  'station.same_as_district': { dimension: 'uniqueness', severity: 'info', tells: 'same_name' },
  'phone.missing': { dimension: 'completeness', severity: 'info', tells: 'blank' },
  'phone.shared': { dimension: 'uniqueness', severity: 'info', endsWithSameness: true },
  'phone.area_code_assumed': { dimension: 'provenance', severity: 'info', tells: 'area_code' },
  'phone.cell_merged': { dimension: 'provenance', severity: 'info' },
  'phone.multiple': { dimension: 'consistency', severity: 'info' },
  'phone.extension': { dimension: 'provenance', severity: 'info' },
  'phone.short_code': { dimension: 'validity', severity: 'info', variants: { known: 'info', unlisted: 'error' } },
  'text.normalised': { dimension: 'provenance', severity: 'info' },
  'source.stale': { dimension: 'timeliness', severity: 'info', tells: 'age' },
  'source.label_ambiguous': { dimension: 'provenance', severity: 'info' },
} as const satisfies Record<string, FlagEntry>;

export type FlagCode = keyof typeof FLAGS;
export const FLAG_CODES = Object.keys(FLAGS) as [FlagCode, ...FlagCode[]];

type VariantsOf<Code extends FlagCode> = (typeof FLAGS)[Code] extends { variants: infer Variants }
  ? `${Code}/${Extract<keyof Variants, string>}`
  : Code;
/** What a flag rests on: its code, or `code/variant` where one code has several rules. */
export type FlagRule = { [Code in FlagCode]: VariantsOf<Code> }[FlagCode];

/** What a code does. */
export const effectOf = (code: FlagCode): FlagEntry => FLAGS[code];

export type FlagKind = { code: FlagCode; dimension: Dimension; severity: Severity };

/** The code, dimension and severity that a rule raises. */
export function flagKind(rule: FlagRule): FlagKind {
  const [code, variant] = rule.split('/') as [FlagCode, string | undefined];
  const entry = effectOf(code);
  const severity = variant === undefined ? entry.severity : (entry.variants?.[variant] ?? entry.severity);
  return { code, dimension: entry.dimension, severity };
}

/** Why a file is refused as a whole. */
export const FILE_REFUSALS = [
  'file.empty',
  'file.unsupported',
  'file.unreadable',
  'file.too_large',
  'table.not_found',
  'table.no_rows',
  'arguments.invalid',
] as const;
export type FileRefusalCode = (typeof FILE_REFUSALS)[number];
