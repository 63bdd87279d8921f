import { parseArgs } from 'node:util';
import { FileRefusal } from '../table/refusal.ts';
import { COLUMN_KINDS, type ColumnKind, type TableChoice } from '../table/tables.ts';
import { showable } from '../text/text.ts';
import { COLUMN_NAMES, refusalWords, reportWords } from '../wording/normaliser.ts';

/** What commands that read a table have in common: their arguments, and how they refuse. */

export const badArguments = (words: { message: string; remedy: string }) => new FileRefusal('arguments.invalid', words);

type Options = Readonly<Record<string, { type: 'string' | 'boolean' }>>;
type Given<O extends Options> = Partial<
  Record<{ [Name in keyof O]: O[Name]['type'] extends 'string' ? Name : never }[keyof O], string>
>;

/**
 * Options are given once and with a value; throws `FileRefusal` where one is unknown or has none.
 *
 * @param usage of the command, said where an argument is refused
 */
export function readArguments<O extends Options>(
  argv: string[],
  known: O,
  usage: string,
): { positionals: string[]; options: Given<O> } {
  const { tokens, values, positionals } = parseArgs({
    args: argv,
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!option) throw badArguments(refusalWords.unknownOption(token.rawName, usage));
    const value = token.value ?? '';
    const wrong = option.type === 'boolean' ? token.value !== undefined : value === '' || value.startsWith('--');
    if (wrong) throw badArguments(refusalWords.optionValue(token.rawName, value, usage));
  }
  const texts = Object.entries(values).filter(([, value]) => typeof value === 'string');
  return { positionals, options: Object.fromEntries(texts) as Given<O> };
}

/** The one file that a command is about. */
export function oneFile(positionals: readonly string[], usage: string): string {
  const [file] = positionals;
  if (file === undefined || file === '' || positionals.length > 1) {
    throw badArguments(refusalWords.oneFile(positionals.filter((one) => one !== '').length, usage));
  }
  return file;
}

/** Options by which somebody says what of a table cannot be seen in it. */
export const CHOICE_OPTIONS = {
  sheet: { type: 'string' },
  heading: { type: 'string' },
  columns: { type: 'string' },
} as const;

export function readChoice({ sheet, heading, columns }: Given<typeof CHOICE_OPTIONS>, usage: string): TableChoice {
  if (heading !== undefined && !/^\d{1,7}$/.test(heading))
    throw badArguments(refusalWords.optionValue('--heading', heading, usage));
  const kinds = columns?.split(/[,，、]/).map((one) => kindOf(one.trim()));
  const isKnown = (kind: string): kind is ColumnKind => COLUMN_KINDS.some((one) => one === kind);
  if (columns !== undefined && !(kinds?.includes('name') && kinds.every(isKnown))) {
    throw badArguments(refusalWords.columnKinds(columns, COLUMN_KINDS));
  }
  return {
    ...(sheet !== undefined && { sheet }),
    ...(heading !== undefined && { heading: Number(heading) }),
    ...(kinds && { columns: kinds.filter(isKnown) }),
  };
}

/** A kind in either language. */
const kindOf = (said: string) => COLUMN_KINDS.find((kind) => COLUMN_NAMES[kind] === said) ?? said;

/** Says why nothing was done, with status 2. @param json what is printed for a program; null for people */
export function refuse({ code, message, remedy }: FileRefusal, json: unknown): void {
  if (json !== null) process.stdout.write(`${JSON.stringify(json)}\n`);
  // A file's name may hold anything; it must not steer the terminal.
  else
    process.stderr.write(`${reportWords.error}（${code}）：${showable(message)}\n${reportWords.remedy}：${remedy}\n`);
  process.exitCode = 2;
}
