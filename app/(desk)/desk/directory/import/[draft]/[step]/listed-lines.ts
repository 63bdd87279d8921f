import { effectOf, type Severity } from '#lib/directory/flags.ts';
import type { Flag } from '#lib/directory/records.ts';
import type { DraftBody } from '#lib/server/editions/draft.ts';
import type { Preview } from '#lib/server/editions/preview.ts';
import { lineKey, type ReadLine } from '#lib/table/tables.ts';
import { importWords } from '#lib/wording/editions.ts';
import { flagTitle } from '#lib/wording/flags.ts';

const words = importWords.lines;

/** A line with what is doubtful about it. */
export interface ListedLine extends ReadLine {
  key: string;
  title: string;
  why: string;
  severity: Severity | null;
  /** Somebody has to say what it is before anything is published. */
  mustSay: boolean;
  /** Somebody has said. */
  isSaid: boolean;
}

const RANK: Record<Severity, number> = { error: 1, warning: 2, info: 3 };
const rankOf = ({ mustSay, severity }: ListedLine) => (mustSay ? 0 : severity === null ? 4 : RANK[severity]);

/** The lines that somebody should look at, the most doubtful first, and the others. */
export function listLines(preview: Preview, body: DraftBody): { doubtful: ListedLine[]; others: ListedLine[] } {
  const flags = Map.groupBy(
    preview.read.flags.filter(({ severity, subject }) => severity !== 'info' && subject.record !== null),
    ({ row }) => row,
  );
  const all = linesBelow(preview).map((line) => listLine(line, (line.row && flags.get(line.row)) || [], body));
  const isDoubtful = ({ as, severity, isSaid }: ListedLine) => as !== 'record' || severity !== null || isSaid;
  return {
    doubtful: all.filter(isDoubtful).sort((a, b) => rankOf(a) - rankOf(b) || a.sheet - b.sheet || a.line - b.line),
    others: all.filter((line) => !isDoubtful(line)),
  };
}

function listLine(line: ReadLine, flags: readonly Flag[], { lines }: DraftBody): ListedLine {
  const key = lineKey(line.sheet, line.line);
  const mustSay = flags.some(({ code }) => effectOf(code).asksWhatRowIs);
  const worst = flags.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  const first = worst.find(({ code }) => effectOf(code).asksWhatRowIs) ?? worst[0];
  const aside = line.reason === null ? '' : words.asides[line.reason];
  return {
    ...line,
    key,
    title: [...new Set(worst.map(flagTitle))].join('、') || aside,
    why: first?.evidence[0] ?? (line.as === 'section' ? words.sectionWhy : ''),
    severity: first?.severity ?? null,
    mustSay,
    isSaid: lines[key] !== undefined,
  };
}

/** How many lines there are, and what they were taken for: in is always out. */
export function countLines(preview: Preview): { all: number; records: number; sections: number; asides: number } {
  const lines = linesBelow(preview);
  const of = (kind: ReadLine['as']) => lines.filter(({ as }) => as === kind).length;
  return { all: lines.length, records: of('record'), sections: of('section'), asides: of('aside') };
}

/** What stands below the heading of its sheet; above it nothing but a label of the first group is part of the table. */
function linesBelow({ read }: Preview): ReadLine[] {
  const headings = new Map(read.tables.toReversed().map(({ at, heading }) => [at, heading ?? 0]));
  return read.lines.filter(({ sheet, line, as }) => as === 'section' || line > (headings.get(sheet) ?? 0));
}
