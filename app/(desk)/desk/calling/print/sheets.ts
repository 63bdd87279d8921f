import type { Call } from '#lib/directory/calling.ts';

/** So many lines of the table fit under the head of the first sheet, and on each that follows. */
const FIRST = 34;
const FOLLOWING = 38;
/** Names of so many characters stand on one line of their column, which holds several of one number. */
const LINE = 7;

const linesOf = ({ places }: Call): number =>
  Math.max(1, Math.ceil(places.map(({ station }) => station.name.value ?? '').join('、').length / LINE));

/** The calls by the sheet they stand on: at least one sheet, so that an empty list says so. */
export function sheetsOf(calls: readonly Call[]): Call[][] {
  const sheets: Call[][] = [[]];
  let room = FIRST;
  for (const call of calls) {
    const lines = linesOf(call);
    if (lines > room && sheets.at(-1)?.length) {
      sheets.push([]);
      room = FOLLOWING;
    }
    sheets.at(-1)?.push(call);
    room -= lines;
  }
  return sheets;
}
