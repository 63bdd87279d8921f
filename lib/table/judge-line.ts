import type { Cell, SetAside } from '../directory/records.ts';
import { foldText } from '../text/text.ts';
import {
  FOOT_LABEL,
  GROUP_TOTAL,
  ONLY_COUNT,
  SENTENCE,
  SERVICE_LINE,
  SPEAKS_FOR_OTHERS,
  SURE_TITLE,
  simplify,
  TITLE_ROW,
  TOTAL_ROW,
  UNIT_ENDING,
} from '../wording/printed.ts';
import type { headingBelow } from './further-headings.ts';
import type { ColumnField } from './heading-words.ts';
import type { Layout } from './layout.ts';
import { hasNumber, isDate, isRemark, isSigned, readSection, type SectionLabel } from './marks.ts';
import { foldName } from './names.ts';
import { printedText } from './printed-text.ts';

/** A longer text in the first column of a record is a remark. */
const LONGEST_NAME = 8;
const LONGEST_FIRST = 16;
/** What is longer is no label and no title, and looking at it takes time. */
const LONGEST_TEXT = 300;
/** So many words parted by spaces are a sentence. */
const LEAST_WORDS = 7;

/** Where the rows being read stand, and what the table as a whole is like. */
export interface Place {
  edition: string;
  table: number;
  layout: Layout;
  /** Most rows hold a number: one without any is something else, or lacks it. */
  hasNumbers: boolean;
  /** The first row is a text alone, as others further down: they stand over groups. */
  opensWithLabel: boolean;
  /** The last character or word that most names share, as in 甲站, 乙站; null where they share none. */
  ending: string | null;
  /** Behind the head of a list of remarks: what is numbered there is one of them. */
  inRemarks: boolean;
  /** Lines of the heading, and above it: printed again at the top of a page they say nothing new. */
  above: ReadonlySet<string>;
  /** The first table of the sheet, to which they belong. */
  first: number;
  /** The cells merged over several rows that were read so far, by line and column. */
  merged: Map<string, Cell>;
}

/** What becomes of a line that is no record. */
export interface Verdict {
  reason: SetAside['reason'];
  /** The label of the rows above, at the foot of their group. */
  above?: SectionLabel;
  /** What it says of the rows below. */
  below?: { section: SectionLabel; isDoubtful: boolean } | 'total' | 'not_understood';
}

/** What a line that is no heading says, or null where it is a record. `next` is what the line below says as a heading. */
export function judge(cells: readonly string[], place: Place, next: ReturnType<typeof headingBelow>): Verdict | null {
  const filled = filledOf(cells, place);
  const at = filled[0];
  if (at === undefined) return { reason: 'footnote' }; // only marks such as — or *: kept, though they say nothing
  if (filled.length === 1) return judgeLone(at, (cells[at] ?? '').trim(), place, next);
  // A running number says nothing of its row.
  const text = (cells[filled.find((one) => !/^\d{1,5}$/.test(foldText(cells[one] ?? ''))) ?? at] ?? '').trim();
  const counted = countedLabel(filled.map((one) => cells[one] ?? ''));
  if (counted !== null) return { reason: 'district_heading', below: { section: counted, isDoubtful: false } };
  const isNumbered = cells.some(hasNumber);
  if (/^(?:※|注[:：])/.test(text)) return { reason: 'footnote' };
  if (isTotal(text) && !isNumbered) return { reason: 'total', below: 'total' };
  if (isSigned(text)) return { reason: 'footnote' };
  if (!place.hasNumbers || isNumbered) return null;
  if (SURE_TITLE.test(simplify(foldText(cells.join(' '))))) return { reason: 'title' };
  const { columns } = place.layout;
  const isSignature = columns.some(({ at, field }) => {
    const cell = cells[at] ?? '';
    return isSigned(cell) || (field === 'name' && isDate(cell));
  });
  return isRemark(text) || isSignature ? { reason: 'footnote' } : null;
}

/** A label whose number of stations stands in a cell of its own; null where the row is anything else. */
function countedLabel(texts: readonly string[]): SectionLabel | null {
  const [label = '', count = ''] = texts.map((text) => text.trim());
  const [, said] = ONLY_COUNT.exec(foldText(count)) ?? [];
  if (texts.length !== 2 || said === undefined || TOTAL_ROW.test(simplify(foldText(label)))) return null;
  const section = readSection(label);
  return section === null ? null : { ...section, count: Number(said) };
}

/** The filled cells; a text that a merged cell repeats in all of them, or over the numbers, counts once. */
function filledOf(cells: readonly string[], { layout }: Place): number[] {
  const filled = cells.flatMap((cell, at) => (printedText(cell) === null ? [] : [at]));
  const [at] = filled;
  if (at === undefined || filled.length === 1) return filled;
  const text = cells[at]?.trim() ?? '';
  const isRepeated = filled.every((one) => cells[one]?.trim() === text) && /\p{L}/u.test(text);
  const isOverNumbers = filled.some((one) =>
    layout.columns.some((column) => column.at === one && column.field !== 'district' && column.field !== 'name'),
  );
  return isRepeated && (filled.length > 2 || isOverNumbers) ? [at] : filled;
}

