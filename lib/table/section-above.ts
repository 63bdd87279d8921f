import { foldText } from '../text/text.ts';
import { simplify, TITLE_ROW } from '../wording/printed.ts';
import type { Line } from './grid.ts';
import type { Heading } from './headings.ts';
import { hasNumber, isRemark, readSection } from './marks.ts';
import { foldName } from './names.ts';
import { printedText } from './printed-text.ts';
import type { DistrictRow } from './row-kinds.ts';

/** The label over the first group of a table. */

const textsOf = ({ cells }: Line) => cells.flatMap((cell) => printedText(cell) ?? []);
/** What a line says, whatever its spaces and merged cells. */
export const keyOf = (cells: readonly string[]): string =>
  [...new Set(cells.map(foldName).filter((cell) => cell !== ''))].join('\t');

/**
 * The label over the first group where each group has its own label and heading: alone in the line above the first
 * heading, which comes again further down. The name of a city there is the table's title.
 */
export function sectionAbove(
  lines: readonly Line[],
  heading: Heading,
  table: number,
  { row, isBeside }: { row: number; isBeside: boolean },
): DistrictRow | null {
  const cells = lines[heading.first - 1]?.cells ?? [];
  const key = keyOf(lines[heading.first]?.cells ?? []);
  const text = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))];
  const [printed = ''] = text;
  const section = text.length === 1 && !isRemark(printed) && !hasNumber(printed) ? readSection(printed) : null;
  const isTitle = TITLE_ROW.test(simplify(foldText(printed))) || /[省市]$/.test(section?.label ?? '');
  const body = lines.slice(heading.next);
  const isOneOfSeveral = body.some((line) => keyOf(line.cells) === key) || hasSections(body);
  if (section === null || isTitle) return null;
  if (!isBeside && (!isOneOfSeveral || !(section.isUnit || section.isMarked))) return null;
  return { kind: 'district', row, table, district: null, text: printed, section, isDoubtful: section.isSeveral };
}

/** Whether further groups begin below, and none with the first line. */
function hasSections(body: readonly Line[]): boolean {
  const isSection = (line: Line) => {
    const [text = '', ...more] = textsOf(line);
    const section = more.length > 0 || hasNumber(text) ? null : readSection(text);
    return section !== null && (section.isUnit || section.isMarked);
  };
  const [first] = body;
  return first !== undefined && textsOf(first).length > 1 && body.some(isSection);
}
