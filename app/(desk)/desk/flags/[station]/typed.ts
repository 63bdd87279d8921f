import { z } from 'zod';
import { type DecisionInput, decisionInputSchema } from '#lib/directory/decide.ts';
import { fieldOf, MalformedForm } from '#lib/server/desk/answer-form.ts';
import { idSchema } from '#lib/text/ids.ts';

/** What the decision form sends. */
export interface TypedDecision {
  /** A station's id; null for the edition. */
  record: string | null;
  inputs: DecisionInput[];
  /** Other stations to which the same answer is given. */
  together: string[];
  seen: Record<string, number>;
  /** No conclusion was chosen. */
  isUndecided: boolean;
}

const seenSchema = z.preprocess((text) => parseJson(String(text)), z.record(z.string(), z.int().min(0)));
const formSchema = z.object({
  record: z.union([z.literal('edition').transform(() => null), idSchema]),
  together: z.array(idSchema),
  seen: seenSchema,
  inputs: z.array(decisionInputSchema),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // which is no record
  }
}

/**
 * Reads the form.
 *
 * @throws MalformedForm where a hidden field is not what the page put there
 */
export function readTyped(fields: URLSearchParams): TypedDecision {
  const action = fieldOf(fields, 'action');
  const flags = [...new Set(fields.getAll('flag'))];
  const common = {
    phone: fieldOf(fields, 'phone') || null,
    action: action || 'check',
    how: fieldOf(fields, 'how') || null,
    value: fieldOf(fields, 'value'),
    reason: fieldOf(fields, 'reason'),
    shared: fields.has('shared'),
  };
  const read = formSchema.safeParse({
    record: fields.get('record'),
    together: fields.getAll('with'),
    seen: fields.get('seen'),
    inputs: (flags.length > 0 ? flags : [null]).map((flag) => ({ ...common, flag })),
  });
  if (!read.success) throw new MalformedForm();
  return { ...read.data, isUndecided: action === '' };
}
