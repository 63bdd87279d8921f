import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** Asks for `/healthz` all the time, in a thread of its own: who makes a thousand connections has no time to take it. */
const PROBE_MS = 100;
const LONGEST_PROBE_MS = 10_000;
const port = workerData as number;

/** How long it takes on a connection of its own, in ms; endless where it is not answered. */
function healthTime(): Promise<number> {
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<number>();
  const asked = get(
    { host: '127.0.0.1', port, path: '/healthz', agent: false, timeout: LONGEST_PROBE_MS },
    (answer) => {
      answer
        .resume()
        .once('end', () => resolve(answer.statusCode === 200 ? performance.now() - began : Number.POSITIVE_INFINITY));
    },
  );
  asked.once('timeout', () => asked.destroy());
  asked.once('error', () => resolve(Number.POSITIVE_INFINITY));
  return promise;
}

let slowest = 0;
let isOver = false;
parentPort?.once('message', () => {
  isOver = true;
});
while (!isOver) {
  slowest = Math.max(slowest, await healthTime());
  await pause(PROBE_MS);
}
parentPort?.postMessage(slowest);
