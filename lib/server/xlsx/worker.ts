import { parentPort, workerData } from 'node:worker_threads';
import { FileRefusal } from '../../table/refusal.ts';
import { isZip } from '../../table/sniff.ts';
import { readText } from '../../table/text-file.ts';
import type { FromWorker, ToWorker } from '../read-table.ts';
import { readWorkbook } from './workbook.ts';

/** Reads one file in a thread of its own, which may be ended at any moment. */
async function answer({ bytes, file }: ToWorker): Promise<FromWorker> {
  try {
    if (!isZip(bytes)) return readText(bytes, file);
    return { grid: await readWorkbook(bytes, file), source: { encoding: 'utf-8', guessed: false } };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    const { code, message, remedy, place } = error;
    return { refusal: { code, words: { message, remedy }, place } };
  }
}

parentPort?.postMessage(await answer(workerData as ToWorker));
