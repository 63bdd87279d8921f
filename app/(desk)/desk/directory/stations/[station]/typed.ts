import { type DecisionInput, decisionInputSchema } from '#lib/directory/decide.ts';
import { type Change, changeSchema, saidOf } from '#lib/directory/edit-station.ts';
import type { Station } from '#lib/directory/records.ts';
import { CHANGED, type ChangedField } from '#lib/directory/station-fields.ts';
import { fieldOf, MalformedForm } from '#lib/server/desk/answer-form.ts';
import { isMeant, phonesMeant, typedValue } from './meant.ts';

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
  if (!isMeant(fields, field)) return null;
  const value = typedValue(fields, field);
  const how = fieldOf(fields, `${field}-how`) || null;
  const reason = fieldOf(fields, `${field}-reason`);
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

function phonesOf(fields: URLSearchParams): Map<number, DecisionInput> {
  const inputs = new Map<number, DecisionInput>();
  for (const { at, action } of phonesMeant(fields)) {
    const part = (name: string) => fieldOf(fields, `phone-${at}-${name}`);
    const [how, reason, value] = [part('how') || null, part('reason'), part('value')];
    const read = decisionInputSchema.safeParse({
      ...{ flag: null, phone: fieldOf(fields, `phone-${at}`), action, how, value, reason },
      shared: fields.has(`phone-${at}-shared`),
    });
    if (!read.success) throw new MalformedForm();
    inputs.set(at, read.data);
  }
  return inputs;
}
