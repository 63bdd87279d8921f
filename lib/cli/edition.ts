import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { proposalKey } from '../directory/editions/matching.ts';
import { isAreaCode } from '../directory/numbering.ts';
import { listDirectories } from '../server/edition-files.ts';
import {
  type DirectoryEditions,
  findEditions,
  openFile,
  previewOf,
  publishEdition,
  restoreEdition,
} from '../server/editions/editions.ts';
import type { Preview } from '../server/editions/preview.ts';
import { closeStore, getStore } from '../server/store.ts';
import { readTableFile } from '../server/table-file.ts';
import { formatPreview, presentPreview } from '../shown/edition-preview.ts';
import { FileRefusal } from '../table/refusal.ts';
import { isBlank, trimTyped } from '../text/typed-text.ts';
import { proposalText, editionCommandWords as words } from '../wording/editions.ts';
import { refusalWords } from '../wording/normaliser.ts';
import { endQuietly } from './command.ts';
import { badArguments, CHOICE_OPTIONS, oneFile, readArguments, readChoice, refuse } from './table-arguments.ts';

/**
 * `npm run -s edition -- preview | publish | list | restore`: new editions of a directory, from the owner's shell. Works
 * beside a running server, whose readers see what is published within seconds; there is no second person, and the
 * history says that it was done by command. Exit status 0; 2 where it is refused; 1 for a fault of ours.
 */

const OPTIONS = {
  directory: { type: 'string' },
  title: { type: 'string' },
  from: { type: 'string' },
  'area-code': { type: 'string' },
  accept: { type: 'string' },
  by: { type: 'string' },
  ...CHOICE_OPTIONS,
  json: { type: 'boolean' },
} as const;
type Given = ReturnType<typeof readArguments<typeof OPTIONS>>['options'];

/** An option that must be there. */
function required(options: Given, name: keyof Given): string {
  const value = trimTyped(options[name] ?? '');
  if (isBlank(value)) throw badArguments(words.missing(`--${name}`));
  return value;
}

async function findOne(options: Given): Promise<DirectoryEditions> {
  const all = await listDirectories();
  const id = options.directory ?? (all.length === 1 ? (all[0] ?? '') : required(options, 'directory'));
  const found = await findEditions(await getStore(), id);
  if (!found) throw badArguments(refusalWords.unknownDirectory(id, all));
  return found;
}

/** The same text for the same proposal, in whatever order a program wrote its parts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The array `proposals` of a preview, each with `same` added. */
const acceptSchema = z.array(z.looseObject({ same: z.boolean() }));

function readAccepted(file: string | undefined): Map<string, boolean> {
  if (file === undefined) return new Map();
  try {
    const rows = acceptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(rows.map(({ same, ...proposal }) => [canonical(proposal), same]));
  } catch {
    throw badArguments(words.accept.unreadable(file));
  }
}

/** An answer counts for the very proposal it was given to, and is refused where that has changed since. */
function previewWith(editions: DirectoryEditions, file: Awaited<ReturnType<typeof openFile>>, options: Given) {
  const accepted = readAccepted(options.accept);
  const { facts } = editions.published.directory;
  const from = required(options, 'from');
  if (!z.iso.date().safeParse(from).success) throw badArguments(words.badDate(from));
  const areaCode = options['area-code'] ?? facts.areaCode;
  if (!isAreaCode(areaCode, facts.country)) throw badArguments(refusalWords.optionValue('--area-code', areaCode));
  const notice = { title: required(options, 'title'), from, areaCode };
  const said = { notice, choice: readChoice(options), kept: new Set<string>() };
  // An answer may bring up another question, and that one's answer the next.
  const answers = new Map<string, boolean>();
  for (;;) {
    const preview = previewOf(editions, file, { ...said, answers }, new Date());
    const known = answers.size;
    for (const proposal of preview.open) {
      const same = accepted.get(canonical(proposal));
      if (same !== undefined) answers.set(proposalKey(proposal), same);
    }
    if (answers.size > known) continue;
    const asked = new Set(preview.matched.proposals.map((proposal) => canonical(proposal)));
    return { preview, unknown: [...accepted.keys()].filter((key) => !asked.has(key)) };
  }
}

