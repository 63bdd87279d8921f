import { z } from 'zod';

const sideSchema = z.record(z.enum(['action', 'value', 'how', 'reason', 'readers']), z.string());
/** One version of a decision, in words, for showing two of them side by side. */
export type Side = z.infer<typeof sideSchema>;

export const outcomeSchema = z.object({
  kind: z.enum(['done', 'refused', 'conflict', 'signed_out']),
  /** What is said of it, in words. */
  message: z.string().nullable(),
  /** What is wrong, in words, by the name of the field. */
  faults: z.record(z.string(), z.string()),
  /** What stood in the fields, by their names, where the page is loaded anew. */
  typed: z.record(z.string(), z.array(z.string())),
  /** The page to be loaded; null where the form's own shows it. */
  to: z.string().nullable(),
  /** What is shown beside, once: a link to hand over, a phone, what was filed, the two sides of a conflict. */
  shown: z
    .object({
      link: z.string(),
      phone: z.string(),
      /** How it stands by now, where a colleague was quicker, and the last event that says so. */
      newer: z.object({ seen: z.string(), said: z.string() }),
      /** Recovery codes, which are never shown again. */
      codes: z.array(z.string()),
      filed: z.object({ ref: z.string(), code: z.string() }),
      conflict: z.object({
        by: z.string(),
        time: z.string(),
        saved: sideSchema,
        mine: sideSchema,
        seen: z.string(),
      }),
    })
    .partial(),
});
/** What came of a form of the desk, whichever it was. */
export type Outcome = z.infer<typeof outcomeSchema>;

const NOTHING = { message: null, faults: {}, typed: {}, to: null, shown: {} };
export const done = (message: string | null, more: Partial<Outcome> = {}): Outcome => ({
  ...NOTHING,
  ...more,
  kind: 'done',
  message,
});
export const refused = (message: string | null, faults: Outcome['faults'] = {}): Outcome => ({
  ...NOTHING,
  kind: 'refused',
  message,
  faults,
});
export const conflict = (message: string | null, more: Partial<Outcome>): Outcome => ({
  ...NOTHING,
  ...more,
  kind: 'conflict',
  message,
});
/** Nobody who may: the form asks for a name and a password. @param problem why these were not taken */
export const signedOut = (problem: string | null): Outcome => ({ ...NOTHING, kind: 'signed_out', message: problem });
