import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { format, inspect, stripVTControlCharacters } from 'node:util';

type Level = 'info' | 'warn' | 'error';

/** What of the console is written how; each of the others ends in one of these. */
const LEVELS = {
  log: 'info',
  info: 'info',
  debug: 'info',
  dir: 'info',
  trace: 'info',
  warn: 'warn',
  error: 'error',
} as const satisfies Partial<Record<keyof Console, Level>>;

/** One line: what was said, with the stacks of errors, and of what caused them, apart. */
function lineOf(level: Level, said: readonly unknown[]): string {
  const errors = said.filter((one) => one instanceof Error);
  const words = said.map((one) => (one instanceof Error ? `${one.name}: ${one.message}` : one));
  const entry = {
    at: new Date().toISOString(),
    level,
    message: stripVTControlCharacters(said[0] instanceof Error ? format('%s', ...words) : format(...words)),
    ...(errors.length > 0 ? { stack: errors.map((error) => inspect(error)).join('\n') } : {}),
    pid: process.pid,
  };
  return `${JSON.stringify(entry)}\n`;
}

/**
 * From here on everything that goes through the console, ours, Next's and other people's, is one JSON object a line. So
 * is what Node says itself: its warnings, and why the process ends where nobody caught an error.
 */
export function logAsJson(): void {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, Level][]) {
    const stream = level === 'info' ? process.stdout : process.stderr;
    console[method] = (...said: unknown[]) => {
      stream.write(lineOf(level, method === 'dir' ? said.slice(0, 1) : said));
    };
  }
  // Whoever read it is gone: what is said is lost, and the process goes on, as with the console's own streams.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.removeAllListeners('warning'); // Node's own, which writes past the console
  process.on('warning', (warning) => console.warn(warning));
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return; // Next has one as well, which logs it and goes on
    console.error(error);
    process.exit(1);
  });
}

/** Logs line by line what another process says, as far as it says it to us. */
export function logLines({ stdout, stderr }: Pick<ChildProcess, 'stdout' | 'stderr'>): void {
  const log = (line: string, write: (line: string) => void) => {
    if (line.trim() !== '') write(line); // a blank line parts nothing here
  };
  if (stdout) createInterface(stdout).on('line', (line) => log(line, console.log));
  if (stderr) createInterface(stderr).on('line', (line) => log(line, console.warn));
}
