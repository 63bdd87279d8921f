import { paths } from '../paths.ts';
import { getDesk } from './desk.ts';
import { readEnvironment } from './environment.ts';
import { addSetupLink, SETUP_MINUTES } from './set-up.ts';

/** Hosts that this machine's own browser reaches as localhost, the name the start gives: a session is one host's. */
const HERE = new Set(['0.0.0.0', '::', '127.0.0.1', '::1']);

/** A path of the desk as an address to open: the public one where it is set, else this machine's. */
export function deskAddress(path: string): string {
  const { BAODA_ORIGIN, HOST, PORT } = readEnvironment();
  const host = HERE.has(HOST) ? 'localhost' : HOST;
  return `${BAODA_ORIGIN ?? `http://${host}:${PORT}`}${path}`;
}

/** While nobody has an account: prints, on the server's own console, the link by which the first account is made. */
export async function printSetupLink(): Promise<void> {
  const link = await addSetupLink(await getDesk(), new Date());
  if (!link) return;
  const said = `No account yet. Make the first admin, who owns the deployment too, within ${SETUP_MINUTES} minutes (the link works once):`;
  console.log(`${said}\n  ${deskAddress(paths.desk.setup(link.token))}`);
}
