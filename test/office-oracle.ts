import { readFileSync } from 'node:fs';
import OpeningHours from 'opening_hours';

/**
 * An independent answer to when an office is open: run with the zone of China as the process's, with the path of a file
 * that holds `OracleCase[]`; prints `OracleAnswer[][]`.
 */

export interface OracleCase {
  /** In the syntax of OpenStreetMap's `opening_hours`. */
  rule: string;
  asked: { at: string; minutes: number }[];
}

export interface OracleAnswer {
  open: boolean;
  /** When the office was open for so many minutes since; null where it is not open that long. */
  later: string | null;
}

const MINUTE = 60_000;
/** Nothing is looked for longer than that. */
const FARTHEST = 400 * 24 * 60 * MINUTE;

function answer(hours: OpeningHours, { at, minutes }: OracleCase['asked'][number]): OracleAnswer {
  const from = new Date(at);
  const iterator = hours.getIterator(from);
  const open = iterator.getState();
  let left = minutes * MINUTE;
  for (let now = from.getTime(); now < from.getTime() + FARTHEST; ) {
    const isOpen = iterator.getState();
    if (!iterator.advance()) return { open, later: null };
    const until = iterator.getDate().getTime();
    if (isOpen && until - now >= left) return { open, later: new Date(now + left).toISOString() };
    if (isOpen) left -= until - now;
    now = until;
  }
  return { open, later: null };
}

const cases = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as OracleCase[];
const answers = cases.map(({ rule, asked }) => {
  const hours = new OpeningHours(rule, null);
  return asked.map((one) => answer(hours, one));
});
console.log(JSON.stringify(answers));
