import { z } from 'zod';
import { COLUMN_KINDS, LINE_KINDS } from '../../table/tables.ts';

/** What a notice says of itself, as somebody typed it. */
export interface NoticeFacts {
  title: string;
  /** The day from which it says that it holds. */
  from: string;
  areaCode: string;
}

const sheetSchema = z.object({
  isRead: z.boolean().optional(),
  heading: z.int().min(0).optional(),
  columns: z.array(z.enum(COLUMN_KINDS)).optional(),
});

const byWhom = z.object({ by: z.string(), at: z.iso.datetime() });

/** Everything that was said of a draft, step by step. */
export const draftBodySchema = z.object({
  title: z.string(),
  from: z.iso.date(),
  areaCode: z.string(),
  /** By the place of a sheet in its file, from 0. */
  sheets: z.record(z.string().regex(/^\d+$/), sheetSchema),
  /** What lines are: see `lineKey`. */
  lines: z.record(z.string(), z.enum(LINE_KINDS)),
  /** Whether a proposal is the same: see `proposalKey`. */
  answers: z.record(z.string(), z.boolean()),
  /** What becomes of a station that is printed no longer. */
  gone: z.record(z.string(), z.enum(['drop', 'keep'])),
  /** The furthest step that was reached. */
  step: z.int().min(2).max(5),
  /** Given to another editor to be published: from where the notice is, and a word to them. */
  handedOver: byWhom.extend({ source: z.string(), note: z.string() }).nullable(),
  /** Which steps somebody else has gone through since, by their name. */
  seen: z.record(z.string(), z.array(z.enum(['lines', 'differences']))),
  /** Given back by them. */
  returned: byWhom.extend({ reason: z.string() }).nullable(),
});
export type DraftBody = z.infer<typeof draftBodySchema>;

export const newDraftBody = (facts: NoticeFacts): DraftBody => ({
  ...facts,
  ...{ sheets: {}, lines: {}, answers: {}, gone: {}, step: 2, handedOver: null, seen: {}, returned: null },
});
