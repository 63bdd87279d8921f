'use server';

import { revalidatePath } from 'next/cache';
import { paths } from '#lib/paths.ts';
import { TIME_FIELDS, type TypedTimes } from '#lib/reports/time-fields.ts';
import { readTimes, type TimesFaults } from '#lib/reports/typed-times.ts';
import { getDesk } from '#lib/server/desk.ts';
import { forgetDirectory } from '#lib/server/directories.ts';
import { deskDirectoryId } from '#lib/server/review.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { timesWords } from '#lib/wording/desk-reports.ts';
import { type FormState, notDone, refusedForm, said } from '../../parts/form-state.ts';
import { staffOfForm } from '../../parts/staff-of-form.ts';

export interface TimesState extends FormState {
  faults: TimesFaults;
}

const withFaults = (state: FormState, faults: TimesFaults = {}): TimesState => ({ ...state, faults });

/** Saves service hours, time limits and the delivery cut-off: what readers are promised while somebody is there. */
export async function saveTimesAction(_state: TimesState, form: FormData): Promise<TimesState> {
  const staff = await staffOfForm(form, 'admin');
  if ('kind' in staff) return withFaults(refusedForm(staff));
  const id = await deskDirectoryId(String(form.get('directory') ?? ''));
  if (id === null) return withFaults(notDone(deskWords.notFound));
  const typed = Object.fromEntries(TIME_FIELDS.map((name) => [name, String(form.get(name) ?? '')])) as TypedTimes;
  const read = readTimes(typed);
  if (!read.ok) return withFaults(notDone(timesWords.wrong(Object.keys(read.faults).length)), read.faults);
  const { store } = await getDesk();
  await store.settings.write(id, read.times, staff.username, new Date().toISOString());
  forgetDirectory(store, id);
  revalidatePath(paths.desk.settings);
  return withFaults(said(deskWords.settings.saved));
}
