import type { FlagRule } from '../../directory/flags.ts';

/** Something to say about a number; an error rule means that it cannot be called. */
export interface PhoneIssue {
  rule: Extract<FlagRule, `phone.${string}` | 'text.normalised'>;
  evidence: string[];
}
