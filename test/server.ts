import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A server of ours as a process of its own, with an empty store. */
export interface StartedServer {
  process: ChildProcess;
  /** Everything it has said so far. */
  said: () => string;
  /** The port it chose. @throws when it ends without serving */
  port: () => Promise<number>;
  /** The exit status, once it has ended. */
  ended: () => Promise<number | null>;
}

/**
 * Runs `server.mjs` on a free port of this machine.
 * @param options of Node itself
 * @param args of the server
 */
export function startServer(
  variables: Readonly<Record<string, string>> = {},
  options: string[] = [],
  args: string[] = [],
): StartedServer {
  return startProcess([...options, 'server.mjs', ...args], process.cwd(), variables);
}

/** The same in another folder, which has a build of its own. */
export function startServerIn(folder: string, variables: Readonly<Record<string, string>> = {}): StartedServer {
  return startProcess(['server.mjs'], folder, variables);
}

/** The same through npm's script, as people start it. */
export function startByNpm(script: string, variables: Readonly<Record<string, string>> = {}): StartedServer {
  return startProcess(['run', script], process.cwd(), variables, 'npm');
}

/** The same for the build that is there, with the cities of another place: see `makePlace`. @param tree whose code it runs */
export function startServerAt(
  place: string,
  variables: Readonly<Record<string, string>> = {},
  tree = dirname(import.meta.dirname),
): StartedServer {
  const script = join(tree, 'test/serve-built.ts');
  return startProcess([script], place, { NODE_ENV: 'production', ...variables });
}

/** Next's own server on the build that is there, without our front. */
export function startNextAlone(): StartedServer {
  return startProcess(['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', '0'], process.cwd(), {});
}

/** Of a test that failed nobody ends them. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function startProcess(
  command: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>>,
  program = process.execPath,
): StartedServer {
  const BAODA_STORE = join(mkdtempSync(join(tmpdir(), 'baoda-')), 'baoda.db');
  const env = { ...process.env, BAODA_STORE, HOST: '127.0.0.1', PORT: '0', ...variables };
  const child = spawn(program, command, { env, cwd });
  let text = '';
  const serving = Promise.withResolvers<number>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const address = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)(?:\n|\\n)/.exec(text);
      if (address) serving.resolve(Number(address[1]));
    });
  }
  running.add(child);
  child.once('exit', () => {
    running.delete(child);
    serving.reject(new Error(`The server ended:\n${text}`));
  });
  serving.promise.catch(() => {}); // only those who ask for the port want to know
  return {
    process: child,
    said: () => text,
    port: () => serving.promise,
    ended: async () => child.exitCode ?? ((await once(child, 'close'))[0] as number | null),
  };
}
