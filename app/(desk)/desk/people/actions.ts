'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { paths } from '#lib/paths.ts';
import { readAssigned, UnknownStation } from '#lib/server/assigned-stations.ts';
import { getDesk } from '#lib/server/desk.ts';
import { ownOrigin } from '#lib/server/origin.ts';
import { DeskRefusal, requireRole } from '#lib/server/session.ts';
import {
  type AssignedStation,
  addStaff,
  disableStaff,
  type OneTimeLink,
  ROLES,
  resetStaff,
  StaffError,
  setRole,
} from '#lib/server/staff.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';

export interface PeopleState {
  message: string | null;
  problem: string | null;
  /** A link to hand over: shown once, kept nowhere. */
  link: string | null;
}

const words = deskWords.people;
const said = (message: string): PeopleState => ({ message, problem: null, link: null });
const refused = (problem: string): PeopleState => ({ message: null, problem, link: null });

/** The link is for another machine: it names the host that the admin's own browser found. */
const handOver = async (name: string, { token, expiresAt }: OneTimeLink): Promise<PeopleState> => ({
  message: words.link(name, shortTime(expiresAt)),
  problem: null,
  link: `${ownOrigin(await headers())}${paths.desk.setup(token)}`,
});

/** The stations typed, of the directory that the page is about where they name none. */
function readStations(form: FormData): Promise<AssignedStation[]> {
  const names = text(form, 'stations')
    .split(/[\s,，、]+/)
    .filter((name) => name !== '');
  return readAssigned(names, text(form, 'directory'));
}

/** Runs a change for an admin; what is refused is said in words. */
async function asAdmin(change: () => Promise<PeopleState>): Promise<PeopleState> {
  try {
    await requireRole('admin');
    const state = await change();
    revalidatePath(paths.desk.people);
    return state;
  } catch (error) {
    if (error instanceof StaffError) return refused(deskWords.linkProblem[error.code]);
    if (error instanceof UnknownStation) return refused(words.unknownStation(error.typed));
    if (error instanceof DeskRefusal)
      return refused(error.code === 'signed_out' ? deskWords.signIn.again : deskWords.notFound);
    throw error;
  }
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const roleOf = (form: FormData) => ROLES.find((role) => role === form.get('role')) ?? 'agent';

export async function addPersonAction(_state: PeopleState, form: FormData): Promise<PeopleState> {
  return asAdmin(async () => {
    const username = text(form, 'username').trim();
    const role = roleOf(form);
    const stations = role === 'agent' ? await readStations(form) : [];
    return handOver(username, await addStaff(await getDesk(), { username, role, stations }, new Date()));
  });
}

export async function changePersonAction(_state: PeopleState, form: FormData): Promise<PeopleState> {
  return asAdmin(async () => {
    const desk = await getDesk();
    const name = text(form, 'username');
    const change = text(form, 'change');
    if (change === 'reset') return handOver(name, await resetStaff(desk, name, new Date()));
    if (change === 'disable') await disableStaff(desk, name);
    else await setRole(desk, name, roleOf(form), await readStations(form));
    return said(words.saved(name));
  });
}
