import { networkInterfaces } from 'node:os';
import { sep } from 'node:path';
import type { Environment } from '../environment.ts';
import type { Mode } from './exchange.ts';

const ANY_ADDRESS = new Set(['0.0.0.0', '::']);
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

function networkAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter((one) => one.family === 'IPv4' && !one.internal).map((one) => one.address),
  );
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** Where somebody at this machine opens it. */
export function localAddress({ HOST }: Pick<Environment, 'HOST'>, port: number): string {
  return `http://${LOOPBACK.has(HOST) || ANY_ADDRESS.has(HOST) ? 'localhost' : bracketed(HOST)}:${port}`;
}

/** The release line of Node on which everything is tried. */
const TRIED_LINE = 24;

type Runtime = Pick<NodeJS.Process, 'execPath' | 'versions'>;

function describeNode({ execPath, versions }: Runtime): string {
  const origin = execPath.includes(`${sep}node_modules${sep}`) ? 'from the lock file' : `the system's (${execPath})`;
  const untried = Number.parseInt(versions.node, 10) === TRIED_LINE ? '' : `; tried is ${TRIED_LINE} alone`;
  return `  Node ${versions.node}, ${origin}${untried}.`;
}

export interface Started {
  port: number;
  mode: Mode;
  /** By which it was started. */
  command: 'npm start' | 'npm run dev' | 'npm run demo';
  isDemonstration: boolean;
  /** Where what is counted can be read, if not at the ordinary address. */
  metricsAt: string | null;
  /** The Node that runs it. */
  runtime: Runtime;
}

/** What the start says: where it is, on which Node, how a phone reaches it, what is not set, and whether it is a demonstration. */
export function announcement(environment: Environment, started: Started): string {
  const { port, mode, command, isDemonstration } = started;
  const { HOST, BAODA_ORIGIN } = environment;
  const phone = ANY_ADDRESS.has(HOST)
    ? networkAddresses().map((address) => `  From a phone in the same network: http://${address}:${port}`)
    : LOOPBACK.has(HOST)
      ? [`  From a phone in the same network: stop, then HOST=0.0.0.0 ${command}`]
      : [];
  const client = mode === 'full' ? ['  BAODA_LEAN=0: pages carry the client of Next.'] : [];
  const origin = BAODA_ORIGIN ? [] : ['  BAODA_ORIGIN is not set: the print sheet has no QR code.'];
  const demonstration = isDemonstration ? ['  The store is a demonstration: every page says that it is made up.'] : [];
  const runtime = describeNode(started.runtime);
  const metrics = started.metricsAt === null ? [] : [`  Metrics: ${started.metricsAt}`];
  const said = [...phone, runtime, ...metrics, ...client, ...origin, ...demonstration];
  return [`报达 is at ${localAddress(environment, port)}`, ...said].join('\n');
}
