import { raised, struck } from '../../table/text-marks.ts';
import { isTrue } from './xml.ts';

/** A cell, a text, a piece of one: nothing of the last one's drawing goes on. */
const BEGINS: ReadonlySet<string> = new Set(['c', 'is', 'si', 'r']);

/** How the piece of a text is drawn that is being read: what stands above the line or is struck through keeps that. */
export class RunStyle {
  #draw = (text: string): string => text;

  /** An element of a cell or a text; the properties of a piece stand before its text. */
  open(name: string, { val }: Readonly<Record<string, string>>): void {
    if (BEGINS.has(name)) this.#draw = (text) => text;
    else if (name === 'vertAlign' && /^su[bp]/.test(val ?? '')) this.#draw = raised;
    else if ((name === 'strike' || name === 'dstrike') && (val === undefined || isTrue(val))) this.#draw = struck;
  }

  draw(text: string): string {
    return this.#draw(text);
  }
}
