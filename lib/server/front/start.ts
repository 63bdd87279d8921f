import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import next from 'next';
import { awaitStore } from '../await-store.ts';
import { checkFolders } from '../check-folders.ts';
import { isDemonstration } from '../demonstration.ts';
import { endBy, isEnding } from '../ending.ts';
import { type Environment, EnvironmentError, readEnvironment } from '../environment.ts';
import { explain } from '../explain.ts';
import { logLines } from '../json-log.ts';
import { type OfferedMetrics, offerMetrics } from '../metrics/offer.ts';
import { checkLetters } from '../ref-letters.ts';
import { closeStore, getStore } from '../store.ts';
import { makeLanes } from './admission.ts';
import { announcement, localAddress, type Started } from './announce.ts';
import { watchConnections } from './connections.ts';
import { keepCrowdedPages } from './crowded-page.ts';
import { keepErrorPages } from './error-pages.ts';
import type { Mode } from './exchange.ts';
import { makeFront } from './front.ts';
import { readBuiltNotFound } from './next-internals.ts';
import { demonstrationNotice } from './notice.ts';
import { createFrontServer } from './server.ts';
import { isSignedIn } from './signed-in.ts';
import { readStaleScript } from './stale-file.ts';
import { knownStyles } from './styles.ts';

/**
 * How many connections may wait to be taken, up to what the system allows. Of those beyond it a client hears nothing and
 * tries again after 1, 3 and 7 seconds, whoever it is: with Node's 511 a thousand at once kept everybody out that long.
 */
const BACKLOG = 4096;
/** How long requests under way may take to end after SIGTERM: containers are given ten seconds in all. */
const ENDING_MS = 8_000;
/** In dev every open page holds a connection that never ends by itself. */
const ENDING_DEV_MS = 300;

/** Builds what is stale, then serves until told to end. Exits with a message where it cannot. */
export async function start(dev: boolean): Promise<void> {
  await buildStale(dev);
  await serve(dev);
}

/**
 * Serves the build that is there until told to end.
 *
 * @param command by which it was started
 * @returns the address to open
 */
export async function serve(
  dev: boolean,
  command: Started['command'] = dev ? 'npm run dev' : 'npm start',
): Promise<string> {
  const settings = readSettings();
  const mode: Mode = dev ? 'dev' : settings.BAODA_LEAN === '0' ? 'full' : 'lean';
  const metrics = await haveMetrics(settings);
  await awaitStore();
  const server = createFrontServer({
    dev,
    https: settings.BAODA_ORIGIN?.startsWith('https:') ?? false,
    keepAliveSeconds: settings.BAODA_KEEP_ALIVE,
  });
  const closeConnections = watchConnections(server, dev ? ENDING_DEV_MS : ENDING_MS);
  const app = next({ dev, hostname: settings.HOST, port: settings.PORT, httpServer: server });
  await app.prepare();
  const notice = (await isDemonstration()) ? demonstrationNotice() : null;
  server.on(
    'request',
    makeFront({
      environment: settings,
      mode,
      render: app.getRequestHandler(),
      metrics: metrics.atFront,
      isSignedIn,
      errorPage: await keepErrorPages(readBuiltNotFound()),
      crowdedPage: await keepCrowdedPages(),
      lanes: makeLanes(),
      styles: knownStyles(),
      staleScript: readStaleScript(),
      notice,
      isEnding,
    }),
  );
  const lingerMs = settings.BAODA_LINGER * 1000;
  endBy(async () => {
    await pause(lingerMs); // until whoever sends requests here has seen that this process ends
    await closeConnections();
    await metrics.close(); // before the store, which it would open again
    await app.close();
    await closeStore();
  }, lingerMs);
  const port = await listen(server, settings);
  const started = { port, mode, command, isDemonstration: notice !== null, runtime: process, metricsAt: metrics.at };
  console.log(announcement(settings, started));
  return settings.BAODA_ORIGIN ?? localAddress(settings, port);
}

function readSettings(): Environment {
  try {
    return readEnvironment();
  } catch (error) {
    if (error instanceof EnvironmentError) giveUp(error.message);
    throw error;
  }
}

async function haveMetrics(settings: Environment): Promise<OfferedMetrics> {
  try {
    return await offerMetrics(settings, getStore);
  } catch (error) {
    return giveUp(`BAODA_METRICS: ${explain(error)}`);
  }
}

function readLetters(): void {
  try {
    checkFolders();
    checkLetters();
  } catch (error) {
    giveUp(explain(error));
  }
}

/** Builds what changed since the last build, in a process of its own: the bundlers' memory goes with it. */
export async function buildStale(dev: boolean): Promise<void> {
  const settings = readSettings(); // what is wrong there, or in a city's folder, is said before anybody waits for a build
  readLetters();
  const build = startBuild(dev ? '--island' : '--stale', settings.BAODA_LOG);
  const built = once(build, 'close');
  endBy(() => {
    build.kill('SIGTERM');
    return built;
  });
  const [status] = await built;
  if (isEnding()) return new Promise(() => {}); // the process goes now, and nothing is served
  endBy(null);
  if (status !== 0) giveUp('The build failed; nothing is served.');
}

/** In a log of JSON what the bundlers say is logged line by line: it is theirs, and simply text. */
function startBuild(what: '--island' | '--stale', log: Environment['BAODA_LOG']): ChildProcess {
  const stdio: StdioOptions = log === 'json' ? ['inherit', 'pipe', 'pipe'] : 'inherit';
  const build: ChildProcess = spawn(process.execPath, ['lib/cli/build.ts', what], { stdio });
  logLines(build);
  return build;
}

/** Ends with a message where the port cannot be had: asked before work that would be for nothing. */
export async function checkPort(): Promise<void> {
  const probe = createServer();
  await listen(probe, readSettings());
  await new Promise((closed) => probe.close(closed));
}

function listen(server: Server, { HOST, PORT }: Environment): Promise<number> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => giveUp(listenProblem(error, HOST, PORT)));
    server.listen({ port: PORT, host: HOST, backlog: BACKLOG }, () => resolve((server.address() as AddressInfo).port));
  });
}

function listenProblem({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1}`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host}: check HOST`;
  return message;
}

function giveUp(message: unknown): never {
  console.error(message);
  process.exit(1);
}
