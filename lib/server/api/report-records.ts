import { z } from 'zod';
import { EVENT_TYPES } from '../../reports/events.ts';
import { LENGTHS } from '../../reports/form.ts';
import { NEXT_ACTIONS, NEXT_WHO } from '../../reports/next.ts';
import { REF_PATTERN } from '../../reports/ref.ts';
import { KINDS, STATES } from '../../reports/words.ts';
import { idSchema } from '../../text/ids.ts';
import { READER_EVENTS } from '../reports/reader-view.ts';

/** What the report API takes and gives, one schema each; the form itself is in `lib/reports/form.ts`. */

const refSchema = z.string().regex(REF_PATTERN).describe('受理编号. Public; unlocks nothing.');

export const nextSchema = z
  .object({
    who: z.enum(NEXT_WHO),
    action: z.enum(NEXT_ACTIONS),
    by: z.iso.datetime().nullable().describe('Null where no limit is set or nobody is there to keep it.'),
  })
  .describe('What happens next.');

export const receiptSchema = z.object({
  ref: refSchema,
  secret: z
    .string()
    .regex(/^\d{12}$/)
    .describe('查询码, for the reader alone. It is not kept and cannot be asked for again.'),
  status: z.enum(STATES),
  next: nextSchema,
});

export const reportViewSchema = z.object({
  ref: refSchema,
  station: idSchema.nullable(),
  kind: z.enum(KINDS),
  status: z.enum(STATES),
  next: nextSchema,
  timeline: z.array(
    z.object({
      seq: z.int().min(1).describe('Not without gaps: staff-only entries are left out.'),
      type: z.enum(EVENT_TYPES),
      at: z.iso.datetime(),
      by: z.enum(['reader', 'station', 'office', 'system']),
      text: z.string().describe('The line in words, Chinese.'),
    }),
  ),
});
export type ReportView = z.infer<typeof reportViewSchema>;

export const reportStepSchema = z.strictObject({
  type: z.enum(READER_EVENTS),
  after: z.int().min(1).describe('`seq` of the last entry of the timeline that was seen.'),
  text: z.string().optional().describe(`At most ${LENGTHS.text} characters.`),
});
