'use server';

import { revalidatePath } from 'next/cache';
import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import { deskAddress } from '#lib/server/first-run.ts';
import { deskDirectoryId } from '#lib/server/review.ts';
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

const handOver = (name: string, { token, expiresAt }: OneTimeLink): PeopleState => ({
  message: words.link(name, shortTime(expiresAt)),
  problem: null,
  link: deskAddress(paths.desk.setup(token)),
});

class UnknownStation extends Error {}

async function readStations(typed: string): Promise<AssignedStation[]> {
  const directory = await deskDirectoryId(undefined);
  const known = directory === null ? null : await findDirectory(directory);
  const ids = typed.split(/[\s,，、]+/).filter((id) => id !== '');
  return ids.map((station) => {
    if (!directory || !known?.stations.some(({ id }) => id === station)) throw new UnknownStation(station);
    return { directory, station };
  });
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
    if (error instanceof UnknownStation) return refused(words.unknownStation(error.message));
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
    const stations = role === 'agent' ? await readStations(text(form, 'stations')) : [];
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
    else await setRole(desk, name, roleOf(form), await readStations(text(form, 'stations')));
    return said(words.saved(name));
  });
}
