import { z } from 'zod';
import { idSchema } from '../text/ids.ts';
import { isBlank, isDisguised, trimTyped } from '../text/typed-text.ts';
import { type Attendance, offeredWishes } from './attendance.ts';
import { addDays } from './days.ts';
import { phoneFault } from './phone.ts';
import { CALLED_ALREADY, KINDS, tellsWayIn, WISHES } from './words.ts';

/** Everything that can be wrong with a report as typed, by code; the words stand in `lib/wording/reports.ts`. */
export const FIELD_FAULTS = [
  'station_unknown',
  'kind_needed',
  'dates_needed',
  'dates_too_many',
  'date_invalid',
  'date_too_old',
  'date_in_future',
  'papers_too_long',
  'copies_invalid',
  'place_needed_for_redelivery',
  'place_needed_without_station',
  'place_too_long',
  'wanted_needed',
  'wanted_not_offered',
  'phone_needed',
  'phone_not_taken',
  'phone_too_short',
  'phone_too_long',
  'phone_invalid',
  'text_needed_no_access',
  'text_too_long',
  'called_invalid',
  'words_needed',
  'control_characters',
  'not_text',
  'unknown_field',
] as const;
export type FieldFault = (typeof FIELD_FAULTS)[number];

/** The fields of a report, in the order in which the form asks for them. */
const FIELDS = [
  'station',
  'kind',
  'dates',
  'wanted',
  'place',
  'phone',
  'papers',
  'copies',
  'calledAlready',
  'text',
] as const;
export type FieldName = (typeof FIELDS)[number];

export const LENGTHS = { papers: 60, place: 100, phone: 40, text: 500 } as const;
export const DATE_LIMITS = { most: 7, days: 14 } as const;
const MOST_COPIES = 20;
/** Faults that are named: whoever gets more wrong is no form of ours. */
export const MOST_FAULTS = 50;

const code = (fault: FieldFault) => ({ error: fault });

/** A text that may be left out: blank counts as left out. Its length counts characters, not code units. */
const typed = (most: number, tooLong: FieldFault, newlines = false) =>
  z
    .string(code('not_text'))
    .transform((text) => trimTyped(text.replaceAll('\r\n', '\n')))
    .refine((text) => [...text].length <= most, code(tooLong))
    .refine((text) => !isDisguised(text, newlines), code('control_characters'))
    .transform((text) => (isBlank(text) ? undefined : text))
    .optional();

const dateSchema = z.iso.date(code('date_invalid'));

/** A report as it is sent: the shape that OpenAPI shows. `checkReport` adds what depends on the day and the place. */
export const reportSchema = z.strictObject(
  {
    station: idSchema.nullable().describe('Null where the reader does not know it; `place` is needed then.'),
    kind: z.enum(KINDS, code('kind_needed')),
    dates: z
      .array(dateSchema, code('dates_needed'))
      .max(DATE_LIMITS.most, code('dates_too_many'))
      .describe('Days of the paper, in China, of the last 14; may be empty for the kind `no_access` alone.'),
    wanted: z.enum(WISHES, code('wanted_needed')),
    place: typed(LENGTHS.place, 'place_too_long'),
    papers: typed(LENGTHS.papers, 'papers_too_long'),
    copies: z
      .int(code('copies_invalid'))
      .min(1, code('copies_invalid'))
      .max(MOST_COPIES, code('copies_invalid'))
      .optional(),
    phone: typed(LENGTHS.phone, 'phone_invalid').describe('Kept as typed; needed for `call_back`.'),
    text: typed(LENGTHS.text, 'text_too_long', true).describe('Needed for the kind `no_access`: how to get in.'),
    calledAlready: z.enum(CALLED_ALREADY, code('called_invalid')).optional(),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? ('unknown_field' satisfies FieldFault) : undefined) },
);
export type ReportInput = z.infer<typeof reportSchema>;

/** What a report is checked against: the day in China, the stations there are, and whether anybody is there. */
export interface Surroundings {
  today: string;
  stations: ReadonlySet<string>;
  attendance: Attendance;
}

/** What is wrong with something typed beside the form (an answer, a note, a reason), or null. */
export function wordsFault(text: string): FieldFault | null {
  const words = trimTyped(text.replaceAll('\r\n', '\n'));
  if ([...words].length > LENGTHS.text) return 'text_too_long';
  return isDisguised(words, true) ? 'control_characters' : null;
}

export interface Fault {
  field: FieldName | (string & {});
  code: FieldFault;
  /** Index in the field where it is a list. */
  index?: number;
}

export type Checked = { valid: true; report: ReportInput } | { valid: false; faults: Fault[] };

