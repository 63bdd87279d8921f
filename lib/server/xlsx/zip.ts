import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileRefusal } from '../../table/refusal.ts';
import { refusalWords } from '../../wording/normaliser.ts';

/** The parts of a zip file, none of them unpacked before all that the file says of their sizes has been looked at. */

const MOST_PARTS = 2_000;
const MOST_PART_BYTES = 64 * 1024 * 1024;
const MOST_BYTES = 128 * 1024 * 1024;
/** Archives in the archive. */
const NESTED = /\.(?:zip|xls[xmb]?|doc[xm]?|ppt[xm]?|ods|odt|jar|7z|rar|gz|tgz|tar|bz2|xz)$/i;

export interface ZipParts {
  names: ReadonlySet<string>;
  /** The bytes of a part, piece by piece; no more of them than the file says. */
  read: (name: string) => Promise<AsyncIterable<Uint8Array>>;
}

/** Throws `FileRefusal` for what is encrypted, nested, damaged or far too large. */
export async function openZip(bytes: Uint8Array, file: string): Promise<ZipParts> {
  const zip = await open(bytes, file);
  if (zip.entryCount > MOST_PARTS) throw tooLarge(file);
  const entries = await listEntries(zip, file);
  const declared = [...entries.values()].map(({ uncompressedSize }) => uncompressedSize);
  const all = declared.reduce((sum, size) => sum + size, 0);
  if (all > MOST_BYTES || declared.some((size) => size > MOST_PART_BYTES)) throw tooLarge(file);
  for (const [name, entry] of entries) {
    if (entry.isEncrypted()) throw new FileRefusal('file.unsupported', refusalWords.encrypted(file));
    if (NESTED.test(name)) throw new FileRefusal('file.unsupported', refusalWords.nested(file, name));
  }
  let unpacked = 0;
  async function* counted(name: string, stream: Readable): AsyncIterable<Uint8Array> {
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        unpacked += piece.length;
        if (unpacked > MOST_BYTES) throw tooLarge(file);
        yield piece;
      }
    } catch (error) {
      throw error instanceof FileRefusal ? error : damaged(file, name);
    }
  }
  const read = async (name: string) => {
    const entry = entries.get(name);
    if (entry === undefined) throw damaged(file, name);
    return counted(name, await openEntry(zip, entry, file));
  };
  return { names: new Set(entries.keys()), read };
}

const tooLarge = (file: string) =>
  new FileRefusal(
    'file.too_large',
    refusalWords.unpacksTooLarge(file, MOST_PARTS, MOST_PART_BYTES >> 20, MOST_BYTES >> 20),
  );

export const damaged = (file: string, part: string | null = null) =>
  new FileRefusal('file.unreadable', refusalWords.damagedZip(file, part));

async function open(bytes: Uint8Array, file: string): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch {
    throw damaged(file); // whatever is the matter with it, nobody can read it
  }
}

/** By name. A name that stands twice would be read differently by different programs. */
function listEntries(zip: ZipFile, file: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) return reject(damaged(file, entry.fileName));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(damaged(file)));
    zip.readEntry();
  });
}

async function openEntry(zip: ZipFile, entry: Entry, file: string): Promise<Readable> {
  try {
    return await zip.openReadStreamPromise(entry);
  } catch {
    throw damaged(file, entry.fileName); // as above
  }
}
