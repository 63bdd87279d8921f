import type { Flag } from './records.ts';

/** The id of a flag before it is told apart from others of its kind about the same thing. */
export function flagIdBase(code: Flag['code'], { phone, record, field }: Flag['subject']): string {
  return `${code}:${phone ?? record ?? 'edition'}${phone === null && field !== null ? `:${field}` : ''}`;
}
