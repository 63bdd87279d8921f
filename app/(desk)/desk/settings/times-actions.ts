'use server';

import { revalidatePath } from 'next/cache';
import { paths } from '#lib/paths.ts';
import { TIME_FIELDS, type TypedTimes } from '#lib/reports/time-fields.ts';
import { readTimes, type TimesFaults } from '#lib/reports/typed-times.ts';
import { getDesk } from '#lib/server/desk.ts';
import { forgetDirectory } from '#lib/server/directories.ts';
import { deskDirectoryId } from '#lib/server/review.ts';
import { DeskRefusal, requireRole } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { timesWords } from '#lib/wording/desk-reports.ts';
import type { SettingsState } from './actions.ts';

export interface TimesState extends SettingsState {
  faults: TimesFaults;
}

const refused = (problem: string, faults: TimesFaults = {}): TimesState => ({ message: null, problem, faults });

/** Saves service hours, time limits and the delivery cut-off: what readers are promised while somebody is there. */
export async function saveTimesAction(_state: TimesState, form: FormData): Promise<TimesState> {
  try {
    const staff = await requireRole('admin');
    const id = await deskDirectoryId(String(form.get('directory') ?? ''));
    if (id === null) return refused(deskWords.notFound);
    const typed = Object.fromEntries(TIME_FIELDS.map((name) => [name, String(form.get(name) ?? '')])) as TypedTimes;
    const read = readTimes(typed);
    if (!read.ok) return refused(timesWords.wrong(Object.keys(read.faults).length), read.faults);
    const { store } = await getDesk();
    await store.settings.write(id, read.times, staff.username, new Date().toISOString());
    forgetDirectory(store, id);
    revalidatePath(paths.desk.settings);
    return { message: deskWords.settings.saved, problem: null, faults: {} };
  } catch (error) {
    if (!(error instanceof DeskRefusal)) throw error;
    return refused(error.code === 'signed_out' ? deskWords.signIn.again : deskWords.notFound);
  }
}
