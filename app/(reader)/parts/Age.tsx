import { ageMarkup } from '#lib/shown/row-markup.ts';
import { reactElement } from './react-element.ts';

/** How old a number is, from `ageParts`. */
export function Age({ parts }: { parts: readonly [string, string] }) {
  return ageMarkup(reactElement, parts);
}
