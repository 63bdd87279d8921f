import { z } from 'zod';
import { readsLikePhone } from '../text/phone-like.ts';
import { isBlank, isDisguised, trimTyped } from '../text/typed-text.ts';
import { aliasProblem, stationsNamed } from './alias.ts';
import {
  blankRow,
  type Decided,
  type DecisionContext,
  type DecisionProblem,
  readTypedNumber,
  reasonProblems,
  UNSEEN,
  withApproval,
} from './decide.ts';
import type { NewDecision, SaidField } from './decision.ts';
import { LIMITS } from './decision-limits.ts';
import { type OpeningHours, openingHoursSchema } from './opening-hours.ts';
import { CHECK_METHODS, type PublishedDirectory, type Station } from './records.ts';
import { CHANGED, type ChangedField, LONGEST_SAID } from './station-fields.ts';

/**
 * What staff change of a station beyond what its flags ask: its name and district, what no paper prints of it, one more
 * name or number, or that it is no more. Each change is a row of its own, with how it was established and why.
 */

export const changeSchema = z.object({
  field: z.enum(CHANGED),
  /** Hours as JSON; of `close` nothing. Empty takes away an address, hours or a note. */
  value: z.string().max(5000),
  how: z.enum(CHECK_METHODS).nullable(),
  reason: z.string(),
  /** A number that another station has is this one's too. */
  shared: z.boolean(),
});
export type Change = z.infer<typeof changeSchema>;

/** What is wrong with a change. */
export type ChangeCode =
  | DecisionProblem['code']
  | 'name.taken'
  | 'said.number'
  | 'hours.incomplete'
  | 'hours.order'
  | 'hours.overlap'
  | 'alias.length'
  | 'alias.digits'
  | 'alias.signs'
  | 'alias.own'
  | 'alias.taken';
export interface ChangeProblem {
  field: ChangedField;
  part: 'value' | 'how' | 'reason' | 'shared';
  code: ChangeCode;
  /** Whose the name or number is already. */
  owners?: string[];
}

type Read = { value: string | null } | { code: ChangeCode; owners?: string[]; part?: 'shared' };

/** The row of one change, or everything that is wrong with it. */
export function decideChange(station: Station, change: Change, context: DecisionContext): Decided<ChangeProblem> {
  const { field, how, reason } = change;
  const read = readChange(station, change, context);
  const problem = (part: ChangeProblem['part'], code: ChangeCode, owners?: string[]): ChangeProblem => ({
    ...{ field, part, code },
    ...(owners && { owners }),
  });
  const problems = [
    ...('code' in read ? [problem(read.part ?? 'value', read.code, read.owners)] : []),
    ...(how === null ? [problem('how', 'how.missing')] : []),
    ...reasonProblems(reason).map(({ code }) => problem('reason', code)),
  ];
  if (problems.length > 0 || 'code' in read) return { ok: false, problems };
  const row = { ...blankRow(context), record: station.id, how, reason: reason.trim(), printed: station.name.printed };
  return { ok: true, row: withApproval(context, { ...row, ...rowOfChange(station, field, read.value, context) }) };
}

function rowOfChange(
  station: Station,
  field: ChangedField,
  after: string | null,
  { newPhone }: DecisionContext,
): Partial<NewDecision> {
  switch (field) {
    case 'name':
      return { action: 'correct', field, before: station.name.value, after };
    case 'district':
      return { action: 'correct', field, before: station.district.value, after, printed: station.district.printed };
    case 'alias':
      return { action: 'add_alias', field, after };
    case 'number':
      return { action: 'add_phone', field, phone: newPhone(station.id), after, printed: null };
    case 'close':
      return { action: 'out_of_use' };
    default:
      return { action: 'set', field, before: saidOf(station, field), after };
  }
}

/** What is said of a station now, as the history keeps it; null where nothing is. */
export const saidOf = (station: Station, field: SaidField): string | null =>
  field === 'hours' ? (station.hours ? JSON.stringify(station.hours.value) : null) : (station[field]?.value ?? null);

function readChange(station: Station, change: Change, context: DecisionContext): Read {
  const { directory } = context;
  const typed = trimTyped(change.value);
  switch (change.field) {
    case 'name':
      return readName(typed, station, directory);
    case 'district':
      if (typed === station.district.value) return { code: 'value.same' };
      return directory.districts.some(({ id }) => id === typed) ? { value: typed } : { code: 'district.unknown' };
    case 'alias': {
      const wrong = aliasProblem(typed, station, directory);
      if (wrong === null) return { value: typed };
      return { code: ALIAS_CODES[wrong.code], ...('station' in wrong && { owners: [wrong.station] }) };
    }
    case 'number':
      return readNumber(typed, change.shared, station, context);
    case 'close':
      return { value: null };
    case 'hours':
      return readHours(typed, station);
    default:
      return readSaid(change.field, typed, station);
  }
}

const ALIAS_CODES = {
  'alias.missing': 'value.missing',
  'alias.unseen': 'value.control_char',
  'alias.length': 'alias.length',
  'alias.digits': 'alias.digits',
  'alias.signs': 'alias.signs',
  'alias.own': 'alias.own',
  'alias.taken': 'alias.taken',
} as const;

