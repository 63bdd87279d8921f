import { Worker } from 'node:worker_threads';
import { type FilePlace, FileRefusal } from '../table/refusal.ts';
import { isZip } from '../table/sniff.ts';
import type { Grid } from '../table/tables.ts';
import { readText, type Source } from '../table/text-file.ts';
import { refusalWords } from '../wording/normaliser.ts';
import { Turns } from './turns.ts';

/** A file of any format we read → its cells. What has to be taken apart is read in a thread of its own. */

const MOST_MILLISECONDS = 15_000;
const MOST_MEGABYTES = 256;

export interface ToWorker {
  bytes: Uint8Array;
  file: string;
}
/** The cells of a file, and how its text was read. */
export interface ReadGrid {
  grid: Grid;
  source: Source;
}
interface Refused {
  refusal: { code: FileRefusal['code']; words: { message: string; remedy: string }; place: FilePlace | null };
}
export type FromWorker = ReadGrid | Refused;

/** So much of a file is looked at to tell whether it may be a web page. */
const BEGINNING = 1_000;

/** Each thread may use a quarter of a gigabyte. */
const MOST_THREADS = 2;
const threads = new Turns(MOST_THREADS);

/** A table of any format. Plain text is read where we are. Throws `FileRefusal`. */
export async function readTable(bytes: Uint8Array, file: string): Promise<ReadGrid> {
  const mayBePage = bytes.subarray(0, BEGINNING).includes('<'.charCodeAt(0));
  return isZip(bytes) || mayBePage ? threads.take(0, '', () => readInThread(bytes, file)) : readText(bytes, file);
}

/** Throws `FileRefusal` where it cannot be read, takes too long or too much memory. */
export async function readInThread(bytes: Uint8Array, file: string, most = MOST_MILLISECONDS): Promise<ReadGrid> {
  const worker = new Worker(new URL('./xlsx/worker.ts', import.meta.url), {
    workerData: { bytes, file } satisfies ToWorker,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<FromWorker>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new FileRefusal('file.too_large', refusalWords.takesTooLong(file, most / 1000))),
        most,
      );
      worker.once('message', resolve);
      worker.once('error', (error) => reject(isOutOfMemory(error) ? tooMuchMemory(file) : error));
    });
    if (!('refusal' in answer)) return answer;
    const { code, words, place } = answer.refusal;
    throw new FileRefusal(code, words, place);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
const tooMuchMemory = (file: string) =>
  new FileRefusal('file.too_large', refusalWords.takesTooMuchMemory(file, MOST_MEGABYTES));
