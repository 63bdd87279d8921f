import { z } from 'zod';
import { RESULTS } from './words.ts';

/** What staff may do by the desk's form; `unmasked` has its own. */
export const STAFF_EVENTS = [
  'accepted',
  'started',
  'resolved',
  'asked',
  'returned',
  'merged',
  'rejected',
  'closed',
  'reopened',
  'called',
  'noted',
] as const;
export type StaffEvent = (typeof STAFF_EVENTS)[number];

/** The desk's form as it was sent. */
export const staffStepSchema = z.object({
  event: z.enum(STAFF_EVENTS),
  after: z.coerce.number().int().min(1),
  station: z.string().catch(''),
  result: z.enum(RESULTS).nullable().catch(null),
  ref: z.string().catch(''),
  text: z.string().catch(''),
});
export type StaffStep = z.infer<typeof staffStepSchema>;

export type StaffProblem =
  | 'unknown_report'
  | 'station'
  | 'result'
  | 'ref'
  | 'ref_ended'
  | 'text_too_long'
  | 'control_characters';
