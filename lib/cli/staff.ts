import { parseArgs } from 'node:util';
import { paths } from '../paths.ts';
import { readAssigned, UnknownStation } from '../server/assigned-stations.ts';
import { getDesk } from '../server/desk.ts';
import { listDirectories } from '../server/directory-sources.ts';
import { deskAddress } from '../server/first-run.ts';
import type { OneTimeLink } from '../server/one-time-links.ts';
import {
  type AssignedStation,
  addStaff,
  changePosts,
  type Desk,
  disableStaff,
  listStaff,
  type Posts,
  ROLES,
  requireStaff,
  resetStaff,
} from '../server/staff.ts';
import { closeStore, getStore } from '../server/store.ts';
import { runCommand, UsageError } from './command.ts';

/** `npm run -s staff -- add|set|list|disable|reset`: the people of the desk, from the shell. Works beside a running server. */
const USAGE = `Usage: npm run -s staff -- add NAME --role ${ROLES.join('|')}|owner [--directory ID]… [--station [DIRECTORY/]ID]…
       npm run -s staff -- set NAME --role … (as above, or none): what they may do in these cities from now on;
         who owns the deployment goes on doing so: that is taken away at the desk (人员)
       npm run -s staff -- list
       npm run -s staff -- disable NAME
       npm run -s staff -- reset NAME: a link for a new password; opens a disabled account again`;

interface Options {
  role?: string | undefined;
  directory: string[];
  station: string[];
}

/** The link alone goes to standard output, so that a script can take it; the remark goes beside it. */
function printLink({ token, expiresAt }: OneTimeLink): void {
  console.log(deskAddress(paths.desk.setup(token)));
  console.error(`Works once, until ${expiresAt.toISOString()}.`);
}

async function readStations({ station, directory }: Options): Promise<AssignedStation[]> {
  const all = await listDirectories(await getStore());
  const [only = null, ...others] = directory.length > 0 ? directory : all;
  try {
    return await readAssigned(station, others.length > 0 ? null : only);
  } catch (error) {
    throw error instanceof UnknownStation ? new UsageError(error.message) : error;
  }
}

/** The cities that were named, by themselves or with a station; else the only one there is. */
async function readCities({ directory }: Options, stations: readonly AssignedStation[]): Promise<string[]> {
  const all = await listDirectories(await getStore());
  const named = new Set([...directory, ...stations.map((one) => one.directory)]);
  const unknown = [...named].find((id) => !all.includes(id));
  if (unknown !== undefined) throw new UsageError(`--directory ${unknown}: there is no such city (${all.join(', ')}).`);
  if (named.size > 0) return [...named];
  if (all.length > 1) throw new UsageError(`In which city? --directory ID, one of: ${all.join(', ')}.`);
  return all;
}

/** What the options make of somebody. An owner is admin too, of the cities that are named. */
async function readPosts(options: Options): Promise<Posts> {
  const role = [...ROLES, 'owner' as const].find((known) => known === options.role);
  if (!role) throw new UsageError(`--role must be one of ${ROLES.join(', ')}, owner; with set also none`);
  const stations = await readStations(options);
  if (role !== 'agent' && stations.length > 0) throw new UsageError('--station is for agents.');
  const cities = role === 'owner' && options.directory.length === 0 ? [] : await readCities(options, stations);
  if (role === 'agent' && stations.length === 0)
    console.error('An agent without stations sees no reports: --station [DIRECTORY/]ID, or 人员 at the desk.');
  const inCity = role === 'owner' ? 'admin' : role;
  return { isOwner: role === 'owner', roles: Object.fromEntries(cities.map((id) => [id, inCity])), stations };
}

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      directory: { type: 'string', multiple: true, default: [] },
      station: { type: 'string', multiple: true, default: [] },
    },
  });
  const [command, name, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(USAGE);
  const desk = await getDesk();
  if (command === 'list' && name === undefined) return printList(desk);
  if (name === undefined) throw new UsageError(USAGE);
  switch (command) {
    case 'add':
      return printLink(await addStaff(desk, { username: name, ...(await readPosts(values)) }, new Date()));
    case 'set':
      await changePosts(desk, name, await readChange(values));
      return printList(desk, name);
    case 'disable':
      await disableStaff(desk, name);
      return console.log(`${name} can no longer sign in.`);
    case 'reset':
      return printLink(await resetStaff(desk, name, new Date()));
    default:
      throw new UsageError(USAGE);
  }
}

/** `--role none` takes the role in the named cities away. What somebody is elsewhere, or as an owner, stays. */
async function readChange(options: Options) {
  if (options.role === 'none') {
    const cities = await readCities(options, []);
    return { roles: Object.fromEntries(cities.map((id) => [id, null])) };
  }
  const { isOwner, ...posts } = await readPosts(options);
  return isOwner ? { isOwner, ...posts } : posts;
}

/** @param name of one person; everybody where none is given */
async function printList(desk: Desk, name?: string): Promise<void> {
  const people = name === undefined ? await listStaff(desk) : [await requireStaff(desk, name)];
  for (const { username, isOwner, roles, disabled, stations } of people) {
    const posts = Object.entries(roles).map(([directory, role]) => `${directory}:${role}`);
    const places = stations.map(({ directory, station }) => `${directory}/${station}`);
    const all = [...(isOwner ? ['owner'] : []), ...posts];
    console.log([username, all.join(' ') || 'no role', disabled ? 'disabled' : 'active', ...places].join('\t'));
  }
}

await runCommand(run, closeStore);
