import { z } from 'zod';
import { idSchema } from '../text/ids.ts';
import { REF_PATTERN } from './ref.ts';
import { CALLED_ALREADY, DOERS, ESCALATIONS, KINDS, RESULTS, WISHES } from './words.ts';

/**
 * What happened, by type. Nothing here can say who a reader is: whatever somebody typed (phone, place, papers, text,
 * answers, reasons, notes) stands in the report's one private row, which one statement erases.
 */
const nothing = z.strictObject({});
export const EVENT_FACTS = {
  submitted: z.strictObject({
    station: idSchema.nullable(),
    kind: z.enum(KINDS),
    /** None where the kind is about no day. */
    dates: z.array(z.iso.date()).max(7),
    wanted: z.enum(WISHES),
    copies: z.int().min(1).max(20).nullable(),
    calledAlready: z.enum(CALLED_ALREADY).nullable(),
  }),
  accepted: z.strictObject({ station: idSchema }),
  rejected: nothing,
  merged: z.strictObject({ ref: z.string().regex(REF_PATTERN) }),
  asked: nothing,
  answered: nothing,
  started: nothing,
  returned: nothing,
  resolved: z.strictObject({ result: z.enum(RESULTS) }),
  confirmed: nothing,
  disputed: nothing,
  lapsed: nothing,
  closed: nothing,
  reopened: nothing,
  withdrawn: nothing,
  erased: nothing,
  called: z.strictObject({ outcome: z.enum(CALLED_ALREADY).exclude(['no']).nullable() }),
  noted: nothing,
  escalated: z.strictObject({ reason: z.enum(ESCALATIONS) }),
  unmasked: nothing,
} as const;

/** What can happen to a report. The first event of every report is `submitted`. */
export type EventType = keyof typeof EVENT_FACTS;
export const EVENT_TYPES = Object.keys(EVENT_FACTS) as EventType[];

/** One type of event with its facts, as it is asked for. */
export type Happening = {
  [T in EventType]: { type: T; facts: z.infer<(typeof EVENT_FACTS)[T]> };
}[EventType];

/** Who did it: `name` is a staff user name, null for a reader and for time. */
const authorSchema = z.object({ role: z.enum(DOERS), name: z.string().nullable() });
export type Author = z.infer<typeof authorSchema>;

/** One line of a report's history; `seq` counts from 1 without a gap, `at` is an ISO instant in UTC. */
export type ReportEvent = Happening & { seq: number; by: Author; at: string };

/** Reads facts that come from outside the type system, such as a row of the store. */
export function parseHappening(type: EventType, facts: unknown): Happening {
  return { type, facts: EVENT_FACTS[type].parse(facts) } as Happening;
}
