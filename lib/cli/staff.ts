import { parseArgs } from 'node:util';
import { paths } from '../paths.ts';
import { readAssigned, UnknownStation } from '../server/assigned-stations.ts';
import { BY_COMMAND, noteAccount, noteRoles } from '../server/audit.ts';
import { getDesk } from '../server/desk.ts';
import { listDirectories } from '../server/directory-sources.ts';
import { removeFactor } from '../server/factor-rows.ts';
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
  type PostsChange,
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
       npm run -s staff -- reset NAME: a link for a new password; opens a disabled account again, and takes a second
         factor away: whoever has lost the phone signs in with the password alone and sets it up anew`;

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
      return printLink(await add(desk, name, await readPosts(values)));
    case 'set':
      await set(desk, name, await readChange(values));
      return printList(desk, name);
    case 'disable':
      await disable(desk, name);
      return console.log(`${name} can no longer sign in.`);
    case 'reset':
      return printLink(await reset(desk, name));
    default:
      throw new UsageError(USAGE);
  }
}

async function add(desk: Desk, username: string, posts: Posts): Promise<OneTimeLink> {
  const now = new Date();
  const link = await addStaff(desk, { username, ...posts }, now);
  await noteAccount(desk.store, { username, roles: posts.roles }, { said: 'added' }, BY_COMMAND, now);
  await noteRoles(desk.store, { username, isOwner: false, roles: {} }, posts, BY_COMMAND, now);
  return link;
}

async function set(desk: Desk, name: string, change: PostsChange): Promise<void> {
  const before = await requireStaff(desk, name);
  await changePosts(desk, name, change);
  await noteRoles(desk.store, before, change, BY_COMMAND, new Date());
}

async function disable(desk: Desk, name: string): Promise<void> {
  const account = await requireStaff(desk, name);
  await disableStaff(desk, name);
  await noteAccount(desk.store, account, { said: 'disabled' }, BY_COMMAND, new Date());
}

/** The last way back in: a new password, and the second factor is gone. */
async function reset(desk: Desk, name: string): Promise<OneTimeLink> {
  const now = new Date();
  const account = await requireStaff(desk, name);
  const link = await resetStaff(desk, name, now);
  await noteAccount(desk.store, account, { said: 'password' }, BY_COMMAND, now);
  if (!account.hasFactor) return link;
  await removeFactor(desk, account.id);
  await noteAccount(desk.store, account, { said: 'factor' }, BY_COMMAND, now);
  return link;
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
