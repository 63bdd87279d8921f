/**
 * What a page tells the service worker of its reader, kept on the device alone, in a cache that outlives every build:
 * whose copy is worth having when there is no network.
 */
export interface ReaderRecord {
  /** The city of the remembered station, else that of the page last seen. */
  directory: string;
  /** The remembered station, where it is of that city. */
  station: string | null;
  /** The page last seen. */
  path: string;
}

export const READER_CACHE = 'baoda-reader';
export const READER_RECORD = '/reader.json';
/** What a page says to the worker once the record stands: there is time to keep what is not kept yet. */
export const KEEP = 'keep';
