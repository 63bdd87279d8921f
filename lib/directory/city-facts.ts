import { foldText } from '../text/text.ts';
import { type CityFact, type Decision, isOfCity } from './decision.ts';
import { effectiveDecisions } from './effective.ts';
import { flagKind } from './flags.ts';
import { nameKey, printedKey } from './identities.ts';
import type { Check, DecidedEdition, Edition, Flag, Phone } from './records.ts';

/**
 * What an admin decided about a city: its line, what its notice says of itself, which short codes may be called. A
 * correction holds while the same is printed, of whatever edition; the sum and the size of the file are never corrected.
 */

/** What is printed of it. */
export const printedFact = (field: CityFact, { cityLine, title, publisher, effectiveFrom }: Edition): string =>
  ({
    city_line: cityLine.printed,
    city_line_name: cityLine.label,
    title,
    publisher,
    from: effectiveFrom,
  })[field];

/** What readers are told of it; of the line the number as it is called. */
export const shownFact = (field: CityFact, facts: Edition): string =>
  field === 'city_line' ? facts.cityLine.tel : printedFact(field, facts);

/** Whether what a decision saw printed is printed in this notice. */
export function holdsOfCity({ field, printed }: Decision, facts: Edition): boolean {
  if (field === 'short_code') return true;
  const key = field === 'city_line' ? printedKey : nameKey;
  return printed !== null && key(printed) === key(printedFact(field as CityFact, facts));
}

/** A correction of the line that a newer notice prints is its check, and a check of that number is one too. */
export function metByLine(decision: Decision, { cityLine }: Edition): Decision | null {
  const { action, field, after } = decision;
  if (field !== 'city_line' || after !== cityLine.tel) return null;
  return action === 'correct' || action === 'check' ? { ...decision, action: 'check' } : null;
}

/** What a notice says of itself and of its city with every decision applied that holds for it. */
export function decidedFacts(facts: Edition, history: readonly Decision[]): DecidedEdition {
  const rows = history.filter(isOfCity);
  if (rows.length === 0) return facts;
  const held = effectiveDecisions(rows).decisions.flatMap(
    (row) => (holdsOfCity(row, facts) ? row : metByLine(row, facts)) ?? [],
  );
  return held.reduce<DecidedEdition>(withDecision, facts);
}

function withDecision(facts: DecidedEdition, { action, field, after, how, at }: Decision): DecidedEdition {
  if (after === null) return facts;
  const { cityLine } = facts;
  switch (field) {
    case 'city_line':
      return { ...facts, cityLine: { ...cityLine, ...lineAfter(action, after, how && { how, at }) } };
    case 'city_line_name':
      // Whoever says whose number it is has answered why that was not clear.
      return { ...facts, cityLine: { ...cityLine, label: after }, cityLineAmbiguity: null };
    case 'title':
    case 'publisher':
      return { ...facts, [field]: after };
    case 'from':
      return { ...facts, effectiveFrom: after, printedAbout: after.slice(0, 7) };
    default:
      return facts;
  }
}

/** A city line is a number that can be called from anywhere. */
function lineAfter(action: Decision['action'], tel: string, check: Check | null): Partial<DecidedEdition['cityLine']> {
  if (action !== 'correct') return check ? { checked: check } : {};
  const dated = check ? { checked: check, corrected: check } : {};
  return { e164: tel.replace(/^tel:/, ''), tel, ...dated };
}

/** Short codes that an admin has listed, beside those of the city's service. */
export function listedCodes(history: readonly Decision[]): string[] {
  const rows = history.filter(({ field }) => field === 'short_code');
  if (rows.length === 0) return [];
  return effectiveDecisions(rows).decisions.flatMap(({ action, after }) =>
    action === 'add_short_code' && after !== null ? [after] : [],
  );
}

/** A number as it is where its short code is listed, and the flag that then says so; null where it is none of these. */
export function asListed(phone: Phone, flag: Flag, codes: ReadonlySet<string>): { phone: Phone; flag: Flag } | null {
  if (flag.rule !== 'phone.short_code/unlisted' || phone.kind === 'fax') return null;
  const code = foldText(phone.printed).replace(/\D/g, '');
  if (!codes.has(code)) return null;
  const rule = 'phone.short_code/known';
  return {
    phone: { ...phone, kind: 'service', e164: null, tel: `tel:${code}` },
    flag: { ...flag, ...flagKind(rule), rule, evidence: [], suggestion: null },
  };
}
