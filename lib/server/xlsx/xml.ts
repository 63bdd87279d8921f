import { SaxesParser } from 'saxes';
import { FileRefusal } from '../../table/refusal.ts';
import { damaged } from './zip.ts';

/** Reads XML as it comes, without a tree. Entities of its own and other documents are not read: they are refused. */

const DEEPEST = 100;

export interface XmlEvents {
  /** Names come without their prefix. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Throws `FileRefusal` where it is no well-formed XML that a spreadsheet would write. */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  { file, part }: { file: string; part: string },
  events: XmlEvents,
): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const refuse = () => {
    throw damaged(file, part);
  };
  let depth = 0;
  parser.on('doctype', refuse);
  parser.on('error', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) refuse();
    events.open(withoutPrefix(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close?.(withoutPrefix(name));
  });
  const { text } = events;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof FileRefusal || !(error instanceof TypeError) ? error : damaged(file, part);
  }
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute whatever its prefix. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  const key = Object.keys(attributes).find((one) => withoutPrefix(one) === name);
  return key === undefined ? undefined : attributes[key];
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
