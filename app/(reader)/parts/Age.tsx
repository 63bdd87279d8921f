import { ageMarkup } from '#lib/shown/row-markup.ts';
import type { Age as AgeWords } from '#lib/wording/age.ts';
import { reactElement } from './react-element.ts';

/** How old a number is. */
export function Age({ age }: { age: AgeWords }) {
  return ageMarkup(reactElement, age);
}
