/**
 * Every control and line-reordering character but the newline, since they can disguise what others read, and half a
 * character, which a store keeps as something else.
 */
const DISGUISING = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** Characters that show nothing: a text of them alone is blank. */
const UNSEEN = /[\s\p{Cf}\p{Mn}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Whether nobody would see anything of what was typed. */
export const isBlank = (typed: string): boolean => typed.replace(UNSEEN, '') === '';

/**
 * Whether something that was typed holds a character that nobody can have meant.
 *
 * @param newlines whether it may have several lines
 */
export const isDisguised = (typed: string, newlines: boolean): boolean =>
  DISGUISING.test(newlines ? typed.replace(/\r?\n/g, '') : typed);

const EDGE = /[\s\p{Cf}]/u;
const isEdge = (unit: string | undefined) => unit !== undefined && EDGE.test(unit);

/** What was typed without the blanks around it, and without the unseen marks that phones put around a copied number. */
export function trimTyped(typed: string): string {
  let from = 0;
  let to = typed.length;
  while (from < to && isEdge(typed[from])) from += 1;
  while (to > from && isEdge(typed[to - 1])) to -= 1;
  return typed.slice(from, to);
}
