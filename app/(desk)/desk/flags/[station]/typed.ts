import { z } from 'zod';
import { type DecisionInput, decisionInputSchema } from '#lib/directory/decide.ts';
import { idSchema } from '#lib/text/ids.ts';
import type { TypedText } from './state.ts';

const seenSchema = z.record(z.string(), z.int().min(0));

/** What the decision form sends. */
export interface TypedDecision {
  directory: string;
  /** A station's id; null for the edition. */
  record: string | null;
  inputs: DecisionInput[];
  /** Other stations to which the same answer is given. */
  together: string[];
  seen: Record<string, number>;
  /** No conclusion was chosen. */
  isUndecided: boolean;
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const texts = (form: FormData, name: string) => form.getAll(name).map(String);

/** What stood in the fields, as it was. */
export const readText = (form: FormData): TypedText => ({
  action: text(form, 'action'),
  how: text(form, 'how'),
  value: text(form, 'value'),
  reason: text(form, 'reason'),
  shared: form.has('shared'),
  together: texts(form, 'with'),
});

/** Reads the form. Throws where a hidden field is not what the page put there. */
export function readTyped(form: FormData): TypedDecision {
  const record = text(form, 'record');
  const action = text(form, 'action');
  const how = text(form, 'how');
  const flags = texts(form, 'flag');
  const common = {
    phone: text(form, 'phone') || null,
    action: action || 'check',
    how: how || null,
    value: text(form, 'value'),
    reason: text(form, 'reason').replace(/\r\n/g, '\n'),
    shared: form.has('shared'),
  };
  const subjects: (string | null)[] = flags.length > 0 ? flags : [null];
  return {
    directory: text(form, 'directory'),
    record: record === 'edition' ? null : idSchema.parse(record),
    inputs: subjects.map((flag) => decisionInputSchema.parse({ ...common, flag })),
    together: texts(form, 'with').map((id) => idSchema.parse(id)),
    seen: seenSchema.parse(JSON.parse(text(form, 'seen'))),
    isUndecided: action === '',
  };
}
