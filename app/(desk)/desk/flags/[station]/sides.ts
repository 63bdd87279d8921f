import type { DecisionInput } from '#lib/directory/decide.ts';
import type { Action, DecidedField, Decision } from '#lib/directory/decision.ts';
import { openingHoursSchema } from '#lib/directory/opening-hours.ts';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { needsApproval } from '#lib/directory/rules.ts';
import { readTel } from '#lib/directory/tel.ts';
import type { Side } from '#lib/server/desk/outcome.ts';
import { spacedDigits } from '#lib/shown/spaced-digits.ts';
import { parseTyped } from '#lib/table/phone/typed-number.ts';
import { checkedWords } from '#lib/wording/age.ts';
import { longDate } from '#lib/wording/dates.ts';
import { deskWords, doneText } from '#lib/wording/desk.ts';
import { openWords } from '#lib/wording/open.ts';

const words = deskWords.conflict;

/** A kept value as staff read it: digits spaced, a district's label, a kind's word. */
export function valueText(directory: PublishedDirectory, field: DecidedField | null, value: string | null): string {
  if (value === null) return deskWords.entry.none;
  if (field === 'district') return directory.districts.find(({ id }) => id === value)?.label ?? value;
  if (field === 'hours') return openWords.week(openingHoursSchema.parse(JSON.parse(value))).join('；');
  if (field === 'kind') return deskWords.kind[value as keyof typeof deskWords.kind] ?? value;
  if (field === 'from') return longDate(value);
  if ((field !== 'number' && field !== 'city_line') || !value.startsWith('tel:')) return value;
  const { e164, extension } = readTel(value, directory.facts.country);
  return e164 ? spacedDigits(e164, directory.facts.country, extension) : value.replace('tel:', '');
}

/** What readers would see, where the decision is about a number; a name or a district dates nothing. */
function effectText({ action, how, phone }: Pick<Decision, 'how' | 'phone'> & { action: Action }, at: string) {
  const { effect } = words;
  if (action === 'propose') return effect.proposed;
  if (action === 'add_alias' || action === 'add_landmark') return effect[action];
  if (action === 'out_of_use' || action === 'unverifiable' || action === 'reopen') return effect[action];
  const dated = phone !== null && how !== null ? checkedWords({ how, at }) : null;
  if (action === 'confirm' || action === 'check') return effect.confirm(dated);
  return action === 'correct' ? effect.correct : effect.other;
}

/** A colleague's row as one side of the comparison. */
export function savedSide(directory: PublishedDirectory, row: Decision): Side {
  return {
    action: doneText(row),
    value: valueText(directory, row.field, row.after),
    how: row.how === null ? deskWords.entry.none : deskWords.how[row.how],
    reason: row.reason || deskWords.entry.none,
    readers: effectText(row, row.at),
  };
}

/** What the editor was about to save, as the other side: with other editors there a number would be proposed only. */
export function typedSide(
  directory: PublishedDirectory,
  input: DecisionInput,
  { phone, at, activeEditors }: { phone: string | null; at: string; activeEditors: number },
): Side {
  const row = { action: input.action, field: phone === null ? null : ('number' as const), phone, flag: input.flag };
  const waits = needsApproval(row, activeEditors);
  const tel = phone === null ? null : parseTyped(input.value, directory.facts, directory.service)?.tel;
  return {
    action: deskWords.action[input.action],
    value:
      input.action === 'correct'
        ? valueText(directory, tel ? 'number' : 'district', tel ?? input.value)
        : deskWords.entry.none,
    how: input.how === null ? deskWords.entry.none : deskWords.how[input.how],
    reason: input.reason || deskWords.entry.none,
    readers: effectText({ action: waits ? 'propose' : input.action, how: input.how, phone }, at),
  };
}
