import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type StartedServer, startServerAt } from '../test/server.ts';

/** One row of what has to hold: a file of its own under `holds/`, exported as `row`. */
export interface Row {
  work: string;
  goal: string;
  measure: () => Promise<Measured>;
}

export interface Measured {
  measured: string;
  holds: boolean;
}

/** How the process is, seen from outside. */
export interface Watched {
  /** The longest that `/healthz` took, in ms; endless where it did not answer. */
  slowest: number;
  /** The most memory it had, as a multiple of what it had before. */
  growth: number;
  isAlive: boolean;
}

const LOOK_MS = 100;

/** The memory of a process in bytes; 0 once it is gone. */
function memoryOf({ process: { pid, exitCode, signalCode } }: StartedServer): number {
  if (exitCode !== null || signalCode !== null) return 0;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** Asks for the pages a reader sees, so that what is measured is not the loading of the code. */
async function warmUp(port: number): Promise<void> {
  const paths = ['/', '/dalian', '/dalian/shahe', '/dalian/stations/shahe', '/dalian?q=shahe', '/dalian/report'];
  for (let round = 0; round < 30; round += 1) {
    for (const path of paths) await fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.text());
  }
}

/**
 * Runs `work` against a server of its own on the build that is there, while `/healthz` is asked all the time.
 *
 * @param settle how long it is watched afterwards
 */
export async function watch(
  work: (port: number, server: StartedServer) => Promise<void>,
  { settle = 1_000, variables = {} as Readonly<Record<string, string>> } = {},
): Promise<Watched> {
  const server = startServerAt('.', variables);
  try {
    const port = await server.port();
    await warmUp(port);
    const before = memoryOf(server);
    let most = before;
    const looking = setInterval(() => {
      most = Math.max(most, memoryOf(server));
    }, LOOK_MS);
    const health = new Worker(new URL('./watch-health.ts', import.meta.url), { workerData: port });
    await once(health, 'online');
    await work(port, server);
    await pause(settle);
    health.postMessage('over');
    const [slowest] = (await once(health, 'message')) as [number];
    clearInterval(looking);
    return { slowest, growth: most / before, isAlive: memoryOf(server) > 0 };
  } finally {
    server.process.kill('SIGKILL');
  }
}

/** What of a process has to hold whoever asks for what: it lives, `/healthz` within a second, memory at most doubled. */
export function judge({ slowest, growth, isAlive }: Watched, more = ''): Measured {
  const health = Number.isFinite(slowest) ? `${slowest.toFixed(0)} ms` : 'no answer';
  const lives = isAlive ? 'lives' : 'ENDED';
  return {
    measured: `${lives}, /healthz ≤ ${health}, memory ${growth.toFixed(2)}×${more && `, ${more}`}`,
    holds: isAlive && slowest <= 1_000 && growth <= 2,
  };
}

/** A connection that sends bytes as they are; the statuses of what came back once it is over. */
export function sendBytes(
  port: number,
  bytes: string,
  { until = (_statuses: readonly number[]): boolean => false, longest = 120_000, keepsOpen = false } = {},
): Promise<number[]> {
  const { promise, resolve } = Promise.withResolvers<number[]>();
  const statuses: number[] = [];
  let tail = '';
  const socket: Socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
  const over = () => {
    if (!keepsOpen) socket.destroy();
    resolve(statuses);
  };
  setTimeout(over, longest).unref();
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    const text = tail + chunk;
    const found = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)];
    for (const [, status] of found) statuses.push(Number(status));
    tail = text.slice(Math.max(found.at(-1)?.index ?? 0, text.length - 12)).replace(/^HTTP\/1\.1 \d{3} /, '');
    if (until(statuses)) over();
  });
  socket.on('error', over);
  socket.on('close', over);
  return promise;
}

/** How often each status came, as `200: 40, 503: 960`. */
export function countStatuses(statuses: readonly number[]): string {
  const groups = [...Map.groupBy(statuses, (status) => status)].toSorted(([a], [b]) => a - b);
  return groups.map(([status, all]) => `${status}: ${all.length}`).join(', ') || 'no answer';
}
