import { FileRefusal } from '../table/refusal.ts';
import { pasteWords } from '../wording/normaliser.ts';
import { type ReadGrid, readTable } from './read-table.ts';

/** What a clipboard holds of a table: as a web page, as a text, or both. */
export interface Paste {
  html?: string;
  text?: string;
}

/** Programs of Windows write in front of the page where it begins and ends. */
const CLIPBOARD_HEADER = /^Version:[\d.]+\s[^<]*(?=<)/;

/**
 * A table from the clipboard → its cells, read like a file. The page is taken where a table stands in it, since it alone
 * knows which cells are merged; else the text. Throws `FileRefusal`.
 */
export async function readPaste(paste: Paste): Promise<ReadGrid> {
  return (await openPaste(paste)).grid;
}

/** The same with the bytes that were read, to be kept. */
export async function openPaste({ html = '', text = '' }: Paste): Promise<{ bytes: Uint8Array; grid: ReadGrid }> {
  const page = html.replace(CLIPBOARD_HEADER, '').trimStart();
  if (page !== '') {
    try {
      return await readText(page);
    } catch (error) {
      const hasNoTable = error instanceof FileRefusal && error.code === 'table.not_found';
      if (!hasNoTable || text.trim() === '') throw error;
    }
  }
  if (text.trim() === '') throw new FileRefusal('file.empty', pasteWords.empty);
  return readText(text);
}

async function readText(text: string): Promise<{ bytes: Uint8Array; grid: ReadGrid }> {
  const bytes = new TextEncoder().encode(text);
  return { bytes, grid: await readTable(bytes, pasteWords.name) };
}
