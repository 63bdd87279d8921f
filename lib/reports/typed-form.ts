import { z } from 'zod';
import { FIELD_FAULTS } from './form.ts';
import { KINDS, tellsWayIn } from './words.ts';

/** Longest text of one field that is kept to be given back: what is longer was not typed by hand. */
const LONGEST = 4000;
const text = z
  .string()
  .catch('')
  .transform((typed) => typed.slice(0, LONGEST));

/** The form's fields as a browser sends them, nothing judged yet: kept as they are so that nothing typed is lost. */
export const typedFormSchema = z.object({
  station: text,
  kind: text,
  dates: z.array(text).max(50).catch([]),
  papers: text,
  copies: text,
  place: text,
  wanted: text,
  phone: text,
  text,
  calledAlready: text,
});
export type TypedForm = z.infer<typeof typedFormSchema>;

export const EMPTY_FORM: TypedForm = typedFormSchema.parse({});

/** Whether the days that are ticked count: the form hides them where the kind is about no day. */
export const asksForDays = ({ kind }: Pick<TypedForm, 'kind'>): boolean =>
  !KINDS.some((one) => one === kind && tellsWayIn(one));

/**
 * The report that a form as typed stands for; a blank field is one left out, no station is 不知道是哪个站, and days that
 * are not asked for are none.
 */
export function toReport(typed: TypedForm): Record<string, unknown> {
  const { station, dates, copies, ...texts } = typed;
  const filled = Object.entries(texts).filter(([, value]) => value.trim() !== '');
  const count = copies.normalize('NFKC').trim();
  return {
    ...Object.fromEntries(filled),
    station: station === '' ? null : station,
    dates: asksForDays(typed) ? dates : [],
    ...(count === '' ? {} : { copies: /^\d{1,3}$/.test(count) ? Number(count) : count }),
  };
}

const faultSchema = z.object({ field: z.string(), code: z.enum(FIELD_FAULTS), index: z.number().optional() });

/** What is kept of a form between its pages, for an hour. */
export const reportDraftSchema = z.object({
  /** The form in hand. `key` was made when it was opened, so that a double submit is one report. */
  form: z
    .object({
      key: z.string(),
      /** When it was opened, signed by the server; '' where it is only now given out. */
      opened: z.string().max(100).catch(''),
      typed: typedFormSchema,
      faults: z.array(faultSchema),
      notice: z.enum(['again', 'key_reused', 'closed']).nullable().catch(null),
    })
    .nullable(),
  /** The report just filed: the code can be made again from the key while the receipt may be shown. */
  filed: z.object({ key: z.string(), ref: z.string(), remembered: z.boolean().optional().catch(undefined) }).nullable(),
  /**
   * The report whose code was given on the tracking page, and what went wrong there last, with number and code as typed.
   * The code is a secret: in the store it is sealed by the browser's own cookie.
   */
  tracked: z.string().nullable(),
  trackNotice: z
    .object({ code: z.string(), typed: z.string(), secret: z.string().optional().catch(undefined) })
    .nullable(),
  /** What was written about a report there and could not be taken yet. */
  answer: z.string().catch(''),
});
export type ReportDraft = z.infer<typeof reportDraftSchema>;
/** The form in hand. */
export type FormDraft = NonNullable<ReportDraft['form']>;

export const EMPTY_DRAFT: ReportDraft = { form: null, filed: null, tracked: null, trackNotice: null, answer: '' };
