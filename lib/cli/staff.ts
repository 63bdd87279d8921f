import { parseArgs } from 'node:util';
import { paths } from '../paths.ts';
import { readAssigned, UnknownStation } from '../server/assigned-stations.ts';
import { getDesk } from '../server/desk.ts';
import { listDirectories } from '../server/directories.ts';
import { deskAddress } from '../server/first-run.ts';
import {
  type AssignedStation,
  addStaff,
  disableStaff,
  listStaff,
  type OneTimeLink,
  ROLES,
  resetStaff,
} from '../server/staff.ts';
import { closeStore } from '../server/store.ts';
import { runCommand, UsageError } from './command.ts';

/** `npm run -s staff -- add|list|disable|reset`: the people of the desk, from the shell. Works beside a running server. */
const USAGE = `Usage: npm run -s staff -- add NAME --role ${ROLES.join('|')} [--station [DIRECTORY/]ID]…
       npm run -s staff -- list
       npm run -s staff -- disable NAME
       npm run -s staff -- reset NAME`;

/** The link alone goes to standard output, so that a script can take it; the remark goes beside it. */
function printLink({ token, expiresAt }: OneTimeLink): void {
  console.log(deskAddress(paths.desk.setup(token)));
  console.error(`Works once, until ${expiresAt.toISOString()}.`);
}

async function readStations(given: string[]): Promise<AssignedStation[]> {
  const [only = null, ...others] = await listDirectories();
  try {
    return await readAssigned(given, others.length > 0 ? null : only);
  } catch (error) {
    throw error instanceof UnknownStation ? new UsageError(error.message) : error;
  }
}

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, station: { type: 'string', multiple: true, default: [] } },
  });
  const [command, name, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(USAGE);
  const desk = await getDesk();
  if (command === 'list' && name === undefined) return printList(desk);
  if (name === undefined) throw new UsageError(USAGE);
  if (command === 'add') {
    const role = ROLES.find((known) => known === values.role);
    if (!role) throw new UsageError(`--role must be one of ${ROLES.join(', ')}`);
    return printLink(
      await addStaff(desk, { username: name, role, stations: await readStations(values.station) }, new Date()),
    );
  }
  if (command === 'disable') {
    await disableStaff(desk, name);
    return console.log(`${name} can no longer sign in.`);
  }
  if (command === 'reset') return printLink(await resetStaff(desk, name, new Date()));
  throw new UsageError(USAGE);
}

async function printList(desk: Awaited<ReturnType<typeof getDesk>>): Promise<void> {
  for (const { username, role, disabled, stations } of await listStaff(desk)) {
    const places = stations.map(({ directory, station }) => `${directory}/${station}`);
    console.log([username, role, disabled ? 'disabled' : 'active', ...places].join('\t'));
  }
}

await runCommand(run, closeStore);
