import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { formatWords, refusalWords } from '../wording/normaliser.ts';
import { checkLine, type Line, type Merged } from './grid.ts';
import { cellText, isElement, isHidden } from './html-text.ts';
import { FileRefusal } from './refusal.ts';
import type { Grid, Sheet } from './tables.ts';

/** A web page, or a piece of one, → the tables in it. Nothing in it is run or fetched. */

export const MOST_HTML_BYTES = 8 * 1024 * 1024;
const DEEPEST = 200;
/** As browsers have it. */
const MOST_ROWSPAN = 65_534;
/** One more than a table may have, so that it is refused. */
const MOST_COLSPAN = 201;

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const BEGINNING =
  /^\s*(?:<!--|<\?xml\b|<(?:!doctype\s+html|html|head|meta|body|table|thead|tbody|tr|div|p|style|title|h[1-6])\b)/i;

/** Whether a text is a web page or a piece of one. */
export const isHtml = (text: string): boolean => BEGINNING.test(text.slice(0, 1000)) && /<\/?[a-z]/i.test(text);

/** Throws `FileRefusal` where there is no table in it, or it is built to be hard to read. */
export function readHtml(text: string, file: string): Grid {
  const document = parse(text, { scriptingEnabled: false, treeAdapter: boundedAdapter(file) });
  const tables = findTables(document);
  if (tables.length === 0) throw new FileRefusal('table.not_found', refusalWords.htmlWithoutTable(file));
  const notes: string[] = [];
  const sheets = tables.map(({ table, hidden, above }, at): Sheet => {
    const caption = captionOf(table);
    const name = caption ?? (tables.length === 1 ? null : formatWords.tableName(at + 1));
    const { lines, left } = readTable(table, file);
    if (hidden) notes.push(formatWords.hiddenSheet(name ?? formatWords.tableName(at + 1)));
    if (left > 0) notes.push(formatWords.hiddenInTable(name ?? formatWords.tableName(at + 1), left));
    return { name, lines, hidden, title: caption ?? above };
  });
  return { sheets: sheets.filter(({ lines }) => lines.length > 0), notes };
}

/** The usual tree, which may not be deeper than a page that somebody wrote. */
function boundedAdapter(file: string): typeof defaultTreeAdapter {
  const depths = new WeakMap<object, number>();
  const enter = (parent: object, child: object) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > DEEPEST) throw new FileRefusal('file.too_large', refusalWords.tooDeep(file, DEEPEST));
    depths.set(child, depth);
  };
  return {
    ...defaultTreeAdapter,
    appendChild(parent, child) {
      enter(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, before) {
      enter(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, before);
    },
  };
}

interface FoundTable {
  table: Element;
  hidden: boolean;
  /** The heading of the page under which it is the first table. */
  above: string | null;
}

function findTables(node: Node, hidden = false, found: FoundTable[] = [], last = { heading: null as string | null }) {
  if (!('childNodes' in node)) return found;
  for (const child of node.childNodes) {
    const isOff = hidden || (isElement(child) && isHidden(child));
    if (isElement(child) && !isOff && /^h[1-6]$/.test(child.tagName))
      last.heading = cellText(child).replaceAll('\n', ' ') || null;
    if (isElement(child) && child.tagName === 'table') {
      found.push({ table: child, hidden: isOff, above: last.heading });
      last.heading = null;
    }
    findTables(child, isOff, found, last);
  }
  return found;
}

const childrenOf = (element: Element, ...names: string[]) =>
  element.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName));

function captionOf(table: Element): string | null {
  const [caption] = childrenOf(table, 'caption');
  return caption === undefined ? null : cellText(caption).replaceAll('\n', ' ') || null;
}

/** A cell that goes on in the rows below. */
interface Open extends Merged {
  /** The last row it covers, by its number. */
  until: number;
}

function readTable(table: Element, file: string): { lines: Line[]; left: number } {
  const lines: Line[] = [];
  let [row, left] = [0, 0];
  const hidden = new Map<number, string[]>();
  const above: string[][] = [];
  for (const group of [table, ...childrenOf(table, 'thead', 'tbody', 'tfoot')]) {
    const rows = childrenOf(group, 'tr');
    const isGroupOff = group !== table && isHidden(group);
    const open = new Map<number, Open>();
    const end = row + rows.length;
    for (const own of rows) {
      row += 1;
      const isOff = isGroupOff || isHidden(own);
      const line = readRow(own, { row, end }, open, isOff ? new Map() : hidden);
      left += line.left;
      checkLine(line.cells, row, file);
      if (isOff) {
        hidden.set(row, line.cells);
        above.push(line.cells);
        left += line.cells.length > 0 ? 1 : 0;
      } else if (line.cells.some((cell) => cell.trim() !== ''))
        lines.push({ ...lineOf(row, line), ...(above.length > 0 && { hiddenAbove: above.splice(0) }) });
    }
  }
  return { lines, left };
}

const lineOf = (line: number, { cells, merged }: ReturnType<typeof readRow>): Line =>
  merged.size === 0 ? { line, cells } : { line, cells, merged };

/**
 * The cells of a row, each in its column; a cell that covers several has its text in the first, the others are blank. Of
 * one that begins in a hidden row the text is shown in the first row that is not.
 *
 * @param end the last row of the group, up to which a cell may go on
 * @param hidden the cells of hidden rows above, by their row
 */
function readRow(
  own: Element,
  { row, end }: { row: number; end: number },
  open: Map<number, Open>,
  hidden: ReadonlyMap<number, readonly string[]>,
) {
  const cells: string[] = [];
  const merged = new Map<number, Merged>();
  let left = 0;
  const passOpen = () => {
    for (
      let above = open.get(cells.length);
      above !== undefined && above.until >= row;
      above = open.get(cells.length)
    ) {
      const isFirst = above.at === cells.length;
      const text = isFirst ? hidden.get(above.line)?.[above.at] : undefined;
      if (text !== undefined) open.set(above.at, { ...above, line: row });
      if (isFirst) merged.set(above.at, { line: text === undefined ? above.line : row, at: above.at });
      cells.push(text ?? '');
    }
  };
  for (const cell of childrenOf(own, 'td', 'th')) {
    if (isHidden(cell)) {
      left += 1;
      continue;
    }
    passOpen();
    const at = cells.length;
    const width = spanOf(cell, 'colspan', MOST_COLSPAN) || 1;
    const height = spanOf(cell, 'rowspan', MOST_ROWSPAN) || end - row + 1;
    const until = Math.min(end, row + height - 1);
    if (until > row) merged.set(at, { line: row, at });
    for (let column = at; column < at + width; column += 1) {
      cells.push(column === at ? cellText(cell) : '');
      if (until > row) open.set(column, { line: row, at, until });
    }
    if (cells.length > MOST_COLSPAN) break;
  }
  passOpen();
  return { cells, merged, left };
}

/** A span as the page says it; 0 means to the end. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const value = cell.attrs.find((attribute) => attribute.name === name)?.value.trim() ?? '1';
  return /^\d+/.test(value) ? Math.min(most, Number.parseInt(value, 10)) : 1;
}
