import { type DecisionInput, decisionInputSchema } from '#lib/directory/decide.ts';
import { CHANGED, type Change, type ChangedField, changeSchema, saidOf } from '#lib/directory/edit-station.ts';
import type { Station } from '#lib/directory/records.ts';
import { fieldOf, MalformedForm } from '#lib/server/desk/answer-form.ts';
import { trimTyped } from '#lib/text/typed-text.ts';

/** How many periods of opening hours the form has lines for. */
export const PERIODS = 4;
const MOST_PHONES = 40;

/** The fields that hold what is there now. */
type FilledField = 'name' | 'district' | 'address' | 'hours' | 'note';

/** What the form of a station sends. */
export interface TypedEdit {
  /** By the number's place in the form. */
  phones: Map<number, DecisionInput>;
  changes: Change[];
  seen: number;
}

/**
 * Reads the form: only what was changed of the station as its page showed it, and what somebody began to give a reason for.
 *
 * @throws MalformedForm where a hidden field is not what the page put there
 */
export function readEdit(fields: URLSearchParams): TypedEdit {
  const seen = fieldOf(fields, 'seen');
  if (!/^\d{1,9}$/.test(seen)) throw new MalformedForm();
  const changes = CHANGED.flatMap((field) => changeOf(fields, field) ?? []);
  return { phones: phonesOf(fields), changes, seen: Number(seen) };
}

function changeOf(fields: URLSearchParams, field: ChangedField): Change | null {
  const value = typedValue(fields, field);
  const how = fieldOf(fields, `${field}-how`) || null;
  const reason = fieldOf(fields, `${field}-reason`);
  const isMeant = how !== null || reason !== '' || trimTyped(value) !== fieldOf(fields, `${field}-was`);
  if (!isMeant || (field === 'close' && value === '')) return null;
  const read = changeSchema.safeParse({ field, value, how, reason, shared: fields.has(`${field}-shared`) });
  if (!read.success) throw new MalformedForm();
  return read.data;
}

/** What a field of the form holds before anything is typed; it is sent back beside, since a colleague may change it. */
export function currentOf(field: FilledField, station: Station): string {
  if (field === 'name') return station.name.value ?? '';
  if (field === 'district') return station.district.value ?? '';
  return saidOf(station, field) ?? '';
}

function typedValue(fields: URLSearchParams, field: ChangedField): string {
  if (field !== 'hours') return fieldOf(fields, `${field}-value`);
  const periods = Array.from({ length: PERIODS }, (_, at) => ({
    days: fields.getAll(`hours-days-${at}`).map(Number),
    from: fieldOf(fields, `hours-from-${at}`),
    to: fieldOf(fields, `hours-to-${at}`),
  })).filter(({ days, from, to }) => days.length > 0 || from !== '' || to !== '');
  return periods.length === 0 ? '' : JSON.stringify(periods);
}

function phonesOf(fields: URLSearchParams): Map<number, DecisionInput> {
  const inputs = new Map<number, DecisionInput>();
  for (let at = 0; at < MOST_PHONES && fields.has(`phone-${at}`); at += 1) {
    const part = (name: string) => fieldOf(fields, `phone-${at}-${name}`);
    const [action, how, reason, value] = [part('action'), part('how') || null, part('reason'), part('value')];
    if (action === '' && how === null && reason === '' && value === '') continue;
    const read = decisionInputSchema.safeParse({
      ...{ flag: null, phone: fieldOf(fields, `phone-${at}`), how, value, reason },
      // Whoever typed a number means to correct it.
      action: action || (value === '' ? 'check' : 'correct'),
      shared: fields.has(`phone-${at}-shared`),
    });
    if (!read.success) throw new MalformedForm();
    inputs.set(at, read.data);
  }
  return inputs;
}