async function preview(positionals: string[], options: Given): Promise<void> {
  const file = oneFile(positionals);
  const opened = await openFile(readTableFile(file), file);
  const { preview: found } = previewWith(await findOne(options), opened, options);
  process.stdout.write(isJson ? `${JSON.stringify(presentPreview(found))}\n` : formatPreview(found));
}

function refuseUnanswered({ open }: Preview, unknown: readonly string[]): void {
  if (open.length === 0 && unknown.length === 0) return;
  const nameOf = (row: string) => row.slice(0, 200);
  throw badArguments(words.accept.refused(open.map(proposalText), unknown.map(nameOf)));
}

async function publish(positionals: string[], options: Given): Promise<void> {
  const file = oneFile(positionals);
  const by = required(options, 'by');
  const opened = await openFile(readTableFile(file), file);
  const editions = await findOne(options);
  const { preview: found, unknown } = previewWith(editions, opened, options);
  refuseUnanswered(found, unknown);
  const author = { by, at: new Date().toISOString(), approvedBy: null, way: 'command' } as const;
  const name = file.split('/').at(-1) ?? file;
  const seq = await publishEdition(await getStore(), editions, found, { name, bytes: opened.bytes }, author);
  if (seq === null) throw badArguments(words.changedMeanwhile);
  if (isJson) process.stdout.write(`${JSON.stringify({ published: seq, ...presentPreview(found) })}\n`);
  else process.stdout.write(`${words.published(seq, found.facts.title)}\n`);
}

async function list(options: Given): Promise<void> {
  const ids = options.directory === undefined ? await listDirectories() : [options.directory];
  const store = await getStore();
  const rows = [];
  for (const id of ids) {
    const { published, heads } = await findOne({ directory: id });
    const forces = await store.editions.forces(id);
    for (const { seq, facts, fileName, way, by, at } of heads) {
      const { title, effectiveFrom, sha256 } = facts;
      const inForce = published.edition.seq === seq;
      const since = forces.filter(({ edition }) => edition === seq).map((one) => one.at);
      rows.push({
        directory: id,
        seq,
        inForce,
        id: facts.id,
        title,
        effectiveFrom,
        fileName,
        sha256,
        way,
        by,
        at,
        since,
      });
    }
  }
  if (isJson) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else
    for (const { directory, seq, inForce, title, effectiveFrom, way, by, at } of rows)
      console.log(
        [`${inForce ? '*' : ' '} ${directory}`, seq, title, effectiveFrom, words.ways[way], by ?? '', at].join('\t'),
      );
}

async function restore(positionals: string[], options: Given): Promise<void> {
  const [given = '', ...more] = positionals;
  const by = required(options, 'by');
  const { published, heads } = await findOne(options);
  const seq = more.length === 0 && /^\d{1,6}$/.test(given) ? Number(given) : 0;
  const author = { by, at: new Date().toISOString(), approvedBy: null, way: 'command' } as const;
  const problem = await restoreEdition(await getStore(), published.directory.id, seq, author);
  if (problem === 'unknown')
    throw badArguments(
      words.badSeq(
        given,
        heads.map((head) => head.seq),
      ),
    );
  if (problem === 'in_force') throw badArguments(words.inForce(seq));
  if (problem === 'changed_meanwhile') throw badArguments(words.changedMeanwhile);
  process.stdout.write(isJson ? `${JSON.stringify({ restored: seq })}\n` : `${words.restored(seq)}\n`);
}

async function run(argv: string[]): Promise<void> {
  const { positionals, options } = readArguments(argv, OPTIONS);
  const [command = '', ...rest] = positionals;
  if (command === 'preview') return preview(rest, options);
  if (command === 'publish') return publish(rest, options);
  if (command === 'list') return list(options);
  if (command === 'restore') return restore(rest, options);
  throw badArguments(words.unknownCommand(command));
}

endQuietly();
const argv = process.argv.slice(2);
const isJson = argv.includes('--json');
try {
  if (argv.includes('--help')) process.stdout.write(`${words.usage}\n`);
  else await run(argv);
} catch (error) {
  if (error instanceof FileRefusal) {
    const { code, message, place, remedy } = error;
    refuse(error, isJson ? { outcome: 'rejected', error: { code, message, place, remedy } } : null);
  } else {
    process.stderr.write(`edition: a fault of ours: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
} finally {
  await closeStore();
}
