import { isAreaCode, isCountry } from '../../directory/numbering.ts';
import type { CityFacts } from '../../directory/records.ts';
import { parseCell } from '../../table/phone/parse.ts';
import { slugOf } from '../../table/slugs.ts';
import { idSchema, RESERVED_IDS } from '../../text/ids.ts';
import { isBlank, isDisguised, trimTyped } from '../../text/typed-text.ts';

/** A new city as somebody typed it. */
export interface TypedCity {
  city: string;
  /** May be left out: it is then made of the name. */
  id: string;
  country: string;
  areaCode: string;
  publisher: string;
  lineLabel: string;
  lineNumber: string;
}
export const CITY_FIELDS = ['city', 'id', 'country', 'areaCode', 'publisher', 'lineLabel', 'lineNumber'] as const;

/** What is wrong with a field. */
export type CityFault =
  | 'missing'
  | 'too_long'
  | 'unseen'
  | 'id.form'
  | 'id.reserved'
  | 'id.taken'
  | 'id.unspelt'
  | 'country.unknown'
  | 'area_code.unknown'
  | 'number.not_callable';
export type CityFaults = Partial<Record<keyof TypedCity, CityFault>>;

const LONGEST = { city: 20, publisher: 60, lineLabel: 30, lineNumber: 40 } as const;
type TextField = keyof typeof LONGEST;

/** Reads what was typed; every fault at once. @param taken the ids of the cities that there are */
export function readNewCity(
  given: TypedCity,
  taken: readonly string[],
): { facts: CityFacts; faults: null } | { facts: null; faults: CityFaults } {
  const typed = trimmed(given);
  const { city, country, areaCode, publisher, lineLabel, lineNumber } = typed;
  const isKnown = isCountry(country);
  const isOfCountry = isKnown && isAreaCode(areaCode, country);
  const line = isKnown ? cityLineOf(lineNumber, country, isOfCountry ? areaCode : null) : null;
  const id = typed.id === '' ? slugOf(city) : typed.id;
  const faults: CityFaults = {
    ...textFaults(typed),
    ...faultIn('id', city === '' && typed.id === '' ? null : idFault(id, typed.id === '', taken)),
    ...faultIn('country', isKnown ? null : 'country.unknown'),
    ...faultIn('areaCode', areaCode === '' ? 'missing' : isOfCountry || !isKnown ? null : 'area_code.unknown'),
  };
  if (isKnown && line === null) faults.lineNumber ??= 'number.not_callable';
  if (line === null || Object.keys(faults).length > 0) return { facts: null, faults };
  const cityLine = { label: lineLabel, printed: lineNumber, ...line };
  return {
    facts: { directory: id, city, country, areaCode, publisher, cityLine, cityLineAmbiguity: null },
    faults: null,
  };
}

function trimmed(given: TypedCity): TypedCity {
  const typed = Object.fromEntries(CITY_FIELDS.map((name) => [name, trimTyped(given[name])])) as unknown as TypedCity;
  return { ...typed, id: typed.id.toLowerCase() };
}

const faultIn = (name: keyof TypedCity, fault: CityFault | null): CityFaults =>
  fault === null ? {} : { [name]: fault };

function textFaults(typed: TypedCity): CityFaults {
  const names = Object.keys(LONGEST) as TextField[];
  return Object.assign({}, ...names.map((name) => faultIn(name, textFault(typed[name], LONGEST[name]))));
}

function textFault(text: string, longest: number): CityFault | null {
  if (isBlank(text)) return 'missing';
  if (isDisguised(text, false)) return 'unseen';
  return [...text].length > longest ? 'too_long' : null;
}

function idFault(id: string, isMade: boolean, taken: readonly string[]): CityFault | null {
  if (id === '' && isMade) return 'id.unspelt';
  if (!idSchema.safeParse(id).success) return 'id.form';
  if (RESERVED_IDS.includes(id)) return 'id.reserved';
  return taken.includes(id) ? 'id.taken' : null;
}

/** One whole number that can be called from anywhere: the area code alone may be left out. */
function cityLineOf(typed: string, country: string, areaCode: string | null): { e164: string; tel: string } | null {
  const [phone, ...more] = parseCell(typed, { country, areaCode, shortCodes: [] });
  // Readers dial it as it is shown: nobody dials on behind it.
  return phone && more.length === 0 && phone.e164 !== null && phone.tel === `tel:${phone.e164}`
    ? { e164: phone.e164, tel: phone.tel }
    : null;
}
