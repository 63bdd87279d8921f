import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '../paths.ts';
import { groupSecret } from '../reports/secret.ts';
import { emptinessProblem } from '../server/demo/emptiness.ts';
import { type Demonstration, seedDemonstration } from '../server/demo/seed.ts';
import { getDesk } from '../server/desk.ts';
import { EnvironmentError } from '../server/environment.ts';
import { buildStale, checkPort, serve } from '../server/front/start.ts';
import { hmac } from '../server/reports/hmac.ts';
import { storePlace } from '../server/store.ts';
import type { StorePlace } from '../store/store.ts';

/**
 * `npm run demo`: the app with made-up staff, decisions and reports, so that anybody sees the desk alive in a minute.
 * server.mjs runs it with `--demo`. Without BAODA_STORE and DATABASE_URL the store is a new one that goes at the end.
 */
export async function demo(): Promise<void> {
  const isTemporary = makeOwnStore();
  await refuseUnlessEmpty();
  await checkPort();
  await buildStale(false);
  await refuseUnlessEmpty(); // the build took its time
  const made = await seedDemonstration(await getDesk(), hmac, new Date());
  const address = await serve(false, 'npm run demo');
  console.log(instructions(made, address, isTemporary));
}

async function refuseUnlessEmpty(): Promise<void> {
  const problem = await emptinessProblem(readPlace());
  if (problem !== null) giveUp(problem);
}

function readPlace(): StorePlace {
  try {
    return storePlace();
  } catch (error) {
    if (error instanceof EnvironmentError) giveUp(error.message);
    throw error;
  }
}

function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Where no store is named: one that nobody else knows, with a secret of its own, removed when this process ends. */
function makeOwnStore(): boolean {
  if (process.env.BAODA_STORE || process.env.DATABASE_URL) return false;
  const folder = mkdtempSync(join(tmpdir(), 'baoda-demo-'));
  process.env.BAODA_STORE = join(folder, 'baoda.db');
  process.env.BAODA_SECRET ||= randomBytes(32).toString('base64url');
  process.once('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      console.error(`The demonstration's store stays in ${folder}:`, error);
    }
  });
  return true;
}

/** What each role may try, for the console. */
const MAY = {
  admin: 'people and settings, and all the others may do',
  editor: 'flagged entries: correct, confirm, undo, agree to the one that waits',
  dispatcher: 'all reports: accept, ask, merge, file for a caller',
  agent: 'the reports of',
} as const;

/** Stories whose reports a reader might try next, with what there is to do. */
const TO_FOLLOW = {
  waiting: 'the office has a question',
  resolved: 'say whether it is solved',
  overdue: 'late',
  again: 'closed, after it had been disputed',
} as const;

function instructions(
  { directory, people, password, reports }: Demonstration,
  address: string,
  isTemporary: boolean,
): string {
  const width = Math.max(...people.map(({ username }) => username.length));
  const staff = people.map(({ username, role, stations }) => {
    const name = username.padEnd(width, '\u3000'); // as wide as a Chinese character
    return `  ${name}  ${role.padEnd(10)}  ${[MAY[role], stations.join(', ')].filter(Boolean).join(' ')}`;
  });
  const followed = Object.entries(TO_FOLLOW).flatMap(([story, what]) => {
    const report = reports.get(story);
    return report ? [`  ${report.ref}   ${groupSecret(report.secret)}   ${report.state}: ${what}`] : [];
  });
  const place = isTemporary
    ? 'The store goes when this ends (Ctrl+C).'
    : 'The store stays, and so does the mark; the password is printed only here.';
  return [
    '',
    `Staff, decisions and reports are made up, and every page says 演示. ${place}`,
    '',
    `The desk: ${address}${paths.desk.home}   everybody's password: ${password}`,
    ...staff,
    '',
    `Follow a report as a reader: ${address}${paths.track(directory)}   (受理编号, 查询码)`,
    ...followed,
  ].join('\n');
}
