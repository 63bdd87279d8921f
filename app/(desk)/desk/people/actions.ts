'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { paths } from '#lib/paths.ts';
import { readAssigned, UnknownStation } from '#lib/server/assigned-stations.ts';
import { getDesk } from '#lib/server/desk.ts';
import { ownOrigin } from '#lib/server/origin.ts';
import {
  type AssignedStation,
  addStaff,
  disableStaff,
  type OneTimeLink,
  ROLES,
  type Role,
  resetStaff,
  StaffError,
  setRole,
} from '#lib/server/staff.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { type FormState, notDone, refusedForm, said } from '../../parts/form-state.ts';
import { staffOfForm } from '../../parts/staff-of-form.ts';

const words = deskWords.people;

/** The link is for another machine: it names the host that the admin's own browser found. */
const handOver = async (name: string, { token, expiresAt }: OneTimeLink): Promise<FormState> =>
  said(words.link(name, shortTime(expiresAt)), `${ownOrigin(await headers())}${paths.desk.setup(token)}`);

/** The stations typed, of the directory that the page is about where they name none. */
async function readStations(form: FormData, role: Role): Promise<AssignedStation[]> {
  if (role !== 'agent') return [];
  const names = text(form, 'stations')
    .split(/[\s,，、]+/)
    .filter((name) => name !== '');
  return readAssigned(names, text(form, 'directory'));
}

/** Runs a change for an admin; what is refused is said in words. */
async function asAdmin(form: FormData, change: () => Promise<FormState>): Promise<FormState> {
  const staff = await staffOfForm(form, 'admin');
  if ('kind' in staff) return refusedForm(staff);
  try {
    const state = await change();
    revalidatePath(paths.desk.people);
    return state;
  } catch (error) {
    if (error instanceof StaffError) return notDone(deskWords.linkProblem[error.code]);
    if (error instanceof UnknownStation) return notDone(words.unknownStation(error.typed));
    throw error;
  }
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const roleOf = (form: FormData) => ROLES.find((role) => role === form.get('role')) ?? 'agent';

export async function addPersonAction(_state: FormState, form: FormData): Promise<FormState> {
  return asAdmin(form, async () => {
    const username = text(form, 'username').trim();
    const role = roleOf(form);
    const stations = await readStations(form, role);
    return handOver(username, await addStaff(await getDesk(), { username, role, stations }, new Date()));
  });
}

export async function changePersonAction(_state: FormState, form: FormData): Promise<FormState> {
  return asAdmin(form, async () => {
    const desk = await getDesk();
    const name = text(form, 'username');
    const change = text(form, 'change');
    if (change === 'reset') return handOver(name, await resetStaff(desk, name, new Date()));
    if (change === 'disable') await disableStaff(desk, name);
    else await setRole(desk, name, roleOf(form), await readStations(form, roleOf(form)));
    return said(words.saved(name));
  });
}
