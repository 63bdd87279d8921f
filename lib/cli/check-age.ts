import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { newestOfLine } from '../build/version-lines.ts';

/**
 * `npm run check:age`: which dependencies are older than the newest version of their line in the registry, and whether
 * the Node that runs is. It warns and never fails: what is newer is not yet tried, and the network may be away.
 */

/** Newer versions that are left out on purpose, and why. The one after each is named without a reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'next@16.4.6': 'its platform packages are incomplete, so that npm ci refuses its own lock file',
  '@biomejs/biome@2.6.8': 'its platform packages are incomplete, so that npm ci refuses its own lock file',
  'vitest@5.1.2': 'npm takes vite 8.4.0 with it, which names a package that the registry has not, and npm ci fails',
};

const AT_ONCE = 4;
const LONGEST_MS = 9_000;

const packages = z.record(z.string(), z.string()).default({});
const manifest = z.object({ dependencies: packages, devDependencies: packages, optionalDependencies: packages });

const listing = z.object({
  'dist-tags': z.object({ latest: z.string() }),
  versions: z.record(z.string(), z.object({ deprecated: z.unknown().optional() })),
  /** Only in the full answer, which is many times longer. */
  time: z.record(z.string(), z.string()).optional(),
});

interface Older {
  name: string;
  ours: string;
  newestOfLine: string;
  newest: string;
  published: string;
}

function readRegistry(): string {
  const options = { encoding: 'utf8', timeout: LONGEST_MS, shell: process.platform === 'win32' } as const;
  const { stdout } = spawnSync('npm', ['config', 'get', 'registry'], options);
  return z.url().catch('https://registry.npmjs.org/').parse(stdout?.trim());
}

type Ask = (name: string, accept: 'short' | 'full') => Promise<z.infer<typeof listing>>;

function askAt(registry: string): Ask {
  const signal = AbortSignal.timeout(LONGEST_MS); // for all of it
  return async (name, accept) => {
    const headers = { accept: accept === 'short' ? 'application/vnd.npm.install-v1+json' : 'application/json' };
    const answer = await fetch(new URL(name.replace('/', '%2f'), registry), { signal, headers });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const { success, data } = listing.safeParse(await answer.json());
    if (!success) throw new Error('an answer of another kind');
    return data;
  };
}

interface Question {
  title: string;
  ours: string;
  /** The packages that bring it: the newest among them counts. */
  names: string[];
}

function listQuestions(): Question[] {
  const { dependencies, devDependencies, optionalDependencies } = manifest.parse(
    JSON.parse(readFileSync('package.json', 'utf8')),
  );
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const names = Object.keys(optionalDependencies).filter((name) => name.startsWith('node-'));
  return [
    ...Object.entries(all).map(([title, ours]) => ({ title, ours, names: [title] })),
    { title: 'the Node that runs', ours: process.versions.node, names },
  ];
}

async function findOlder(ask: Ask, { title, ours, names }: Question): Promise<Older | null> {
  let newest = ours;
  let older: Older | null = null;
  for (const name of names) {
    const { versions, 'dist-tags': tags } = await ask(name, 'short');
    const offered = Object.keys(versions).filter((version) => !versions[version]?.deprecated);
    const found = newestOfLine(newest, offered);
    if (found === newest) continue;
    newest = found;
    const published = (await ask(name, 'full')).time?.[newest]?.slice(0, 'YYYY-MM-DD'.length) ?? '';
    older = { name: title, ours, newestOfLine: newest, newest: tags.latest, published };
  }
  return older;
}

/** Asks a few at a time. @returns also what could not be asked, by the reason */
async function askAll(ask: Ask, questions: readonly Question[]) {
  const older: Older[] = [];
  const unasked = new Map<string, string[]>();
  const left = questions.values();
  const askOn = async () => {
    for (const question of left) {
      try {
        const found = await findOlder(ask, question);
        if (found) older.push(found);
      } catch (error) {
        const reason = reasonOf(error);
        unasked.set(reason, [...(unasked.get(reason) ?? []), question.title]);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  return { older, unasked };
}

/** Where nothing answers, `fetch` says why only in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function table(older: readonly Older[]): string[] {
  const title = {
    name: 'older',
    ours: 'ours',
    newestOfLine: 'newest of its line',
    newest: 'newest',
    published: 'since',
  };
  const rows = [title, ...older.toSorted((one, other) => one.name.localeCompare(other.name))];
  const width = (column: keyof Older) => Math.max(...rows.map((row) => row[column].length));
  const columns = (Object.keys(title) as (keyof Older)[]).map((column) => ({ column, width: width(column) }));
  return rows.map((row) => {
    const reason = LEFT_OUT[`${row.name}@${row.newestOfLine}`];
    const cells = columns.map((one) => row[one.column].padEnd(one.width));
    return `  ${[...cells, reason ? `left out: ${reason}` : ''].join('  ').trimEnd()}`;
  });
}

const registry = readRegistry();
const questions = listQuestions();
const { older, unasked } = await askAll(askAt(registry), questions);
const asked = questions.length - [...unasked.values()].flat().length;
console.log(`${registry} was asked about ${asked} versions: ${older.length} are not the newest of their line.`);
if (older.length > 0) console.log(table(older).join('\n'));
for (const [reason, titles] of unasked) console.log(`Could not be asked (${reason}): ${titles.join(', ')}`);
