import { shownFact } from '#lib/directory/city-facts.ts';
import { type CityChange, type CityProblem, cityChangeSchema } from '#lib/directory/decide-city.ts';
import type { CityFact, Decision } from '#lib/directory/decision.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDeskDirectory, saveCity } from '#lib/server/review.ts';
import { trimTyped } from '#lib/text/typed-text.ts';
import { cityProblemText, cityFactsWords as words } from '#lib/wording/city-facts.ts';
import { deskWords, doneText, shortTime } from '#lib/wording/desk.ts';
import { valueText } from '../../flags/[station]/sides.ts';

/** What the forms of 客服电话和登报信息 do. Each has one reason, under which all that was changed in it is kept. */

/** A field of words: changed where it is not what the page held. */
function textChange(fields: URLSearchParams, field: CityFact, reason: string): CityChange[] {
  const value = fieldOf(fields, `${field}-value`);
  if (trimTyped(value) === fieldOf(fields, `${field}-was`)) return [];
  return [readChange({ field, isCheck: false, value, how: null, reason })];
}

function readChange(change: Record<keyof CityChange, unknown>): CityChange {
  const read = cityChangeSchema.safeParse(change);
  if (!read.success) throw new MalformedForm();
  return read.data;
}

/** The city line: another number, or that it was found right; and whose it is. */
export function setCityLine(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const [value, said] = [fieldOf(fields, 'city_line-value'), fieldOf(fields, 'city_line-action')];
  const how = fieldOf(fields, 'city_line-how') || null;
  const reason = fieldOf(fields, 'line-reason');
  // Whoever typed a number means to correct it.
  const isCheck = said === 'check' && value === '';
  const isNumber = value !== '' || said !== '' || how !== null;
  const number = isNumber ? [readChange({ field: 'city_line', isCheck, value, how, reason })] : [];
  return save(posted, [...number, ...textChange(fields, 'city_line_name', reason)], 'line-reason');
}

/** What the notice says of itself. */
export function setFacts(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const reason = fieldOf(fields, 'facts-reason');
  const changes = (['title', 'publisher', 'from'] as const).flatMap((field) => textChange(fields, field, reason));
  return save(posted, changes, 'facts-reason');
}

/** One more short code that may be called in this city. */
export function addShortCode(posted: Posted): Promise<Outcome> {
  const { fields } = posted;
  const how = fieldOf(fields, 'short_code-how') || null;
  const [value, reason] = [fieldOf(fields, 'short_code-value'), fieldOf(fields, 'code-reason')];
  return save(posted, [readChange({ field: 'short_code', isCheck: false, value, how, reason })], 'code-reason');
}

async function save({ fields, staff }: Posted, changes: readonly CityChange[], reason: string): Promise<Outcome> {
  const seen = fieldOf(fields, 'seen');
  if (!/^\d{1,9}$/.test(seen)) throw new MalformedForm();
  if (changes.length === 0) return refused(words.nothing);
  const desk = await getDesk();
  const common = { directory: staff.directory, staff, seen: { '': Number(seen) }, now: new Date() };
  const result = await saveCity(desk, common, changes);
  const state = await findDeskDirectory(desk, staff.directory);
  if (!result || !state) throw new MalformedForm();
  if (result.ok) return done(result.rows.some(({ action }) => action === 'propose') ? words.proposed : words.saved);
  if (result.reason === 'conflict') return conflictWith(state.directory, result.newer, changes);
  return refused(words.errors, faultsOf(result.problems, reason));
}

function faultsOf(problems: readonly CityProblem[], reason: string): Outcome['faults'] {
  const faults: Outcome['faults'] = {};
  for (const { field, part, code } of problems)
    faults[part === 'reason' ? reason : `${field}-${part}`] ??= cityProblemText(code);
  return faults;
}

/** What a colleague did, and how what was to be changed stands by now. */
function conflictWith(
  directory: PublishedDirectory,
  newer: readonly Decision[],
  changes: readonly CityChange[],
): Outcome {
  const last = newer.at(-1);
  if (!last) throw new Error('a conflict with nothing');
  const named = last.field === null ? '' : deskWords.field[last.field];
  const what = `${named}${doneText(last)} ${valueText(directory, last.field, last.after)}`;
  const now = changes.flatMap(({ field }) =>
    field === 'short_code'
      ? []
      : `${deskWords.field[field]} ${valueText(directory, field, shownFact(field, directory.facts))}`,
  );
  const said = words.conflictNow(what, now);
  return conflict(words.conflict(last.by, shortTime(last.at)), { shown: { newer: { seen: String(last.seq), said } } });
}
