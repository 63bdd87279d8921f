import type { Line } from './grid.ts';
import { raised, struck } from './text-marks.ts';

/** What Markdown writes around a text is no part of it. */

/** A bar inside a cell, which parts nothing, while cells are parted. */
const BAR = '\ue001';

/** Whether a text whose cells are parted by bars is a table of Markdown. */
export const isMarkdown = (text: string): boolean => text.split(/\r\n|\n|\r/, LOOKED_AT).some(isDelimiter);
const LOOKED_AT = 200;
const LONGEST_DELIMITER = 2_000;

/** The line between a heading and its rows: |---|:--:|. */
function isDelimiter(line: string): boolean {
  if (line.length > LONGEST_DELIMITER || !line.includes('|')) return false;
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) && (cells.length > 1 || line.trim().startsWith('|'));
}

/** Takes bars that belong to a cell out of the way; `plainCells` puts them back. */
export const hideBars = (text: string): string => text.replaceAll('\\|', BAR);

/** The cells without signs for bold, italic, links and line breaks. */
export const plainCells = (line: Line): Line => ({ ...line, cells: line.cells.map(plainText) });

function plainText(cell: string): string {
  return cell
    .replaceAll(BAR, '|')
    .replace(/<br ?\/?>/gi, '\n')
    .replace(/\[([^\]]*)\]\(#[^)]*\)/g, (_, text: string) => raised(text))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[\^(\w+)\]/g, (_, text: string) => raised(text))
    .replace(/~~(?=\S)(.*?\S)~~/g, (_, text: string) => struck(text))
    .replace(/(\*\*|__|`)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/^(\s*)([*_])(?=[^\s*_])(.*[^\s*_])\2(\s*)$/, '$1$3$4')
    .replace(/\\([\\`*_{}[\]()#+.!~-])/g, '$1');
}
