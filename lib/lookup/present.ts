import type { Row } from '../shown/row.ts';
import { lookupWords } from '../wording/lookup.ts';
import type { Answer, LookupHit, Note } from './answer.ts';
import { searchPath } from './search-path.ts';

/** At most so many rows are drawn; the heading says how many there are. */
const MOST_ROWS = 50;

/** A row of a list, with the parts of its name to be marked: [from, to) in characters. */
export interface ShownRow {
  row: Row;
  marks: [number, number][];
}

/**
 * What a list is drawn from: an answer in the words of the page, with its rows. The server's pages, its answers while
 * somebody types, and the phone's own are all of this shape.
 */
export interface ShownAnswer {
  /** The page's main heading. */
  heading: string;
  /** Over the list, with a count beside it where that says something. */
  head: string | null;
  count: string | null;
  /** How it was found, in one sentence. */
  how: string | null;
  /** What must be known before calling, in parts that each stay whole on a line. */
  remark: string[];
  /** Where else to go: a street of several, the door to the form. */
  choices: { label: string; path: string }[];
  stations: ShownRow[];
  /** Behind those that were meant: the others of a list that they stand in. */
  others: ShownRow[];
  near: ShownRow[];
  /** Nothing was found: what was typed, and what to try. */
  advice: { title: string; parts: readonly string[] } | null;
  /** For screen readers, when the list changes while typing. */
  spoken: string;
}

/** What the wording needs to know of the directory. */
export interface FoundContext {
  directory: string;
  /** Where a paper that did not come is told of; null where that is not possible online. */
  report: string | null;
  cityLineLabel: string;
  /** District id → its label. */
  labels: Readonly<Record<string, string>>;
  /** District id → the sentence that stands before its stations. */
  remarks: Readonly<Record<string, string>>;
}

/** Puts an answer into the words of the page, and the rows of stations in the place of their ids. */
export function presentAnswer(
  query: string,
  { results, nearMisses, note }: Answer,
  context: FoundContext,
  rowOf: (station: string) => Row | undefined,
): ShownAnswer {
  const [meant, others] = nearFirst(results, note);
  const n = meant.length;
  const found = n > 0 || note !== null;
  const heading = found ? lookupWords.results : lookupWords.none;
  const said = found ? sayNote(note, meant, context) : NOTHING_SAID;
  const head = said.head ?? (n ? lookupWords.found(n) : null);
  return {
    heading,
    head,
    count: said.head !== null && n && note?.kind !== 'which-street' ? lookupWords.count(n) : null,
    how: sayHow(query, results),
    remark: said.remark,
    choices: choicesOf(note, context),
    stations: shownRows(meant, rowOf),
    others: shownRows(others, rowOf),
    near: shownRows(nearMisses, rowOf),
    advice: found ? null : { title: lookupWords.nothing(query), parts: lookupWords.advice },
    // “Found 3 stations” counts them itself.
    spoken: said.head === null ? (head ?? heading) : lookupWords.spoken(said.head, n),
  };
}

/** Stations that are near by their name before the others of their district, of which that is not said. */
function nearFirst(results: readonly LookupHit[], note: Note | null): [LookupHit[], LookupHit[]] {
  const isNear = ({ grade }: LookupHit) => grade === 'likely' || grade === 'possible';
  const near = results.filter(isNear);
  if (note?.kind !== 'division' || near.length === 0) return [[...results], []];
  return [near, results.filter((result) => !isNear(result))];
}

function choicesOf(note: Note | null, { directory, report }: FoundContext): ShownAnswer['choices'] {
  if (note?.kind === 'which-street')
    return note.choices.map(({ label, query }) => ({ label, path: searchPath(directory, query) }));
  return note?.kind === 'help' && report ? [{ label: lookupWords.reportDoor, path: report }] : [];
}

interface Said {
  head: string | null;
  remark: string[];
}
const NOTHING_SAID: Said = { head: null, remark: [] };

function sayNote(note: Note | null, results: readonly LookupHit[], context: FoundContext): Said {
  switch (note?.kind) {
    case 'which-street':
      return { head: lookupWords.which(note.name), remark: [] };
    case 'city-line':
      return { head: null, remark: [lookupWords.cityLine(context.cityLineLabel)] };
    case 'help':
      return { head: null, remark: [lookupWords.help(context.cityLineLabel)] };
    case 'district': {
      const sentence = context.remarks[note.district];
      const label = context.labels[note.district];
      return { head: label ? lookupWords.district(label) : null, remark: sentence ? [sentence] : [] };
    }
    case 'division':
      return results.length
        ? sayDivision(note, results)
        : { head: null, remark: [lookupWords.nobody(note.division, note.county)] };
    default:
      return NOTHING_SAID;
  }
}

function sayDivision(note: Extract<Note, { kind: 'division' }>, results: readonly LookupHit[]): Said {
  const n = results.length;
  const { division, namesake, county, districts, grade, level } = note;
  const inStreet = namesake === division ? '' : lookupWords.inStreet(division, namesake);
  const remark = (first: string) => [first, lookupWords.askFirst];
  const possible = n > 1 ? lookupWords.possibleMany : lookupWords.possible;
  if (level === 'landmark')
    return { head: possible, remark: [...lookupWords.landmark(division, county ?? '', n), lookupWords.askFirst] };
  if (level === 'area') return { head: possible, remark: remark(lookupWords.namedArea(division)) };
  if (grade === 'likely') {
    const all = results.every((result) => result.grade === 'likely');
    const head = !all ? possible : n > 1 ? lookupWords.likelyMany : lookupWords.likely;
    return { head, remark: remark(inStreet + lookupWords.likelyRemark(namesake)) };
  }
  if (grade === 'only' && n === 1)
    return { head: possible, remark: remark(lookupWords.onlyRemark(division, county ?? division)) };
  if (grade === 'possible')
    return { head: possible, remark: remark(inStreet + lookupWords.possibleRemark(namesake, county)) };
  return { head: possible, remark: remark(lookupWords.areaRemark(division, county, districts)) };
}

/** A sentence only where the reader could wonder why this was found. */
function sayHow(query: string, [first]: readonly LookupHit[]): string | null {
  switch (first?.tier) {
    case 'sound':
    case 'sound-part':
    case 'sound-inside':
      return lookupWords.bySound(query, first.text);
    case 'typo':
    case 'pinyin-typo':
      return lookupWords.bySimilar(query, first.text);
    case 'inside':
      return lookupWords.byInside(first.text);
    case 'number-typo':
      return lookupWords.numberTypo;
    default:
      return null;
  }
}

function shownRows(results: readonly LookupHit[], rowOf: (station: string) => Row | undefined): ShownRow[] {
  return results.slice(0, MOST_ROWS).flatMap((result) => {
    const row = rowOf(result.station);
    return row ? [{ row, marks: marksOf(result) }] : [];
  });
}

/** A slip is marked where it is; a part that was typed is marked whole; a whole name needs no mark. */
function marksOf({ field, text, span: [from, to], differing }: LookupHit): ShownRow['marks'] {
  if (field !== 'name' || text === '') return [];
  if (differing.length > 0) return differing.map((at) => [at, at + 1]);
  return to - from < text.length ? [[from, to]] : [];
}
