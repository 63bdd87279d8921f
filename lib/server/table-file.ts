import { readFileSync, statSync } from 'node:fs';
import { MOST_BYTES } from '../table/decode.ts';
import { FileRefusal } from '../table/refusal.ts';
import { refusalWords } from '../wording/normaliser.ts';

const reasonOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** The bytes of a file that somebody named. Throws `FileRefusal` where there is no such file or it is far too large. */
export function readTableFile(file: string): Uint8Array {
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw new FileRefusal('file.unreadable', refusalWords.directory(file));
    if (!found.isFile()) throw new FileRefusal('file.unreadable', refusalWords.notFile(file));
    if (found.size > MOST_BYTES)
      throw new FileRefusal('file.too_large', refusalWords.tooManyBytes(file, MOST_BYTES >> 20));
    return readFileSync(file);
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    const reason = reasonOf(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR' || reason === 'ERR_INVALID_ARG_VALUE') {
      throw new FileRefusal('file.unreadable', refusalWords.missing(file));
    }
    if (reason === 'EACCES') throw new FileRefusal('file.unreadable', refusalWords.denied(file));
    throw new FileRefusal('file.unreadable', refusalWords.unread(file, reason));
  }
}