const isFault = (message: string): message is FieldFault => FIELD_FAULTS.some((fault) => fault === message);

function faultOf({ path, message, code: issue }: z.core.$ZodIssue, unknown: readonly string[]): Fault[] {
  if (issue === 'unrecognized_keys') return unknown.map((field) => ({ field, code: 'unknown_field' }));
  const field = String(path[0] ?? '');
  const index = path[1];
  // A wrong type is worded by zod itself.
  const fault = isFault(message) ? message : field === 'station' ? 'station_unknown' : 'not_text';
  return [{ field, code: fault, ...(typeof index === 'number' ? { index } : {}) }];
}

function dateFaults({ kind, dates }: ReportInput, today: string): Fault[] {
  if (dates.length === 0) return tellsWayIn(kind) ? [] : [{ field: 'dates', code: 'dates_needed' }];
  const oldest = addDays(today, 1 - DATE_LIMITS.days);
  return dates.flatMap((date, index): Fault[] => {
    if (date > today) return [{ field: 'dates', code: 'date_in_future', index }];
    return date < oldest ? [{ field: 'dates', code: 'date_too_old', index }] : [];
  });
}

function placeFault({ place, station, wanted }: ReportInput): FieldFault | null {
  if (place) return null;
  if (station === null) return 'place_needed_without_station';
  return wanted === 'redelivery' ? 'place_needed_for_redelivery' : null;
}

function phoneFaultOf({ phone, wanted }: ReportInput, attendance: Attendance): FieldFault | null {
  if (phone !== undefined && attendance !== 'attended') return 'phone_not_taken';
  if (phone === undefined) return wanted === 'call_back' ? 'phone_needed' : null;
  return phoneFault(phone);
}

const textFault = ({ kind, text }: ReportInput): FieldFault | null =>
  tellsWayIn(kind) && !text ? 'text_needed_no_access' : null;

/** Whether a field as typed is wrong in the light of the others, the day and who is there. */
function judge(report: ReportInput, { today, stations, attendance }: Surroundings): Fault[] {
  const single: [FieldName, FieldFault | null][] = [
    ['station', report.station === null || stations.has(report.station) ? null : 'station_unknown'],
    ['place', placeFault(report)],
    ['wanted', offeredWishes(attendance).includes(report.wanted) ? null : 'wanted_not_offered'],
    ['phone', phoneFaultOf(report, attendance)],
    ['text', textFault(report)],
  ];
  return [
    ...single.flatMap(([field, fault]): Fault[] => (fault ? [{ field, code: fault }] : [])),
    ...dateFaults(report, today),
  ];
}

/** Faults of fields that are none of the form's come last. */
const orderOf = ({ field }: Fault) => {
  const order = (FIELDS as readonly string[]).indexOf(field);
  return order === -1 ? FIELDS.length : order;
};

/** What the others can still be judged by while some fields are wrong: those as typed, these as if left out. */
function lenient(typedReport: unknown, wrong: ReadonlySet<string>): ReportInput | null {
  if (typeof typedReport !== 'object' || typedReport === null || Array.isArray(typedReport)) return null;
  const others = Object.fromEntries(Object.entries(typedReport).filter(([name]) => !wrong.has(name)));
  const filled = { station: null, kind: 'missed', dates: ['2000-01-01'], wanted: 'record', ...others };
  const known = Object.fromEntries(Object.entries(filled).filter(([name]) => Object.hasOwn(reportSchema.shape, name)));
  return reportSchema.safeParse(known).data ?? null;
}

/**
 * Checks a report as typed by every rule of the form; all faults at once (the first 50), in the order of the form.
 * Dates come out sorted and each once.
 */
export function checkReport(typedReport: unknown, surroundings: Surroundings): Checked {
  const parsed = reportSchema.safeParse(typedReport);
  const shape = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) => faultOf(issue, 'keys' in issue ? issue.keys : []));
  const wrong = new Set(shape.map(({ field }) => field));
  const judged = parsed.success ? parsed.data : lenient(typedReport, wrong);
  const rules = judged ? judge(judged, surroundings).filter(({ field }) => !wrong.has(field)) : [];
  // A rule about two fields says nothing while the other one is wrong itself.
  const isMoot = (fault: Fault) => fault.code === 'place_needed_without_station' && wrong.has('station');
  const faults = [...shape, ...rules.filter((fault) => !isMoot(fault))];
  if (parsed.success && faults.length === 0) {
    return { valid: true, report: { ...parsed.data, dates: [...new Set(parsed.data.dates)].toSorted() } };
  }
  return { valid: false, faults: faults.toSorted((a, b) => orderOf(a) - orderOf(b)).slice(0, MOST_FAULTS) };
}
