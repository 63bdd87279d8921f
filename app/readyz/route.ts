import { connection } from 'next/server';
import { type NotReady, whyNotReady } from '#lib/server/readiness.ts';

/** For whoever runs the server: what is the matter, without a word of the store's own, which may hold an address. */
const MEANING: Readonly<Record<NotReady, string>> = {
  ending: 'The process was told to end.',
  unreachable: 'The store does not answer.',
  slow: 'The store has not answered in time.',
  disk_full: 'The disk of the store is full.',
  read_only: 'The store can be read only: a standby, or a file or folder without the right to write.',
  locked: 'Somebody else keeps the store locked.',
  damaged: 'The store is damaged: restore a backup.',
  moved: 'The file of the store was moved, deleted or replaced while it is open: stop, put it back, start again.',
  clock_behind: 'The clock of this machine is more than a day behind what the store has seen: set it.',
  failing: 'The store fails; the log says how.',
};

/** For a balancer: whether requests should come here. Only while the store answers and takes what it is given. */
export async function GET(): Promise<Response> {
  await connection();
  const why = await whyNotReady();
  const body = why === null ? { status: 'ready' } : { status: 'not ready', reason: why, detail: MEANING[why] };
  return Response.json(body, { status: why === null ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
