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
export async function readPaste({ html = '', text = '' }: Paste): Promise<ReadGrid> {
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

const readText = (text: string) => readTable(new TextEncoder().encode(text), pasteWords.name);
