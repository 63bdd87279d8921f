import { callName } from '../../shown/call-name.ts';
import { spacedDigits } from '../../shown/spaced-digits.ts';
import { words } from '../../wording/reader.ts';
import { escapeHtml } from '../html.ts';
import { shownCities } from '../shown-cities.ts';

/** The city lines as they are now, for pages that the front makes itself. */

/** The city line of a city that readers see. */
export interface CityCall {
  id: string;
  label: string;
  digits: string;
  tel: string;
}

/** It, with its call. */
export function callOf({ label, digits, tel }: CityCall): string {
  const name = escapeHtml(label);
  return (
    `<section class="help"><p>${name}</p><span class="cityno">${escapeHtml(digits)}</span>` +
    `<a class="call first" href="${escapeHtml(tel)}"><span class="vh">${escapeHtml(callName(label, digits))}</span>` +
    `<span aria-hidden="true">${escapeHtml(words.help.button)}</span></a></section>`
  );
}

/** Those of every city, in the order of their ids. */
export async function readCityCalls(): Promise<CityCall[]> {
  const cities = await shownCities();
  return cities.map(({ id, facts: { country, cityLine } }) => ({
    id,
    label: words.cityLine.name(cityLine.label),
    digits: spacedDigits(cityLine.e164, country),
    tel: cityLine.tel,
  }));
}
