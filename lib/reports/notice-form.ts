import { z } from 'zod';
import { readsLikePhone } from '../text/phone-like.ts';
import { isBlank, isDisguised, trimTyped } from '../text/typed-text.ts';
import { dayOf, daysLater, instantOf, timeOf } from './days.ts';
import {
  NOTICE_CAUSES,
  NOTICE_KINDS,
  NOTICE_LIMITS,
  NOTICE_SCOPES,
  type Notice,
  type NoticeContent,
  noticeState,
} from './notices.ts';
import { timeOfDaySchema } from './time-of-day.ts';

/** The fields of a notice's form. */
export const NOTICE_FIELDS = [
  'kind',
  'papers',
  'scope',
  'places',
  'cause',
  'expected',
  'text',
  'from',
  'until',
  'office',
] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

/** Everything that can be wrong with a notice as typed, by code. */
export type NoticeFault =
  | 'kind_needed'
  | 'scope_needed'
  | 'place_needed'
  | 'place_unknown'
  | 'cause_unknown'
  | 'papers_too_long'
  | 'text_too_long'
  | 'office_needed'
  | 'office_too_long'
  | 'office_no_office'
  | 'control_characters'
  | 'phone'
  | 'expected_invalid'
  | 'expected_not_within'
  | 'from_invalid'
  | 'from_too_far'
  | 'until_needed'
  | 'until_invalid'
  | 'until_over'
  | 'until_not_later'
  | 'until_too_late';
export type NoticeFaults = Partial<Record<NoticeField, NoticeFault>>;

/** As it comes from the form. Moments are `YYYY-MM-DDTHH:MM` in China. */
export interface TypedNotice extends Record<Exclude<NoticeField, 'places'>, string> {
  districts: readonly string[];
  stations: readonly string[];
}

export interface NoticeSurroundings {
  now: string;
  /** Names by id. */
  districts: ReadonlyMap<string, string>;
  stations: ReadonlyMap<string, string>;
  /** Whether a signature is an office's. */
  isOffice: (name: string) => boolean;
  /** What is to be changed; null for a new one. */
  before: Notice | null;
}

export type ReadNotice = { ok: true; content: NoticeContent } | { ok: false; faults: NoticeFaults };

const code = (fault: NoticeFault) => ({ error: fault });

/** A text for readers: blank is null. Its length counts characters. */
const said = (most: number, tooLong: NoticeFault) =>
  z
    .string()
    .transform(trimTyped)
    .refine((text) => !isDisguised(text, false), code('control_characters'))
    .refine((text) => [...text].length <= most, code(tooLong))
    .refine((text) => !readsLikePhone(text), code('phone'))
    .transform((text) => (isBlank(text) ? null : text));

/** A moment in China, as a browser's field for one gives it, or as a person types it. */
const moment = (invalid: NoticeFault) =>
  z.string().transform((typed, context): string | null => {
    const text = typed.normalize('NFKC').trim();
    if (text === '') return null;
    const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2}:\d{2})(?::\d{2})?$/.exec(text) ?? [];
    const isMoment = z.iso.date().safeParse(day).success && timeOfDaySchema.safeParse(time.padStart(5, '0')).success;
    if (isMoment) return instantOf(day, time.padStart(5, '0'));
    context.addIssue({ code: 'custom', message: invalid });
    return z.NEVER;
  });

const timeOfDay = z.string().transform((typed, context): string | null => {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  // Some browsers put seconds behind.
  const time = timeOfDaySchema.safeParse(text.replace(/^(\d+:\d\d):\d\d$/, '$1').padStart(5, '0'));
  if (time.success) return time.data;
  context.addIssue({ code: 'custom', message: 'expected_invalid' satisfies NoticeFault });
  return z.NEVER;
});

const typedSchema = z.object({
  kind: z.enum(NOTICE_KINDS, code('kind_needed')),
  papers: said(NOTICE_LIMITS.papers, 'papers_too_long'),
  scope: z.enum(NOTICE_SCOPES, code('scope_needed')),
  cause: z.enum(['', ...NOTICE_CAUSES], code('cause_unknown')).transform((cause) => (cause === '' ? null : cause)),
  expected: timeOfDay,
  text: said(NOTICE_LIMITS.text, 'text_too_long'),
  from: moment('from_invalid'),
  until: moment('until_invalid'),
  office: said(NOTICE_LIMITS.office, 'office_too_long'),
});
type Typed = z.infer<typeof typedSchema>;

