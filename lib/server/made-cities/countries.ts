import { allCountries } from '../../directory/numbering.ts';

/** Where most cities are: chosen already. */
export const USUAL_COUNTRY = 'CN';

/** Every country whose numbers are known, by its name; the usual one first. */
export function countries(): { value: string; text: string }[] {
  const names = new Intl.DisplayNames('zh-CN', { type: 'region' });
  const all = allCountries().map((value) => ({ value, text: names.of(value) ?? value }));
  all.sort((a, b) => a.text.localeCompare(b.text, 'zh-CN'));
  return [...all.filter(({ value }) => value === USUAL_COUNTRY), ...all.filter(({ value }) => value !== USUAL_COUNTRY)];
}