/** A station's name; another of the same district must not have it. */
export function readName(
  typed: string,
  own: Pick<Station, 'id' | 'name' | 'district'>,
  directory: PublishedDirectory,
): Read {
  if (isBlank(typed)) return { code: 'value.missing' };
  if ([...typed].length > LONGEST_SAID.name) return { code: 'value.too_long' };
  if (UNSEEN.test(typed)) return { code: 'value.control_char' };
  if (readsLikePhone(typed)) return { code: 'said.number' };
  if (typed === own.name.value) return { code: 'value.same' };
  const others = stationsNamed(directory, typed).filter(
    ({ id, district }) => id !== own.id && district.value === own.district.value,
  );
  return others.length > 0 ? { code: 'name.taken', owners: others.map(({ id }) => id) } : { value: typed };
}

function readNumber(typed: string, shared: boolean, { id }: Pick<Station, 'id'>, context: DecisionContext): Read {
  if (isBlank(typed)) return { code: 'value.missing' };
  if (typed.length > LIMITS.value) return { code: 'value.too_long' };
  if (isDisguised(typed, false)) return { code: 'value.control_char' };
  const read = readTypedNumber(typed, shared, { phone: null, record: id }, context);
  if ('value' in read) return read;
  const { problem } = read;
  if (problem.code !== 'number.taken') return { code: problem.code };
  return { code: problem.code, part: 'shared', owners: problem.owners.map(({ station }) => station ?? '') };
}

function readSaid(field: 'address' | 'note', typed: string, station: Station): Read {
  if (isBlank(typed)) return saidOf(station, field) === null ? { code: 'value.missing' } : { value: null };
  if ([...typed].length > LONGEST_SAID[field]) return { code: 'value.too_long' };
  if (UNSEEN.test(typed)) return { code: 'value.control_char' };
  if (readsLikePhone(typed)) return { code: 'said.number' };
  return typed === saidOf(station, field) ? { code: 'value.same' } : { value: typed };
}

function readHours(typed: string, station: Station): Read {
  if (typed === '') return saidOf(station, 'hours') === null ? { code: 'value.missing' } : { value: null };
  const read = z
    .array(z.looseObject({ days: z.array(z.int()), from: z.string(), to: z.string() }))
    .safeParse(parseJson(typed));
  if (!read.success) return { code: 'hours.incomplete' };
  if (read.data.some(({ days, from, to }) => days.length === 0 || from === '' || to === ''))
    return { code: 'hours.incomplete' };
  const hours = openingHoursSchema.safeParse(read.data);
  if (!hours.success) return { code: 'hours.order' };
  if (overlaps(hours.data)) return { code: 'hours.overlap' };
  const value = JSON.stringify(hours.data);
  return value === saidOf(station, 'hours') ? { code: 'value.same' } : { value };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // which is no list of periods
  }
}

/** Whether two periods of one day meet. */
const overlaps = (hours: OpeningHours): boolean =>
  hours.some((one, at) =>
    hours
      .slice(at + 1)
      .some((other) => other.days.some((day) => one.days.includes(day)) && one.from < other.to && other.from < one.to),
  );

export const newStationSchema = changeSchema.pick({ how: true, reason: true, shared: true }).extend({
  name: z.string().max(2000),
  district: z.string().max(200),
  number: z.string().max(2000),
});
export type NewStation = z.infer<typeof newStationSchema>;

/**
 * The rows of a station that no paper prints: its name, its district, its first number.
 * @param id one that nothing ever had
 */
export function decideNewStation(
  id: string,
  { name, district, number, how, reason, shared }: NewStation,
  context: DecisionContext,
): Decided<ChangeProblem>[] {
  const { directory } = context;
  const isDistrict = directory.districts.some((one) => one.id === district);
  const own = { id, ...NO_FIELDS(isDistrict ? district : null) };
  const reads = {
    name: readName(trimTyped(name), own, directory),
    number: readNumber(trimTyped(number), shared, own, context),
  };
  const problems: ChangeProblem[] = [
    ...(['name', 'number'] as const).flatMap((field): ChangeProblem[] => {
      const read = reads[field];
      if (!('code' in read)) return [];
      const { code, owners, part = 'value' } = read;
      return [{ field, part, code, ...(owners && { owners }) }];
    }),
    ...(isDistrict ? [] : [{ field: 'district', part: 'value', code: 'district.unknown' } as const]),
    ...(how === null ? [{ field: 'name', part: 'how', code: 'how.missing' } as const] : []),
    ...reasonProblems(reason).map(({ code }) => ({ field: 'name', part: 'reason', code }) as const),
  ];
  if (problems.length > 0 || 'code' in reads.name || 'code' in reads.number) return [{ ok: false, problems }];
  const row = { record: id, how, reason: reason.trim() };
  const rows: Partial<NewDecision>[] = [
    { action: 'add_station', field: 'name', after: reads.name.value },
    { action: 'correct', field: 'district', after: district },
    { action: 'add_phone', field: 'number', phone: context.newPhone(id), after: reads.number.value },
  ];
  return rows.map((own) => ({ ok: true, row: withApproval(context, { ...blankRow(context), ...row, ...own }) }));
}

const NO_FIELDS = (district: string | null): Pick<Station, 'name' | 'district'> => ({
  name: { printed: null, value: null, cells: [], how: 'added' },
  district: { printed: null, value: district, cells: [], how: 'added' },
});
