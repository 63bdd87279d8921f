import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { proposalKey } from '../directory/editions/matching.ts';
import { isAreaCode } from '../directory/numbering.ts';
import { listDirectories } from '../server/directory-sources.ts';
import {
  type DirectoryEditions,
  findEditions,
  openFile,
  previewOf,
  publishEdition,
  restoreEdition,
} from '../server/editions/editions.ts';
import type { Preview } from '../server/editions/preview.ts';
import { getStore, storePlace } from '../server/store.ts';
import { readTableFile } from '../server/table-file.ts';
import { formatPreview, presentPreview } from '../shown/edition-preview.ts';
import { openStore, type Store } from '../store/store.ts';
import { showable } from '../text/text.ts';
import { isBlank, isDisguised, trimTyped } from '../text/typed-text.ts';
import { proposalText, editionCommandWords as words } from '../wording/editions.ts';
import { refusalWords } from '../wording/normaliser.ts';
import { badArguments, CHOICE_OPTIONS, oneFile, readArguments, readChoice } from './table-arguments.ts';

/**
 * What `npm run edition` does, but for the process: it works beside a running server, whose readers see what is published
 * within seconds; there is no second person, and the history says that it was done by command. Whoever only looks, or is
 * refused, makes no store where there is none.
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
const LONGEST_LINE = 100;
const LONGEST_NAME = 200;

/** An option that must be there. */
function required(options: Given, name: keyof Given): string {
  const value = trimTyped(options[name] ?? '');
  if (isBlank(value)) throw badArguments(words.missing(`--${name}`));
  return value;
}

/** What stands on pages and in lists: a line of people's words. */
function requiredLine(options: Given, name: keyof Given): string {
  const value = required(options, name);
  if (value.length > LONGEST_LINE || isDisguised(value, false))
    throw badArguments(refusalWords.optionValue(`--${name}`, value.slice(0, LONGEST_LINE), words.usage));
  return value;
}

/** The store to look at: in memory, where there is none yet, with what stands in the folders. */
async function storeToSee(): Promise<Store> {
  const place = storePlace();
  const isThere = place.engine !== 'sqlite' || existsSync(place.file);
  return isThere ? getStore() : openStore({ engine: 'sqlite', file: ':memory:' });
}

async function findOne(store: Store, options: Given): Promise<DirectoryEditions> {
  const all = await listDirectories(store);
  const id = options.directory ?? (all.length === 1 ? (all[0] ?? '') : required(options, 'directory'));
  const found = await findEditions(store, id);
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
    const answers = new Map(rows.map(({ same, ...proposal }) => [canonical(proposal), same]));
    if (answers.size < rows.length) throw new Error('one proposal has two answers');
    return answers;
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
  if (!isAreaCode(areaCode, facts.country))
    throw badArguments(refusalWords.optionValue('--area-code', areaCode, words.usage));
  const notice = { title: requiredLine(options, 'title'), from, areaCode };
  const said = { notice, choice: readChoice(options, words.usage), kept: new Set<string>() };
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

async function preview(positionals: string[], options: Given, isJson: boolean): Promise<string> {
  const file = oneFile(positionals, words.usage);
  const opened = await openFile(readTableFile(file), file);
  const { preview: found } = previewWith(await findOne(await storeToSee(), options), opened, options);
  return isJson ? json(presentPreview(found)) : formatPreview(found);
}

/** An answer by what it was asked, as far as it says so. */
function nameOf(row: string): string {
  const side = z.looseObject({ name: z.string().nullable(), district: z.string().nullable() });
  const asked = z.looseObject({ kind: z.string(), printed: side, candidate: side }).safeParse(JSON.parse(row));
  return (asked.success ? proposalText(asked.data) : row).slice(0, LONGEST_NAME);
}

function refuseUnanswered({ open }: Preview, unknown: readonly string[]): void {
  if (open.length === 0 && unknown.length === 0) return;
  throw badArguments(words.accept.refused(open.map(proposalText), unknown.map(nameOf)));
}

async function publish(positionals: string[], options: Given, isJson: boolean): Promise<string> {
  const file = oneFile(positionals, words.usage);
  const by = requiredLine(options, 'by');
  const opened = await openFile(readTableFile(file), file);
  const seen = await storeToSee();
  const editions = await findOne(seen, options);
  const { preview: found, unknown } = previewWith(editions, opened, options);
  refuseUnanswered(found, unknown);
  const store = await getStore();
  if (store !== seen) await findOne(store, options); // which gives the new one its first edition
  const author = { by, at: new Date().toISOString(), approvedBy: null, way: 'command' } as const;
  const name = file.split('/').at(-1) ?? file;
  const seq = await publishEdition(store, editions, found, { name, bytes: opened.bytes }, author);
  if (seq === null) throw badArguments(words.changedMeanwhile);
  return isJson ? json({ published: seq, ...presentPreview(found) }) : `${words.published(seq, found.facts.title)}\n`;
}

async function list(positionals: string[], options: Given, isJson: boolean): Promise<string> {
  if (positionals.length > 0) throw badArguments(words.unknownCommand(['list', ...positionals].join(' ')));
  const store = await storeToSee();
  const ids = options.directory === undefined ? await listDirectories(store) : [options.directory];
  const rows = [];
  for (const id of ids) {
    const { published, heads } = await findOne(store, { directory: id });
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
  if (isJson) return json(rows);
  const lines = rows.map(({ directory, seq, inForce, title, effectiveFrom, way, by, at }) =>
    [`${inForce ? '*' : ' '} ${directory}`, seq, title, effectiveFrom, words.ways[way], by ?? '', at]
      .map((field) => showable(String(field)))
      .join('\t'),
  );
  return lines.map((line) => `${line}\n`).join('');
}

async function restore(positionals: string[], options: Given, isJson: boolean): Promise<string> {
  const [given = '', ...more] = positionals;
  const by = requiredLine(options, 'by');
  const store = await storeToSee();
  const { published, heads } = await findOne(store, options);
  const seq = more.length === 0 && /^\d{1,6}$/.test(given) ? Number(given) : 0;
  const author = { by, at: new Date().toISOString(), approvedBy: null, way: 'command' } as const;
  const problem = await restoreEdition(store, published.directory.id, seq, author);
  if (problem === 'unknown')
    throw badArguments(
      words.badSeq(
        given,
        heads.map((head) => head.seq),
      ),
    );
  if (problem === 'in_force') throw badArguments(words.inForce(seq));
  if (problem === 'changed_meanwhile') throw badArguments(words.changedMeanwhile);
  return isJson ? json({ restored: seq }) : `${words.restored(seq)}\n`;
}

const json = (value: unknown) => `${JSON.stringify(value)}\n`;
const COMMANDS: Record<string, typeof preview> = { preview, publish, list, restore };

/** @returns what is to be printed. @throws FileRefusal where it is refused: nothing is written then */
export async function editionCommand(argv: string[]): Promise<string> {
  if (argv.includes('--help')) return `${words.usage}\n`;
  const { positionals, options } = readArguments(argv, OPTIONS, words.usage);
  const [name = '', ...rest] = positionals;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw badArguments(words.unknownCommand(name));
  return command(rest, options, argv.includes('--json'));
}
