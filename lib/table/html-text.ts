import type { DefaultTreeAdapterTypes } from 'parse5';
import { raised, struck } from './text-marks.ts';

/** What a reader sees of an element of a web page, as text. */

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;

const attributeOf = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;

/** Hidden where it says so itself; what a style sheet hides cannot be seen from here. */
export function isHidden(element: Element): boolean {
  const style = attributeOf(element, 'style') ?? '';
  const isOff = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style);
  return isOff || attributeOf(element, 'hidden') !== undefined;
}

/** Not read aloud and not printed; a table inside a cell is a table of its own. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'noscript', 'svg', 'math', 'table', 'head', 'title'],
  ...['select', 'textarea', 'object', 'iframe', 'rp', 'rt'],
]);
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4']);

const RAISED: ReadonlySet<string> = new Set(['sup', 'sub']);
const STRUCK: ReadonlySet<string> = new Set(['s', 'strike', 'del']);
const isStruck = (element: Element) =>
  STRUCK.has(element.tagName) || /text-decoration[^;]*line-through/i.test(attributeOf(element, 'style') ?? '');

/** Line breaks stay, all other white space is one space. */
export function cellText(element: Element): string {
  const parts: string[] = [];
  collect(element, parts);
  return parts
    .join('')
    .replace(/ *\n[ \n]*/g, '\n')
    .replace(/ +/g, ' ')
    .trim();
}

function collect(element: Element, parts: string[]): void {
  for (const child of element.childNodes) {
    if ('value' in child) parts.push(child.value.replace(/[\t\n\f\r ]+/g, ' '));
    if (!isElement(child) || UNSEEN.has(child.tagName) || isHidden(child)) continue;
    const isBlock = BLOCKS.has(child.tagName);
    if (isBlock || child.tagName === 'br') parts.push('\n');
    const own: string[] = [];
    collect(child, own);
    const text = own.join('');
    parts.push(RAISED.has(child.tagName) ? raised(text) : isStruck(child) ? struck(text) : text);
    if (isBlock) parts.push('\n');
  }
}