/** The same for a line of which only the cell `at` is filled. */
function judgeLone(at: number, text: string, place: Place, next: ReturnType<typeof headingBelow>): Verdict | null {
  const { columns } = place.layout;
  if (text.length > LONGEST_TEXT) return { reason: 'footnote', below: 'not_understood' };
  const field = columns.find((column) => column.at === at)?.field ?? null;
  const simple = simplify(foldText(text));
  const isNumber = hasNumber(text);
  if (field !== null && field !== 'district' && field !== 'name') return judgeAmongNumbers(text);
  if (isRemark(text)) return judgeRemark(text);
  const foot = FOOT_LABEL.test(text) ? readSection(text.replace(FOOT_LABEL, '')) : null;
  if (foot?.isUnit) return { reason: 'district_heading', above: foot };
  if (isServiceLine(text)) return { reason: 'footnote' };
  if (isNumber) return judgeWithNumber(field, text);
  if (isTotal(text)) return { reason: 'total', below: 'total' };
  if (TITLE_ROW.test(simple)) return { reason: 'title', ...(next === null ? { below: 'not_understood' } : {}) };
  return judgeLabel(at, field, text, place, next !== null);
}

/** The publisher's own line: it is called for all of them, and no station. */
const isServiceLine = (text: string) => /\d{3}/.test(text) && SERVICE_LINE.test(foldText(text));

/** A remark with a number in it stays a remark; a number with little else, or with a name, is a record. */
function judgeWithNumber(field: ColumnField | null, text: string): Verdict | null {
  const words = foldText(text).replace(/[\d\s()-]/g, '');
  const isSentence = SENTENCE.test(foldText(text)) || (text.match(/\p{L}+/gu) ?? []).length >= LEAST_WORDS;
  const most = field === 'name' ? LONGEST_FIRST : field === 'district' ? 1 : LONGEST_NAME;
  const isAside = isSentence || (words.length > most && (field !== 'name' || !/[a-z]/i.test(words)));
  return isAside ? { reason: 'footnote', below: 'not_understood' } : null;
}

const isTotal = (text: string) => {
  const simple = simplify(foldText(text));
  return TOTAL_ROW.test(simple) || GROUP_TOTAL.test(simple);
};

/** A remark by its mark, which a label may begin with too: *河口区*. */
function judgeRemark(text: string): Verdict {
  const section = /^[*※]/.test(text.trim()) ? readSection(text.trim().replace(/^[*※]+/, '')) : null;
  if (section === null) {
    return { reason: 'footnote', ...(SPEAKS_FOR_OTHERS.test(text) && { below: 'not_understood' as const }) };
  }
  const isLabel = section.isUnit || /\*$/.test(text.trim());
  return isLabel
    ? { reason: 'district_heading', below: { section, isDoubtful: true } }
    : { reason: 'footnote', below: 'not_understood' };
}

/** A text alone in a column of numbers: a remark, unless it may be meant as a number. */
function judgeAmongNumbers(text: string): Verdict | null {
  if (/\d{3}/.test(foldText(text)) && !isRemark(text)) return null;
  const section = readSection(text);
  if (section?.isMarked && section.isUnit) return { reason: 'district_heading', below: { section, isDoubtful: false } };
  return { reason: 'footnote', below: 'not_understood' };
}

/** A text alone in a row, of which nothing else is known: the label of the group below, a record, or not understood. */
function judgeLabel(
  at: number,
  field: 'district' | 'name' | null,
  text: string,
  { layout, hasNumbers, opensWithLabel, ending, inRemarks }: Place,
  isAboveHeading: boolean,
): Verdict | null {
  const section = readSection(text);
  const hasDistricts = layout.columns.some((column) => column.field === 'district');
  if (section === null) {
    const isLong = SENTENCE.test(foldName(text)) || /[,，]/.test(text) || [...text].length > LONGEST_FIRST;
    if (field === 'name' && !isLong) return null;
    return { reason: 'footnote', below: 'not_understood' };
  }
  const { label, isMarked, isUnit, isSeveral } = section;
  const isOver = (isDoubtful: boolean): Verdict => ({ reason: 'district_heading', below: { section, isDoubtful } });
  if (inRemarks && !isUnit) return { reason: 'footnote', below: 'not_understood' };
  if (isAboveHeading || isMarked || isSeveral) return isOver(isSeveral);
  if (field === 'district') return isOver([...label].length < 2);
  if (field === null) return isUnit && at === 0 ? isOver(false) : { reason: 'footnote', below: 'not_understood' };
  if (hasDistricts) return hasNumbers && UNIT_ENDING.test(label) ? isOver(true) : null;
  if (ending !== null && label.endsWith(ending)) return null;
  if (opensWithLabel) return isOver(false);
  return hasNumbers && (isUnit || ending !== null) ? isOver(false) : null;
}