/** The places that are ticked of the chosen kind, with their names; those of the other kind do not count. */
function placesOf(
  { scope, districts, stations }: TypedNotice,
  around: NoticeSurroundings,
): NoticeContent['places'] | NoticeFault {
  if (scope !== 'districts' && scope !== 'stations') return [];
  const ids = [...new Set(scope === 'districts' ? districts : stations)];
  const names = around[scope];
  if (ids.some((id) => !names.has(id))) return 'place_unknown';
  return ids.length === 0 ? 'place_needed' : ids.map((id) => ({ id, name: names.get(id) ?? id }));
}

/** From when: no earlier than now; what is shown already began when it began, and nobody puts that off. */
function beginOf(from: string | null, { now, before }: NoticeSurroundings): string {
  if (before && noticeState(before, now) === 'current') return before.from;
  return from === null || from < now ? now : from;
}

function untilFault(from: string, until: string | null, now: string): NoticeFault | undefined {
  if (until === null) return 'until_needed';
  if (until <= from) return until <= now ? 'until_over' : 'until_not_later';
  return until > daysLater(from, NOTICE_LIMITS.days) ? 'until_too_late' : undefined;
}

/** A time at which it is not shown yet, or no longer, helps nobody. Over several days it is said of each. */
function expectedFault(expected: string | null, from: string, until: string | null): NoticeFault | undefined {
  if (expected === null || until === null || dayOf(from) !== dayOf(until)) return undefined;
  return expected > timeOf(from) && expected <= timeOf(until) ? undefined : 'expected_not_within';
}

function judge(typed: Partial<Typed>, around: NoticeSurroundings): NoticeFaults {
  const { now, isOffice } = around;
  const from = beginOf(typed.from ?? null, around);
  const faults: NoticeFaults = {};
  const add = (field: NoticeField, fault: NoticeFault | undefined) => {
    if (fault) faults[field] = fault;
  };
  if (typed.from !== undefined) add('from', from > daysLater(now, NOTICE_LIMITS.ahead) ? 'from_too_far' : undefined);
  if (typed.from !== undefined && typed.until !== undefined) add('until', untilFault(from, typed.until, now));
  if (typed.expected !== undefined && typed.from !== undefined && !faults.until)
    add('expected', expectedFault(typed.expected, from, typed.until ?? null));
  if (typed.office !== undefined)
    add('office', typed.office === null ? 'office_needed' : isOffice(typed.office) ? undefined : 'office_no_office');
  return faults;
}

/** Each field by itself, so that one that is wrong keeps no other from being judged. */
function parseEach(typed: TypedNotice): { values: Partial<Typed>; faults: NoticeFaults } {
  const values: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const [name, schema] of Object.entries(typedSchema.shape)) {
    const parsed = schema.safeParse(typed[name as keyof typeof typedSchema.shape]);
    if (parsed.success) values[name] = parsed.data;
    else faults[name] = parsed.error.issues[0]?.message ?? '';
  }
  return { values, faults };
}

/** A notice as somebody typed it, or everything that is wrong with it, by field. */
export function readNotice(given: TypedNotice, around: NoticeSurroundings): ReadNotice {
  // The field is hidden where nothing is to come today: what was left in it does not count.
  const typed = given.kind === 'tomorrow' || given.kind === 'suspended' ? { ...given, expected: '' } : given;
  const { values, faults: shape } = parseEach(typed);
  const places = placesOf(typed, around);
  const faults: NoticeFaults = {
    ...judge(values, around),
    ...(typeof places === 'string' && { places }),
    ...shape,
  };
  const whole = typedSchema.safeParse(typed);
  if (Object.keys(faults).length > 0 || !whole.success || typeof places === 'string') return { ok: false, faults };
  const { from, until, office, ...rest } = whole.data;
  return {
    ok: true,
    content: { ...rest, places, from: beginOf(from, around), until: until ?? '', office: office ?? '' },
  };
}
